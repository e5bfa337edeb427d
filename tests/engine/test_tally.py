"""Counting what sessions made of a tree."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.wild import act, library
from tests.support import AT, Library, begun, give
from tshoot.engine.session import Session
from tshoot.engine.tally import Counting, Tally
from tshoot.engine.ways import ways_out
from tshoot.model.tree import Call

TREE = """
    facts: {speed: {type: number, prompt: How fast?}}
    nodes:
      lamp:
        ask: Is the lamp on?
        options: {Yes: fast, No: fast, Maybe: lamp, Ask: who}
      fast: {input: {fact: speed}, then: route}
      route:
        branch:
          - {when: speed > 5, goto: fixes}
          - {when: speed > 3, goto: fixes}
          - {else: off}
      fixes:
        try:
          - {id: first, do: Press it., chance: 0.9, then: pause}
          - {id: second, do: Turn it., chance: 0.1}
        fixed: good
        else: off
      pause: {wait: 5, then: return}
      who: {call: id, on: {known: off}, else: lamp}
      off: {do: Switch it off., else: hand}
      hand: {handoff: "queue:desk"}
      good: {end: resolved}
"""
CALLED = """
    nodes:
      ask: {ask: Who?, options: {Me: yes, Nobody: no}}
      yes: {end: resolved, code: known}
      no: {end: cancelled}
