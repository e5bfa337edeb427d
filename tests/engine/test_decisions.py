"""Which nodes a walk passed, and which conditions decided on the way."""

from __future__ import annotations

import pytest

from tests.support import AT, begun, give
from tshoot.engine.decisions import trace, verdict
from tshoot.model.fact import Value

TREE = """
facts:
  size: {type: number, prompt: How big?}
  kind: {type: choice, values: [A, B]}
  colour: {type: text}
nodes:
  big: {input: {fact: size}}
  which:
    ask: Which?
    fact: kind
    options:
      A: maybe
      B: {goto: maybe, when: size > 20}
  maybe:
    tell: Only for A.
    when: kind == 'A'
    then: route
  route:
    branch:
      - {when: "size > 100", goto: end}
      - {when: "colour == 'red'", goto: end}
      - {when: "size > 10", goto: fixes}
      - {else: end}
  fixes:
    try:
      - {id: hit, do: Hit it., when: kind == 'A'}
      - {id: kick, do: Kick it.}
    fixed: end
    else: end
  end: {end: resolved}
"""


def seen(*answers: str | float) -> list[tuple[str, str, str, str]]:
    session = begun(t=TREE)
    for answer in answers:
        if isinstance(answer, float):
            session.answer("value", answer, at=AT)
        else:
            give(session, answer)
    return [(one.node, one.where, one.name, one.verdict) for one in trace(session).decisions]


def test_each_kind_of_condition_is_told() -> None:
    assert seen(50.0, "B") == [
        ("which", "option", "B", "true"),
        ("maybe", "node", "maybe", "false"),
        ("route", "arm", "end", "false"),
        ("route", "arm", "end", "unknown"),
        ("route", "arm", "fixes", "true"),
        ("fixes", "fix", "hit", "false"),
    ]


def test_arms_behind_the_one_that_was_taken_are_not_looked_at() -> None:
    arms = [one for one in seen(500.0, "A") if one[0] == "route"]
    assert arms == [("route", "arm", "end", "true")]


def test_the_else_of_a_branch_has_no_condition() -> None:
    session = begun(t=TREE)
    session.answer("value", 5.0, at=AT)
    give(session, "A")
    last = [one for one in trace(session).decisions if one.node == "route"][-1]
    assert (last.condition, last.verdict, last.facts) == ("", "true", ())


def test_the_values_of_that_moment_are_kept() -> None:
    session = begun(t=TREE)
    session.answer("value", 50.0, at=AT)
    give(session, "B")
    first = trace(session).decisions[0]
    assert first.facts == (("size", 50.0),) and first.step == 2


def test_silent_nodes_are_on_the_path() -> None:
    session = begun(t=TREE)
    session.answer("value", 50.0, at=AT)
    give(session, "A")
    assert [node for _, node in trace(session).path] == ["big", "which", "maybe", "route", "fixes"]


def test_a_fact_from_the_side_repeats_nothing() -> None:
    session = begun(t=TREE)
    session.answer("value", 50.0, at=AT)
    before = trace(session)
    session.learn("colour", "blue", at=AT)
    assert trace(session) == before


def test_what_was_taken_back_did_not_decide() -> None:
    session = begun(t=TREE)
    session.answer("value", 50.0, at=AT)
    give(session, "B")
    session.back(at=AT)
    assert [one.node for one in trace(session).decisions] == ["which"]


KNOWN: dict[str, Value] = {"a": 1, "b": "x", "t": True}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("", "true"),
        ("a == 1", "true"),
        ("a == 2", "false"),
        ("c == 1", "unknown"),
        ("a == 2 and c == 1", "false"),
        ("a == 1 and c == 1", "unknown"),
        ("a == 1 or c == 1", "true"),
        ("a == 2 or c == 1", "unknown"),
        ("a == 2 or b == 'y'", "false"),
        ("not t", "false"),
        ("not c", "true"),
        ("known(c)", "false"),
        ("known(a)", "true"),
        ("len(c) > 1", "unknown"),
        ("a ==", "false"),
    ],
)
def test_what_a_condition_comes_to(condition: str, expected: str) -> None:
    assert verdict(condition, KNOWN.get) == expected
