"""What was acknowledged is there after any kill, and two writers never mix one case's history."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tshoot.model.event import Noted
from tshoot.store.cases import CaseStore

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")

KILLS = 200
ENDED = -2


class Writers:
    """Writers of cases in processes of their own, and what they have acknowledged."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.acknowledged: dict[str, dict[int, int]] = {}
        self.running: dict[str, set[int]] = {}
        self.ended: set[int] = set()
        self._rest = b""

    def start(self, case: str, folder: str = ".") -> None:
        """One more writer of this case."""
        assert self.process.stdin
        self.process.stdin.write(f"{folder} {case}\n".encode())
        self.process.stdin.flush()

    def listen(self, seconds: float) -> None:
        """Takes acknowledgements for that long."""
        assert self.process.stdout
        deadline = time.monotonic() + seconds
        while select.select([self.process.stdout], [], [], max(0.0, deadline - time.monotonic()))[0]:
            *lines, self._rest = (self._rest + os.read(self.process.stdout.fileno(), 65536)).split(b"\n")
            for line in lines:
                self._take(*line.decode().split())
            if time.monotonic() > deadline:
                return

    @property
    def total(self) -> int:
        """How much was acknowledged."""
        return sum(map(len, self.acknowledged.values()))

    def listen_for_more(self) -> None:
        """Takes acknowledgements until there is one more."""
        before = self.total
        while self.total == before:
            self.listen(0.01)

    def _take(self, pid: str, case: str, seq: str) -> None:
        if int(seq) == ENDED:
            self.running[case].discard(int(pid))
            self.ended.add(int(pid))
        elif int(pid) not in self.ended:
            self.running.setdefault(case, set()).add(int(pid))
        if int(seq) >= 0:
            assert int(seq) not in self.acknowledged.setdefault(case, {}), "two writers were told the same thing"
            self.acknowledged[case][int(seq)] = int(pid)

    def kill(self, case: str) -> int:
        """Kills the writers of this case; how many there were."""
        pids = self.running.pop(case, set())
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        self.ended |= pids
        return len(pids)

    def check(self, folder: Path) -> None:
        """All that was acknowledged is there, word by word, and the file is sound."""
        with CaseStore(folder) as store:
            assert store.findings() == []
            for case, acknowledged in self.acknowledged.items():
                events = store.load(case).events
                for seq, pid in acknowledged.items():
                    event = events[seq]
                    assert seq == 0 or (isinstance(event, Noted) and event.text == f"{pid} {seq}")


@contextmanager
def writers(folder: Path, until: int) -> Iterator[Writers]:
    program = str(Path(__file__).parent / "case_writer.py")
    command = [sys.executable, program, str(folder), str(until)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        family = Writers(process)
        try:
            yield family
        finally:
            for case in list(family.running):
                family.kill(case)
            assert process.stdin
            process.stdin.close()


def test_no_kill_at_any_moment_loses_what_was_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(1)
    kills = 0
    with writers(tmp_path, until=10**9) as family:
        while kills < KILLS:
            case = f"case-{kills % 6}"
            family.start(case)
            if chance.random() < 0.5:
                family.start(f"case-{(kills + 1) % 6}")
            while not family.running.get(case):
                family.listen(0.01)
            if chance.random() < 0.5:  # a busy computer may need long for the first one
                family.listen_for_more()
            family.listen(chance.random() ** 2 * 0.06)
            for running in list(family.running):
                kills += family.kill(running)
            if kills % 10 == 0:
                family.check(tmp_path)
        family.listen(0.05)
        family.check(tmp_path)
        assert family.total > KILLS // 5


def test_no_kill_while_a_database_is_made_leaves_a_broken_one(tmp_path: Path) -> None:
    chance = random.Random(2)
    with writers(tmp_path, until=10**9) as family:
        for turn in range(40):
            family.start("one", folder=str(turn))
            while not family.running.get("one"):
                family.listen(0.001)
            family.listen(chance.random() * 0.008)
            assert family.kill("one") == 1
            family.listen(0.001)
            family.check(tmp_path / str(turn))
            family.acknowledged.clear()


def test_writers_of_one_case_take_turns_and_never_the_same_place(tmp_path: Path) -> None:
    # Until two of them have been at it, however long the first goes on alone: who comes next is the system's choice.
    with writers(tmp_path, until=10**9) as family:
        family.start("one")
        while not family.acknowledged:
            family.listen(0.01)
        family.start("one")
        family.start("one")
        while len(told := family.acknowledged["one"]) < 300 or len(set(told.values())) < 2:
            family.listen(0.02)
        family.kill("one")
        family.listen(0.05)
        family.check(tmp_path)
    with CaseStore(tmp_path) as store:
        assert len(store.load("one").events) >= len(told) >= 300
