"""Lines by terminal cells, broken at sentences where that leaves a good line."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.render.wrap import cell_width, wrap


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("日本", 4),
        ("ｆ", 2),
        ("😀", 2),
        ("a\u200bb", 2),
        ("\ufe0f", 0),
    ],
)
def test_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 20, [""]),
        ("short", 20, ["short"]),
        ("a\n\nb", 20, ["a", "", "b"]),
        ("one two three four five", 13, ["one two three", "four five"]),
        ("The light is green. Wait for it.", 24, ["The light is green.", "Wait for it."]),
        ("No. The light is green at last.", 24, ["No. The light is green", "at last."]),
        ("It says “Ready.” Then press the key.", 24, ["It says “Ready.”", "Then press the key."]),
        ("abcdefghijklmnopqrstuvwxyz", 10, ["abcdefghij", "klmnopqrst", "uvwxyz"]),
        ("日本語日本語日本語", 10, ["日本語日本", "語日本語"]),
        ("one two three", 1, ["one two", "three"]),
        ("- one two three", 12, ["- one two", "  three"]),
        ("  10. one two three", 16, ["  10. one two", "      three"]),
        ("  one two three", 12, ["  one two", "  three"]),
    ],
)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_first_and_other_lines_have_their_own_beginning() -> None:
    assert wrap("one two three four", 12, first="- ") == ["- one two", "  three four"]
    assert wrap("one two three four", 13, first="You: ", rest="  ") == ["You: one two", "  three four"]
    assert wrap("a\n\nb", 20, first="- ") == ["- a", "", "  b"]


@given(st.text(st.sampled_from("ab. 日é\u0301\n😀"), max_size=200), st.integers(10, 40))
def test_no_line_is_wider_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_width(line.strip(" ")) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_long_text_takes_linear_time() -> None:
    start = time.process_time()
    assert len(wrap("word. " * 50_000 + "x" * 300_000, 40)) > 1000
    assert time.process_time() - start < 3
