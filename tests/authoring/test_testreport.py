"""What a failed test tells its author about one question and one answer."""

from __future__ import annotations

import pytest

from tshoot.authoring.testcase import Answer
from tshoot.authoring.testreport import Line, misread, not_in_order, question, read_as, read_by
from tshoot.engine.state import Choice, Prompt
from tshoot.model.event import AnswerKind
from tshoot.model.fact import Value

CHOICES = (Choice("Yes", "Yes, it is"), Choice("No", "No"))
ASKED = Prompt(tree="t", node="power", kind="ask", text="Is it\non?", choices=CHOICES)


@pytest.mark.parametrize(
    ("words", "answer", "value", "shown"),
    [
        ("yes", "option", "Yes", ""),
        ("yes, it is", "option", "Yes", ""),
        ("green", "option", "Yes", "Yes, it is"),
        ("dunno", "unknown", "", "I don't know"),
        ("next please", "skip", "", "skip"),
        (("No", "yes"), "options", ("No", "Yes"), ""),
        (("neither",), "options", (), "none of these"),
    ],
)
def test_what_words_were_read_as(words: Answer, answer: AnswerKind, value: Value, shown: str) -> None:
    assert read_as(ASKED, words, answer, value) == shown


def test_a_typed_value_is_its_own_reading() -> None:
    assert read_as(Prompt(tree="t", node="age", kind="input", text="How old?"), "about five", "value", 5) == ""


def test_a_question_is_a_line() -> None:
    assert question(ASKED) == Line("tshoot", "Is it on?", "power", ("Yes, it is", "No"))
    assert read_by([Line("tshoot", "Hello\n there"), Line("you", "no"), question(ASKED)]) == (
        "Hello there Is it on? Yes, it is No"
    )


@pytest.mark.parametrize(
    ("wanted", "missing"),
    [((), ""), (("b c", "d"), ""), (("d", "b"), "b"), (("b  c", "b"), "b"), (("x",), "x")],
)
def test_texts_in_order(wanted: tuple[str, ...], missing: str) -> None:
    assert not_in_order(wanted, "a b c d") == missing


def test_an_answer_that_is_none() -> None:
    shown = misread("why?", ASKED, "read as the command 'why'")
    assert shown == "the answer 'why?' at 'power' is read as the command 'why'; offered: 'Yes, it is', 'No'"
