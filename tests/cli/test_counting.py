"""What is said while many cases are counted."""

from __future__ import annotations

import io

import pytest

from tshoot.cli.counting import Progress


class Terminal(io.StringIO):
    def __init__(self, is_one: bool) -> None:
        super().__init__()
        self.is_one = is_one

    def isatty(self) -> bool:
        return self.is_one


@pytest.mark.parametrize(
    ("terminal", "seconds", "said"),
    [
        (True, 0.5, "\rCounting the cases: 2 so far\rCounting the cases: 4 so far\r" + " " * 28 + "\r"),
        (True, 0.01, ""),
        (False, 0.5, ""),
    ],
)
def test_a_person_who_waits_sees_how_far_it_is(terminal: bool, seconds: float, said: str) -> None:
    stream = Terminal(terminal)
    now = [0.0]
    progress = Progress(stream, lambda: now[0])
    for _ in range(4):
        now[0] += seconds
        progress.step()
    progress.done()
    assert stream.getvalue() == said
