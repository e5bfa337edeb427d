"""What holds in every tree, whatever is done in it: found by walking thousands of small wild ones."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.wild import HOSTILE, SECRET, act, again, answer, library, suits
from tests.support import AT, Library
from tshoot.engine.context import met_again
from tshoot.engine.markup import to_plain
from tshoot.engine.session import Session
from tshoot.engine.state import State
from tshoot.engine.summary import summarize
from tshoot.model.event import Answered, Checked
from tshoot.render.summary import to_markdown, to_text

SEEDS = st.integers(0, 2**32 - 1)
LONGEST = 700
"""Questions that a walk through three trees of seven nodes may ask at most."""


def begin(random: Random) -> tuple[Session, Library]:
    trees = Library(**library(random))
    session = Session(trees, chances=lambda name: {"n0-0": (9, 1)})
    facts = {"fc": "Blue", "os": "macOS"} if random.random() < 0.3 else {}
    session.start("a", at=AT, persona=random.choice(["user", "agent"]), problem=HOSTILE, facts=facts)
    return session, trees


def shown(state: State) -> list[str]:
    """Every Markdown text that a person sees."""
    prompt, ending = state.prompt, state.ending
    texts = [entry.text for entry in state.entries if entry.kind != "note"]
    texts += [prompt.text, prompt.why, prompt.how, prompt.say, prompt.agent] if prompt else []
    texts += [ending.text, ending.reason, ending.first] if ending else []
    return texts


def check(state: State) -> None:
    prompt, ending = state.prompt, state.ending
    assert (prompt is None) != (ending is None), "a question or an end, never silence and never both"
    assert not (ending and state.leaving)
    if prompt:
        assert prompt.choices or prompt.kind == "input"
        assert prompt.text or prompt.question or prompt.kind == "check"
        if prompt.fact and prompt.fact.name in state.facts:
            assert met_again(state, prompt.node), "what is known is asked again by a loop only"
    if ending:
        assert bool(ending.queue) == (ending.kind != "end")
        assert ending.queue or ending.outcome not in ("handed off", "escalated", "replaced")
        assert not ending.queue or ending.reason or ending.kind != "person"
    assert 0 <= state.progress.fraction <= 1
    assert (state.progress.fraction == 1) == (ending is not None)


def check_texts(state: State) -> None:
    for text in shown(state):
        plain = to_plain(text)
        for name in ("ft", "fc", "fn", "undeclared"):
            assert f"{{{name}}}" not in plain
        assert "&#" not in plain.replace(HOSTILE, ""), "escaped twice"
        for place in range(plain.count("«")):
            assert is_value(plain.split("«")[place + 1].split("»")[0]), text


NOT_KNOWN = {f"({title}: not known)" for title in ("Ft", "Fc", "Fn", "Undeclared")}


def is_value(text: str) -> bool:
    """Whether this is a fact shown exactly; one tree adds an x to a text."""
    known = {HOSTILE, "plain", "Red", "Blue", ""} | NOT_KNOWN
    return text.rstrip("x") in known or bool(re.fullmatch(r"[0-9.]+( percent)?", text))


@settings(max_examples=150, deadline=None)
@given(SEEDS)
def test_always_a_question_or_an_end_and_the_same_again(seed: int) -> None:
    random = Random(seed)
    session, trees = begin(random)
    for _ in range(random.randint(5, 40)):
        act(session, trees, random)
        check(session.state)
    check_texts(session.state)
    assert SECRET not in repr(session.events) + repr(session.state)
    replayed = Session(trees, session.events)
    assert replayed.state == session.state
    assert replayed.pins == session.pins
    assert replayed.dropped == session.dropped
    assert replayed.can_go_back == session.can_go_back
    summary = summarize(session, "K7F3-Q2DM")
    assert SECRET not in to_text(summary) + to_markdown(summary)


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_going_back_and_answering_the_same_leads_to_the_same_place(seed: int) -> None:
    random = Random(seed)
    session, _ = begin(random)
    states, done = [], list[Answered | Checked]()
    while session.state.prompt and len(done) < 30:
        count = len(session.events)
        states.append(session.state)
        answer(session, random)
        event = session.events[count]
        assert isinstance(event, Answered | Checked)
        done.append(event)
    end = session.state
    steps = [i for i, event in enumerate(done) if isinstance(event, Answered) or event.status == "refused"]
    if not steps:
        return
    place = random.choice(steps)
    session.back(len([i for i in steps if i >= place]), at=AT)
    assert visible(session.state) == visible(states[place])
    for event in done[place:]:
        again(session, event)
    assert visible(session.state) == visible(end)


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_changing_an_answer_and_changing_it_back_brings_everything_back(seed: int) -> None:
    random = Random(seed)
    session, _ = begin(random)
    for _ in range(20):
        if session.state.prompt:
            answer(session, random)
    end = session.state
    steps = [entry.step for entry in end.entries if entry.kind == "step"]
    if not steps:
        return
    step = random.choice(steps)
    asked, old = session.asked_at(step), session.events[step]
    assert asked and isinstance(old, Answered)
    if not (asked.fact and asked.fact.secret):
        session.change(step, *suits(asked, random), at=AT)
        session.change(step, old.answer, old.value, text=old.text, at=AT)
        assert visible(session.state) == visible(end)


def visible(state: State) -> tuple[object, ...]:
    entries = [(entry.kind, entry.text, entry.answer, entry.node) for entry in state.entries]
    facts = {name: (known.value, known.source) for name, known in state.facts.items()}
    return (state.prompt, state.ending, entries, facts, state.fixes, state.progress, state.done)


@pytest.mark.parametrize("manner", ["first", "last", "unknown", "skip", "random"])
@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_every_conversation_ends(manner: str, seed: int) -> None:
    random = Random(seed)
    session, _ = begin(random)
    before = 0.0
    for _ in range(LONGEST):
        prompt = session.state.prompt
        if prompt is None:
            break
        if prompt.kind == "check" or manner == "random":
            answer(session, random)
        elif manner in ("unknown", "skip"):
            session.answer(manner, at=AT)  # type: ignore[arg-type]
        else:
            settled(session, -1 if manner == "last" else 0)
        check(session.state)
        assert session.state.progress.fraction > before - 0.11
        before = session.state.progress.fraction
    assert session.state.ending, [(event.node) for event in session.events[-30:] if isinstance(event, Answered)]


def settled(session: Session, place: int) -> None:
    """Always the same answer."""
    prompt = session.state.prompt
    assert prompt
    if prompt.kind == "input":
        assert prompt.fact
        number = prompt.fact.kind == "number"
        session.answer("value", 1 if number else (prompt.fact.values or ("same",))[place], at=AT)
    elif prompt.kind == "wait" or prompt.choices[0].key == "Done":
        session.answer("done", at=AT)
    elif prompt.kind == "many":
        session.answer("options", (prompt.choices[place].key,), at=AT)
    else:
        session.answer("option", prompt.choices[place].key, at=AT)