"""


def counted(*sessions: Session, trees: Library | None = None) -> Tally:
    """The counts of these sessions over the tree `t`."""
    counting = Counting("t", trees or Library(t=TREE, id=CALLED))
    for session in sessions:
        counting.add(tuple(session.events))
    return counting.result()


def walked(*answers: str) -> Session:
    """A session over the tree."""
    session = begun(t=TREE, id=CALLED)
    for answer in answers:
        if session.state.prompt and session.state.prompt.kind == "input" and answer not in ("?", "-"):
            session.answer("value", float(answer), at=AT)
        else:
            give(session, answer)
    return session


@pytest.mark.parametrize(("answers", "ways"), [
    (("Yes", "9"), ["lamp options.Yes fast", "fast then route", "route branch.0 fixes"]),
    (("No", "4"), ["lamp options.No fast", "fast then route", "route branch.1 fixes"]),
    (("Maybe", "Maybe"), ["lamp options.Maybe lamp"] * 2),
    (("No", "1", "Yes"), ["lamp options.No fast", "fast then route", "route branch.2 off", "off fixed (resolved)"]),
    (("Yes", "9", "Done", "Done", "No", "Yes"), [
        "lamp options.Yes fast", "fast then route", "route branch.0 fixes", "fixes try.0 pause", "pause then fixes",
        "fixes fixed good"]),
    (("Yes", "9", "Done", "Done", "No", "No", "No"), [
        "lamp options.Yes fast", "fast then route", "route branch.0 fixes", "fixes try.0 pause", "pause then fixes",
        "fixes else off", "off else hand"]),
    (("Ask", "Me"), ["lamp options.Ask who", "who on.known off"]),
    (("Ask", "Nobody", "Ask"), ["lamp options.Ask who", "who else lamp", "lamp options.Ask who"]),
])  # fmt: skip
def test_the_ways_of_one_session(answers: tuple[str, ...], ways: list[str]) -> None:
    tally = counted(walked(*answers))
    assert (tally.cases, tally.entered, tally.unread, tally.versions) == (1, 1, 0, 1)
    assert {" ".join(way): times for way, times in tally.ways.items()} == Counter(ways)


def test_a_question_without_an_option_to_offer_has_a_way_too() -> None:
    trees = Library(t="nodes: {a: {ask: Which?, options: {Yes: {goto: c, when: known(os)}}}, b: {do: Press., then: c},"
                    " c: {end: resolved}}")  # fmt: skip
    session = Session(trees)
    session.start("t", at=AT)
    assert counted(session, trees=trees).ways == {("a", "none", "b"): 1}


def test_what_was_taken_back_does_not_count() -> None:
    back, changed = walked("Yes", "9"), walked("No", "1")
    back.back(2, at=AT)
    changed.change(
        next(entry.step for entry in changed.state.entries if entry.kind == "step"), "option", "Yes", at=AT
    )
    tally = counted(back, changed)
    assert tally.ways == {
        ("lamp", "options.Yes", "fast"): 1, ("fast", "then", "route"): 1, ("route", "branch.2", "off"): 1,
    }  # fmt: skip
    assert tally.stopped == {"lamp": 1, "off": 1}


def test_where_people_stopped_asked_for_a_person_and_did_not_know() -> None:
    person = walked("Yes")
    person.ask_for_person(at=AT)
    tally = counted(walked("Yes"), walked("?"), person, walked("Ask"), walked("Yes", "9", "Done"))
    assert tally.stopped == {"fast": 2, "lamp": 1, "who": 1, "pause": 1}
    assert tally.person == {"fast": 1} and +Counter(tally.unsure) == {"lamp": 1}


def test_fixes_and_steps() -> None:
    tally = counted(
        walked("Yes", "9", "Done", "Done", "Yes"),
        walked("Yes", "9", "Done", "Done", "No", "Yes"),
        walked(),
        walked("Yes"),
    )
    assert tally.fixes == {"first": (2, 1), "second": (1, 1)}
    assert tally.steps == {5: 1, 6: 1, 0: 1, 1: 1}
    assert tally.median_steps == 3


@pytest.mark.parametrize(("steps", "median"), [
    ({}, 0), ({4: 1}, 4), ({2: 1, 5: 1}, 3.5), ({1: 2, 9: 1}, 1), ({1: 1, 2: 2, 9: 1}, 2), ({1: 2, 4: 1, 6: 1}, 2.5),
])  # fmt: skip
def test_the_median(steps: dict[int, int], median: float) -> None:
    assert Tally(0, 0, {}, {}, {}, {}, {}, steps, 0, 0).median_steps == median


def test_other_trees_and_unreadable_cases() -> None:
    counting = Counting("t", Library(t=TREE, id=CALLED))
    counting.add(None)
    counting.add(())
    counting.add(tuple(begun("o", o="nodes: {a: {end: resolved}}").events))
    counting.add(
        tuple(begun(t="nodes: {gone: {tell: This version is not here., then: b}, b: {end: resolved}}").events)
    )
    result = counting.result()
    assert (result.cases, result.unread) == (0, 3)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_ways_of_wild_sessions_join_up(seed: int) -> None:
    random = Random(seed)
    trees = Library(**library(random))
    session = Session(trees, chances=lambda name: {"n0-0": (9, 1)})
    session.start("a", at=AT, persona=random.choice(["user", "agent"]))
    for _ in range(random.randint(1, 25)):
        act(session, trees, random)
    for name in ("a", "b", "c"):
        digest = session.pins.get(name)
        counting = Counting(name, trees)
        counting.add(tuple(session.events))
        tally = counting.result()
        if not digest or not tally.cases:
            continue
        tree = trees(name, digest)
        assert tree is not None
        known = {(node.id, way.key) for node in tree.nodes.values() for way in ways_out(node)}
        assert {(source, key) for source, key, _ in tally.ways} <= known
        called = (
            node for tree in trees.versions.values() for node in tree.nodes.values() if isinstance(node, Call)
        )
        if any(node.tree == name for node in called):
            continue  # it may be walked in two places at once
        arrived: Counter[str] = Counter({tree.start: tally.entered})
        left: Counter[str] = Counter()
        for (source, _, target), times in tally.ways.items():
            arrived[target] += times
            left[source] += times
        assert all(times <= arrived[node] for node, times in left.items()), "nobody leaves where nobody came"
        assert sum(arrived.values()) - sum(left.values()) == tally.entered, "each walk is in one place at its end"
