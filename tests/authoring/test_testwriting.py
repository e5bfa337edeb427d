"""Walks as tests: what is written is read as the very same test, and passes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import AT, begun, give, tree
from tshoot.authoring.testwriting import recorded, to_yaml
from tshoot.authoring.treetest import Simulated, TreeTest, parse_tests

TESTS = [
    TreeTest(name="plain", end="resolved"),
    TreeTest(name="yes: no # not a remark", walk=(("a", "yes"), ("b", ("x, y", "- z"))), handoff="queue:desk"),
    TreeTest(
        name="“quoted” and 'quoted'", persona="agent", facts={"n": 3, "t": "004711", "b": True, "l": ("a", "b")},
        checks={"wifi": Simulated("weak", {"signal": 30}), "disk": Simulated("refused")},
        answers=("no", "null", "~"), chance=False, calls={"other": "walk"}, end="escalated",
        passed=("a", "b"), learned={"n": 3}, summary=("a: b",),
    ),
]  # fmt: skip


@pytest.mark.parametrize("test", TESTS, ids=lambda test: str(test.name))
def test_what_is_written_is_read_again(test: TreeTest) -> None:
    assert _again(test) == _plain(test)


def _again(test: TreeTest) -> TreeTest:
    parsed = parse_tests(to_yaml([test]), "t.test.yaml")
    assert not [one for one in parsed.diagnostics if one.severity == "error"], parsed.diagnostics
    return _plain(parsed.tests[0])


def _plain(test: TreeTest) -> TreeTest:
    from dataclasses import replace

    return replace(test, line=1, index=0)


SAYABLE = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_categories=("Cc", "Cs")), min_size=1
)


@given(name=SAYABLE, answer=SAYABLE)
def test_any_words_are_read_again(name: str, answer: str) -> None:
    test = TreeTest(name=name, walk=(("a", answer),), end="resolved")
    again = _again(test)
    assert (again.name, again.walk) == (test.name.strip(), (("a", answer),))


def test_without_heading_they_can_be_put_behind_others() -> None:
    both = to_yaml([TESTS[0]]) + to_yaml([TESTS[1]], heading=False)
    assert [test.name for test in parse_tests(both, "t.test.yaml").tests] == [TESTS[0].name, TESTS[1].name]


TREE = """
facts:
  pin: {type: text, secret: true, prompt: PIN?}
  n: {type: number, prompt: How many?}
nodes:
  one: {ask: Which?, options: {A: two, B: {label: The other one, goto: two}}}
  two: {input: {fact: n}}
  secret: {input: {fact: pin}}
  look:
    check: wifi
    on: {weak: go}
    else: go
    ask: On?
    options: {Yes: go, No: go}
  go: {do: Go., then: fix}
  fix: {do: Mend it., fixed: end, else: out}
  out: {handoff: queue:desk}
  end: {end: resolved}
"""


def test_a_walk_that_ended() -> None:
    session = begun(t=TREE, facts={"os": "Linux", "computer": "laptop-7"})
    give(session, "B")
    session.answer("value", 3.0, at=AT)
    session.answer("value", "1234", at=AT)
    session.checked("done", "weak", {"signal": 10}, at=AT)
    give(session, "Done", "Yes")
    test = recorded(session, tree(TREE), "a", ["os"])
    assert test.facts == {"os": "Linux"}
    assert test.checks == {"wifi": Simulated("weak", {"signal": 10})}
    assert dict(test.walk) == {"one": "The other one", "two": "3", "secret": "not shown", "fix": "Yes"}
    assert test.end == "resolved"


def test_a_walk_that_stands_says_how_far_it_came() -> None:
    session = give(begun(t=TREE), "A", "?")
    test = recorded(session, tree(TREE), "a")
    assert (test.walk, test.passed) == ((("one", "A"), ("two", "I don't know")), ("secret",))


def test_a_hand_off_names_its_target() -> None:
    session = give(begun(t=TREE), "A", "?", "?")
    session.checked("refused", at=AT)
    give(session, "Yes", "Done", "No", "?", "?", "?", "?", "?")
    test = recorded(session, tree(TREE), "a")
    assert test.handoff == "queue:desk" and test.checks == {"wifi": Simulated("refused")}
