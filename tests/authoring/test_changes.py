"""What is different for people between two versions of a tree."""

from __future__ import annotations

import pytest

from tshoot.authoring.changes import Change, Walk, changes, covering
from tshoot.authoring.parse import parse_tree
from tshoot.model.tree import DecisionTree

TREE = """
tree: 1
id: lamp
title: The lamp is dark
symptoms: [my lamp is dark, no light]
faq:
  - {q: Where is the plug?, a: On the wall., at: [plug]}
escalate: queue:house
nodes:
  plug:
    ask: Is the lamp plugged in?
    why: It needs current.
    options: {Yes: route, No: in}
  in:
    do: Plug the lamp in and switch it on.
    fixed: solved
    else: route
  route:
    branch:
      - {when: "os == 'Windows'", goto: fixes}
      - {else: hand}
  fixes:
    try:
      - {id: bulb, do: Put a new bulb in., cost: 3, chance: 0.5}
      - {id: fuse, do: Look at the fuse., cost: 5, chance: 0.2}
    fixed: solved
    else: hand
  hand:
    handoff: queue:building
    reason: Neither plug nor bulb.
  solved:
    end: resolved
    tell: The lamp works.
"""


def tree(source: str) -> DecisionTree:
    parsed = parse_tree(source, "lamp.yaml")
    assert parsed.tree
    assert not parsed.diagnostics
    return parsed.tree


def compared(*edits: tuple[str, str]) -> list[tuple[str, str, str, str, str, str]]:
    """The differences after some replacements: group, kind, node, what, before, after."""
    source = TREE
    for old, new in edits:
        assert old in source
        source = source.replace(old, new)
    return [
        (one.group, one.kind, one.node, one.what, one.before, one.after)
        for one in changes(tree(TREE), tree(source))
    ]


def test_the_same_tree_has_no_differences() -> None:
    assert compared() == []
    assert compared(("tree: 1", "# a remark\ntree: 1"), ("options: {Yes: route, No: in}",
                     "options:\n      Yes: {goto: route}\n      No: {label: No, goto: in}")) == []  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Is the lamp plugged in?", "Is the plug in the wall?",
         ("questions", "changed", "plug", "the question", "Is the lamp plugged in?", "Is the plug in the wall?")),
        ("No: in}", "No: fixes}", ("ways", "changed", "plug", "where the option 'No' leads", "in", "fixes")),
        ("No: in}", "No: in, Both: in}",
         ("questions", "added", "plug", "the option 'Both'", "", "Both (leads to in)")),
        ("Yes: route, No", "'Yes, it is': route, No",
         ("questions", "removed", "plug", "the option 'Yes'", "Yes", "")),
        ("No: in}", "No: {goto: in, label: Not at all}}",
         ("questions", "changed", "plug", "the option 'No'", "No", "Not at all")),
        ("No: in}", "No: {goto: in, when: known(os)}}",
         ("ways", "added", "plug", "when the option 'No' is offered", "", "known(os)")),
        ("It needs current.", "No current, no light.",
         ("help", "changed", "plug", "why it is asked", "It needs current.", "No current, no light.")),
        ("goto: fixes}", "goto: hand}",
         ("ways", "changed", "route", "the branch", "when os == 'Windows': fixes\nelse: hand",
          "when os == 'Windows': hand\nelse: hand")),
        ("cost: 3", "cost: 4", ("ways", "changed", "fixes", "cost and chance of the fix 'bulb'",
         "3 minutes, helps in 50%", "4 minutes, helps in 50%")),
        ("      - {id: fuse, do: Look at the fuse., cost: 5, chance: 0.2}\n", "",
         ("questions", "removed", "fixes", "the fix 'fuse'", "Look at the fuse.", "")),
        ("handoff: queue:building", "handoff: queue:moon",
         ("outcomes", "changed", "hand", "the hand-off", "queue:building", "queue:moon")),
        ("end: resolved", "end: workaround",
         ("outcomes", "changed", "solved", "the outcome", "resolved", "workaround")),
        ("The lamp works.", "It is light.",
         ("outcomes", "changed", "solved", "the text", "The lamp works.", "It is light.")),
        ("The lamp is dark", "No light",
         ("finding", "changed", "", "title", "The lamp is dark", "No light")),
        (", no light]", "]", ("finding", "removed", "", "a symptom", "no light", "")),
        ("On the wall.", "Behind it.",
         ("help", "changed", "", "the answer to 'Where is the plug?'", "On the wall.", "Behind it.")),
        ("queue:house", "queue:home",
         ("outcomes", "changed", "", "where it escalates to", "queue:house", "queue:home")),
        ("{Yes: route, No: in}", "{No: in, Yes: route}",
         ("questions", "changed", "plug", "the order of the options", "Yes, No", "No, Yes")),
        ("reason: Neither", "priority: high\n    reason: Neither",
         ("outcomes", "changed", "hand", "the priority", "", "high")),
    ],
)  # fmt: skip
def test_one_edit_is_one_difference(old: str, new: str, expected: tuple[str, ...]) -> None:
    assert expected in compared((old, new))
    # An option under a new name is one that is gone and one that is new.
    assert len(compared((old, new))) == (2 if "'Yes, it is'" in new else 1)


