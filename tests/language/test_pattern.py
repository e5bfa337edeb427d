"""Authored patterns: the same as `re` where both know the language, in linear time, with places in the errors."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.language.pattern import PatternError, compile_pattern


@pytest.mark.parametrize(
    ("source", "text", "fits"),
    [
        (r"PC-\d{4}", "PC-0042", True),
        (r"PC-\d{4}", "PC-042", False),
        (r"PC-\d{4}", "xPC-0042", False),
        (r"^\d+$", "12", True),
        (r"[A-Z]{2,3}\d*", "ABC12", True),
        (r"[A-Z]{2,3}\d*", "ABCD", False),
        (r"[^@]+@[^@]+", "a@b", True),
        (r"cat|dogs?", "dog", True),
        (r"cat|dogs?", "catdog", False),
        (r"a\.b", "axb", False),
        (r".*", "", True),
        (r".", "\n", False),
        (r"[]a]", "]", True),
        (r"[a\-z]", "-", True),
        (r"[\d.]+", "1.2.3", True),
        (r"\w+\s\w+", "drucker büro", True),
        (r"x{0}y", "y", True),
        ("", "", True),
        ("", "a", False),
    ],
)
def test_matching(source: str, text: str, fits: bool) -> None:
    assert compile_pattern(source).matches(text) is fits


@pytest.mark.parametrize(
    ("source", "offset"),
    [
        ("(a)", 0),
        ("ab(", 2),
        ("*a", 0),
        ("a**", 2),
        ("a+?", 2),
        ("[a", 0),
        ("[z-a]", 1),
        ("a{", 1),
        ("a{2,1}", 1),
        ("a{5000}", 1),
        (r"\b", 0),
        (r"\1", 0),
        ("a\\", 1),
        ("a$b", 1),
        ("[[:alpha:]]", 1),
        (".{300}.{300}", 6),
    ],
)
def test_what_is_outside_the_language_is_refused_with_its_place(source: str, offset: int) -> None:
    with pytest.raises(PatternError) as caught:
        compile_pattern(source)
    assert caught.value.offset == offset
    assert caught.value.message


ATOMS = st.sampled_from(
    ["a", "b", "1", ".", r"\d", r"\w", r"\s", r"\D", "[ab]", "[^a]", "[a-c1]", r"[\d_]", r"\.", "-"]
)
COUNTS = st.sampled_from(["", "", "?", "*", "+", "{2}", "{0,2}", "{1,}"])
WAY = st.lists(st.tuples(ATOMS, COUNTS).map("".join), max_size=5).map("".join)
SOURCES = st.lists(WAY, min_size=1, max_size=3).map("|".join)


@given(SOURCES, st.text("ab1c_ .-\né", max_size=8))
def test_same_as_re(source: str, text: str) -> None:
    assert compile_pattern(source).matches(text) == bool(re.fullmatch(source, text))


@given(st.text(max_size=30))
def test_any_source_compiles_or_is_refused(source: str) -> None:
    try:
        compile_pattern(source).matches("a1")
    except PatternError as error:
        assert 0 <= error.offset <= len(source)


def test_what_hangs_a_backtracking_engine_is_quick() -> None:
    begun = time.process_time()
    assert not compile_pattern("a*" * 30 + "b").matches("a" * 4000)
    assert time.process_time() - begun < 1.0
