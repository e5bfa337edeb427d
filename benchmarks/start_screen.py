"""From exec to the first question drawn in a pseudo-terminal, beside a minimal Textual chat, taking turns."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import minimal_chat
from benchmarks.measure import Milliseconds, Row, Settings, Table, row, since, taking_turns
from benchmarks.terminal import shows
from benchmarks.workshop import SHIPPED, Library, Workshop

RATIO = 1.2
BY_LIBRARY = 1.15
EARLY = 50.0
FEW = 10
WELCOME = "What is wrong?"
WAYS = ("Browse by area", "Talk to a person")
FOOTER = "ctrl+p more"
MINIMAL = [sys.executable, str(Path(minimal_chat.__file__))]
RUN, BARE = "run", "bare"
CHAT = ("minimal", "")


@dataclass(frozen=True, slots=True)
class Drawn:
    """When the question was first to be seen, and when everything was."""

    first: Milliseconds
    whole: Milliseconds


def run(workshop: Workshop, settings: Settings) -> list[Table]:
    """Start-up, and how it depends on the library; the question's first sight; the very first start."""
    libraries = [workshop.library(size) for size in (SHIPPED, min(FEW, settings.library), settings.library)]
    measured: dict[tuple[str, str], Callable[[], Drawn]] = {CHAT: partial(minimal, workshop, libraries[0])}
    for library in libraries:
        measured[RUN, library.name] = partial(run_tree, workshop, library)
        measured[BARE, library.name] = partial(welcome, workshop, library)
    drawn = taking_turns(settings.runs, measured)
    chat = [one.whole for one in drawn.pop(CHAT)]
    return [_started(drawn, chat), _by_library(drawn, libraries), _seen(drawn), _cold(libraries)]


def minimal(workshop: Workshop, library: Library) -> Drawn:
    """Start the minimal chat."""
    return _draw(workshop, MINIMAL, library, minimal_chat.TEXT, (minimal_chat.KEY,))


def run_tree(workshop: Workshop, library: Library) -> Drawn:
    """Start `tshoot run TREE`."""
    command = workshop.tshoot("run", library.tree, *library.words)
    return _draw(workshop, command, library, library.question, (*library.labels, FOOTER))


def welcome(workshop: Workshop, library: Library) -> Drawn:
    """Start bare `tshoot`."""
    return _draw(workshop, workshop.tshoot(*library.words), library, WELCOME, (*WAYS, FOOTER))


def _draw(workshop: Workshop, command: list[str], library: Library, first: str, rest: tuple[str, ...]) -> Drawn:
    with workshop.terminal(command, workshop.copied(library.state)) as terminal:
        seen = terminal.wait(shows(first))
        # The bytes that showed the question may have shown everything.
        whole = seen if shows(first, *rest)(terminal) else terminal.wait(shows(first, *rest))
        return Drawn(since(terminal.started, seen), since(terminal.started, whole))


Found = dict[tuple[str, str], list[Drawn]]


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
    return Table("screen", "from exec to the first sight of the question", "", rows)


def _cold(libraries: list[Library]) -> Table:
    rows = tuple(Row(f"run --plain, {one.name}", one.cold) for one in libraries)
    return Table("screen", "the very first start, which compiles the library (once, --plain)", "", rows)
