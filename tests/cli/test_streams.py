"""Standard output and error that are full, closed, gone or of a narrow encoding: a sentence or silence, never more."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.small_library import begin_case

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full")

COMMANDS = {
    "cases list": 0, "cases show CASE": 0, "cases export CASE": 0, "trees": 0, "--version": 0, "--help": 0,
    "run --help": 0, "search wifi": 0, "run wifi --plain": 1, "run wifi --json": 1, "rum": 2, "cases show ZZZZ": 2,
}  # fmt: skip
"""Commands, and their exit codes where all is well."""

FULL = "tshoot: The output cannot be written: No space left on device.\n"


def ran(words: str, redirected: str, **environment: str) -> tuple[int, str]:
    """The exit code of a command whose streams a shell has redirected, and what came by the other ones."""
    command = f'"{sys.executable}" -m tshoot {words} {redirected}'
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUNBUFFERED": "", **environment}, cwd=Path(__file__).parents[2], check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    return done.returncode, done.stderr


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("words", COMMANDS)
def test_an_output_that_cannot_be_written_is_said(words: str) -> None:
    expected, words = COMMANDS[words], words.replace("CASE", begin_case())
    code, said = ran(words, ">/dev/full")
    assert (
        (code, said) == (3, FULL)
        if expected < 2
        else (code == expected and said.startswith("tshoot: There is no"))
    )
    assert ran(words, "2>/dev/full")[0] == expected
    code, said = ran(words, ">&-")
    assert code == expected
    assert "inside tshoot" not in said
    assert ran(words, ">/dev/null 2>&- <&-")[0] == expected


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("words", ["cases show CASE", "run wifi --plain", "--help"])
def test_what_a_narrow_encoding_lacks_becomes_a_question_mark(words: str) -> None:
    words = words.replace("CASE", begin_case("“señal”"))
    code, said = ran(words, ">/dev/null", PYTHONIOENCODING="ascii", PYTHONUNBUFFERED="1")
    assert (code, said) == (1 if words.startswith("run") else 0, "")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("words", ["cases list", "trees", "--help"])
def test_a_reader_who_has_read_enough_is_no_failure(words: str) -> None:
    assert ran(words, "| true; exit ${PIPESTATUS[0]}") == (0, "")
