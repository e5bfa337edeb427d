"""A conversation as plain text."""

from __future__ import annotations

import pytest

from tshoot.render.transcript import to_text


@pytest.mark.parametrize(
    ("entries", "text"),
    [
        ([], ""),
        ([("You", "no wifi")], "You: no wifi\n"),
        ([("tshoot", "Is the light on?"), ("You", "Yes")], "tshoot: Is the light\n  on?\n\nYou: Yes\n"),
        ([("tshoot", "Is it on?\n1  Yes\n2  No")], "tshoot: Is it on?\n  1  Yes\n  2  No\n"),
        ([("You", "one two three four five")], "You: one two three\n  four five\n"),
        ([("Y\x1b[31mou", "a\x1b]0;owned\x07b\x00c")], "You: abc\n"),
    ],
)
def test_entries_are_lines(entries: list[tuple[str, str]], text: str) -> None:
    assert to_text(entries, 20) == text
