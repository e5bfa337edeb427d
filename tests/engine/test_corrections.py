"""Readings that were taken back, from the events alone."""

from __future__ import annotations

import time
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.wild import act, library
from tests.support import AT, Library, begun, give
from tshoot.engine.corrections import NOTHING, SKIPPED, UNKNOWN, Correction, corrections
from tshoot.engine.session import Session
from tshoot.model.event import (
    Answered,
    AskedForPerson,
    Changed,
    Checked,
    Event,
    Learned,
    Noted,
    PickedUp,
    Started,
    WentBack,
)


def began(tree: str = "t", problem: str = "it is broken") -> Event:
    return Started(at=AT, tree=tree, problem=problem)


def answer(node: str, key: str, text: str = "") -> Event:
    return Answered(at=AT, tree="t", node=node, answer="option", value=key, text=text)


def back(steps: int = 1) -> Event:
    return WentBack(at=AT, steps=steps)


def change(step: int, key: str, text: str = "") -> Event:
    return Changed(at=AT, step=step, answer="option", value=key, text=text)


UNKNOWN_A = Answered(at=AT, tree="t", node="a", answer="unknown", text="hm")
SKIP_A = Answered(at=AT, tree="t", node="a", answer="skip")
NONE_A = Answered(at=AT, tree="t", node="a", answer="options", value=())
BOTH_A = Answered(at=AT, tree="t", node="a", answer="options", value=("x", "y"), text="x and y")
VALUE_A = Answered(at=AT, tree="t", node="a", answer="value", value="7", text="seven or so")
OTHER_VALUE_A = Answered(at=AT, tree="t", node="a", answer="value", value="8", text="eight")
REFUSED = Checked(at=AT, tree="t", node="c", check="wifi", status="refused")
RAN = Checked(at=AT, tree="t", node="c", check="wifi", status="done")
PICKED = PickedUp(at=AT, persona="agent")
NOTE = Noted(at=AT, text="n")
TOLD = Learned(at=AT, fact="f", value="v")

NOPE = answer("a", "No", "nope not really")
A_YES, A_NO = answer("a", "Yes"), answer("a", "No")
B_YES, B_NO = answer("b", "Yes", "it does"), answer("b", "No")

WAS_YES = ("a", "nope not really", "No", "Yes")

TABLE: dict[str, tuple[list[Event], list[tuple[str, str, str, str]]]] = {
    "nothing": ([], []),
    "answered alone": ([began(), NOPE], []),
    "back and another": ([began(), NOPE, back(), A_YES], [WAS_YES]),
    "back and the same": ([began(), NOPE, back(), A_NO], []),
    "back alone": ([began(), NOPE, back()], []),
    "by key, back and another": ([began(), A_NO, back(), A_YES], []),
    "changed": ([began(), NOPE, B_YES, change(1, "Yes")], [WAS_YES]),
    "changed to the same": ([began(), NOPE, B_YES, change(1, "No")], []),
    "changed and changed back": ([began(), NOPE, B_YES, change(1, "Yes"), change(1, "No")], []),
    "changed to what is then wrong too": (
        [began(), NOPE, change(1, "Maybe", "yes it may"), change(1, "Yes")],
        [WAS_YES, ("a", "yes it may", "Maybe", "Yes")],
    ),
    "changed what is not there": ([began(), NOPE, change(9, "Yes")], []),
    "back and changed back": ([began(), NOPE, back(), A_YES, back(), A_NO], []),
    "two backs at once": ([began(), NOPE, B_YES, back(2), A_YES], [WAS_YES]),
    "two backs in turn": ([began(), NOPE, B_YES, back(), back(), A_YES], [WAS_YES]),
    "two readings in a row": (
        [began(), NOPE, back(), answer("a", "Maybe", "well it does"), back(), A_YES],
        [WAS_YES, ("a", "well it does", "Maybe", "Yes")],
    ),
    "the same words twice": ([began(), NOPE, back(), NOPE, back(), A_YES], [WAS_YES]),
    "too far back, and the way again": (
        [began(), A_YES, B_YES, back(2), A_YES, B_NO],
        [("b", "it does", "Yes", "No")],
    ),
    "another way leads to the same question": ([began(), A_NO, B_YES, back(2), A_YES, B_NO], []),
    "another question in between": ([began(), A_NO, B_YES, back(2), answer("c", "x"), B_NO], []),
    "further back than there is": ([began(), NOPE, back(99), A_YES], [WAS_YES]),
    "no steps": ([began(), NOPE, back(0), A_YES], []),
    "notes and facts from the side": ([began(), NOPE, NOTE, back(), TOLD, NOTE, A_YES], [WAS_YES]),
    "a check that ran is no step": ([began(), NOPE, RAN, back(), A_YES], [WAS_YES]),
    "a refused check is a step": ([began(), NOPE, REFUSED, back(), A_YES], []),
    "asking for a person is a step": ([began(), NOPE, AskedForPerson(at=AT), back(), A_YES], []),
    "not past a pick-up": ([began(), NOPE, PICKED, back(), A_YES], []),
    "nor changed past it": ([began(), NOPE, PICKED, change(1, "Yes")], []),
    "behind a pick-up": ([began(), PICKED, NOPE, back(3), A_YES], [WAS_YES]),
    "a restart is no correction": ([began(), NOPE, began(), A_YES], []),
    "before and behind a restart": ([began(), NOPE, back(), A_YES, began(), A_NO], [WAS_YES]),
    "a restart taken back": ([began(), NOPE, began(), back(), back(), A_YES], [WAS_YES]),
    "not known": ([began(), UNKNOWN_A, back(), A_YES], [("a", "hm", UNKNOWN, "Yes")]),
    "skipped": ([began(), NOPE, back(), SKIP_A], [("a", "nope not really", "No", SKIPPED)]),
    "several": ([began(), BOTH_A, back(), NONE_A], [("a", "x and y", "x, y", NOTHING)]),
    "a typed value is given anew": ([began(), VALUE_A, back(), OTHER_VALUE_A], []),
}


