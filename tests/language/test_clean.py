"""The sanitiser: what hostile text may not leave behind."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.language.clean import clean

ANY = st.text(st.characters(codec=None, categories=None), max_size=200)
HOSTILE = st.text(
    st.sampled_from("ab \n\t\r\x00\x07\x1b[]0;m\\\x9b\x9c\x9d\x85\u200b\u202e\ufeff\ud800e\u0301é\u2028")
)
FORBIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", "plain words"),
        ("  two   blanks\tand\na line ", "two blanks and a line"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;new title\x07shown", "shown"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jgone", "gone"),
        ("\x9d0;title\x9cshown", "shown"),
        ("\x1bP+q544e\x1b\\shown", "shown"),
        ("unclosed \x1b]0;title stays", "unclosed 0;title stays"),
        ("\x1b\x1b[2Jx", "x"),
        ("abc\u202etxt.exe", "abctxt.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("half \ud83d pair", "half pair"),
        ("e\u0301", "é"),
        ("nul\x00byte", "nulbyte"),
        ("", ""),
        ("打印机 не печатает", "打印机 не печатает"),
        ("thumbs 👍", "thumbs 👍"),
    ],
)
def test_one_line(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a  \n\n\n\nb\n", "a\n\nb"),
        ("  kept indent", "  kept indent"),
        ("tab\there", "tab here"),
    ],
)
def test_lines(text: str, expected: str) -> None:
    assert clean(text, lines=True) == expected


def test_a_pile_of_marks_is_cut() -> None:
    assert len(clean("Z" + "\u0335" * 500)) <= 10


def test_the_limit_counts_what_is_kept() -> None:
    assert clean("x" * 5000) == "x" * 4000
    assert clean("\x1b[0m" * 3 + "word", limit=4) == "word"


@pytest.mark.parametrize(
    "part", ["\x1b]", "\x1b[", "a\u0301", "\u0301", "\n", "x ", "\x9d0;", "\ud800", "\x1b[1;1"]
)
@pytest.mark.parametrize("lines", [False, True])
def test_a_megabyte_is_quick(part: str, lines: bool) -> None:
    begun = time.process_time()
    kept = clean(part * (1_000_000 // len(part)), lines=lines)
    assert len(kept) <= 4000
    assert time.process_time() - begun < 0.5


@given(ANY | HOSTILE, st.booleans(), st.integers(1, 60))
def test_nothing_hostile_is_left(text: str, lines: bool, limit: int) -> None:
    kept = clean(text, limit=limit, lines=lines)
    assert not FORBIDDEN.search(kept)
    assert lines or "\n" not in kept
    assert len(kept) <= limit
    assert unicodedata.is_normalized("NFC", kept)
    kept.encode()


@given(ANY | HOSTILE, st.booleans())
def test_cleaning_twice_changes_nothing(text: str, lines: bool) -> None:
    once = clean(text, lines=lines)
    assert clean(once, lines=lines) == once
