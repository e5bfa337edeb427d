"""Which ways of a tree its tests take, and which they do not."""

from __future__ import annotations

from tests.authoring.test_treetest import CALLING, CHECKED, FIXING, POWER, results
from tests.support import tree as tree_of
from tshoot.authoring.testrun import describe_way, never_taken, ways_of


def test_coverage_names_what_no_test_takes() -> None:
    found = results(
        FIXING.replace(", needs: [pages]", ""), "- {name: a, walk: [{toggle: no}, {restart: yes}], end: resolved}"
    )
    tree = tree_of(FIXING.replace(", needs: [pages]", ""))
    missing = [describe_way(*way) for way in never_taken(tree, found)]
    assert missing == [
        "'else' of 'fixes'",
        "the option 'Drum' of 'many'",
        "the option 'Toner' of 'many'",
        "'none' of 'many'",
    ]
    assert len(ways_of(tree)) == 7


def test_coverage_of_checks_branches_and_calls() -> None:
    tests = (
        "- {name: a, checks: {wifi: {result: weak, signal: 5}}, end: unsupported}\n"
        "- {name: b, checks: {wifi: off}, end: unsupported}"
    )
    missing = [describe_way(*way) for way in never_taken(tree_of(CHECKED), results(CHECKED, tests))]
    assert missing == [
        "the option 'Yes' of 'look'", "the option 'No' of 'look'", "the branch 2 of 'route'",
        "the option 'Windows' of 'system'", "the option 'macOS' of 'system'",
    ]  # fmt: skip
    calls = results(CALLING, "- {name: a, end: resolved}")
    assert [describe_way(*way) for way in never_taken(tree_of(CALLING), calls)] == ["the result 'failed' of 'who'"]


def test_coverage_is_complete_when_everything_is_taken() -> None:
    tests = "- {name: a, walk: [{power: yes}]}\n- {name: b, answers: [no, no]}\n- {name: c, answers: [no, yes]}"
    found = results(POWER, tests.replace("]}", "], passed: [power]}"))
    assert all(result.passed for result in found)
    assert never_taken(tree_of(POWER), found) == ()
