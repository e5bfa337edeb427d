"""Answers by what kind of question they answer: about others, the usual, an end, all of them, before and after."""

from __future__ import annotations

import pytest

from tests.language.test_phenomena import reading
from tshoot.language.mending import mended
from tshoot.language.set_phrases import plain

ROWS = [
    # About others: the same there, or here alone.
    ("Do other devices have the same problem?", "my tablet drops out too", "Yes"),
    ("Do other devices have the same problem?", "it's just this one", "No"),
    ("Does it happen in another account?", "same there", "Yes"),
    ("Does it happen in another account?", "everyone else is fine", "No"),
    # More or less than usual.
    ("Is the pump louder than usual?", "it sounds the way it always has", "No"),
    ("Is the pump louder than usual?", "much louder", "Yes"),
    ("Do the lamps blink faster than normal?", "they blink at their normal speed", "No"),
    ("Is the pressure lower than recommended?", "it is too low", "Yes"),
    # The end of something bad is good news.
    ("Does the rattling stop when you hold the plate?", "the rattle goes away then", "Yes"),
    ("Does the rattling stop when you hold the plate?", "it's still rattling", "No"),
    ("Does the vibration stop in neutral?", "the vibration stops", "Yes"),
    # All of them, or some.
    ("Are all the screws tight?", "one of them is loose", "No"),
    ("Do all of the keys fail?", "only the bottom row", "No"),
    ("Do all of the lamps fail at the same time?", "they all go out at once", "Yes"),
    # Before and after.
    ("Did the noise begin after you changed the belt?", "it came on gradually", "No"),
    ("Did the noise begin after you changed the belt?", "right after that", "Yes"),
    ("Did the noise begin after you changed the belt?", "I heard it long before", "No"),
    # What is asked with a "not": a bare denial tells nothing.
    ("Does it start without showing anything?", "there is nothing", "unclear"),
    ('Do you get a "disk not found" message?', "that's the exact message I see", "Yes"),
    ("Has the car been sitting unused?", "I haven't touched it", "unclear"),
    # How much there is.
    ("Is there fuel in the tank?", "there's plenty", "Yes"),
    ("Is there fuel in the tank?", "it's empty", "No"),
    ("Is there fuel in the tank?", "I think it ran out", "No"),
    # Set phrases.
    ("Does a new fuse blow right away?", "it blew immediately", "Yes"),
    ("Does it make clicking sounds?", "it clicks over and over", "Yes"),
    ("Is the belt intact?", "it is in one piece", "Yes"),
    ("Is the hose hot?", "I can't keep my hand on it", "Yes"),
    ("Is the disk full?", "there's hardly any space left", "Yes"),
    ("Is the light on all the time?", "it comes and goes", "No"),
    ("Are you using the original charger?", "I've never used any other", "Yes"),
    # What a doing brings.
    ("Does reseating the drive make a difference?", "it booted after that, it works now", "Yes"),
    ("Does restarting the service help?", "it's still mute", "No"),
    ("Did a restart bring the sound back?", "the problem remains", "No"),
    ("Did a restart bring the sound back?", "it's back", "Yes"),
    # How old, by a year.
    ("Is the battery less than three years old?", "it is the original one from 2014", "No"),
    ("Is the disk more than five years old?", "it's from 2012", "Yes"),
    ("Is the disk more than five years old?", "I bought it last summer", "No"),
    # A stressed verb, and what somebody can do.
    ("Does the car lean to one side?", "it does lean a little", "Yes"),
    ("Can you get to the menu?", "I can get there", "Yes"),
    # News that depends on the thing.
    ("Does the heater blow hot air?", "the heat works great", "Yes"),
    ("Can you start it in safe mode?", "safe mode crashes too", "No"),
    ("Are any nuts missing?", "one is gone", "Yes"),
    ("Does the oil look milky?", "it looks normal", "No"),
]


@pytest.mark.parametrize(("question", "answer", "expected"), ROWS)
def test_an_answer_is_read_by_the_kind_of_its_question(question: str, answer: str, expected: str) -> None:
    assert reading(question, answer) == expected


@pytest.mark.parametrize(("typed", "meant"), [
    ("whe nthe fan runs", "when the fan runs"),
    ("there ar eno drops", "there are no drops"),
    ("i can' see it", "i can't see it"),
    ("it does ot blink", "it does not blink"),
    ("it is ofd. the light is of.", "it is ofd. the light is off."),
    ("np, it is steady", "no, it is steady"),
    ("the cnnection is stedy", "the connection is steady"),
    ("it xrashes", "it crashes"),
])  # fmt: skip
def test_typing_errors_are_put_right(typed: str, meant: str) -> None:
    assert mended(typed, "Does the connection blink?", "Yes", "No") == meant


@pytest.mark.parametrize("text", [
    "a sad face and a code", "it is lit", "I see it", "nope", "theres oil all over it", "i am here", "the AC is on",
    "it's the LED on top", "is it a hot wire", "no", "yes i do",
])  # fmt: skip
def test_right_words_stay(text: str) -> None:
    assert mended(text, "Is the lamp on?", "Yes", "No") == text


@pytest.mark.parametrize(("text", "expected"), [
    ("it quit out of nowhere", "it quit suddenly"),
    ("it needs cleaning", "it not cleaned"),
    ("now and then", "sometimes"),
    ("I need something else", "i need elsewise"),
])  # fmt: skip
def test_set_phrases_are_one_word(text: str, expected: str) -> None:
    assert " ".join(plain(text).split()) == expected
