"""The words of a company in a conversation: names by other words, and terms that are explained."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.lines.talk import Talk
from tests.tui.conftest import Chat, settle
from tests.workplaces import Office
from tshoot.conversation.conversation import Conversation
from tshoot.conversation.hearing import hear
from tshoot.conversation.opening import find
from tshoot.language import answers
from tshoot.language.question import Question, Reading
from tshoot.lines.listening import StreamListener
from tshoot.lines.plain import PlainFace
from tshoot.model.library import Term, Wordbook
from tshoot.tui.app import ChatApp, first_screen

APPS = """
tree: 1
title: SAP does not open
symptoms: [SAP does not open, SAP hangs]
facts:
  screen: {type: choice, values: [SAP, Excel, Outlook], prompt: Which one is in front?}
  secret: {type: text, secret: true, prompt: What is the code?}
  name: {type: text, prompt: What is it called?}
nodes:
  which:
    ask: Which program is it?
    options: {SAP: both, Excel: both, Word: both}
  both:
    ask: Which others are slow?
    many: true
    none: None of these
    options: [SAP, Jira, Outlook]
    then: screen
  screen: {input: {fact: screen}, then: name}
  name: {input: {fact: name}, then: secret}
  secret: {input: {fact: secret}, then: fix}
  fix:
    do: Restart SAP.
    fixed: good
    else: good
  good: {end: resolved, tell: Good.}
"""
SETTINGS = """
settings: 1
aliases:
  SAP: [the red app, "the booking thing"]
  Jira: [ticket board]
"""
GLOSSARY = """
glossary: 1
terms:
  VPN: {means: "A **tunnel** to {the} office.", also: [tunnel]}
  BIOS: The small program that starts the computer.
"""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path, apps=APPS, settings=SETTINGS, glossary=GLOSSARY) as office:
        yield office


@pytest.fixture
def terms(monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions about a term are read as such, whichever way the reader finds them."""
    real = answers.read_answer

    def read(text: str, question: Question) -> Reading:
        for term in question.terms:
            if any(f"what is a {phrase}?".casefold() == text.casefold() for phrase in term.phrases):
                return Reading("term", term=term.index, score=0.9, why="a word of the glossary")
        return real(text, question)

    monkeypatch.setattr(answers, "read_answer", read)


def at(office: Office, *words: str) -> Conversation:
    conversation = Conversation.begin(office.workplace(), "apps", "it hangs")
    for text in words:
        assert conversation.say(text).kind == "moved", text
    return conversation


@pytest.mark.parametrize(
    ("before", "text", "fact", "node"),
    [
        ((), "the red app", "SAP", "both"),
        ((), "The Booking-Thing!", "SAP", "both"),
        ((), "it is the red app", "SAP", "both"),
        ((), "Excel", "Excel", "both"),
        (("Word",), "the red app, ticket board", "SAP, Jira", "screen"),
        (("Word", "none of these"), "the red app", "SAP", "name"),
    ],
)
def test_a_label_is_chosen_by_the_companys_words(
    office: Office, before: tuple[str, ...], text: str, fact: str, node: str
) -> None:
    conversation = at(office, *before)
    turn = conversation.say(text)
    assert turn.kind == "moved"
    assert turn.understood in (fact, "" if text == fact else fact)
    assert conversation.prompt
    assert conversation.prompt.node == node


def test_a_text_stays_as_it_is_typed(office: Office) -> None:
    conversation = at(office, "Word", "none of these", "Excel", "the red app")
    assert {line.name: line.value for line in conversation.facts()}["name"] == "the red app"


