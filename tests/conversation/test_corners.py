"""What is easily done at the wrong moment, and what must never be kept or read as markup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversation.test_conversation import LEAVING, NETWORK, WIFI, asked, begin, say
from tests.workplaces import Office
from tshoot.checks.result import CheckResult
from tshoot.conversation import texts
from tshoot.conversation.conversation import Conversation
from tshoot.engine.markup import to_plain

SECRETS = """
tree: 1
title: Secrets
facts:
  pin: {type: text, secret: true, prompt: Which PIN?, pattern: "[0-9]{4}"}
  room: {type: choice, values: [Attic, Cellar], prompt: Which room?}
nodes:
  a: {input: {fact: pin}, then: b}
  b: {input: {fact: room}, then: c}
  c: {ask: C?, options: {Yes: d, No: d}}
  d: {ask: "**D** in *{room}*?\\n\\nMore.", options: {Yes: e, No: e}}
  e: {end: resolved}
"""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path, wifi=WIFI, network=NETWORK, secrets=SECRETS) as office:
        yield office


def secrets(office: Office) -> Conversation:
    return Conversation.begin(office.workplace(), "secrets", "x")


def test_a_secret_reaches_neither_disk_nor_screen(office: Office) -> None:
    conversation = secrets(office)
    assert "12ab" not in conversation.say("12ab").text, "nor does what was no answer"
    say(conversation, "1234", "attic")
    step = next(entry.step for entry in conversation.entries if entry.node == "a")
    assert conversation.change(step, "5678").kind == "moved"
    assert conversation.learn("pin", "9012").kind == "nothing"
    stored = office.store.path.read_bytes() + office.store.path.with_name("cases.db-wal").read_bytes()
    for secret in ("12ab", "1234", "5678", "9012"):
        assert secret.encode() not in stored
        assert secret not in repr(conversation.summary()) + repr(conversation.entries)


@pytest.mark.parametrize("fact", ["nonsense", "problem", "", "\x00", "pin"])
def test_only_facts_that_there_are_can_be_corrected(office: Office, fact: str) -> None:
    conversation = secrets(office)
    before = len(conversation.session.events)
    assert conversation.learn(fact, "x").kind == "nothing"
    assert len(conversation.session.events) == before


def test_what_does_not_fit_the_moment_does_nothing(office: Office) -> None:
    conversation = say(begin(office), "no")
    for turn in (
        conversation.done(),
        conversation.choose(["Done"]),
        conversation.choose([]),
        conversation.choose(["Yes", "No"][2:]),
        conversation.report(CheckResult(status="done", result="off")),
        conversation.report(None),
        conversation.consent(False),
    ):
        assert turn.kind == "nothing"
    assert asked(conversation) == "look"
    say(conversation, "yes", "yes", "HomeNet", "works")
    for turn in (conversation.done(), conversation.skip(), conversation.unknown(), conversation.choose(["Yes"])):
        assert turn.kind == "nothing"


def test_a_refused_check_can_be_taken_back(office: Office) -> None:
    conversation = begin(office)
    asked_for_consent = conversation.prompt
    say(conversation, "no")
    assert conversation.prompt != asked_for_consent
    conversation.back()
    assert conversation.prompt == asked_for_consent


def test_an_interruption_while_it_is_stored_leaves_nothing_half_done(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation = say(begin(office), "no")
    before = conversation.session.state

    def interrupted(*args: object, **rest: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(type(conversation.workplace.store), "append", interrupted)
        with pytest.raises(KeyboardInterrupt):
            conversation.say("no")
    assert conversation.session.state == before
    conversation.leave()
    assert office.store.load(conversation.case).events == tuple(conversation.session.events)


def test_words_that_look_like_markup_are_said_back_as_they_are(office: Office) -> None:
    assert (
        to_plain(texts.understood("**x** [a](http://b.c)", middling=False))
        == "Understood as: **x** [a](http://b.c)"
    )
    conversation = say(secrets(office), "1234")
    turn = conversation.say("[a](http://b.c) *x*")
    assert turn.kind == "unclear"
    assert "“[a](http://b.c) *x*”" in to_plain(turn.text)
    assert "“**x**”" in to_plain(conversation.learn("room", "**x**").text)


def test_a_step_that_no_longer_applies_is_named_in_one_line(office: Office) -> None:
    conversation = say(secrets(office), "1234", "attic", "yes", "yes")
    entries = [entry for entry in conversation.entries if entry.node == "d"]
    assert texts.dropped(entries).splitlines()[2:] == ["- D in Attic? More. Yes"]


def test_notes_stand_where_they_were_made_also_after_a_change(office: Office) -> None:
    conversation = say(begin(office), "no", "yes")
    conversation.note("one")
    say(conversation, "yes", "HomeNet")
    conversation.note("two")
    step = next(entry.step for entry in conversation.entries if entry.node == "look")
    conversation.change(step, "no")
    say(conversation, "no")
    kinds = [entry.node or entry.text for entry in conversation.entries]
    assert kinds == ["look", "one", "switch", "seen", "name", "two"]


def test_an_agents_wish_for_a_person_leaves_the_case_to_the_next_tier(office: Office) -> None:
    agent = say(Conversation.begin(office.workplace("agent"), "wifi", "no wifi"), "yes")
    agent.person("I am out of ideas")
    assert agent.prompt
    assert agent.prompt.node == "fact:ssid", "with what its tree needs"
    say(agent, "HomeNet", *LEAVING)
    ending = agent.session.state.ending
    assert ending
    assert (ending.outcome, ending.to, ending.queue) == ("escalated", "network", "tier-2")
    assert "your" not in " ".join(agent.closing()).lower()


def test_a_person_can_be_asked_for_on_the_way_to_a_tree_that_one_walks_oneself(office: Office) -> None:
    agent = say(Conversation.begin(office.workplace("agent"), "wifi", "no wifi"), "yes", "no")
    assert asked(agent) == "fact:ssid"
    assert agent.session.state.leaving
    assert agent.person("they must go").kind == "moved"
    assert agent.session.state.leaving.kind == "person"
    assert agent.person().kind == "nothing"


SHOW = """
tree: 1
title: Show
nodes:
  what:
    ask: What does the display show?
    options: {No light at all: end, A paper jam: end, No toner: end, An error code: end, It looks ready: end}
  end: {end: resolved}
