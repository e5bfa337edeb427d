"""Conditions in words."""

from __future__ import annotations

import pytest

from tshoot.authoring.condition_words import in_words


@pytest.mark.parametrize(("condition", "words"), [
    ("os == 'Windows'", "“OS” is Windows"),
    ("os != 'Windows'", "“OS” is not Windows"),
    ("not os == 'Windows'", "“OS” is not Windows"),
    ("speed < 40 and known(os)", "“SPEED” is below 40 and “OS” is known"),
    ("not (speed < 40 or known(os))", "“SPEED” is at least 40 and “OS” is not known"),
    ("not (speed < 40 and known(os))", "“SPEED” is at least 40 or “OS” is not known"),
    ("os in ('a', 'b')", "“OS” is a or b"),
    ("os not in ('a', 'b')", "“OS” is not a or b"),
    ("'New' in changes", "“CHANGES” contains “New”"),
    ("not ('New' in changes)", "“CHANGES” does not contain “New”"),
    ("flag", "“FLAG” is true"),
    ("not flag", "“FLAG” is not true"),
    ("flag == true", "“FLAG” is true"),
    ("a == 'x' and (b == 'y' or c == 'z')", "a == 'x' and (b == 'y' or c == 'z')"),
    ("speed + 1 > 3", "speed + 1 > 3"),
    ("1 < speed < 3", "1 < speed < 3"),
    ("not what )", "not what )"),
    ("a\x1b[31m == 'b'", "a == 'b'"),
])  # fmt: skip
def test_in_words(condition: str, words: str) -> None:
    assert in_words(condition, str.upper) == words


def test_a_deep_condition_is_no_failure() -> None:
    assert in_words("(" * 5000 + "a" + ")" * 5000, str.upper)
