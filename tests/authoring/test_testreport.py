"""What a failed test tells its author about one question and one answer."""

from __future__ import annotations

import pytest

from tshoot.authoring.testreport import misread, read_as, step, stopped
from tshoot.authoring.treetest import Answer
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


def test_a_step_is_a_question_and_its_answer() -> None:
    assert step(ASKED, "green", "Yes") == "power: Is it on? — green (read as Yes)"
    assert step(ASKED, "yes") == "power: Is it on? — yes"
    assert stopped(ASKED) == "power: Is it on? — no answer; offered: 'Yes, it is', 'No'"


def test_an_answer_that_is_none() -> None:
    shown = misread("why?", ASKED, "read as the command 'why'")
    assert shown == "the answer 'why?' at 'power' is read as the command 'why'; offered: 'Yes, it is', 'No'"
