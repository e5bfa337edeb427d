"""A large library linted, and linted again after one edit, beside PyYAML's C loader reading the same files."""

from __future__ import annotations

import itertools
import subprocess
import sys

from benchmarks.libraries import FIRST, write_library
from benchmarks.measure import Milliseconds, Settings, Table, row, taking_turns, timed
from benchmarks.workshop import Workshop

COLD, WARM = 5000.0, 300.0
ENOUGH = 5
"""Runs; each takes seconds."""

FLOOR = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).glob("*.yaml")):
    yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
"""


def run(workshop: Workshop, settings: Settings) -> list[Table]:
    """The first time, after one file has changed, and with nothing changed; each a process of its own."""
    folder = workshop.folder / "lint"
    trees = write_library(folder / "trees", settings.library)
    numbers = itertools.count()

    def lint(state: str = "state") -> Milliseconds:
        command = workshop.tshoot("lint", str(trees))
        return timed(lambda: _run(command, workshop.environment(folder / state)))

    def changed() -> Milliseconds:
        file = trees / f"{FIRST}.yaml"
        file.write_text(f"{file.read_text(encoding='utf-8')}# {next(numbers)}\n", encoding="utf-8")
        return lint()

    command = [sys.executable, "-c", FLOOR, str(trees)]
    lint()
    times = taking_turns(
        min(settings.runs, ENOUGH),
        {
            "first": lambda: lint(f"state-{next(numbers)}"),
            "changed": changed,
            "known": lint,
            "floor": lambda: timed(lambda: _run(command, workshop.environment(folder))),
        },
    )
    beside = times["floor"]
    large = settings.library >= 1000
    rows = (
        row(
            f"{settings.library:,} trees, the first time", times["first"], beside, "limit", COLD if large else None
        ),
        row("one of them changed", times["changed"], beside, "limit", WARM if large else None),
        row("none changed", times["known"], beside, "shown", None),
    )
    return [Table("lint", "a library linted, from exec to exit", "CSafeLoader", rows)]


def _run(command: list[str], environment: dict[str, str]) -> None:
    subprocess.run(command, env=environment, check=True, capture_output=True)
