"""Which tree: how often the right one comes first, what is refused, and how fast, beside other ways of finding it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.language.openings import BANKING, Openings, in_stories, openings, unbalanced, with_errors
from benchmarks.language.routers import OURS, PEERS, ROUTERS, Router
from benchmarks.language.routing_speed import speed
from benchmarks.language.sets import data_folder
from benchmarks.language.tables import Target, share, table, targets
from tshoot.language.symptoms import FITS

HEADS = (
    "first messages",
    "messages",
    "right first",
    "AUROC",
    "refused at 95 % kept",
    "fitting kept",
    "far-off refused",
)
KEPT = 0.95
STEPS = 10
WIDTH = 40


@dataclass(frozen=True, slots=True)
class Routed:
    """What one way of finding trees does with a set."""

    right: int
    fitting: tuple[float, ...]
    """The best score of each message that means a tree, …"""
    foreign: tuple[float, ...]
    """… and of each that means none."""
    found: tuple[tuple[float, bool], ...]
    """Score, and whether the tree is the right one, of each message."""

    @property
    def first(self) -> float:
        """How often the right tree comes first."""
        return share(self.right, len(self.fitting))

    @property
    def auroc(self) -> float | None:
        """How often a fitting message scores higher than a far-off one."""
        if not self.fitting or not self.foreign:
            return None
        foreign = sorted(self.foreign)
        below = sum(bisect_left(foreign, one) + bisect_right(foreign, one) for one in self.fitting)
        return 100 * below / 2 / len(foreign) / len(self.fitting)

    @property
    def refused_at_kept(self) -> float | None:
        """How many far-off messages are refused where so many fitting ones are kept as is wanted."""
        if not self.fitting or not self.foreign:
            return None
        least = sorted(self.fitting)[int(len(self.fitting) * (1 - KEPT))]
        return share(sum(one < least for one in self.foreign), len(self.foreign))

    @property
    def kept(self) -> float:
        """How many fitting messages fit by the library's own threshold."""
        return share(sum(one >= FITS for one in self.fitting), len(self.fitting))

    @property
    def refused(self) -> float | None:
        """How many far-off ones do not."""
        return share(sum(one < FITS for one in self.foreign), len(self.foreign)) if self.foreign else None

    def cells(self, with_threshold: bool) -> tuple[str, ...]:
        """As they stand in a table."""
        own = (self.kept, self.refused) if with_threshold else (None, None)
        figures = (self.first, self.auroc, self.refused_at_kept, *own)
        return (str(len(self.found)), *("" if one is None else f"{one:.1f}" for one in figures))


def routed(router: Router, said: Openings) -> Routed:
    """What a way of finding trees does with a set."""
    right = 0
    fitting: list[float] = []
    foreign: list[float] = []
    found: list[tuple[float, bool]] = []
    for one in said.said:
        tree, score = router(one.text)
        right += bool(one.tree) and tree == one.tree
        (fitting if one.tree else foreign).append(score)
        found.append((score, tree == one.tree))
    return Routed(right, tuple(fitting), tuple(foreign), tuple(found))


def report(data: Path | None, large: bool = False) -> Iterator[str]:
    """All tables, and then the targets."""
    sets = list(openings(data))
    banking = next((one for one in sets if one.name == BANKING), None)
    measured = {one.name: routed(ROUTERS[OURS](one.documents), one) for one in sets}
    if banking:
        yield from _side_by_side(banking)
        harder = [with_errors(banking), in_stories(banking), unbalanced(banking)]
        measured |= {one.name: routed(ROUTERS[OURS](one.documents), one) for one in harder}
    else:
        yield f"{BANKING}: skipped, there are no trees in {data_folder(data) / BANKING}"
    rows = [(name, *one.cells(True)) for name, one in measured.items()]
    yield from table("The tree that a first message means, in percent", HEADS, rows)
    if banking:
        yield from plot(measured[BANKING])
    times, wanted = speed(large)
    yield from times
    yield from targets([*_accuracy(measured), *wanted])


def _side_by_side(said: Openings) -> Iterator[str]:
    rows = [(name, *routed(make(said.documents), said).cells(name not in PEERS)) for name, make in ROUTERS.items()]
    yield from table(f"{said.name}: ways of finding a tree, in percent", ("way", *HEADS[1:]), rows)


def plot(found: Routed) -> Iterator[str]:
    """Right and wrong trees by their score, as rows."""
    yield f"Right (#) and wrong (-) trees by score; a tree fits from {FITS:g} on"
    most = max(len(_between(found.found, step)) for step in range(STEPS)) or 1
    for step in range(STEPS):
        here = _between(found.found, step)
        right = sum(here)
        bar = "#" * round(WIDTH * right / most) + "-" * round(WIDTH * (len(here) - right) / most)
        yield f"  {step / STEPS:.1f}  {share(right, len(here)):5.1f} % of {len(here):5}  {bar}"
    yield ""


def _between(found: Sequence[tuple[float, bool]], step: int) -> list[bool]:
    return [right for score, right in found if min(STEPS - 1, int(score * STEPS)) == step]


def _accuracy(measured: dict[str, Routed]) -> Iterator[Target]:
    plain, mistyped = measured.get(BANKING), measured.get(f"{BANKING}, mistyped")
    yield Target("BANKING77, right first", 68, plain.first if plain else None, beyond=72)
    lost = plain.first - mistyped.first if plain and mistyped else None
    yield Target("lost to one or two typing errors", 2.5, lost, at_least=False, beyond=1.5, unit="points")
    yield Target("BANKING77, fitting kept", 95, plain.kept if plain else None)
    yield Target("BANKING77, far-off refused", 85, plain.refused if plain else None)
