"""The conversation over real trees, a real store and the real reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workplaces import Office
from tshoot.checks.result import CheckResult
from tshoot.conversation.conversation import Conversation
from tshoot.errors import CaseBusy, StorageError, TshootError, UnknownTree, UsageError

WIFI = """
tree: 1
title: Wi-Fi will not connect
symptoms: [wifi is down, cannot connect to wifi]
facts:
  os: {type: choice, values: [Windows, macOS, Linux], prompt: Which system?}
  ssid: {type: text, prompt: What is the network called?, why: So that we look for the right one.}
faq:
  - {q: Where do I find the list of networks?, also: [which icon], a: "Click the icon by the clock, {os}.", at: [seen]}
escalate: {to: network, needs: [ssid]}
nodes:
  look:
    check: wifi
    on: {connected: fine, "off": switch}
    ask: Is your Wi-Fi on?
    options: {Yes: seen, No: switch}
  switch: {do: Switch the Wi-Fi on., how: Press the key with the antenna., fixed: fine, else: seen}
  seen:
    ask: Do you see your network in the list?
    why: It tells us where to look.
    options: {Yes: name, No: {goto: out, means: [only the neighbours']}}
  name: {input: {fact: ssid}, then: fixes}
  fixes:
    try:
      - {id: forget, do: "Forget {ssid} and join it again.", cost: 2, chance: 0.5}
      - {id: plug, do: Pull the plug of the router., cost: 5, chance: 0.4, then: pause}
    fixed: fine
    else: out
  pause: {wait: 2 minutes, tell: The router starts again., then: return}
  out: {handoff: network, needs: [ssid], reason: All fixes failed}
  fine: {end: resolved, tell: Good.}
"""
NETWORK = """
tree: 1
title: Network path
tier: 2
facts: {ssid: {type: text, prompt: Network?}}
nodes:
  log: {ask: "Is {ssid} in the log?", say: I look at the log., agent: Log is on host ap1., options: {Yes: end, No: end}}
  end: {end: escalate}
"""
LEAVING = ("Ana Silva", "ana@example.org", "since yesterday", "only me", "I can not work")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path, wifi=WIFI, network=NETWORK) as office:
        yield office


def say(conversation: Conversation, *words: str) -> Conversation:
    for text in words:
        turn = conversation.say(text)
        assert turn.kind == "moved", (text, turn)
    return conversation


def asked(conversation: Conversation) -> str:
    prompt = conversation.prompt
    return prompt.node if prompt else str(conversation.session.state.ending)


def begin(office: Office) -> Conversation:
    return Conversation.begin(office.workplace(), "wifi", "my wifi is down")


def test_from_wrong_to_works_in_typed_words(office: Office) -> None:
    conversation = say(
        begin(office), "no thanks", "nope", "still the same", "yep its there", "HomeNet", "it works now"
    )
    assert conversation.session.state.ending
    assert conversation.session.state.ending.outcome == "resolved"
    assert any("solved" in text for text in conversation.closing())
    assert office.store.header(conversation.case).status == "closed"


def test_understood_words_are_said_back(office: Office) -> None:
    conversation = begin(office)
    turn = conversation.say("no")
    assert (turn.kind, turn.understood) == ("moved", "")
    turn = conversation.say("yeah sure")
    assert turn.understood == "Yes"
    event = conversation.session.events[-1]
    assert getattr(event, "text", "") == "yeah sure"


def test_a_denial_is_never_taken_for_success(office: Office) -> None:
    conversation = say(begin(office), "no", "no")
    assert asked(conversation) == "switch"
    turn = conversation.say("it works not")
    assert turn.kind == "unclear" or asked(conversation) == "seen"


def test_unclear_asks_again_with_the_candidates(office: Office) -> None:
    conversation = say(begin(office), "no", "yes")
    before = len(conversation.session.events)
    turn = conversation.say("purple monkey dishwasher")
    assert turn.kind == "unclear"
    assert [choice.key for choice in turn.candidates] == ["Yes", "No"]
    assert (asked(conversation), len(conversation.session.events)) == ("seen", before)


def test_a_question_back_is_answered_and_asked_again(office: Office) -> None:
    conversation = say(begin(office), "no", "yes")
    turn = conversation.say("where do I find the list of networks?")
    assert turn.kind == "told"
    assert turn.text == "Click the icon by the clock, Linux."
    assert asked(conversation) == "seen"
    assert conversation.say("why?").text == "It tells us where to look."
    assert conversation.say("/why").text == "It tells us where to look."
    assert "explanation" in begin(office).how().text


def test_where_to_look_is_not_answered_by_why_alone(office: Office) -> None:
    text = say(begin(office), "no", "yes", "no").say("no idea where that is").text
    assert text.startswith("So that we look for the right one.") and "“I don't know”" in text


def test_consent_is_asked_once_and_checks_run(office: Office) -> None:
    office.checks["wifi"] = CheckResult(status="done", result="off", sentence="Your Wi-Fi is off.")
    conversation = begin(office)
    assert not conversation.wants_check
    assert "only look" in conversation.check_text()
    say(conversation, "yes")
    assert conversation.wants_check
    conversation.report(conversation.perform_check())
    assert asked(conversation) == "switch"
    assert [entry.text for entry in conversation.entries] == ["Your Wi-Fi is off."]
    conversation.restart()
    assert conversation.wants_check, "consent stays for this case on this computer"


def test_a_cancelled_check_asks_instead(office: Office) -> None:
    conversation = begin(office)
    conversation.consent(True)
    conversation.report(None)
    assert conversation.prompt
    assert (conversation.prompt.kind, asked(conversation)) == ("ask", "look")


def test_consent_does_not_travel_to_another_computer(office: Office) -> None:
    conversation = begin(office)
    conversation.consent(True)
    elsewhere = Conversation.resume(office.workplace(computer="other"), conversation.case)
    assert not elsewhere.wants_check


@pytest.mark.parametrize("words", ["/back", "go back", "back"])
def test_back_in_words(office: Office, words: str) -> None:
    conversation = say(begin(office), "no", "no")
    say(conversation, words)
    assert asked(conversation) == "look"


def test_back_at_the_start_says_so(office: Office) -> None:
    turn = begin(office).back()
    assert (turn.kind, "first question" in turn.text) == ("nothing", True)


def test_notes_at_any_moment_and_in_order(office: Office) -> None:
    conversation = begin(office)
    conversation.note("first \x1b[31mnote\x1b[0m")
    say(conversation, "no", "no")
    conversation.say("/note second note")
    assert [(entry.kind, entry.text) for entry in conversation.entries if entry.kind == "note"] == [
        ("note", "first note"),
        ("note", "second note"),
    ]
    assert [note.text for note in conversation.summary().notes] == ["first note", "second note"]


@pytest.mark.parametrize(
    ("words", "noted"),
    [
        ("note: the red light blinks", "the red light blinks"),
        ("please add a note that the fan is loud", "the fan is loud"),
    ],
)
def test_a_note_said_in_words_is_kept(office: Office, words: str, noted: str) -> None:
    conversation = begin(office)
    assert conversation.say(words).kind == "told"
    assert [note.text for note in conversation.summary().notes] == [noted]


def test_changing_an_earlier_answer_says_what_no_longer_applies(office: Office) -> None:
    conversation = say(begin(office), "no", "no", "still the same", "yes", "HomeNet")
    step = next(entry.step for entry in conversation.entries if entry.node == "look")
    turn = conversation.change(step, "yes")
    assert turn.kind == "moved"
    assert "Switch the Wi-Fi on." in turn.text
    assert asked(conversation) == "forget"


def test_correcting_a_fact(office: Office) -> None:
    conversation = say(begin(office), "no", "yes", "yes", "HomeNet")
    assert conversation.learn("os", "mac").kind == "moved"
    assert {fact.name: fact.value for fact in conversation.facts()}["os"] == "macOS"
    assert conversation.learn("os", "toaster").kind == "unclear"
    conversation.learn("ssid", "Office")
    assert conversation.prompt
    assert conversation.prompt.text == "Forget Office and join it again."


def test_a_user_leaves_a_case_and_an_agent_goes_on(office: Office) -> None:
    conversation = say(begin(office), "no", "yes", "no", "HomeNet", *LEAVING)
    ending = conversation.session.state.ending
    assert ending
    assert (ending.outcome, ending.queue) == ("handed off", "tier-2")
    said = " ".join(conversation.closing())
    assert conversation.case in said
    assert "Support" in said
    conversation.close()
    again = Conversation.resume(office.workplace(), conversation.case)
    assert again.prompt is None, "a user cannot go on with what waits for an agent"
    again.close()
    agent = Conversation.resume(office.workplace("agent"), conversation.case)
    assert agent.prompt
    assert (asked(agent), agent.prompt.text) == ("log", "Is HomeNet in the log?")
    assert (agent.prompt.say, agent.prompt.agent) == ("I look at the log.", "Log is on host ap1.")


def test_name_and_contact_are_asked_once_for_all_cases(office: Office) -> None:
    say(begin(office), "no", "yes", "no", "HomeNet", *LEAVING)
    second = say(begin(office), "no", "yes", "no", "HomeNet")
    assert asked(second) == "fact:since"


def test_talking_to_a_person_asks_what_they_need(office: Office) -> None:
    conversation = begin(office)
    assert conversation.say("I want to talk to a human").kind == "moved"
    assert asked(conversation) == "fact:requester"
    assert conversation.person().kind == "nothing"
    say(conversation, *LEAVING)
    assert conversation.session.state.ending
    assert conversation.session.state.ending.queue == "tier-1"


def test_nothing_fits_leaves_with_what_was_said(office: Office) -> None:
    conversation = say(Conversation.begin_for_person(office.workplace(), "the toaster burns"), *LEAVING)
    assert conversation.summary().problem == "the toaster burns"
    assert office.store.header(conversation.case).queue == "tier-1"


def test_every_answer_is_on_disk_before_the_next_question(office: Office) -> None:
    conversation = begin(office)
    for words in ("no", "no", "/note x", "still the same", "go back"):
        conversation.say(words)
        assert office.store.load(conversation.case).events == tuple(conversation.session.events)


def test_resume_stands_where_it_stood(office: Office) -> None:
    conversation = say(begin(office), "no", "no", "still the same")
    conversation.leave()
    again = Conversation.resume(office.workplace(), conversation.case.lower().replace("-", ""))
    assert again.prompt == conversation.prompt
    assert again.entries == conversation.entries


def test_a_newer_tree_is_offered_with_what_it_would_lose(office: Office) -> None:
    conversation = say(begin(office), "no", "no", "still the same")
    office.write("wifi", WIFI.replace("No: switch", "No: seen").replace("Do you see", "Can you see"))
    again = Conversation.resume(office.workplace(), conversation.case)
    assert again.prompt
    assert again.prompt.text.startswith("Do you see"), "the case keeps the tree that it was walked on"
    (newer,) = again.newer
    assert [entry.node for entry in newer.lost] == ["switch"]
    turn = again.repin(newer)
    assert "Switch the Wi-Fi on." in turn.text
    assert again.prompt
    assert again.prompt.text.startswith("Can you see")


def test_a_tree_that_vanished_does_not_stop_a_case(office: Office) -> None:
    conversation = say(begin(office), "no", "no")
    office.remove("wifi")
    again = Conversation.resume(office.workplace(), conversation.case)
    say(again, "still the same")
    assert asked(again) == "seen"


def test_two_windows_on_one_case(office: Office) -> None:
    first = begin(office)
    second = Conversation.resume(office.workplace(), first.case)
    say(first, "no")
    with pytest.raises(CaseBusy):
        second.say("no")
    assert office.store.load(first.case).events == tuple(first.session.events)


def test_what_could_not_be_stored_did_not_happen(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    conversation = say(begin(office), "no")
    before = conversation.session.state

    def full(*args: object, **rest: object) -> None:
        raise StorageError("The disk is full.", "Make room, then answer again.")

    with monkeypatch.context() as patch:
        patch.setattr(type(conversation.workplace.store), "append", full)
        with pytest.raises(StorageError):
            conversation.say("no")
    assert conversation.session.state == before
    say(conversation, "no")
    assert asked(conversation) == "switch"


@pytest.mark.parametrize(("tree", "error"), [("wfi", UnknownTree), ("network", UsageError)])
def test_trees_that_cannot_be_walked(office: Office, tree: str, error: type[TshootError]) -> None:
    with pytest.raises(error) as found:
        Conversation.begin(office.workplace(), tree)
    assert found.value.hint


def test_hostile_words_are_kept_as_plain_words(office: Office) -> None:
    conversation = say(begin(office), "no", "yes", "yes")
    say(conversation, "[/var/log] **x** {os} \x1b]0;title\x07\u202e net")
    assert conversation.session.state.value("ssid") == "[/var/log] **x** {os} net"
    assert conversation.prompt
    assert "{os}" in conversation.prompt.text
    assert "\x1b" not in repr(conversation.session.events)


@pytest.mark.parametrize(
    "words", ["", "   ", "\x00", "\ud800", "?" * 100_000, "💥", "/", "/nonsense", "/back -1", "/note"]
)
def test_no_words_whatever_break_it(office: Office, words: str) -> None:
    conversation = say(begin(office), "no")
    turn = conversation.say(words)
    assert turn.kind in ("nothing", "unclear", "told", "moved", "command")
    assert office.store.load(conversation.case).events == tuple(conversation.session.events)
