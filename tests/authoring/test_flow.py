"""Where nodes lead, as the rules see it."""

import pytest

from tshoot.authoring.flow import ENDS, Exit, exits
from tshoot.authoring.lint import lint_tree
from tshoot.authoring.parse import parse_tree

GATED = """\
tree: 1
title: Printer does not print
facts:
  model: {type: choice, choices: [old, new], ask: Which model is it?}
nodes:
  first: {ask: Which model is it?, fact: model, options: {Old: old, New: new}}
  old: {tell: This one has a drum.}
  new:
    ask: Is the drum loose?
    options:
      "Yes": {goto: fixed, when: model == "old"}
      "No": {goto: person, when: model == "old"}
    THEN
  onward: {tell: Look at the tray., then: person}
  fixed: {end: resolved, tell: Good.}
  person: {end: escalate}
"""


@pytest.mark.parametrize(
    ("then", "last"), [("", Exit("then", "onward", written=False)), ("then: fixed", Exit("then", "fixed"))]
)
def test_question_whose_options_may_all_be_withheld_leads_on(then: str, last: Exit) -> None:
    tree = parse_tree(GATED.replace("THEN", then), "printer.yaml").tree
    assert tree
    ways = exits(tree.nodes["new"])
    assert ways == (Exit("options.Yes.goto", "fixed"), Exit("options.No.goto", "person"), last)


def test_what_follows_such_a_question_is_reached() -> None:
    parsed = parse_tree(GATED.replace("THEN", ""), "printer.yaml")
    assert not [item for item in lint_tree(parsed) if item.rule == "unreachable-node"]


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ("{do: Pull the plug., fixed: z}", [("fixed", "z", True), ("else", "y", False)]),
        ("{do: Pull the plug., else: z}", [("fixed", ENDS, True), ("else", "z", True)]),
        ("{do: Pull the plug., else: (resolved)}", [("fixed", ENDS, True), ("else", "(resolved)", True)]),
        ("{do: Pull the plug., then: z}", [("then", "z", True)]),
        ("{tell: Wait., when: working}", [("then", "y", False), ("when", "y", False)]),
        (
            "{branch: [{when: working, goto: z}]}",
            [("branch.0.goto", "z", True), ("branch", "y", False)],
        ),
        (
            "{branch: [{when: working, goto: z}, {else: y}]}",
            [("branch.0.goto", "z", True), ("branch.1.goto", "y", True)],
        ),
        ("{end: resolved}", [("", ENDS, True)]),
    ],
)
def test_ways_have_the_places_of_their_targets(node: str, expected: list[tuple[str, str, bool]]) -> None:
    source = f"tree: 1\ntitle: T\nnodes:\n  x: {node}\n  y: {{end: resolved}}\n  z: {{end: escalate}}\n"
    tree = parse_tree(source, "t.yaml").tree
    assert tree
    assert [(way.where, way.target, way.written) for way in exits(tree.nodes["x"])] == expected
