"""Where a cursor stands, `|` in each of these."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.authoring.editing.where import where

CASES = [
    ("|", (), ""),
    ("tit|", (), "tit"),
    ("title: Pri|", ("title",), "Pri"),
    ("nodes:\n  a:\n    th|", ("nodes", "a"), "th"),
    ("nodes:\n  a:\n    then: pa|", ("nodes", "a", "then"), "pa"),
    ("nodes:\n  a:\n    ask: On?\n    options:\n      Yes: pa|", ("nodes", "a", "options", "Yes"), "pa"),
    ("nodes:\n  a:\n    options: {Yes: b, No: c|", ("nodes", "a", "options", "No"), "c"),
    ("nodes:\n  a:\n    options: {Yes: {goto: b|", ("nodes", "a", "options", "Yes", "goto"), "b"),
    ("nodes:\n  a:\n    options: {Yes: {goto: b}, No: |", ("nodes", "a", "options", "No"), ""),
    ("nodes:\n  a:\n    options: {Yes: b}\n    th|", ("nodes", "a"), "th"),
    ("nodes:\n  a:\n    branch:\n      - {when: x, goto: b|", ("nodes", "a", "branch", "[]", "goto"), "b"),
    ("nodes:\n  a:\n    branch:\n      - when: x\n        goto: b|", ("nodes", "a", "branch", "[]", "goto"), "b"),
    ("nodes:\n  a:\n    branch:\n    - when: x\n      goto: b\n    - else: c|",
     ("nodes", "a", "branch", "[]", "else"), "c"),
    ("nodes:\n  a:\n    branch:\n    - when: x\n    then: c|", ("nodes", "a", "then"), "c"),
    ("faq:\n  - q: a\n    at: [x, y|", ("faq", "[]", "at", "[]"), "y"),
    ("escalate:\n  needs:\n    - os|", ("escalate", "needs", "[]"), "os"),
    ("nodes:\n  a:\n    do: |\n", ("nodes", "a", "do"), ""),
    ("nodes:\n  a:\n    do: >\n      Note: this {o|", ("nodes", "a", "do"), "Note: this {o"),
    ("nodes:\n  a:\n    do: >\n      Note: this\n    then: c|", ("nodes", "a", "then"), "c"),
    ('nodes:\n  "a b":\n    then: c|', ("nodes", "a b", "then"), "c"),
    ("nodes:\n  a:\n    when: os == '|", ("nodes", "a", "when"), "os == '"),
    ("nodes:\n  a:\n    do:\n      Windows: Press {k|", ("nodes", "a", "do", "Windows"), "Press {k"),
    ("# then: x\nnodes:\n  a:\n\n    handoff: queue:se|", ("nodes", "a", "handoff"), "queue:se"),
    ("tests:\n  - name: x\n    walk:\n      - lo|", ("tests", "[]", "walk", "[]"), "lo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "path", "value"), CASES)
def test_the_path_and_the_value(text: str, path: tuple[str, ...], value: str) -> None:
    before = text[: text.rindex("|")]
    lines = before.split("\n")
    found = where(lines, len(lines) - 1, len(lines[-1]))
    assert (found.path, found.value) == (path, value)


@pytest.mark.parametrize(
    ("value", "word"),
    [("pa", "pa"), ("a, b-c.d", "b-c.d"), ("queue:se", "queue:se"), ("", ""), ("x == '", ""), ("no ", "")],
)
def test_the_word_that_is_typed(value: str, word: str) -> None:
    before = f"then: {value}"
    assert where([before], 0, len(before)).word == word


@given(st.text(alphabet="ab:-{}[],\"'|># \n\t\\é\U0001f600", max_size=200), st.integers(0, 30), st.integers(0, 60))
def test_nothing_raises(text: str, line: int, column: int) -> None:
    found = where(text.split("\n"), line, column)
    assert isinstance(found.word, str)


def test_long_lines_take_little() -> None:
    line = "a: " + "{[" * 500_000
    assert len(where([line, line], 1, len(line)).path) < 3000
