"""Whole stories in a real pseudo-terminal: from the first words to the end, by keys, by mouse, by sentences."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte
import pytest

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "decision_trees"
WIDTH, HEIGHT = 80, 24
PATIENCE = 20.0
QUIET = 0.04
"""Seconds without output after which a picture is complete."""
ENTER, DOWN = "\r", "\x1b[B"
BAR, CURSOR, BOXES = "▌", "❯", "■□"
DONE = "That is all"
FIXED = ("Did that fix it?", "Yes", "yes it works now")
NOT_FIXED = ("Did that fix it?", "No", "that did not help")
LOOK = ("May I look", "No, I answer myself", "no")

Step = tuple[str, str, str]
"""A part of the question, the row that answers it (empty: it is typed), and a sentence that does."""

STORIES: dict[str, tuple[str, tuple[Step, ...]]] = {
    "password-reset": ("i forgot my password and cannot log in", (
        ("Which password does not work?", "My work account", "my windows password"),
        ("What do you see when you sign in?", "I have forgotten it", "i dont remember it"),
        ("Do you see a link", "Yes", "yep its there"),
        ("Do you have the phone", "Yes", "yes i have my phone"),
        FIXED,
        ("Where else is the old password saved?", "Mail on my phone", "on my phone"),
        ("Open the mail app", "Done", "done"),
    )),
    "reinstall-app": ("microsoft word crashes all the time", (
        ("Which application is it?", "", "Microsoft Word"),
        ("Who has this problem", "Only me", "just me"),
        ("What does Microsoft Word do?", "It crashes or freezes", "it closes by itself"),
        LOOK,
        ("restarted in the last few days?", "Yes", "i restarted it"),
        NOT_FIXED,
        FIXED,
    )),
    "connectivity": ("my laptop wont connect to the wifi", (
        ("Which device", "This computer", "this laptop"),
        LOOK,
        ("Is this computer connected to a Wi-Fi", "Yes, but no page opens", "connected without internet"),
        LOOK,
        ("Does any website open?", "None at all", "nothing opens"),
        ("Does another device", "Yes", "my phone works"),
        ("How is your device connected?", "Wi-Fi", "wireless"),
        FIXED,
    )),
}  # fmt: skip


class Terminal:
    """A terminal with the chat in it, read as a person reads it."""

    def __init__(self, child: pexpect.spawn) -> None:
        self.child = child
        self._screen = pyte.Screen(WIDTH, HEIGHT)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def lines(self) -> list[str]:
        """What is shown."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def question(self) -> str:
        """The text beside the bar, on one line."""
        beside = [line.partition(BAR)[2] for line in self.lines if BAR in line]
        return " ".join(" ".join(beside).split())

    def send(self, keys: str) -> None:
        """Press keys."""
        self.child.send(keys)

    def until(self, condition: Callable[[], bool]) -> None:
        """Read until something is shown, and nothing more comes."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if not self._read(QUIET) and condition():
                return
        raise AssertionError("it never came to that:\n" + "\n".join(self.lines))

    def _read(self, patience: float) -> bool:
        try:
            self._stream.feed(self.child.read_nonblocking(65536, timeout=patience))
        except pexpect.TIMEOUT:
            return False
        return True

    def shows(self, text: str) -> None:
        """Wait for a text."""
        self.until(lambda: any(text in line for line in self.lines))

    def row(self, label: str) -> tuple[int, int]:
        """Where a row of this label is: column and line, from 0."""
        for number, line in enumerate(self.lines):
            words = line.lstrip(f" {BAR}{CURSOR}0123456789{BOXES}")
            if words == label and line.strip() != f"│ {label}":
                return line.index(label), number
        raise AssertionError(f"no row {label!r}:\n" + "\n".join(self.lines))

    def click(self, label: str) -> None:
        """Click on a row."""
        column, line = self.row(label)
        place = f"{column + 2};{line + 1}"
        self.send(f"\x1b[<0;{place}M\x1b[<0;{place}m")

    def number(self, label: str) -> str:
        """The number of a row."""
        column, line = self.row(label)
        return self.lines[line][:column].strip(f" {BAR}{CURSOR}{BOXES}")

    def walk_to(self, label: str) -> None:
        """Highlight a row by the arrow keys."""
        for _ in range(HEIGHT):
            column, line = self.row(label)
            if CURSOR in self.lines[line][:column]:
                return
            before = self.lines
            self.send(DOWN)
            self.until(lambda shown=before: self.lines != shown)  # type: ignore[misc]
        raise AssertionError(f"the highlight never came to {label!r}")


@contextmanager
def chat(state: Path) -> Iterator[Terminal]:
    """The chat over the library that comes with tshoot."""
    surroundings = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
    words = ["-m", "tshoot", "--state", str(state), "--trees", str(LIBRARY)]
    child = pexpect.spawn(sys.executable, words, env=surroundings, dimensions=(HEIGHT, WIDTH), timeout=PATIENCE)
    terminal = Terminal(child)
    try:
        terminal.shows("ctrl+p")
        yield terminal
    finally:
        child.close(force=True)


def by_keys(terminal: Terminal, step: Step, turn: int) -> None:
    """Numbers and arrows in turns; what has no row is typed."""
    _, label, words = step
    if not label:
        terminal.send(words + ENTER)
    elif turn % 2:
        terminal.send(terminal.number(label))
    else:
        terminal.walk_to(label)
        terminal.send(" " if is_box(terminal, label) else ENTER)
    finish_ticking(terminal, lambda: terminal.send(ENTER))


def by_mouse(terminal: Terminal, step: Step, turn: int) -> None:
    """A click for each answer that has a row."""
    _, label, words = step
    if label:
        terminal.click(label)
    else:
        terminal.send(words + ENTER)
    finish_ticking(terminal, lambda: terminal.click(DONE))


def by_sentence(terminal: Terminal, step: Step, turn: int) -> None:
    """In the person's own words."""
    terminal.send(step[2] + ENTER)


