"""Calls: arguments go in and are taken back, facts and an outcome come out."""

import pytest

from tests.support import asked, begun, give
from tshoot.model.fact import Value

IDENTIFIED = """
nodes:
  who:
    call: identity
    with: {reason: "Reset for {problem}"}
    on: {verified: ok, failed: stop}
    else: other
  ok: {ask: Ok?, options: {Yes: end, No: end}}
  stop: {ask: Stop?, options: {Yes: end, No: end}}
  other: {ask: Other?, options: {Yes: end, No: end}}
  end: {end: resolved}
"""
IDENTITY = """
facts: {reason: {type: text}, badge: {type: text, prompt: Badge?}}
nodes:
  badge: {ask: "{reason}: the badge?", fact: has_badge, options: {Yes: good, No: bad, Lost: odd}}
  good: {end: resolved, code: verified, tell: Thank you.}
  bad: {end: escalate, code: failed}
  odd: {end: unsupported}
"""


@pytest.mark.parametrize(("answer", "node"), [("Yes", "ok"), ("No", "stop"), ("Lost", "other")])
def test_a_called_tree_returns_its_outcome_and_facts(answer: str, node: str) -> None:
    session = begun(t=IDENTIFIED, identity=IDENTITY)
    prompt = session.state.prompt
    assert prompt
    assert prompt.text == "Reset for it is broken: the badge?"
    assert asked(give(session, answer)) == node
    assert session.state.value("has_badge") == answer
    assert session.state.tree == "t"


def test_a_called_tree_that_is_not_there_is_passed_by() -> None:
    assert asked(begun(t=IDENTIFIED)) == "other"


def test_calls_are_bounded_in_depth() -> None:
    session = begun(
        a="nodes:\n  x: {call: b, else: e}\n  e: {end: resolved}",
        b="nodes:\n  x: {call: a, else: e}\n  e: {end: unsupported}",
        start="a",
    )
    assert asked(session) == "resolved"


CALLER = """
facts: {minutes: {type: number, unit: minutes}}
nodes:
  who: {call: sub, with: WITH, on: {ok: after}, else: other}
  after: {ask: After?, options: {Yes: who, No: end}}
  other: {ask: Other?, options: {Yes: end, No: end}}
  end: {end: resolved}
"""
SUB = """
facts: {reason: {type: text}, wait: {type: number}, vip: {type: boolean}, name: {type: text, prompt: Name?}}
nodes:
  q: {ask: "Because of {reason}?", fact: agreed, options: {Yes: n, No: n}}
  n: {input: {fact: name}, then: e}
  e: {end: resolved, code: ok}
"""


def caller(arguments: str) -> str:
    return CALLER.replace("WITH", arguments)


def test_arguments_are_as_before_once_the_call_is_over() -> None:
    session = begun(t=caller("{reason: Reset}"), sub=SUB, facts={"reason": "my own"})
    assert session.state.prompt
    assert session.state.prompt.text == "Because of Reset?"
    give(session, "Yes", "Ana")
    assert asked(session) == "after"
    assert session.state.value("reason") == "my own"
    assert (session.state.value("agreed"), session.state.value("name")) == ("Yes", "Ana")


def test_an_argument_that_nobody_knew_before_is_gone_afterwards() -> None:
    session = give(begun(t=caller("{reason: Reset}"), sub=SUB), "Yes", "Ana")
    assert "reason" not in session.state.facts


def test_what_the_called_tree_learned_stays_even_under_an_arguments_name() -> None:
    sub = SUB.replace("e: {end", "e: {set: {reason: \"'changed'\"}, then: f}\n  f: {end")
    session = give(begun(t=caller("{reason: Reset}"), sub=sub, facts={"reason": "my own"}), "Yes", "Ana")
    assert session.state.value("reason") == "changed"


@pytest.mark.parametrize(
    ("arguments", "name", "value"),
    [
        ('{wait: "{minutes}"}', "wait", 20),
        ("{wait: 20}", "wait", 20),
        ('{wait: "{unknown}"}', "wait", None),
        ('{vip: "true"}', "vip", True),
        ('{reason: "about {unknown}."}', "reason", "about ."),
        ('{reason: "{minutes} lost"}', "reason", "20 lost"),
        ('{reason: "{minutes}"}', "reason", 20),
    ],
)
def test_arguments_keep_their_kind(arguments: str, name: str, value: Value | None) -> None:
    session = begun(t=caller(arguments), sub=SUB, facts={"minutes": 20})  # type: ignore[dict-item]
    assert session.state.tree == "sub"
    assert session.state.value(name) == value


def test_a_tree_called_twice_asks_once() -> None:
    session = give(begun(t=caller("{reason: Reset}"), sub=SUB), "Yes", "Ana", "Yes")
    assert asked(session) == "after"


def test_a_fact_that_the_person_did_not_know_is_not_asked_again_after_a_call() -> None:
    source = """
    facts: {reason: {type: text, prompt: Why?}}
    nodes:
      a: {branch: [{when: reason == 'x', goto: c}, {else: c}]}
      c: {call: sub, with: {reason: Reset}, else: d}
      d: {branch: [{when: reason == 'x', goto: e}, {else: e}]}
      e: {ask: E?, options: {Yes: e, No: e}}
    """
    assert asked(give(begun(t=source, sub=SUB), "?", "Yes", "Ana")) == "e"


def test_circles_in_a_called_tree_leave_by_the_callers_way_out() -> None:
    session = begun(
        t="tier: 2\nescalate: {to: 'queue:desk'}\nnodes:\n  a: {call: sub, else: a}",
        sub="nodes:\n  q: {ask: Q?, options: {Yes: q, No: q}}",
    )
    give(session, *["Yes"] * 8)
    assert session.state.leaving
    assert (session.state.leaving.to, session.state.leaving.reason) == (
        "queue:desk",
        "The steps went round in circles.",
    )
