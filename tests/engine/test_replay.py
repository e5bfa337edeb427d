"""Going back, changing, restarting; and that a replay of the stored events gives the very same state."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support import AT, Library, asked, begun, give
from tshoot.engine.session import Session
from tshoot.engine.state import State

TREE = """
facts:
  os: {type: choice, values: [Windows, macOS], prompt: Which system?}
  ssid: {type: text, prompt: Which network?}
nodes:
  on: {ask: Is it on?, options: {Yes: name, No: switch}}
  switch: {do: Switch it on., fixed: good, else: name}
  name: {input: {fact: ssid}, then: many}
  many: {ask: What changed?, many: true, options: [Password, Router], none: Nothing, fact: changes, then: route}
  route: {branch: [{when: "os == 'Windows'", goto: win}, {else: fixes}]}
  win: {ask: Is it a laptop?, fact: laptop, options: {Yes: fixes, No: fixes, Not sure: fixes}}
  fixes:
    try:
      - {id: one, do: First., cost: 1, chance: 0.5}
      - {id: two, do: "Second for {ssid}.", cost: 3, chance: 0.5, then: pause}
    fixed: good
    else: call
  pause: {wait: 5, then: return}
  call: {call: sub, on: {fine: good}, else: out}
  out: {handoff: next, needs: [os]}
  good: {end: resolved}
