"""A tree as a graph: every way that a walk may take is a way of it."""

from __future__ import annotations

import pytest

from tests.support import tree as parsed_tree
from tshoot.engine.graph import reachable, steps_left, ways
from tshoot.engine.ways import FIXED, NOWHERE, ways_out

TREE = """
tree: 1
title: The lamp
symptoms: [the lamp is dark]
nodes:
  passed: {ask: Is it on?, when: known(os), options: {Yes: end, No: end}}
  look: {do: Look at it., then: fixes}
  fixes:
    try:
      - {id: plug, do: Plug it in., chance: 0.5, then: more}
      - {id: bulb, do: Change the bulb., chance: 0.2}
    fixed: end
    else: last
  more: {ask: Is it lit?, options: {Yes: fixed, No: return}}
  last: {do: Turn it., fixed: fixed, else: end}
  end: {end: escalate}
  fixed: {end: resolved}
"""


def test_the_ways_are_those_of_walks_and_their_chances_are_whole() -> None:
    for node in parsed_tree(TREE).nodes.values():
        found = ways(node)
        assert [target for target, _ in found] == [
            way.target for way in ways_out(node) if way.target not in (FIXED, NOWHERE)
        ]
        assert not found or sum(chance for _, chance in found) == pytest.approx(1)


def test_a_list_of_fixes_leads_on_as_its_chances_say() -> None:
    assert dict(ways(parsed_tree(TREE).nodes["fixes"])) == pytest.approx({"end": 0.6, "last": 0.4, "more": 0.0})


def test_a_node_that_may_be_passed_over_leads_on_and_counts_in_the_longest_way() -> None:
    tree = parsed_tree(TREE)
    assert "look" in reachable(tree, "passed")
    left = steps_left(tree)
    assert left["passed"].longest == left["look"].longest + 1
    assert left["passed"].likely == 1
