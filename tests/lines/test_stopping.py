"""Stopped by a signal or a closed terminal: at a question, in a wait, in the middle of a check."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

from tshoot.model.event import Left
from tshoot.store.cases import CaseStore

TREE = """
tree: 1
title: A walk
nodes:
  ask: {ask: Is it on?, options: {Yes: wait, No: wait}}
  wait: {wait: 5 minutes, then: look}
  look: {check: internet, on: {online: done}, ask: Are you online?, options: {Yes: done, No: done}}
  done: {end: resolved}
"""

ENDLESS_CHECK = (
    "import signal, sys\nfrom tshoot.checks import run\n"
    "def endless(*_): print('LOOKING', flush=True); signal.pause()\n"
    "run.run = endless\nfrom tshoot.__main__ import main\nsys.exit(main(sys.argv[1:]))"
)

PLACES = {
    "question": ((), b"Is it on?"),
    "wait": (("yes",), b"5 minutes"),
    "check": (("yes", "/skip", "yes"), b"LOOKING"),
}
"""What is answered, and what is seen when it has come there."""


@pytest.fixture
def trees(tmp_path: Path) -> Path:
    (tmp_path / "trees").mkdir()
    (tmp_path / "trees" / "walk.yaml").write_text(TREE)
    return tmp_path / "trees"


def words(trees: Path, face: str) -> list[str]:
    return ["-c", ENDLESS_CHECK, "run", "walk", face, "--trees", str(trees)]


@contextmanager
def brought_to(place: str, trees: Path, face: str) -> Iterator[subprocess.Popen[bytes]]:
    """The program in a pipe, standing there."""
    answers, seen = PLACES[place]
    command = [sys.executable, *words(trees, face)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("".join(f"{answer}\n" for answer in answers).encode())
        process.stdin.flush()
        heard = b""
        while seen not in heard:
            more = os.read(process.stdout.fileno(), 65536)
            assert more, heard
            heard += more
        try:
            yield process
        finally:
            process.kill()


def require_left(trees: Path) -> str:
    """The case knows that the person left, and nobody has it open; its number."""
    with CaseStore(Path(os.environ["TSHOOT_STATE"])) as store:
        (header,) = store.headers(status="open")
        assert isinstance(store.load(header.case).events[-1], Left)
        assert store.occupy(header.case) is None
        return header.case


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_the_case_and_says_so(trees: Path, place: str, number: signal.Signals) -> None:
    with brought_to(place, trees, "--plain") as process:
        process.send_signal(number)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 128 + number
    assert f"saved as {require_left(trees)}".encode() in out
    assert b"Everything up to the last answer is saved." in err
    assert b"Traceback" not in err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_json_lines_stay_lines(trees: Path, number: signal.Signals) -> None:
    with brought_to("question", trees, "--json") as process:
        process.send_signal(number)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 128 + number
    assert require_left(trees)
    assert all(line.startswith(b"{") for line in out.splitlines()[1:])
    assert b"Traceback" not in err


def test_a_closed_terminal_leaves_the_case(trees: Path) -> None:
    child = pexpect.spawn(sys.executable, words(trees, "--plain"), timeout=30)
    child.expect("Is it on")
    child.close(force=False)
    child.wait()
    assert child.exitstatus == 129
    assert require_left(trees)


def test_nohup_is_respected(trees: Path) -> None:
    ignored = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
    command = [sys.executable, "-c", ignored + ENDLESS_CHECK, *words(trees, "--plain")[2:]]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert b"A walk" in process.stdout.readline()
        process.send_signal(signal.SIGHUP)
        process.communicate(b"yes\n", timeout=30)
    assert process.returncode == 1


def test_a_reader_that_goes_away_leaves_the_case(trees: Path) -> None:
    with brought_to("question", trees, "--plain") as process:
        assert process.stdout
        process.stdout.close()
        process.stdout = None
        _, err = process.communicate(b"yes\n", timeout=30)
    assert (process.returncode, err) == (1, b"")
    assert require_left(trees)
