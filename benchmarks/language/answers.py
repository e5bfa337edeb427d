"""Answers: read right, read wrongly, asked again; over the threshold; and with typing errors."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from benchmarks.language.sets import ABOUT, Answer, SaidSet, available, mistyped
from benchmarks.language.tables import Target, share, shown, table, targets
from benchmarks.language.variants import (
    BARE_RULES,
    NO_MENDING,
    NO_VECTORS,
    OURS,
    THUMB,
    UNDECIDED,
    Variant,
)
from tshoot.language.polarity import DECIDES
from tshoot.language.question import Reading

Outcome = Literal["right", "wrong", "again", "other"]
"""The option that was meant; another; asked again; not read as an answer (a question, a command, "I don't know")."""

VARIANTS = (THUMB, BARE_RULES, NO_VECTORS, OURS)
TYPED = (NO_MENDING, OURS)
HEADS = (
    "", "right", "wrong", "again", "other", "walks", "yes/no: right", "wrong", "options: right", "wrong",
)  # fmt: skip
NOTES = (
    "Percent. Again: asked again. Other: not read as an answer, but as a question, a command or not knowing.",
    "Walks: conversations without a wrong turn. The rule of thumb knows yes and no alone, and asks again elsewhere.",
    "",
)
THRESHOLDS = (0.52, 0.56, 0.6, 0.64, 0.68, 0.72, 0.76, 0.8, 0.84, 0.88, 0.92, 0.96)
ROUNDS = 3
"""Times that typing errors are made in each answer."""


@dataclass(frozen=True, slots=True)
class Count:
    """How the answers of a set were read."""

    answers: int
    right: int
    wrong: int
    again: int
    other: int
    walks: int
    """Conversations."""
    straight: int
    """Of these, without a wrong turn."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer and how it was read."""

    answer: Answer
    reading: Reading

    @property
    def outcome(self) -> Outcome:
        """What came of it."""
        if self.reading.kind in ("option", "options", "none"):
            return "right" if self.reading.keys == (self.answer.key,) else "wrong"
        return "again" if self.reading.kind == "unclear" else "other"


@dataclass(frozen=True, slots=True)
class Slipped:
    """A set read as it was typed, and with typing errors."""

    name: str
    variant: str
    before: Count
    after: Count

    @property
    def lost(self) -> float:
        """Points of right answers."""
        return share(self.before.right, self.before.answers) - share(self.after.right, self.after.answers)


def judged(answers: Sequence[Answer], variant: Variant) -> list[Judged]:
    """All of them, read this way."""
    with variant.in_force() as read:
        return [Judged(answer, read(answer.text, answer.question)) for answer in answers]


def counted(found: Sequence[Judged]) -> Count:
    """The outcomes, and the conversations that no wrong reading has led astray."""
    outcomes = Counter(one.outcome for one in found)
    walks = {one.answer.walk for one in found}
    astray = {one.answer.walk for one in found if one.outcome == "wrong"}
    return Count(
        len(found), outcomes["right"], outcomes["wrong"], outcomes["again"], outcomes["other"],
        len(walks), len(walks - astray),
    )  # fmt: skip


def over_threshold(found: Sequence[Judged], threshold: float) -> tuple[float, float]:
    """Percent right and percent wrong, were only readings of this score and above taken."""
    taken = Counter(one.outcome for one in found if one.reading.score >= threshold)
    return share(taken["right"], len(found)), share(taken["wrong"], len(found))


def with_slips(answers: Sequence[Answer], rounds: int = ROUNDS) -> list[Answer]:
    """The answers with typing errors, the same ones every time."""
    chosen = random.Random(11)
    return [replace(one, text=mistyped(one.text, chosen)) for _ in range(rounds) for one in answers]


