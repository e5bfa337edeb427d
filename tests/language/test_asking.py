"""What asks something back, and what answers."""

from __future__ import annotations

import pytest

from tshoot.language.asking import asks_back


@pytest.mark.parametrize(
    "text",
    [
        "how do I do that?",
        "how much air should be in there",
        "how expensive is that",
        "what is supposed to happen",
        "what does that even mean",
        "it says something about a tunnel what does that mean",
        "where would that be",
        "can i just unplug it or will that break something",
        "will i lose anything",
        "do i have to do this now",
        "is it dangerous to touch",
        "is there some way to see it",
        "would it be fine to use another one",
        "am i allowed to open it",
        "explain it to me please",
        "tell me what the valve looks like",
        "could somebody show me",
        "ok but what does that do",
        "not sure what you mean by that",
        "wait how would i see it",
        "if I open it, does that void anything?",
        "if it breaks tonight can someone come",
        "I would like to know why",
        "which one do you mean",
        "the serial number?",
        "it's the red one, isn't it dangerous?",
    ],
)
def test_questions_are_recognised(text: str) -> None:
    assert asks_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "yes",
        "no idea",
        "it does that every time",
        "does that every time I start it",
        "did that twice, no change",
        "did the reset, nothing",
        "does the same thing",
        "does nothing at all",
        "when I press it does nothing at all",
        "when I press the button it does that again",
        "is there but dim",
        "is on now",
        "it can do it by itself",
        "that is what it shows",
        "what it shows is a red bar",
        "when I turn it on, it hums",
        "where the label was there is a hole",
        "how it looks: black",
        "the screen does not tell me what to do",
        "no matter how hard it is pressed it stays dark",
        "that is what did it, thanks",
        "all I can do is turn it off",
        "I guess it's on?",
        "it's orange, so probably yes?",
        "I know which one, it is the left one",
        "will do",
        "should be fine",
        "could be",
        "would say no",
        "can see it",
        "has been like that since May",
        "what can I say, it is dead",
    ],
)
def test_answers_are_not_questions(text: str) -> None:
    assert not asks_back(text)
