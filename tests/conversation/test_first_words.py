"""First words that tell no problem, and problems that begin like such."""

from __future__ import annotations

import pytest

from tshoot.conversation import first_words as said
from tshoot.conversation.first_words import FirstWords, first_words

NONE = [
    "hello, my printer is dead", "help my wifi is gone", "i need help with my password", "printer problem",
    "i have a problem with outlook", "my computer is broken", "nothing works on my phone", "everything is slow",
    "error 809", "someone is calling me", "i can not talk to anybody in teams", "show me how to print",
    "i am not certain, but someone may be using my card", "no idea why the printer prints in pink",
    "i need a new keyboard", "why is my computer slow", "the internet is down", "مرحبا", "account",
    "hello " * 40,
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_a_problem_is_a_problem(text: str) -> None:
    assert first_words(text) is None


@pytest.mark.parametrize(("texts", "answer"), [
    (["hello", "Hi there", "good morning team!", "how are you?", "anybody there?"], said.GREETED),
    (["help", "HELP ME", "can you help me please", "hello, can anybody help me?", "i need help", "are you a robot?"],
     said.ASKED_FOR_HELP),
    (["i dont know", "no idea", "idk"], said.UNSURE),
    (["it doesn't work", "its broken", "nothing works!!", "i have a problem", "computer problem", "error",
      "hi, something is wrong, please help"], said.VAGUE),
    (["go back", "start over", "what did I say before?", "yes", "no", "thank you"], said.AT_THE_BEGINNING),
    (["...", "?", "😢😢", "\u200b", ""], said.NO_WORDS),
])  # fmt: skip
def test_words_that_tell_no_problem_are_answered(texts: list[str], answer: str) -> None:
    assert {text: first_words(text) for text in texts} == dict.fromkeys(texts, FirstWords(said=answer))


@pytest.mark.parametrize(("texts", "way"), [
    (["I want to talk to somebody", "can i speak to a human", "just call me"], "person"),
    (["browse", "show me all topics"], "browse"),
    (["resume", "continue my last case", "go on"], "resume"),
    (["quit", "bye"], "quit"),
])  # fmt: skip
def test_ways_that_need_no_problem(texts: list[str], way: str) -> None:
    assert {text: (found := first_words(text)) and found.way for text in texts} == dict.fromkeys(texts, way)


@pytest.mark.parametrize("text", ["hi" * 5000, "anyone there " * 8, "hello? " * 15 + "x", "\ud800", "it " * 16])
def test_odd_words_are_read_in_bounded_time(text: str) -> None:
    assert first_words(text) == first_words(text)


def test_what_is_said_is_short() -> None:
    texts = [value for name, value in vars(said).items() if name.isupper() and isinstance(value, str)]
    sentences = [one for text in texts if not text.startswith("(?") for one in text.split(". ")]
    assert [one for one in sentences if len(one.split()) > 25] == []
