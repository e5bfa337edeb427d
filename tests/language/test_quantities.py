"""Quantities in answers, held against the range that a question or a label names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.language.answers import Offer, Question, read_answer
from tshoot.language.quantities import compared, ranges

YES_NO = (Offer("Yes", "Yes"), Offer("No", "No"))


@pytest.mark.parametrize(
    ("question", "answer", "within"),
    [
        ("Is the battery more than five years old?", "it is only a month old", False),
        ("Is the battery more than five years old?", "about seven years", True),
        ("Is the battery more than five years old?", "seven", True),
        ("Is the battery more than five years old?", "got it in 2021", None),
        ("Is the battery more than five years old?", "I bought it last month", False),
        ("Is the battery more than five years old?", "brand new", False),
        ("Is it older than a year?", "for years now", True),
        ("Does it die in less than an hour?", "twenty-five minutes if I'm lucky", True),
        ("Does it die in less than an hour?", "it lasts one and a half hours", False),
        ("Does the fan start within ten seconds?", "it takes half a minute", False),
        ("Is the pressure between 30 and 35 psi?", "32", True),
        ("Is the pressure between 30 and 35 psi?", "28 psi", False),
        ("Did you wait at least ten minutes?", "not even five", False),
        ("Does it stay below 80 degrees?", "it goes up to 95 degrees", False),
        ("Was it changed within the last 60,000 miles?", "that was 90,000 miles ago", False),
        ("Is it within 10 metres?", "about 3 m", True),
        ("Is it within 10 metres?", "about 3 hours", None),
        ("Is the light on?", "for 3 minutes", None),
        ("Is less than 10 GB free?", "2 TB", False),
    ],
)
def test_the_answer_lies_in_the_range_that_is_asked_about(question: str, answer: str, within: bool | None) -> None:
    assert compared(answer, question)[0] is within


VOLTS = ("Less than 13 volts", "Between 13 and 15 volts", "More than 15 volts", "I have no voltmeter")
AGES = ("Less than two years", "Two to five years", "Older than that")
SHARES = ("Not at all", "Only to 60 or 80 percent", "All the way")


@pytest.mark.parametrize(
    ("labels", "answer", "expected"),
    [
        (VOLTS, "12.1 and falling while I watch", "Less than 13 volts"),
        (VOLTS, "14.2", "Between 13 and 15 volts"),
        (VOLTS, "sixteen volts", "More than 15 volts"),
        (VOLTS, "it says 250 mV", "Less than 13 volts"),
        (AGES, "18 months", "Less than two years"),
        (AGES, "four", "Two to five years"),
        (AGES, "ten years maybe", "Older than that"),
        (SHARES, "stuck at eighty", "Only to 60 or 80 percent"),
    ],
)
def test_a_label_is_taken_by_its_range_or_number(labels: tuple[str, ...], answer: str, expected: str) -> None:
    question = Question("And what does it show?", tuple(Offer(label, label) for label in labels))
    reading = read_answer(answer, question)
    assert (reading.kind, reading.keys) == ("option", (expected,))


def test_a_range_says_why() -> None:
    reading = read_answer("it is only a month old", Question("Is it older than five years?", YES_NO))
    assert reading.keys == ("No",)
    assert reading.why == "a month is not that"


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert all(one.low <= one.high for one in ranges(text))
