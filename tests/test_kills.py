"""SIGKILL at random moments of the whole program: an answer whose next question was shown is never lost."""

from __future__ import annotations

import json
import os
import random
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

QUESTIONS = 300
LINES = 80
"""Answers that each life of the program is given; it is killed somewhere among them."""

ASKED = re.compile(rb"What is number (\d+)\?")


@pytest.fixture
def trees(tmp_path: Path) -> Path:
    nodes = [f'  n{n}: {{input: {{fact: f{n}, prompt: "What is number {n}?"}}}}' for n in range(QUESTIONS)]
    (tmp_path / "trees").mkdir()
    text = "\n".join(["tree: 1", "title: Numbers", "nodes:", *nodes, "  done: {end: resolved}", ""])
    (tmp_path / "trees" / "numbers.yaml").write_text(text)
    return tmp_path / "trees"


class Walk:
    """One case, walked by one killed program after the other."""

    def __init__(self, trees: Path, state: Path) -> None:
        self._places = ("--trees", str(trees), "--state", str(state))
        self.case = ""
        self.lives = 0
        self.acknowledged: dict[int, str] = {}
        self._doubtful = ""
        """The answer that may or may not have been stored: its next question was not shown."""

    def live_and_die(self, moment: float) -> None:
        """Let a program answer questions, and kill it so many seconds after its first one."""
        shown = self._shown_until_killed(moment)
        if not shown:
            return
        first, expected = shown[0], len(self.acknowledged)
        assert first in (expected, expected + 1), f"{expected} answers were acknowledged, number {first} was asked"
        if first > expected:
            assert self._doubtful
            self.acknowledged[expected] = self._doubtful
        assert shown == list(range(first, first + len(shown)))
        for place, number in enumerate(shown[:-1]):
            self.acknowledged[number] = self._answer(place)
        self._doubtful = self._answer(len(shown) - 1)
        self.lives += 1

    def _answer(self, place: int) -> str:
        return f"life {self.lives} line {place}"

    def _shown_until_killed(self, moment: float) -> list[int]:
        words = ["resume", self.case] if self.case else ["run", "numbers"]
        command = [sys.executable, "-m", "tshoot", *words, "--plain", *self._places]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdin
            process.stdin.write("".join(f"{self._answer(place)}\n" for place in range(LINES)).encode())
            process.stdin.flush()
            said = _heard(process, moment)
            process.kill()
            assert process.stdout
            said += process.stdout.read()
        self.case = self.case or self._number()
        # What is said again on resuming are earlier answers, before the step is announced.
        return [int(number) for number in ASKED.findall(said[said.find(b"Step ") :])] if b"Step " in said else []

    def _number(self) -> str:
        listed = json.loads(self._tshoot("cases", "list", "--json"))
        return str(listed[0]["case"]) if listed else ""

    def check(self) -> None:
        """`tshoot cases show` holds every acknowledged answer, in order and word by word."""
        if not self.case:  # killed before there was one
            assert not self.acknowledged
            return
        steps = json.loads(self._tshoot("cases", "show", self.case, "--json"))["steps"]
        answers = [step["answer"] for step in steps]
        kept = [self.acknowledged[number] for number in range(len(self.acknowledged))]
        assert answers[: len(kept)] == kept
        assert answers[len(kept) :] in ([], [self._doubtful])

    def _tshoot(self, *words: str) -> bytes:
        command = [sys.executable, "-m", "tshoot", *words, *self._places]
        return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


def _heard(process: subprocess.Popen[bytes], moment: float) -> bytes:
    """What the program says until so long after it has asked something; a negative moment: after its start."""
    assert process.stdout
    pipe, said = process.stdout.fileno(), b""
    deadline = time.monotonic() + (-moment if moment < 0 else 30)
    while (left := deadline - time.monotonic()) > 0:
        if not select.select([pipe], [], [], left)[0]:
            break
        more = os.read(pipe, 65536)
        if not more:
            break
        said += more
        # A busy computer asks late: the moment begins with the second question, so that one answer is safe.
        if moment >= 0 and len(ASKED.findall(said[said.find(b"Step ") :])) > 1:
            deadline, moment = time.monotonic() + moment, -1
    return said


def kill(times: int, trees: Path, folder: Path, *, check_each: bool) -> int:
    """Kill so many programs; how many answers were acknowledged."""
    chance = random.Random(times)
    walks = [Walk(trees, folder / "state0")]
    for turn in range(times):
        walk = walks[-1]
        if len(walk.acknowledged) > QUESTIONS - 2 * LINES:
            walk.check()
            walk = Walk(trees, folder / f"state{len(walks)}")
            walks.append(walk)
        # Some are killed while they start: while they make the database, or take the case up.
        walk.live_and_die(-0.3 * chance.random() if turn % 5 == 4 else chance.random() ** 2 * 0.12)
        if check_each:
            walk.check()
    walks[-1].check()
    return sum(len(walk.acknowledged) for walk in walks)


def test_no_kill_loses_an_acknowledged_answer(trees: Path, tmp_path: Path) -> None:
    assert kill(12, trees, tmp_path, check_each=False) > 9


@pytest.mark.deep
def test_two_hundred_kills_lose_no_acknowledged_answer(trees: Path, tmp_path: Path) -> None:
    assert kill(200, trees, tmp_path, check_each=True) > 160