def test_a_label_in_the_persons_own_words_wins_over_a_name() -> None:
    from tshoot.engine.state import Choice, Prompt

    choices = (Choice("a", "The red app"), Choice("b", "SAP"))
    prompt = Prompt(tree="t", node="n", kind="ask", text="Which?", choices=choices)
    words = Wordbook((("SAP", ("the red app",)),))
    assert hear("the red app", prompt, None, date(2026, 3, 1), words).value == "a"
    assert hear("the red app", prompt, None, date(2026, 3, 1)).value == "a"
    assert hear("sap", prompt, None, date(2026, 3, 1), words).value == "b"


def test_an_earlier_answer_is_changed_by_the_companys_words(office: Office) -> None:
    conversation = at(office, "Word")
    step = next(entry.step for entry in conversation.entries if entry.kind == "step")
    assert conversation.change(step, "the red app").understood == "SAP"


def test_a_problem_in_the_companys_words_finds_its_tree(office: Office) -> None:
    found = find(office.workplace(), "the red app does not open")
    assert found.fits
    assert found.hits[0].tree == "apps"


@pytest.mark.usefixtures("terms")
@pytest.mark.parametrize(
    "before",
    [
        (), ("Word",), ("Word", "none of these"), ("Word", "none of these", "Excel"),
        ("Word", "none of these", "Excel", "x"), ("Word", "none of these", "Excel", "x", "1234"),
    ],
    ids=["one", "many", "choice", "text", "secret", "do"],
)  # fmt: skip
def test_a_term_is_explained_and_the_question_stays(office: Office, before: tuple[str, ...]) -> None:
    conversation = at(office, *before)
    asked, events = conversation.prompt, len(conversation.session.events)
    turn = conversation.say("what is a tunnel?")
    assert (turn.kind, turn.text) == ("told", "**VPN**: A **tunnel** to {the} office.")
    assert (conversation.prompt, len(conversation.session.events)) == (asked, events)


@pytest.mark.usefixtures("terms")
def test_a_term_alone_can_be_a_value(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    always = Reading("term", term=0)
    conversation = at(office, "Word", "none of these", "Excel")
    monkeypatch.setattr(answers, "read_answer", lambda text, question: always)
    assert conversation.say("VPN").kind == "moved"
    assert {line.name: line.value for line in conversation.facts()}["name"] == "VPN"


@pytest.mark.usefixtures("terms")
def test_by_json_lines_it_is_an_entry_and_the_prompt_comes_again(office: Office) -> None:
    talk = Talk(office.workplace(), ["what is a BIOS?"], tree="apps")
    (told,) = [one for one in talk.of("entry") if one["kind"] == "told"]
    assert (told["from"], told["text"]) == ("assistant", "BIOS: The small program that starts the computer.")
    assert talk.nodes == ["which", "which"]


@pytest.mark.usefixtures("terms")
def test_line_by_line_it_is_said(office: Office) -> None:
    out = io.StringIO()
    PlainFace(office.workplace(), StreamListener(iter(["what is a BIOS?", "Word"])), out).run("apps", "", "")
    said = out.getvalue()
    assert "BIOS: The small program that starts the computer." in said
    assert said.count("Which program is it?") == 2


@pytest.mark.usefixtures("terms")
async def test_on_the_screen_it_is_shown(office: Office) -> None:
    workplace = office.workplace()
    app = ChatApp(workplace, first_screen(workplace, "apps", "", ""))
    async with app.run_test(size=(90, 40)) as pilot:
        chat = Chat(app, pilot)
        await settle(pilot)
        await chat.say("what is a BIOS?")
        assert "The small program that starts the computer." in chat.text
        assert "Which program is it?" in chat.text


HOSTILE = Term(
    "[@click=app.quit]x[/]\x1b[2J", "\x1b]0;t\x07**[red]** `{os}` [x](javascript:alert(1))", ("\ud800",)
)


@pytest.mark.usefixtures("terms")
def test_a_hostile_meaning_is_text() -> None:
    from tshoot.conversation.texts import term_meaning
    from tshoot.engine.markup import to_plain

    assert "[@click=app.quit]x[/]" in to_plain(term_meaning(HOSTILE))