def report(data: Path | None) -> Iterator[str]:
    """All tables, set by set, and then the targets."""
    sets, missing = available(data)
    yield from ("Answers: the option that was meant", "", *missing)
    ours: dict[str, Count] = {}
    for said in sets:
        found = {variant.name: judged(said.answers, variant) for variant in VARIANTS}
        ours[said.name] = counted(found[OURS.name])
        yield from _table(said, found)
    yield from NOTES
    for said in sets:
        if said.part != "taught":
            yield from _plot(said.name, judged(said.answers, UNDECIDED))
    slips = [_slipped(said, variant) for said in sets for variant in TYPED]
    yield from _slip_table(slips)
    lost = {one.name: one.lost for one in slips if one.variant == OURS.name}
    yield from targets([*_targets(ours), *_slip_targets(lost)])


def _table(said: SaidSet, found: dict[str, list[Judged]]) -> Iterator[str]:
    rows = [_row(name, judgements) for name, judgements in found.items()]
    count = counted(found[OURS.name])
    title = f"{said.name} ({ABOUT[said.part]}): {count.answers} answers, {count.walks} conversations"
    return table(title, HEADS, rows)


def _row(name: str, found: Sequence[Judged]) -> list[str]:
    every = counted(found)
    yes_no = counted([one for one in found if one.answer.yes_no])
    options = counted([one for one in found if not one.answer.yes_no])
    outcomes = (every.right, every.wrong, every.again, every.other)
    return [
        name,
        *(shown(part, every.answers) for part in outcomes),
        shown(every.straight, every.walks),
        *(shown(part, count.answers) for count in (yes_no, options) for part in (count.right, count.wrong)),
    ]


def _plot(name: str, found: Sequence[Judged]) -> Iterator[str]:
    """Right against wrong, a line for each threshold."""
    decides = round(0.5 + 0.48 * DECIDES, 2)
    yield f"{name}, ours: right (█ is 2.5 points) against wrong (▒ is 0.25) over the threshold; → is where it stands"
    for threshold in THRESHOLDS:
        right, wrong = over_threshold(found, threshold)
        bars = f"{right:5.1f} {'█' * round(right / 2.5):40}  {wrong:4.1f} {'▒' * round(wrong / 0.25)}"
        yield f"{'→' if threshold == decides else ' '} {threshold:.2f} {bars}".rstrip()
    yield ""


def _slipped(said: SaidSet, variant: Variant) -> Slipped:
    before, after = (judged(answers, variant) for answers in (said.answers, with_slips(said.answers)))
    return Slipped(said.name, variant.name, counted(before), counted(after))


def _slip_table(found: Sequence[Slipped]) -> Iterator[str]:
    rows = []
    for one in found:
        shares = [shown(part, n.answers) for n in (one.before, one.after) for part in (n.right, n.wrong)]
        rows.append([f"{one.name}: {one.variant}", *shares, f"{one.lost:.1f}"])
    title = f"One or two typing errors in each answer, {ROUNDS} times"
    return table(title, ("", "as typed: right", "wrong", "with errors: right", "wrong", "lost"), rows)


WANTED: tuple[tuple[str, float, float, float], ...] = (
    ("flodial-dev", 93, 3, 88),
    ("held", 89, 4, 82),
    ("blind", 89, 4, 82),
)
"""A set, and what is wanted: right, at most wrong, walks. Ours stand for charts not in the project."""


def _targets(ours: dict[str, Count]) -> Iterator[Target]:
    for name, right, wrong, straight in WANTED:
        count = ours.get(name)
        found = None if count is None else share(count.right, count.answers)
        yield Target(f"{name}, answers read right", right, found, beyond=96)
        found = None if count is None else share(count.wrong, count.answers)
        yield Target(f"{name}, answers read wrongly", wrong, found, at_least=False, beyond=1)
        found = None if count is None else share(count.straight, count.walks)
        yield Target(f"{name}, conversations without a wrong turn", straight, found, beyond=92)


def _slip_targets(lost: dict[str, float]) -> Iterator[Target]:
    for name, *_ in WANTED:
        what = f"{name}, lost to typing errors"
        yield Target(what, 2.5, lost.get(name), at_least=False, beyond=1.5, unit="points")