def test_the_order_of_fixes_counts_where_they_are_tried_as_written() -> None:
    bulb = "      - {id: bulb, do: Put a new bulb in., cost: 3, chance: 0.5}\n"
    moved = ((bulb, ""), ("cost: 5, chance: 0.2}\n", f"cost: 5, chance: 0.2}}\n{bulb}"))
    assert compared(*moved) == []
    source = TREE.replace(
        "    fixed: solved\n    else: hand", "    order: written\n    fixed: solved\n    else: hand"
    )
    other = source.replace(*moved[0]).replace(*moved[1])
    assert [(one.what, one.before, one.after) for one in changes(tree(source), tree(other))] == [
        ("the order of the fixes", "bulb, fuse", "fuse, bulb")
    ]


CALLER = """tree: 1
title: Caller
symptoms: [it rings]
facts: {n: {type: number, unit: percent, prompt: How much?}, t: {prompt: Which?, max_length: 20}}
nodes:
  a:
    {check: disk, with: {path: /}, set: {n: result.free}, on: {low: b}, else: b, ask: Full?, options: {Yes: b, No: b}}
  b: {call: other, with: {reason: Full}, on: {done: c}, else: c}
  c: {ask: Which of these?, many: true, options: [One, Two], none: None, fact: kinds, then: d}
  d: {end: resolved, tell: Good}
"""


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("path: /", "path: /home", "what the check is told"), ("n: result.free", "n: result.size", "what is computed"),
        ("reason: Full", "reason: Empty", "what the called tree is told"),
        ("fact: kinds", "fact: sorts", "the fact that the answer becomes"),
        ("unit: percent", "unit: minutes", "the fact 'n'"), ("max_length: 20", "max_length: 30", "the fact 't'"),
        ("many: true, options: [One, Two], none: None, fact: kinds", "options: [One, Two], fact: kinds",
         "how many answers are taken"),
    ],
)  # fmt: skip
def test_what_checks_calls_and_facts_are_told(old: str, new: str, what: str) -> None:
    before, after = parse_tree(CALLER, "t.yaml").tree, parse_tree(CALLER.replace(old, new), "t.yaml").tree
    assert before
    assert after
    assert what in [one.what for one in changes(before, after)]


def test_a_new_node_and_a_lost_one_are_each_one_difference() -> None:
    found = compared(("  hand:\n", "  more:\n    tell: Wait for the light.\n    then: hand\n  hand:\n"))
    assert found == [("questions", "added", "more", "the text", "", "Wait for the light.")]
    found = compared(("  solved:\n", "  odd:\n    end: cancelled\n  solved:\n"))
    assert found == [("outcomes", "added", "odd", "the end", "", "cancelled")]


def test_a_node_under_a_new_id_is_the_same_node() -> None:
    found = compared(("  in:\n", "  plug-it-in:\n"), ("No: in}", "No: plug-it-in}"))
    assert found == [("questions", "renamed", "plug-it-in", "the node", "in", "plug-it-in")]
    found = compared(("  plug:\n", "  power:\n"), ("at: [plug]", "at: [power]"), ("hand}", "hand }"))
    assert [one[:3] for one in found] == [("questions", "renamed", "power")]


def test_a_renamed_target_of_a_branch_is_no_other_way() -> None:
    found = compared(("  fixes:\n", "  fixing:\n"), ("goto: fixes", "goto: fixing"))
    assert [one[1:3] for one in found] == [("renamed", "fixing")]


WALKS = (
    Walk("a", frozenset({"plug", "in"}), frozenset({("plug", "options.No")})),
    Walk("b", frozenset({"plug"}), frozenset({("plug", "options.Yes")})),
)


@pytest.mark.parametrize(
    ("change", "tests"),
    [
        (Change("questions", "changed", "plug", "the question"), ("a", "b")),
        (Change("ways", "changed", "plug", "x", way="options.No"), ("a",)),
        (Change("ways", "changed", "plug", "x", way="else"), ("a", "b")),
        (Change("questions", "changed", "hand", "x"), ()),
        (Change("questions", "removed", "in", "x"), ()),
        (Change("finding", "changed", "", "title"), ()),
    ],
)
def test_tests_that_come_upon_a_change(change: Change, tests: tuple[str, ...]) -> None:
    assert covering(change, WALKS) == tests


def test_where_a_question_leads_whose_options_are_all_withheld() -> None:
    source = """
tree: 1
title: T
nodes:
  first:
    ask: Is it on?
    options: {"Yes": {goto: last, when: working}, "No": {goto: last, when: working}}
    then: THERE
  next: {end: escalate}
  last: {end: resolved}
"""
    old, new = (parse_tree(source.replace("THERE", then), "t.yaml").tree for then in ("next", "last"))
    assert old and new
    assert [(one.what, one.before, one.after) for one in changes(old, new)] == [("where it leads", "next", "last")]