"""


@pytest.mark.parametrize(("text", "named"), [
    ("qwertz", False), ("مرحبا", False), ("!!!", False), ("x" * 9000, False), ("either a jam or a code", True),
])  # fmt: skip
def test_options_are_named_where_something_speaks_for_them(tmp_path: Path, text: str, named: bool) -> None:
    with Office(tmp_path, show=SHOW) as office:
        turn = Conversation.begin(office.workplace(), "show").say(text)
    assert turn.kind == "unclear"
    assert bool(turn.candidates) == named == ("Did you mean" in turn.text)


def test_a_likely_yes_is_no_consent(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    from tshoot.conversation import conversation as module
    from tshoot.conversation.hearing import Heard

    conversation = begin(office)
    monkeypatch.setattr(module, "hear", lambda *_: Heard("answer", value="Yes", label="Yes", middling=True))
    assert conversation.say("could be").kind == "unclear"
    assert not conversation.wants_check


@pytest.mark.parametrize(("status", "word"), [("draft", "draft"), ("retired", "retired"), ("live", "")])
def test_a_tree_that_is_not_live_says_so_where_it_is_run_by_name(tmp_path: Path, status: str, word: str) -> None:
    with Office(tmp_path, wifi=WIFI.replace("title:", f"status: {status}\ntitle:"), network=NETWORK) as office:
        notices = Conversation.begin(office.workplace(), "wifi", "x").notices
        assert (word in "".join(notices), len(notices)) == (True, 1 if word else 0)