def is_box(terminal: Terminal, label: str) -> bool:
    column, line = terminal.row(label)
    return any(box in terminal.lines[line][:column] for box in BOXES)


def finish_ticking(terminal: Terminal, finish: Callable[[], None]) -> None:
    """Where a box was ticked: go on."""
    if "□" in terminal.question:
        terminal.shows(DONE)
        finish()


WAYS = {"keys": by_keys, "mouse": by_mouse, "sentences": by_sentence}


def tell(terminal: Terminal, words: str, *, mouse: bool = False) -> None:
    """The first words, and the first suggestion."""
    terminal.send(words)
    terminal.shows("Do you mean")
    if mouse:
        first = next(line for line in terminal.lines if CURSOR in line)
        place = f"{first.index(CURSOR) + 4};{terminal.lines.index(first) + 1}"
        terminal.send(f"\x1b[<0;{place}M\x1b[<0;{place}m")
    else:
        terminal.send(ENTER)


def answer(terminal: Terminal, steps: tuple[Step, ...], way: str, before: str = "") -> None:
    """Each question as it comes."""
    for turn, step in enumerate(steps):
        terminal.until(lambda: terminal.question != before and step[0] in terminal.question)  # noqa: B023
        before = terminal.question
        WAYS[way](terminal, step, turn)


def ended(terminal: Terminal) -> int:
    """Solved; that it helped; leaving: the exit code."""
    terminal.shows("Solved")
    terminal.shows("Did that help?")
    terminal.send("1")
    terminal.shows("And now?")
    terminal.click("That is all")
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    return int(terminal.child.exitstatus)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("story", STORIES)
def test_a_story_from_the_first_words_to_the_end(story: str, way: str, tmp_path: Path) -> None:
    words, steps = STORIES[story]
    with chat(tmp_path) as terminal:
        tell(terminal, words, mouse=way == "mouse")
        answer(terminal, steps, way)
        assert ended(terminal) == 0


def test_a_story_goes_on_after_the_terminal_was_closed(tmp_path: Path) -> None:
    words, steps = STORIES["password-reset"]
    with chat(tmp_path) as terminal:
        tell(terminal, words)
        answer(terminal, steps[:2], "keys")
        terminal.until(lambda: steps[2][0] in terminal.question)
        terminal.child.kill(signal.SIGHUP)
        terminal.child.expect(pexpect.EOF)
    with chat(tmp_path) as terminal:
        terminal.until(lambda: any("Go on with: Password" in line for line in terminal.lines))
        row = next(line for line in terminal.lines if "Go on with: Password" in line)
        terminal.send(row.split()[0])
        terminal.shows(f"{steps[1][0]} → {steps[1][1]}")
        answer(terminal, steps[2:], "keys")
        assert ended(terminal) == 0
