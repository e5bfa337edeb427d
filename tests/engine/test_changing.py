"""Answers that are changed: where the later ones stay, and where they do not."""

from __future__ import annotations

import pytest

from tests.support import AT, Library, asked, begun, give
from tshoot.engine.session import Session
from tshoot.model.event import Answered, Event, Pinned, WentBack

PRINTER = """
nodes:
  start: {ask: Which one?, options: {Yes: power, No: power, Old: dust}}
  dust: {do: Clean it., then: power}
  power: {ask: Is the light on?, options: {Yes: paper, No: switch, Blinks: reset}}
  switch: {do: Switch it on., then: power}
  reset: {do: Reset it., then: power}
  paper: {ask: Is there paper?, options: {Yes: end, No: fill}}
  fill: {do: Put paper in., then: power}
  end: {end: resolved}
"""


def step(session: Session, place: int) -> int:
    return [entry for entry in session.state.entries if entry.kind == "step"][place].step


@pytest.mark.parametrize(
    ("place", "to", "kept", "asks"),
    [
        # Before the loop: all of it stays.
        (0, "No", ["start", "power", "switch", "power", "paper"], "fill"),
        # Another instruction within the loop: whether the light is on now is asked anew.
        (1, "Blinks", ["start", "power"], "reset"),
        # The light was on at once: what was answered about the paper still holds.
        (1, "Yes", ["start", "power", "paper"], "fill"),
    ],
)
def test_a_loop_keeps_what_still_holds(place: int, to: str, kept: list[str], asks: str) -> None:
    session = give(begun(t=PRINTER), "Yes", "No", "Done", "Yes", "No")
    assert asked(session) == "fill"
    session.change(step(session, place), "option", to, at=AT)
    assert [entry.node for entry in session.state.entries if entry.kind == "step"] == kept
    assert asked(session) == asks


def test_a_question_met_again_after_something_new_was_done_is_asked() -> None:
    session = give(begun(t=PRINTER), "Yes", "No", "Done", "Yes", "No")
    session.change(step(session, 1), "option", "Blinks", at=AT)
    give(session, "Done")
    assert asked(session) == "power", "the old answer was about another moment"
    give(session, "Yes")
    assert asked(session) == "fill", "the paper was looked at only once"


def test_a_new_question_in_front_keeps_a_whole_loop() -> None:
    session = give(begun(t=PRINTER), "Yes", "No", "Done", "Yes", "No")
    session.change(step(session, 0), "option", "Old", at=AT)
    assert asked(session) == "dust"
    give(session, "Done")
    assert asked(session) == "fill"


@pytest.mark.parametrize(
    ("place", "answer", "value"), [(0, "option", "Perhaps"), (0, "value", "Yes"), (99, "option", "Yes")]
)
def test_what_is_no_answer_changes_nothing(place: int, answer: str, value: str) -> None:
    session = give(begun(t=PRINTER), "Yes", "No")
    count = len(session.events)
    with pytest.raises(ValueError, match="no answer"):
        session.change(99 if place == 99 else step(session, place), answer, value, at=AT)  # type: ignore[arg-type]
    assert len(session.events) == count


SECRET = """
facts: {pin: {type: text, secret: true, prompt: Which PIN?}, note: {type: text, prompt: Which note?}}
nodes:
  a: {input: {fact: pin}, then: b}
  b: {input: {fact: note}, then: c}
  c: {ask: C?, options: {Yes: c, No: c}}
"""


def test_a_secret_is_not_kept_when_it_is_changed_or_told() -> None:
    session = give(begun(t=SECRET), "1234", "x")
    session.change(step(session, 0), "value", "5678", text="5678", at=AT)
    assert session.learn("pin", "9012", at=AT) == []
    assert asked(session) == "c"
    for secret in ("1234", "5678", "9012"):
        assert secret not in repr(session.events)
        assert secret not in repr(session.state)


FACTS = """
facts: {router: {type: boolean}, room: {type: text, prompt: Which room?}}
nodes:
  a: {ask: Which?, fact: kind, options: {Yes: {goto: b, set: {router: true}}, No: b}}
  b: {input: {fact: room}, then: c}
  c: {ask: C?, fact: other, options: {Yes: d, No: d}}
  d: {ask: D?, options: {Yes: d, No: d}}
"""


def test_a_fact_that_an_option_set_is_corrected_and_the_answer_stays() -> None:
    session = give(begun(t=FACTS), "Yes", "attic", "Yes")
    session.learn("router", False, at=AT)
    assert session.state.value("router") is False
    assert asked(session) == "d"
    assert session.state.value("kind") == "Yes"


def test_a_fact_told_before_its_question_came_is_corrected_where_it_was_told() -> None:
    session = begun(t=FACTS)
    session.learn("room", "cellar", at=AT)
    give(session, "Yes")
    assert asked(session) == "c"
    session.learn("room", "Yes", at=AT)
    assert session.state.value("room") == "Yes"
    session.learn("room", "", at=AT)
    assert asked(session) == "b", "an empty text forgets it"


def test_restart_keeps_who_the_person_is() -> None:
    session = give(
        begun(t="nodes:\n  a: {ask: A?, options: {Yes: b, No: b}}\n  b: {end: escalate}"), "Yes", "Ana", "a@b.c"
    )
    session.restart(at=AT)
    give(session, "Yes")
    assert asked(session) == "fact:since"


# Versions


def replayed(trees: Library, session: Session) -> Session:
    again = Session(trees, session.events)
    assert again.state == session.state
    assert again.pins == session.pins
    return again


