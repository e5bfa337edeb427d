"""From a save of the file to the changed question on the preview's screen, beside an answer in the same preview."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import ExitStack
from itertools import count
from pathlib import Path

from benchmarks.measure import Milliseconds, Settings, Table, row, since, taking_turns
from benchmarks.terminal import Terminal, shows
from benchmarks.workshop import Workshop

TARGET = 100
SIZES = (12, 30, 100)
ANSWERED = 5
"""Answers that are replayed at each save."""
REST = 0.1
"""Seconds of silence before a save, or a key: what the one before caused is over."""
FOOTER = "F4 tree"
NOTE = (
    "Looking for changes, reading, linting, replaying and drawing are in it; the new file is renamed over the old."
)

HEAD = "tree: 1\ntitle: A chain of {size}\nsummary: Long.\nowner: desk\nreview_by: 2999-01-01\nsymptoms: [l]\nnodes:\n"
NODE = """  step-{index}:
    ask: Is lamp {index}{mark} on?
    why: The lamp {index} is often the cause.
    options:
      Yes: {{goto: {then}, means: [it is, it shines]}}
      No: {{goto: {then}, means: [it is not, it is dark]}}
      I cannot see it: {then}
"""
TAIL = "  fixed:\n    end: resolved\n    tell: Good.\n"


def run(workshop: Workshop, settings: Settings) -> list[Table]:
    """Trees of three sizes, in turns."""
    with ExitStack() as opened:
        desks = {f"{size} nodes": _Desk(workshop, opened, size) for size in SIZES}
        saves = taking_turns(settings.keys, {name: desk.save for name, desk in desks.items()})
        answers = taking_turns(settings.keys, {name: desk.answer for name, desk in desks.items()})
    rows = tuple(row(f"a save, {name}", times, answers[name], "limit", TARGET) for name, times in saves.items())
    return [Table("preview", "from a save to the changed question", "an answer", rows, notes=(NOTE,))]


class _Desk:
    """A preview of one tree, in which some questions are answered."""

    def __init__(self, workshop: Workshop, opened: ExitStack, size: int) -> None:
        folder = workshop.folder / "preview" / str(size)
        folder.mkdir(parents=True)
        self._file, self._size = folder / "chain.yaml", size
        self._marks = count(1)
        self._file.write_text(_tree(size, ""), encoding="utf-8")
        command = workshop.tshoot("preview", str(self._file))
        self._chat: Terminal = opened.enter_context(workshop.terminal(command, folder / "state"))
        self._chat.wait(shows("Is lamp 0 on?", FOOTER))
        for answered in range(ANSWERED):
            self._timed(lambda: self._chat.press(b"1"), f"Is lamp {answered + 1} on?")

    def save(self) -> Milliseconds:
        """Another text of the present question."""
        mark = f" number {next(self._marks)}"
        new = self._file.with_suffix(".new")
        new.write_text(_tree(self._size, mark), encoding="utf-8")
        return self._timed(lambda: _renamed(new, self._file), f"Is lamp {ANSWERED}{mark} on?")

    def answer(self) -> Milliseconds:
        """An answer, and back."""
        taken = self._timed(lambda: self._chat.press(b"1"), f"Is lamp {ANSWERED + 1}")
        self._chat.rest(REST)
        self._chat.press(b"\x1a")
        self._chat.rest(REST)
        return taken

    def _timed(self, act: Callable[[], float], text: str) -> Milliseconds:
        self._chat.rest(REST)
        return since(act(), self._chat.wait(shows(text)))


def _renamed(new: Path, file: Path) -> float:
    """Saves as most editors do; the moment just before."""
    at = time.perf_counter()
    os.replace(new, file)  # noqa: PTH105
    return at


def _tree(size: int, mark: str) -> str:
    ids = [f"step-{index}" for index in range(size - 1)]
    nodes = (
        NODE.format(index=index, mark=mark, then=then) for index, then in enumerate([*ids[1:], "fixed"])
    )  # fmt: skip
    return HEAD.format(size=size) + "".join(nodes) + TAIL
