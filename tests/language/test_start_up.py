"""What a start of the program may load: the first question must not wait for the reader."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOAD = "import sys, tshoot.language.answers, tshoot.language.commands, tshoot.language.clean; print(*sys.modules)"
LATE = (
    "rapidfuzz",
    "tshoot.language.reader",
    "tshoot.language.words",
    "tshoot.language.symptoms",
    "yaml",
    "logging",
)


@pytest.mark.parametrize("name", LATE)
def test_the_first_question_waits_for_nothing_of_the_reader(name: str) -> None:
    found = subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True, timeout=30)
    assert name not in found.stdout.split()


def test_reading_an_answer_does_not_need_the_spelling_library() -> None:
    code = (
        "import sys; from tshoot.language.answers import *;"
        "read_answer('it works now', Question('Did that fix it?', (Offer('Yes', 'Yes'), Offer('No', 'No'))));"
        "print(*sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert "rapidfuzz" not in found.stdout.split()