def test_answers_from_before_a_newer_tree_are_there_when_the_case_is_opened_again() -> None:
    trees = Library(t=PRINTER)
    session = Session(trees)
    session.start("t", at=AT)
    give(session, "Old", "Done", "Yes")
    newer = trees.put(
        "t", PRINTER.replace("  start:", "  first: {ask: New?, options: {Yes: start, No: start}}\n  start:")
    )
    session.repin("t", newer.digest, at=AT)
    assert asked(session) == "first"
    give(session, "Yes")
    assert asked(session) == "paper"
    replayed(trees, session)


def test_a_tree_that_was_not_there_is_not_there_in_a_replay_either() -> None:
    trees = Library(
        t="nodes:\n  a: {call: sub, else: b}\n  b: {ask: B?, options: {Yes: c, No: c}}\n  c: {handoff: next}"
    )
    session = Session(trees)
    session.start("t", at=AT)
    give(session, "Yes", *["?"] * 5)
    assert [event.tree for event in pinned(session.events) if not event.digest] == ["sub", "next"]
    trees.put("sub", "nodes:\n  s: {ask: S?, options: {Yes: s, No: s}}")
    trees.put("next", "nodes:\n  n: {ask: N?, options: {Yes: n, No: n}}")
    again = replayed(trees, session)
    assert asked(again) == "handed off"
    again.pick_up("agent", at=AT)
    assert (again.state.tree, asked(again)) == ("next", "n"), "who picks it up may have the tree"
    replayed(trees, again)


def pinned(events: list[Event]) -> list[Pinned]:
    return [event for event in events if isinstance(event, Pinned)]


def test_long_sessions_go_back_change_and_replay_as_short_ones_do() -> None:
    nodes = "\n".join(f"  n{i}: {{ask: Q{i}?, options: {{Yes: n{i + 1}, No: n{i + 1}}}}}" for i in range(400))
    trees = Library(t=f"nodes:\n{nodes}\n  n400: {{end: resolved}}")
    session = Session(trees)
    session.start("t", at=AT)
    states = [session.state]
    for _ in range(400):
        give(session, "Yes")
        states.append(session.state)
    for steps in (1, 70, 1, 1, 200):
        session.back(steps, at=AT)
        del states[-steps:]
        assert session.state == states[-1]
    prompt = session.asked_at(step(session, 3))
    assert prompt
    assert prompt.node == "n3"
    session.change(step(session, 3), "option", "No", at=AT)
    assert session.state.done == len(states) - 1
    assert session.dropped == ()
    replayed(trees, session)
    assert sum(isinstance(event, Answered) for event in session.events) == 400


def test_a_tree_that_appears_does_not_change_what_was_walked_without_it() -> None:
    nodes = "\n".join(f"  n{i}: {{ask: Q{i}?, options: {{Yes: n{i + 1}, No: n{i + 1}}}}}" for i in range(150))
    trees = Library(t=f"nodes:\n  a: {{call: next, else: n0}}\n{nodes}\n  n150: {{handoff: next}}")
    session = Session(trees)
    session.start("t", at=AT)
    give(session, *["Yes"] * 150, *["?"] * 5)
    trees.put("next", "nodes:\n  n: {ask: N?, options: {Yes: n, No: n}}")
    session.pick_up("agent", at=AT)
    assert (session.state.tree, asked(session)) == ("next", "n")
    session.learn("room", "attic", at=AT)
    assert session.state.done == 155
    replayed(trees, session)


BY_SYSTEM = """
facts: {os: {type: choice, values: [Windows, Linux], prompt: Which system?}}
nodes:
  a: {ask: Is it on?, options: {Yes: b, No: b}}
  b: {branch: [{when: os == 'Windows', goto: w}, {else: l}]}
  w: {do: Press the Windows key., else: c}
  l: {do: Open a terminal., else: c}
  c: {ask: C?, options: {Yes: d, No: d}}
  d: {handoff: "queue:desk"}
"""


def test_what_the_computer_said_of_itself_is_corrected_from_the_beginning() -> None:
    session = give(begun(t=BY_SYSTEM, facts={"os": "Linux"}), "Yes", "No")
    session.learn("os", "Windows", at=AT)
    assert asked(session) == "w"
    assert [entry.node for entry in session.dropped] == ["l"]
    session.learn("os", "Linux", at=AT)
    assert asked(session) == "c", "and what was answered on the other way is there again"


def test_what_was_done_before_a_case_was_picked_up_stays_done() -> None:
    session = give(begun(t=BY_SYSTEM, facts={"os": "Linux"}), "Yes", "No")
    session.ask_for_person(at=AT)
    give(session, "Ana", *["?"] * 4)
    session.pick_up("agent", at=AT)
    assert asked(session) == "c"
    before = [entry.node for entry in session.state.entries]
    session.learn("os", "Windows", at=AT)
    session.learn("requester", "Ana Silva", at=AT)
    assert [entry.node for entry in session.state.entries] == before
    assert (session.state.value("os"), session.state.value("requester")) == ("Windows", "Ana Silva")
    assert session.asked_at(step(session, 0)) is None


@pytest.mark.parametrize("steps", [0, -1, 10**9])
def test_going_back_an_odd_number_of_steps(steps: int) -> None:
    trees = Library(t=PRINTER)
    session = Session(trees)
    session.start("t", at=AT)
    give(session, "Yes", "No")
    again = Session(trees, [*session.events, WentBack(at=AT, steps=steps)])
    assert asked(again) == ("start" if steps > 0 else "switch")
