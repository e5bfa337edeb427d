"""Learned wordings as YAML: whatever they hold, they are read as the very texts."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tshoot.language.clean import clean
from tshoot.render.wordings import ForTree, to_yaml

NAMES = st.text(min_size=1, max_size=12).map(clean).filter(bool)


@settings(max_examples=150, deadline=None)
@given(NAMES, NAMES, NAMES, st.lists(NAMES, min_size=1, max_size=3))
def test_any_text_comes_back(tree: str, node: str, option: str, phrases: list[str]) -> None:
    text = to_yaml([ForTree(tree, tuple(phrases), {node: {option: tuple(phrases)}}, {node: {option: (tree,)}})])
    assert yaml.load(text, yaml.BaseLoader) == {
        "symptoms": phrases, "nodes": {node: {"options": {option: {"means": phrases}}}},
    }  # fmt: skip


@pytest.mark.parametrize(("key", "shown"), [
    ("Yes", "Yes:"), ("on", "on:"), ("A steady light", "A steady light:"), ("true", '"true":'), ("Null", '"Null":'),
    ("1", '"1":'), ("a: b", '"a: b":'), ("- a", '"- a":'), ("ä", '"ä":'), ("#", '"#":'), ("a ", "a:"),
])  # fmt: skip
def test_keys_are_bare_where_they_are_surely_text(key: str, shown: str) -> None:
    assert shown in to_yaml([ForTree("t", (), {"n": {key: ("two words",)}})]).split("\n")[4]


def test_several_trees_are_documents() -> None:
    text = to_yaml([ForTree("a", ("one two",)), ForTree("b", ("three four",))])
    assert text == '# a\nsymptoms:\n  - "one two"\n---\n# b\nsymptoms:\n  - "three four"\n'
    assert to_yaml([]) == ""