"""
SUB = (
    "nodes:\n  q: {ask: Sub?, options: {Yes: a, No: b}}\n  a: {end: resolved, code: fine}\n  b: {end: unsupported}"
)
NEXT = "tier: 2\nnodes:\n  deep: {do: Deeper., else: end}\n  end: {end: escalate}"


def fresh() -> Session:
    return begun(t=TREE, sub=SUB, next=NEXT)


def library() -> Library:
    return Library(t=TREE, sub=SUB, next=NEXT)


def visible(state: State) -> tuple[object, ...]:
    return (state.prompt, state.ending, dict(state.facts), state.entries, state.done)


def test_back_undoes_one_answer_at_a_time() -> None:
    session = fresh()
    states = [visible(session.state)]
    for answer in ("No", "No", "Home", ("Router",), "Windows", "Yes", "No"):
        give(session, answer)
        states.append(visible(session.state))
    for expected in reversed(states[:-1]):
        session.back(at=AT)
        assert visible(session.state) == expected
    assert session.back(at=AT) == []


def test_back_several_steps() -> None:
    session = give(fresh(), "No", "No", "Home")
    session.back(2, at=AT)
    assert asked(session) == "switch"


def test_back_keeps_notes_and_what_was_told_from_the_side() -> None:
    session = give(fresh(), "Yes", "Home")
    session.note("a note", at=AT)
    session.learn("os", "macOS", at=AT)
    session.back(2, at=AT)
    assert asked(session) == "on"
    assert [note.text for _, note in session.notes] == ["a note"]
    assert session.state.value("os") == "macOS"


def test_a_changed_answer_keeps_the_later_ones_that_apply() -> None:
    session = give(fresh(), "No", "No", "Home", ("Router",), "Windows", "Yes")
    first = next(entry.step for entry in session.state.entries if entry.node == "on")
    session.change(first, "option", "Yes", at=AT)
    assert asked(session) == "one"
    assert [entry.node for entry in session.dropped] == ["switch"]
    assert session.state.value("ssid") == "Home"
    assert [entry.node for entry in session.state.entries if entry.kind == "step"] == [
        "on", "name", "many", "fact:os", "win",
    ]  # fmt: skip


def test_a_change_that_needs_a_new_answer_first_uses_the_others_afterwards() -> None:
    session = give(fresh(), "Yes", "Home", ("Router",), "Windows", "Yes")
    first = next(entry.step for entry in session.state.entries if entry.node == "on")
    session.change(first, "option", "No", at=AT)
    assert asked(session) == "switch"
    assert {entry.node for entry in session.dropped} == {"name", "many", "fact:os", "win"}
    give(session, "No")
    assert asked(session) == "one"
    assert session.dropped == ()


def test_a_corrected_fact_leads_another_way() -> None:
    session = give(fresh(), "Yes", "Home", ("Router",), "Windows")
    assert asked(session) == "win"
    session.learn("os", "macOS", at=AT)
    assert asked(session) == "one"
    assert session.state.value("os") == "macOS"
    session.learn("ssid", "Office", at=AT)
    give(session, "No")
    assert session.state.prompt
    assert session.state.prompt.text == "Second for Office."


def test_restart_keeps_what_is_not_an_answer() -> None:
    session = give(fresh(), "Yes", "Home")
    session.note("kept", at=AT)
    session.learn("os", "macOS", at=AT)
    session.restart(at=AT)
    assert asked(session) == "on"
    assert session.state.value("ssid") is None
    assert session.state.value("os") == "macOS"
    assert len(session.notes) == 1


def test_a_newer_tree_keeps_the_answers_that_apply() -> None:
    trees = library()
    session = Session(trees)
    session.start("t", at=AT)
    give(session, "No", "No", "Home", ("Router",))
    newer = trees.put("t", TREE.replace("No: switch", "No: name").replace("Password, Router", "Password, Cable"))
    lost = session.lost_by(lambda copy: copy.repin("t", newer.digest, at=AT))
    assert [entry.node for entry in lost] == ["switch", "many"]
    assert asked(session) == "fact:os"
    session.repin("t", newer.digest, at=AT)
    assert asked(session) == "many"
    assert session.state.value("ssid") == "Home"


def test_a_session_keeps_the_version_it_began_on() -> None:
    trees = library()
    session = Session(trees)
    session.start("t", at=AT)
    trees.put("t", TREE.replace("Is it on?", "Is it off?"))
    again = Session(trees, session.events)
    assert again.state.prompt
    assert again.state.prompt.text == "Is it on?"


def test_chances_that_were_learned_stay_as_they_were_at_the_start() -> None:
    session = Session(library(), chances=lambda tree: {"two": (50, 50), "one": (50, 0)} if tree == "t" else {})
    session.start("t", at=AT, facts={"os": "macOS", "ssid": "x"})
    give(session, "Yes", ())
    assert asked(session) == "two"
    again = Session(library(), session.events, chances=lambda tree: {})
    assert visible(again.state) == visible(session.state)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["first", "last", "unknown", "skip", "back", "change", "learn", "note", "person", "pick", "restart"]
        ),
        st.integers(0, 7),
    ),
    max_size=30,
)


def act(session: Session, name: str, number: int) -> None:
    prompt, steps = session.state.prompt, [entry for entry in session.state.entries if entry.kind == "step"]
    match name:
        case "back":
            session.back(number % 3 + 1, at=AT)
        case "note":
            session.note(f"note {number}", at=AT)
        case "learn":
            session.learn("os", ("Windows", "macOS")[number % 2], at=AT)
        case "restart":
            session.restart(at=AT)
        case "pick":
            session.pick_up("agent" if number % 2 else "user", at=AT)
        case "change" if steps:
            step = steps[number % len(steps)]
            if step.how == "option" and session.asked_at(step.step):
                session.change(step.step, "option", "No" if step.answer == "Yes" else "Yes", at=AT)
        case "person" if prompt and not session.state.leaving:
            session.ask_for_person(at=AT)
        case "unknown" | "skip" if prompt and prompt.kind != "check":
            session.answer("unknown" if name == "unknown" else "skip", at=AT)
        case "first" | "last" if prompt:
            choose(session, -1 if name == "last" else 0)


def choose(session: Session, place: int) -> None:
    prompt = session.state.prompt
    assert prompt
    if prompt.kind == "many":
        session.answer("options", (prompt.choices[place].key,), at=AT)
    elif prompt.kind == "input":
        values = prompt.fact.values if prompt.fact else ()
        session.answer("value", values[place] if values else "some text", at=AT)
    elif prompt.choices[place].key == "Done":
        session.answer("done", at=AT)
    else:
        session.answer("option", prompt.choices[place].key, at=AT)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_replaying_the_events_gives_the_same_state(acts: list[tuple[str, int]]) -> None:
    trees = library()
    session = Session(trees)
    session.start("t", at=AT, problem="it is broken")
    for name, number in acts:
        act(session, name, number)
        assert (session.state.prompt is None) != (session.state.ending is None), (
            "a question or an end, never silence"
        )
    again = Session(trees, session.events)
    assert again.state == session.state
    assert again.pins == session.pins
    assert again.dropped == session.dropped
    assert again.can_go_back == session.can_go_back


def test_a_restart_can_be_taken_back() -> None:
    session = give(fresh(), "Yes", "Home")
    before = visible(session.state)
    session.restart(at=AT)
    assert asked(session) == "on"
    session.learn("os", "macOS", at=AT)
    give(session, "No")
    session.back(5, at=AT)
    assert asked(session) == "on", "not further than the restart at once"
    session.back(at=AT)
    assert session.state.value("os") == "macOS"
    session.learn("os", "", at=AT)
    assert visible(session.state) == before
    session.back(2, at=AT)
    assert session.back(at=AT) == []


def test_a_restart_is_not_taken_back_past_a_pick_up() -> None:
    session = give(fresh(), "Yes", "Home")
    session.restart(at=AT)
    session.pick_up("agent", at=AT)
    assert session.back(at=AT) == []


def test_a_fact_told_before_and_after_a_restart_that_was_taken_back_is_corrected() -> None:
    session = fresh()
    for step in ("Windows", "restart", "macOS", "back", "Windows"):
        if step == "restart":
            session.restart(at=AT)
        elif step == "back":
            session.back(at=AT)
        else:
            session.learn("os", step, at=AT)
    assert session.state.value("os") == "Windows"
