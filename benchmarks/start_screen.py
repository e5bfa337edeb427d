"""From exec to the first question drawn in a pseudo-terminal, beside a minimal Textual chat, taking turns."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import minimal_chat
from benchmarks.measure import Milliseconds, Row, Settings, Table, row, since, taking_turns
from benchmarks.terminal import Terminal, shows
from benchmarks.workshop import SHIPPED, Library, Workshop
from tshoot.lines.glance import FOLDER as PICTURES

RATIO = 1.2
BY_LIBRARY = 1.15
EARLY = 50.0
FEW = 10
WELCOME = "What is wrong?"
SETTLED = 0.3
"""Seconds of silence after which a start has kept what it keeps."""
WAYS = ("Browse by area", "Talk to a person")
FOOTER = "ctrl+p more"
MINIMAL = [sys.executable, str(Path(minimal_chat.__file__))]
RUN, BARE, CHAT = "run", "bare", "minimal"
FIRST_TIME = "for the first time"
VANISHED = "In {case}, the question was seen, vanished and came again."

Way = tuple[str, str]
"""A way of starting and a library."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """When the question was first to be seen, and when the program itself had drawn everything."""

    first: Milliseconds
    whole: Milliseconds
    steady: bool
    """Whether the question stayed from then on."""


def run(workshop: Workshop, settings: Settings) -> list[Table]:
    """Start-up, and how it depends on the library; the question's first sight; the very first start."""
    libraries = [workshop.library(size) for size in (SHIPPED, min(FEW, settings.library), settings.library)]
    measured: dict[Way, Callable[[], Drawn]] = {(CHAT, ""): partial(minimal, workshop, libraries[0])}
    for library in libraries:
        _keep_pictures(workshop, library)
        measured[RUN, library.name] = partial(run_tree, workshop, library)
        measured[BARE, library.name] = partial(welcome, workshop, library)
    measured[RUN, FIRST_TIME] = partial(run_tree, workshop, libraries[0], first_time=True)
    measured[BARE, FIRST_TIME] = partial(welcome, workshop, libraries[0], first_time=True)
    drawn = taking_turns(settings.runs, measured)
    chat = [one.whole for one in drawn.pop((CHAT, ""))]
    return [_started(drawn, chat), _by_library(drawn, libraries), _seen(drawn), _cold(libraries)]


def _keep_pictures(workshop: Workshop, library: Library) -> None:
    """Start once each way: what is kept of a start for the next one is there then."""
    for words, texts in (((), (WELCOME, FOOTER)), (("run", library.tree), (library.question, FOOTER))):
        with workshop.terminal(workshop.tshoot(*words, *library.words), library.state) as terminal:
            terminal.wait(shows(*texts, live=True))
            terminal.rest(SETTLED)
    workshop.without_cases(library.state, library.words)


def minimal(workshop: Workshop, library: Library) -> Drawn:
    """Start the minimal chat."""
    return _draw(workshop, MINIMAL, library.state, minimal_chat.TEXT, (minimal_chat.KEY,))


def run_tree(workshop: Workshop, library: Library, *, first_time: bool = False) -> Drawn:
    """Start `tshoot run TREE`."""
    command = workshop.tshoot("run", library.tree, *library.words)
    state = _state(workshop, library, first_time)
    return _draw(workshop, command, state, library.question, (*library.labels, FOOTER))


def welcome(workshop: Workshop, library: Library, *, first_time: bool = False) -> Drawn:
    """Start bare `tshoot`."""
    command = workshop.tshoot(*library.words)
    return _draw(workshop, command, _state(workshop, library, first_time), WELCOME, (*WAYS, FOOTER))


def _state(workshop: Workshop, library: Library, first_time: bool) -> Path:
    """A state of its own for one start; for the first one of its kind, without the pictures of earlier ones."""
    state = workshop.copied(library.state)
    if first_time:
        shutil.rmtree(state / PICTURES, ignore_errors=True)
    return state


def _draw(workshop: Workshop, command: list[str], state: Path, first: str, rest: tuple[str, ...]) -> Drawn:
    is_seen, is_whole = shows(first), shows(first, *rest, live=True)
    steady = True

    def whole(terminal: Terminal) -> bool:
        nonlocal steady
        steady = steady and is_seen(terminal)
        return is_whole(terminal)

    with workshop.terminal(command, state) as terminal:
        seen = terminal.wait(is_seen)
        # The bytes that showed the question may have shown everything.
        drawn = seen if whole(terminal) else terminal.wait(whole)
        return Drawn(since(terminal.started, seen), since(terminal.started, drawn), steady)


Found = dict[Way, list[Drawn]]


def _whole(drawn: list[Drawn]) -> list[Milliseconds]:
    return [one.whole for one in drawn]


def _started(drawn: Found, chat: list[Milliseconds]) -> Table:
    rows = tuple(row(", ".join(case), _whole(found), chat, "ratio", RATIO) for case, found in drawn.items())
    return Table("screen", "from exec to the first question fully drawn", "minimal chat", rows)


def _by_library(drawn: Found, libraries: list[Library]) -> Table:
    few, many = libraries[1].name, libraries[2].name
    rows = tuple(
        row(f"{way}, {many}", _whole(drawn[way, many]), _whole(drawn[way, few]), "ratio", BY_LIBRARY)
        for way in (RUN, BARE)
    )
    return Table("screen", "from exec to the first question fully drawn, by size of the library", few, rows)


def _seen(drawn: Found) -> Table:
    rows = tuple(
        row(", ".join(case), [one.first for one in found], None, "limit", EARLY) for case, found in drawn.items()
    )
    cases = [", ".join(case) for case, found in drawn.items() if not all(one.steady for one in found)]
    notes = tuple(VANISHED.format(case=case) for case in cases)
    return Table("screen", "from exec to the first sight of the question", "", rows, notes=notes)


def _cold(libraries: list[Library]) -> Table:
    rows = tuple(Row(f"run --plain, {one.name}", one.cold) for one in libraries)
    return Table("screen", "the very first start, which compiles the library (once, --plain)", "", rows)
