"""What is written as YAML is read back as the same text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.plain_values import plain_values
from tshoot.authoring.quoting import scalar
from tshoot.authoring.source import CONTROL

TEXTS = st.text(max_size=60).map(lambda text: CONTROL.sub("", text).replace("\n", " "))
PLAIN = (
    "Yes",
    "no",
    "it's",
    "a b",
    "C:\\Users",
    "half-done",
    "22:22",
    "007",
    "café",
    "is it on?",
    "a#b",
    "x {os}",
)
QUOTED = ("", " a", "a ", "true", "null", "~", "7", "0.5", "a: b", "a:", "a #b", "# a", "- a", "{a", "[a", "'a'", '"a"',
          "“a”", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a`", "a\tb", "a\xa0b", "? a", "?0", ":a", "---",
          "...")  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_what_needs_no_quotes_gets_none(text: str) -> None:
    assert scalar(text) == text
    assert plain_values(f"k: {scalar(text)}") == {"k": text}


@pytest.mark.parametrize("text", QUOTED)
def test_what_needs_quotes_gets_them(text: str) -> None:
    assert scalar(text).startswith('"')
    assert plain_values(f"k: {scalar(text)}") == {"k": text}


@given(TEXTS)
def test_it_is_read_back_as_it_was(text: str) -> None:
    assert plain_values(f"k: {scalar(text)}") == {"k": text}
    assert plain_values(f"k: [{scalar(text, flow=True)}, {scalar(text, flow=True)}]") == {"k": [text, text]}


@given(TEXTS.filter(lambda text: text.strip() == text != ""))
def test_a_key_is_read_back_as_it_was(text: str) -> None:
    assert plain_values(f"{scalar(text, key=True)}: v") == {text: "v"}
    assert plain_values(f"k: {{{scalar(text, flow=True, key=True)}: v}}") == {"k": {text: "v"}}
