"""Trees of thousands of questions are compared in a bounded time."""

from __future__ import annotations

from tests.support import tree
from tshoot.authoring.library import Member
from tshoot.authoring.library_rules.asks_again import MOST, gather


def test_so_many_questions_are_compared_at_most() -> None:
    asks = "".join(
        f"  n{i}: {{ask: Is the lamp number {i} on?, options: {{Yes: z, No: z}}}}\n" for i in range(MOST + 9)
    )
    large = tree(f"nodes:\n{asks}  z: {{end: resolved}}\n")
    assert len(gather(Member("t", (), lambda: large, dict)).questions) == MOST
