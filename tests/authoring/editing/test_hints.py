"""A node in one line, for lists and hovers."""

from __future__ import annotations

from pathlib import Path

from tshoot.authoring.editing.hints import kind_word, node_line, node_lines
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.vocabulary.nodes import KINDS

EVERY_KIND = Path(__file__).parents[1] / "fixtures/ok/every-kind.yaml"


def test_every_kind_says_what_it_is() -> None:
    tree = parse_tree(EVERY_KIND.read_bytes(), "every-kind.yaml").tree
    assert tree
    assert {kind_word(node) for node in tree.nodes.values()} == set(KINDS) - {"tell"}
    for node in tree.nodes.values():
        kind, _, words = node_line(node).partition(": ")
        assert kind == kind_word(node)
        assert words.strip()
        assert "\n" not in node_line(node)
        assert next(iter(node_lines(node))).startswith(node.id)


def test_an_authors_words_are_cut_and_cleaned() -> None:
    text = "x" * 300
    tree = parse_tree(
        f"tree: 1\ntitle: T\nnodes: {{a: {{tell: {text}, then: b}}, b: {{end: resolved}}}}", "t.yaml"
    ).tree
    assert tree
    assert len(node_line(tree.nodes["a"])) < 120
