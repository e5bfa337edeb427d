"""The line mode's first question, the version and completion, beside the bare start of Python."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

from benchmarks.measure import Milliseconds, Settings, Table, row, since, taking_turns, timed
from benchmarks.start_screen import WELCOME
from benchmarks.terminal import shows
from benchmarks.workshop import SHIPPED, Library, Workshop

READY = "ready"
BARE = [sys.executable, "-c", f"print('{READY}')"]
FIRST_QUESTION = 80.0
SMALL = 40.0


def run(workshop: Workshop, settings: Settings) -> list[Table]:
    """Both tables: until something is seen in a terminal, and until the program has ended."""
    return [_seen(workshop, settings), _ended(workshop, settings)]


def _seen(workshop: Workshop, settings: Settings) -> Table:
    libraries = [workshop.library(size) for size in (SHIPPED, settings.library)]
    measured = {"bare": partial(_until, workshop, BARE, libraries[0], READY)}
    for one in libraries:
        run = workshop.tshoot("run", one.tree, "--plain", *one.words)
        welcome = workshop.tshoot("--plain", *one.words)
        measured[f"run {one.tree}, {one.name}"] = partial(_until, workshop, run, one, one.question, *one.labels)
        measured[f"bare, {one.name}"] = partial(_until, workshop, welcome, one, WELCOME)
    times = taking_turns(settings.runs, measured)
    bare = times.pop("bare")
    rows = tuple(row(case, found, bare, "more", FIRST_QUESTION) for case, found in times.items())
    return Table("plain", "from exec to the first question of --plain", "bare Python", rows)


def _until(workshop: Workshop, command: list[str], library: Library, *texts: str) -> Milliseconds:
    with workshop.terminal(command, workshop.copied(library.state)) as terminal:
        return since(terminal.started, terminal.wait(shows(*texts)))


def _ended(workshop: Workshop, settings: Settings) -> Table:
    library = workshop.library(settings.library)
    state = workshop.copied(library.state)
    commands = {
        "bare": BARE,
        "--version": workshop.tshoot("--version"),
        "complete: a command": workshop.tshoot("complete", "--", "re"),
        "complete: one of the shipped trees": workshop.tshoot("complete", "--", "run", "wi"),
        f"complete: one of {library.name}": workshop.tshoot("complete", "--", *library.words, "run", "tree-00"),
    }
    measured = {case: partial(_run, workshop, command, state) for case, command in commands.items()}
    times = taking_turns(settings.runs, measured)
    bare = times.pop("bare")
    rows = tuple(row(case, found, bare, "more", SMALL) for case, found in times.items())
    return Table("plain", "from exec to the end of a small command", "bare Python", rows)


def _run(workshop: Workshop, command: list[str], state: Path) -> Milliseconds:
    environment = workshop.environment(state)
    return timed(lambda: subprocess.run(command, env=environment, check=True, capture_output=True))
