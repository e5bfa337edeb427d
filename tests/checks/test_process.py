"""Commands are bounded: time, output, environment, and nothing is left behind."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import psutil
import pytest

from tshoot.checks.process import find, output_of, output_of_path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")

SHELL = Path("/bin/sh")


def _sh(script: str, seconds: float = 5.0, limit: int = 10_000) -> str | None:
    return output_of_path(SHELL, ["-c", script], seconds=seconds, limit=limit)


@pytest.mark.parametrize(
    ("script", "output"),
    [
        ("echo hello", "hello\n"),
        ("echo wrong >&2; exit 3", "wrong\n"),
        ("cat", ""),
        ("echo $LC_ALL $LANG $HOME$SECRET", "C C\n"),
        ("pwd", "/\n"),
        (r"printf 'a\377b'", "a\ufffdb"),
        ("true", ""),
    ],
)
def test_output_comes_back(script: str, output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "leaked")
    assert _sh(script) == output


def _dead(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


@pytest.mark.parametrize("script", ["sleep 60 & echo $! > {}; wait", "setsid sleep 60 & echo $! > {}; wait",
                                    "trap '' TERM HUP INT; sleep 60 & echo $! > {}; wait; sleep 60",
                                    "sleep 60 & echo $! > {}"])  # fmt: skip
def test_late_commands_end_with_their_children(script: str, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    start = time.monotonic()
    assert _sh(script.format(note), seconds=0.5) is None
    assert time.monotonic() - start < 2.5
    pid = int(note.read_text())
    end = time.monotonic() + 2
    while not _dead(pid) and time.monotonic() < end:
        pass
    assert _dead(pid)


def test_huge_output_is_cut() -> None:
    start = time.monotonic()
    output = _sh("yes", limit=100_000)
    assert output is not None
    assert len(output) == 100_000
    assert time.monotonic() - start < 4


@pytest.mark.parametrize("value", ["-rf", "--help", "a\0b"])
def test_values_are_never_options(value: str) -> None:
    assert output_of("echo", (), (value,), seconds=2) is None


def test_values_never_reach_a_shell() -> None:
    assert output_of("echo", (), ("$(id) ; id `id`",), seconds=2) == "$(id) ; id `id`\n"


def test_programs_come_from_the_systems_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = tmp_path / "fake-tool"
    fake.write_text("#!/bin/sh\necho fake\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert find("fake-tool") is None
    assert output_of("fake-tool", seconds=1) is None
    assert find("sh") is not None