@pytest.mark.parametrize("name", TABLE)
def test_what_was_corrected(name: str) -> None:
    events, expected = TABLE[name]
    found = corrections(events)
    assert [(one.node, one.text, one.read, one.meant) for one in found] == expected
    assert corrections(events) == found


@pytest.mark.parametrize(("last", "option"), [(A_YES, True), (SKIP_A, False), (NONE_A, False)])
def test_words_can_stand_for_one_option_alone(last: Event, option: bool) -> None:
    (found,) = corrections([began(), NOPE, back(), last])
    assert (found.option, found.step) == (option, 3)


def test_opening_words_that_led_to_the_wrong_tree() -> None:
    events = [began("wifi", "no net"), A_NO, began("vpn", "no net")]
    assert corrections(events) == (Correction("wifi", "", "no net", "wifi", "vpn", step=2),)
    assert corrections([*events, began("wifi", "no net")])[0].read == "vpn"
    assert corrections([began("wifi", "no net"), began("wifi", "no net")]) == ()
    assert corrections([began("wifi", "no net"), began("vpn", "no sound")]) == ()
    assert corrections([began("", "no net"), began("vpn", "no net"), began("", "no net")]) == ()


TREE = """
nodes:
  a: {ask: Does it hum?, options: {Yes: b, No: b}}
  b: {input: {fact: pin, secret: true}, then: c}
  c: {ask: Is it dark?, options: {Yes: end, No: end}}
  end: {end: resolved}
"""


def test_a_session_that_goes_back() -> None:
    session = begun(t=TREE)
    session.answer("option", "No", text="nope not really", at=AT)
    session.answer("value", "1234", text="my pin is 1234", at=AT)
    session.answer("option", "Yes", text="as night", at=AT)
    session.back(3, at=AT)
    give(session, "Yes", "4321", "No")
    assert [(one.node, one.text) for one in corrections(session.events)] == [("a", "nope not really")]


def test_the_shadow_goes_back_as_the_replay_does() -> None:
    session: Session = begun(t=TREE)
    session.answer("option", "No", text="nope not really", at=AT)
    give(session, "1")
    session.restart(at=AT)
    session.answer("option", "Yes", text="yes it does", at=AT)
    session.back(1, at=AT)
    session.back(1, at=AT)
    assert session.state.prompt and session.state.prompt.node == "c"
    session.back(2, at=AT)
    give(session, "Yes")
    assert [(one.text, one.read, one.meant) for one in corrections(session.events)] == [
        ("nope not really", "No", "Yes")
    ]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_in_any_history_what_was_meant_is_what_counts(seed: int) -> None:
    random = Random(seed)
    trees = Library(**library(random))
    session = Session(trees)
    session.start("a", at=AT)
    for _ in range(random.randint(5, 60)):
        act(session, trees, random)
    typed = (Answered, Changed)
    events = [
        replace(one, text=f"words {i}") if isinstance(one, typed) else one for i, one in enumerate(session.events)
    ]
    replayed = Session(trees, events)
    answers = {entry.step: entry for entry in replayed.state.entries if entry.kind == "step"}
    for one in corrections(events):
        prompt, entry = replayed.asked_at(one.step), answers.get(one.step)
        assert one.text.startswith("words") and one.read != one.meant
        if prompt and entry and one.option and prompt.kind == "ask":
            labels = {choice.key: choice.label for choice in prompt.choices}
            assert (prompt.tree, prompt.node, labels[one.meant]) == (one.tree, one.node, entry.answer)


def test_a_forged_history_takes_no_time() -> None:
    back_and_forth = [NOPE, back(), A_YES, back()] * 5000
    start = time.process_time()
    assert corrections([began(), *back_and_forth]) == (
        Correction("t", "a", "nope not really", "No", "Yes", step=19999),
    )
    assert corrections([began(), NOPE, *[change(1, key) for key in ("Yes", "No") * 1000], change(1, "Yes")])
    assert time.process_time() - start < 2
