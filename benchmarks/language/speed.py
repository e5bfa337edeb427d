"""Time: of reading an answer, of the first answer in a process, of the import, and of what is pasted."""

from __future__ import annotations

import os
import pkgutil
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import tshoot.language
from benchmarks.language.sets import CHECKOUT, Answer, available
from benchmarks.language.tables import Target, table, targets
from benchmarks.measure import Row, row, taking_turns, timed
from tshoot.language.answers import Offer, Question, read_answer

RUNS = 15
"""Processes that are started for each figure."""
WARM = 300
"""Answers that are read before any is timed."""
MEGABYTE = 1_000_000
TIMES = 5
READING, IMPORT = 2.0, 40.0
"""What is wanted, in milliseconds."""

ASKED = Question("Is the lamp of the adapter on?", (Offer("Yes", "Yes"), Offer("No", "No")))
FIRST = {
    "outright": "yes it is",
    "in own words": "the small light stays dark",
    "misspelt": "the adaptr lamp stays drak",
    "a question back": "where would I find that lamp?",
}
FIRST_CODE = """
import sys
from time import perf_counter
from tshoot.language.answers import Offer, Question, read_answer
asked = Question(sys.argv[1], (Offer("Yes", "Yes"), Offer("No", "No")))
start = perf_counter()
read_answer(sys.argv[2], asked)
print((perf_counter() - start) * 1000)
"""
PASTES: Mapping[str, str] = {
    "words": "the light is not on and ",
    "one word": "a",
    "lines of a log": "[error] 0x80070005: access denied, retrying\n",
    "control bytes": "\x00\x1b[31m\x07",
    "lone surrogates": "\ud800 ",
    "question marks": "? ",
}
LONG = 8_000
"""The longest text that is read, in characters."""


def report(data: Path | None, runs: int = RUNS) -> Iterator[str]:
    """All tables, and then the targets."""
    sets, _ = available(data)
    reading = readings([answer for said in sets for answer in said.answers])
    with fresh_bytecode() as environment:
        imports = importing(environment, runs)
        first = first_answers(environment, runs)
    pastes = [*pasted(MEGABYTE, "1 MB"), *pasted(LONG, f"{LONG:,} characters")]
    yield from _table("Reading an answer, warm, each text once", [reading])
    yield from _table(f"The first answer in a process, with what it imports ({runs} processes)", first)
    yield from _table(f"Importing, over bare python; bytecode is compiled ({runs} processes)", imports)
    yield from _table(f"Reading a text that was pasted ({TIMES} times)", pastes)
    yield from targets(list(_targets(reading, imports)))


def _table(title: str, rows: Sequence[Row]) -> Iterator[str]:
    """Milliseconds; of an import, what it takes more than bare python."""
    cells = [
        [
            one.case,
            f"{one.ours if one.more is None else one.more:.3f}",
            f"{(one.high or 0) - (one.other or 0):.3f}",
        ]
        for one in rows
    ]
    return table(title, ("milliseconds", "median", "95 %"), cells)


def readings(answers: Sequence[Answer]) -> Row:
    """The median over all answers but those that warm the tables; none is read twice, as caches would answer."""
    once = list(dict.fromkeys((one.text, one.question) for one in answers))
    random.Random(5).shuffle(once)
    before = min(WARM, len(once) // 2)
    _times(once[:before])
    times = _times(once[before:])
    return row(f"{len(times):,} answers", times, None, "limit", READING)


def pasted(size: int, case: str) -> list[Row]:
    """A text of this size, of each sort."""
    found = []
    for sort, part in PASTES.items():
        # A number in front, as a text that was read before comes from a cache.
        said = [(f"{number} {part * (size // len(part))}"[:size], ASKED) for number in range(TIMES)]
        found.append(row(f"{case} of {sort}", _times(said), None, "shown", None))
    return found


def _times(said: Sequence[tuple[str, Question]]) -> list[float]:
    return [timed(partial(read_answer, text, question)) for text, question in said]


@contextmanager
def fresh_bytecode() -> Iterator[Mapping[str, str]]:
    """The environment of a process whose compiled files are kept in a folder of their own."""
    with TemporaryDirectory(prefix="tshoot-bench-") as folder:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        yield kept | {"PYTHONPATH": str(CHECKOUT), "PYTHONPYCACHEPREFIX": folder}


def importing(environment: Mapping[str, str], runs: int) -> list[Row]:
    """Wall time over bare python: of what reads an answer, and of every module of the language part."""
    parts = {
        "what reads most answers": "import tshoot.language.reader",
        f"all of it, {len(language_modules())} modules": f"import {', '.join(language_modules())}",
    }
    codes = {"": "pass"} | parts
    for code in codes.values():  # compiles
        _python(environment, code)
    measured = {name: partial(timed, partial(_python, environment, code)) for name, code in codes.items()}
    times = taking_turns(runs, measured)
    return [row(name, times[name], times[""], "more", IMPORT) for name in parts]


def first_answers(environment: Mapping[str, str], runs: int) -> list[Row]:
    """What the first answer takes, from the call to the reading, by what it needs."""
    found = []
    for name, text in FIRST.items():
        times = [float(_python(environment, FIRST_CODE, ASKED.text, text)) for _ in range(runs + 1)]
        found.append(row(name, times[1:], None, "shown", None))
    return found


def language_modules() -> list[str]:
    """The names of all its modules."""
    return [f"tshoot.language.{one.name}" for one in pkgutil.iter_modules(tshoot.language.__path__)]


def _python(environment: Mapping[str, str], code: str, *words: str) -> str:
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, env=dict(environment), check=True, capture_output=True, text=True).stdout


def _targets(reading: Row, imports: Sequence[Row]) -> Iterator[Target]:
    yield Target("reading an answer, median", READING, reading.ours, at_least=False, unit="ms")
    for one in imports:
        yield Target(f"import, {one.case}", IMPORT, one.more, at_least=False, unit="ms")
