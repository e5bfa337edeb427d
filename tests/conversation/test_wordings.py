"""What sessions teach, with the organisation's consent and only then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversation.test_conversation import LEAVING
from tests.workplaces import Office
from tshoot.conversation.conversation import Conversation
from tshoot.errors import StorageError
from tshoot.model.event import Persona
from tshoot.store.wordings import Taught, Wordings

LAMP = """
tree: 1
title: The desk lamp is dark
symptoms: [my desk lamp is dark]
facts: {room: {type: text, prompt: Which room is it in?}, mail: {type: email, prompt: Your mail?}}
escalate: {to: "queue:building"}
nodes:
  look:
    ask: Do you see the lamp in the list?
    options: {Yes: {goto: mail, means: [it shows up]}, No: {goto: mail, means: [it is missing]}}
  mail: {input: {fact: mail}, then: bulb}
  bulb:
    ask: What does the bulb look like?
    options: {Clear: fix, Black: fix, Broken: {goto: gone}}
  fix: {do: Screw the bulb in., fixed: good, else: gone}
  gone: {end: escalate, to: "queue:building"}
  good: {end: resolved}
"""
CONSENT, NO_CONSENT = "settings: 1\nlearn: true\n", "settings: 1\nlearn: false\n"
PADLOCK = "it shows up with a padlock"
OPENING = "Hi Anna, everything above my table went black, mail me at ana@example.org"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path, lamp=LAMP, settings=CONSENT) as office:
        yield office


def begin(office: Office, persona: Persona = "user", problem: str = OPENING) -> Conversation:
    return Conversation.begin(office.workplace(persona), "lamp", problem)


def say(conversation: Conversation, *words: str) -> Conversation:
    for text in words:
        assert conversation.say(text).kind == "moved", text
    return conversation


def walk(office: Office, persona: Persona = "user", problem: str = OPENING) -> Conversation:
    """A whole session in which one reading is put right."""
    conversation = say(begin(office, persona, problem), PADLOCK)
    assert last_answer(conversation) == "Yes", "the reader is expected to go wrong here"
    conversation.back()
    conversation.choose(["No"])
    say(conversation, "ana@example.org", "clear")
    conversation.choose(["Yes"])
    return conversation


def last_answer(conversation: Conversation) -> object:
    return getattr(conversation.session.events[-1], "value", None)


def kept(office: Office) -> list[tuple[str, str, str, str, bool]]:
    return [(one.tree, one.node, one.option, one.text, one.off) for one in office.store.wordings.listed()]


TAUGHT = [
    ("lamp", "", "", "Hi … everything above my table went black, mail me at", False),
    ("lamp", "look", "No", PADLOCK, False),
]


@pytest.mark.parametrize("persona", ["user", "agent"])
def test_with_consent_a_corrected_reading_is_read_right_the_next_time(office: Office, persona: Persona) -> None:
    walk(office, persona).close()
    assert kept(office) == TAUGHT
    conversation = begin(office)
    turn = conversation.say(PADLOCK)
    assert (turn.kind, turn.understood, last_answer(conversation)) == ("moved", "No", "No")


@pytest.mark.parametrize(
    "settings", [NO_CONSENT, "settings: 1\n", "settings: 1\nlearn: 'true'\n", "learn: [", None]
)
def test_without_consent_nothing_is_stored(office: Office, settings: str | None) -> None:
    office.remove("settings") if settings is None else office.write("settings", settings)
    walk(office).close()
    assert kept(office) == []
    assert office.store.wordings.generation() == 0


def test_switching_consent_off_stops_the_use_of_what_is_kept(office: Office) -> None:
    walk(office).close()
    office.write("settings", NO_CONSENT)
    conversation = say(begin(office), PADLOCK)
    assert last_answer(conversation) == "Yes"
    assert kept(office) == TAUGHT, "an admin decides what becomes of it"


def test_a_wording_that_is_off_is_not_used(office: Office) -> None:
    walk(office).close()
    office.store.wordings.switch(office.store.wordings.listed()[1].id, on=False)
    assert last_answer(say(begin(office), PADLOCK)) == "Yes"


def test_an_earlier_answer_is_changed_by_the_learned_words_too(office: Office) -> None:
    walk(office).close()
    conversation = begin(office)
    conversation.choose(["Yes"])
    step = next(entry.step for entry in conversation.entries if entry.node == "look")
    assert conversation.change(step, PADLOCK).understood == "No"


def test_nothing_is_learned_before_the_end(office: Office) -> None:
    conversation = say(begin(office), PADLOCK)
    conversation.back()
    conversation.choose(["No"])
    conversation.leave()
    assert kept(office) == []


def test_the_same_session_teaches_once(office: Office) -> None:
    conversation = walk(office)
    conversation.rate(True)
    conversation.note("nice")
    conversation.back()
    conversation.choose(["Yes"])
    assert [one.times for one in office.store.wordings.listed()] == [1, 1]
    again = say(begin(office), PADLOCK, "ana@example.org", "clear")
    again.choose(["Yes"])
    assert [one.times for one in office.store.wordings.listed()] == [2, 1], "what is read right teaches nothing"


def test_who_says_that_it_did_not_help_confirms_no_tree(office: Office) -> None:
    conversation = walk(office)
    conversation.rate(False)
    assert kept(office) == TAUGHT[1:]


def test_who_asks_for_a_person_confirms_no_tree(office: Office) -> None:
    conversation = begin(office)
    conversation.person()
    say(conversation, *LEAVING)
    assert conversation.session.state.ending and kept(office) == []


def test_an_escalated_case_teaches_when_it_is_left_and_not_again(office: Office) -> None:
    conversation = begin(office, problem="Ana Silva cannot read at night")
    conversation.choose(["No"])
    say(conversation, "ana@example.org", "broken", *LEAVING)
    assert conversation.session.state.ending
    conversation.close()
    assert kept(office) == [("lamp", "", "", "cannot read at night", False)]
    agent = Conversation.resume(office.workplace("agent"), conversation.case, "lamp")
    agent.choose(["No"])
    agent.choose(["Clear"])
    agent.choose(["Yes"])
    assert agent.session.state.ending and agent.session.state.ending.outcome == "resolved"
    assert [one.times for one in office.store.wordings.listed()] == [1]


@pytest.mark.parametrize("problem", ["", "lamp", "my desk lamp is DARK", "The desk lamp is dark."])
def test_what_the_author_has_said_is_not_kept(office: Office, problem: str) -> None:
    walk(office, problem=problem)
    assert kept(office) == TAUGHT[1:]


@pytest.mark.parametrize(("text", "off"), [
    ("yes it is there", True), ("yes, but i was wrong", True), (PADLOCK, False),
])  # fmt: skip
def test_a_change_of_mind_misleads_nobody(office: Office, text: str, off: bool) -> None:
    conversation = say(begin(office), text)
    conversation.back()
    conversation.choose(["No"])
    say(conversation, "ana@example.org", "clear")
    conversation.choose(["Yes"])
    (one,) = [one for one in office.store.wordings.listed() if one.node]
    assert (one.text, one.option, one.off) == (text, "No", off)
    if off:
        assert last_answer(say(begin(office), text)) == "Yes"


def test_what_means_another_option_by_the_author_is_not_kept(office: Office) -> None:
    conversation = say(begin(office, problem=""), "it shows up")
    conversation.back()
    conversation.choose(["No"])
    say(conversation, "ana@example.org", "clear")
    conversation.choose(["Yes"])
    assert conversation.session.state.ending and kept(office) == []


def test_values_of_facts_are_never_kept(office: Office) -> None:
    conversation = begin(office, problem="bob.kay sees no light at all")
    conversation.choose(["No"])
    say(conversation, "bob.kay@example.org")
    conversation.back()
    say(conversation, "bobby@example.org", "clear")
    conversation.choose(["Yes"])
    assert kept(office) == [("lamp", "", "", "sees no light at all", False)]


@pytest.mark.parametrize("fails", ["add", "means_at"])
def test_a_store_that_fails_stops_no_conversation(
    office: Office, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StorageError("The disk is full.", "")

    monkeypatch.setattr(Wordings, fails, refuse)
    conversation = walk(office)
    assert conversation.session.state.ending
    assert office.store.header(conversation.case).status == "closed"


def test_a_bug_in_learning_goes_to_the_log(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tshoot.language.redact.phrase", stumble)
    conversation = walk(office)
    assert conversation.session.state.ending and kept(office) == []
    assert "ZeroDivisionError" in (office.state / "tshoot.log").read_text()


def test_tree_phrases_are_there_for_the_search(office: Office) -> None:
    walk(office)
    assert office.store.wordings.phrases_by_tree() == {"lamp": (TAUGHT[0][3],)}


def test_taught_means_do_not_reach_the_question_of_consent(tmp_path: Path) -> None:
    tree = (
        "tree: 1\ntitle: Net\nnodes:\n  look:\n    check: wifi\n    on: {connected: end}\n    ask: Is it on?\n"
        "    options: {Yes: end, No: end}\n  end: {end: resolved}\n"
    )
    with Office(tmp_path, net=tree, settings=CONSENT) as office:
        workplace = office.workplace()
        conversation = Conversation.begin(workplace, "net")
        office.store.wordings.add(
            conversation.case, [Taught("net", "purple padlock", "look", "Yes")], at=office.clock
        )
        assert conversation.say("purple padlock").kind == "unclear"
        conversation.consent(False)
        assert conversation.say("purple padlock").understood == "Yes"
