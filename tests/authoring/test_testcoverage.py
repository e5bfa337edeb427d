"""How much of a tree its tests take."""

from __future__ import annotations

import pytest

from tests.support import tree as tree_of
from tshoot.authoring.testcoverage import Coverage, Share, cover, shown, total
from tshoot.authoring.testrun import run_test
from tshoot.authoring.treetest import parse_tests
from tshoot.cli.testfiles import summary
from tshoot.conversation.hearing import hear

TREE = """
nodes:
  power: {ask: On?, options: {Yes: good, No: plug}}
  plug: {do: Plug it in., fixed: good, else: hand}
  good: {end: resolved}
  hand: {handoff: workshop}
"""


@pytest.mark.parametrize(
    ("tests", "shares", "missing"),
    [
        ("[{name: a, walk: [{power: yes}], end: resolved}]", ("2 of 4", "1 of 4", "1 of 2"),
         ("the node 'plug'", "the option 'No' of 'power'", "the option 'Yes' of 'plug'", "the option 'No' of 'plug'",
          "the outcome 'hand'")),
        ("[{name: a, walk: [{power: yes}], end: resolved}, {name: b, answers: [no, no], end: resolved}]",
         ("2 of 4", "1 of 4", "1 of 2"),
         ("the node 'plug'", "the option 'No' of 'power'", "the option 'Yes' of 'plug'", "the option 'No' of 'plug'",
          "the outcome 'hand'")),
        ("[{name: a, answers: [no, no], handoff: workshop}]", ("3 of 4", "2 of 4", "1 of 2"),
         ("the option 'Yes' of 'power'", "the option 'Yes' of 'plug'", "the outcome 'good'")),
        ("[{name: a, answers: [no, no], handoff: workshop}, {name: b, answers: [no, yes], end: resolved},"
         " {name: c, answers: [yes], end: resolved}]", ("4 of 4", "4 of 4", "2 of 2"), ()),
    ],
)  # fmt: skip
def test_nodes_ways_and_outcomes(tests: str, shares: tuple[str, str, str], missing: tuple[str, ...]) -> None:
    tree = tree_of(TREE)
    parsed = parse_tests(f"tests: {tests}", "t.test.yaml")
    found = cover(tree, [run_test(test, tree, lambda name: None, hear, summary) for test in parsed.tests])
    assert (str(found.nodes), str(found.ways), str(found.outcomes)) == shares
    assert found.missing == missing


def test_a_total_is_over_all_trees() -> None:
    one = Coverage(tree="a", nodes=Share(1, 2), ways=Share(0, 2), outcomes=Share(1, 1))
    two = Coverage(tree="b", nodes=Share(4, 4), ways=Share(1, 2), outcomes=Share(1, 2))
    assert str(total([one, two])) == "5 of 6 nodes, 1 of 4 ways, 2 of 3 outcomes (61.5 %)"
    assert total([]).percent == 100


@pytest.mark.parametrize(("percent", "text"), [(100.0, "100"), (99.99, "99.9"), (0.0, "0"), (66.666, "66.6")])
def test_nothing_missing_is_the_only_hundred(percent: float, text: str) -> None:
    assert shown(percent) == text
