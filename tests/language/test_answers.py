"""Answers in people's own words, by phenomenon."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.language.answers import Help, Offer, Question, read_answer
from tshoot.language.words import word_set

YES_NO = (Offer("Yes", "Yes"), Offer("No", "No"))
FIXED = Question("Did that fix it?", YES_NO)
SYSTEM = Question(
    "What does the computer run on?",
    (Offer("Windows", "Windows"), Offer("macOS", "macOS", ("mac", "an apple")), Offer("Linux", "Linux"),
     Offer("other", "Something else")),
)  # fmt: skip
LIGHT = Question(
    "What does the light do?",
    (
        Offer("steady", "It is steady green"),
        Offer("blinks", "It blinks orange", ("flashing",)),
        Offer("off", "It is off"),
    ),
)
STATE = Question("And now?", (Offer("It works now", "It works now"), Offer("same", "It is still the same")))
CHANGES = Question(
    "Which of these happened?",
    (
        Offer("New password", "New password"),
        Offer("New router", "New router"),
        Offer("Update", "Update installed"),
    ),
    many=True,
    none="None of these",
)
SEEN = Question(
    "Do you see your own network in the list?",
    (
        Offer("Yes", "Yes"),
        Offer("No", "No", ("it is not there", "only the neighbours'")),
        Offer("Not sure", "Not sure"),
    ),
    helps=(
        Help(0, ("How do I see the list of networks?", "where do i find the networks")),
        Help(3, ("What is a home network?",), "A network that belongs to your household."),
    ),
)


@pytest.mark.parametrize("said", ["< 5 minutes", ">  5 minutes", "C", "C++", "c#"])
def test_a_label_to_the_letter_is_never_another_that_has_the_same_words(said: str) -> None:
    offers = tuple(Offer(label, label) for label in ("< 5 minutes", "> 5 minutes", "C++", "C#", "C"))
    reading = read_answer(said, Question("Which?", offers))
    assert reading.keys[0].casefold() == " ".join(said.casefold().split())


def polar(question: str, answer: str) -> str:
    """The option that the answer was read as, or the kind of the reading."""
    reading = read_answer(answer, Question(question, YES_NO))
    return reading.keys[0] if reading.kind == "option" else reading.kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it works now", "Yes"),
        ("works like a charm", "Yes"),
        ("yes", "Yes"),
        ("Yep!", "Yes"),
        ("that did it", "Yes"),
        ("it did", "Yes"),
        ("the error went away", "Yes"),
        ("the problem is gone", "Yes"),
        ("no longer broken", "Yes"),
        ("no problems anymore", "Yes"),
        ("no problem, it works now", "Yes"),
        ("finally it prints", "Yes"),
        ("I can print again", "Yes"),
        ("I think so", "Yes"),
        ("nope still the same", "No"),
        ("didn't help", "No"),
        ("it didnt", "No"),
        ("it works not", "No"),
        ("not working", "No"),
        ("it stopped working again", "No"),
        ("worked for a minute then broke again", "No"),
        ("it worked but then it crashed", "No"),
        ("still no sound", "No"),
        ("same as before", "No"),
        ("nothing changed", "No"),
        ("not really", "No"),
        ("not anymore", "No"),
        ("the error is still there", "No"),
        ("worse than before", "No"),
        ("I don't think so", "No"),
        ("I thought it worked but no", "No"),
        ("yes, it's still broken", "unclear"),
        ("No, it works now", "unclear"),
        ("works fine except the scanner", "unclear"),
        ("I restarted it", "unclear"),
        ("ok", "unclear"),
        ("thanks", "unclear"),
        ("purple elephants", "unclear"),
        ("bingo", "Yes"),
        ("oh, there it is", "Yes"),
        ("there we go", "Yes"),
        ("the error is back", "No"),
        ("it's back", "unclear"),
    ],
)
def test_did_that_fix_it(text: str, expected: str) -> None:
    assert polar("Did that fix it?", text) == expected


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        # the question's own words, and their negation
        ("Is the power light on?", "the light is on", "Yes"),
        ("Is the power light on?", "it isn't on", "No"),
        ("Does the printer show an error?", "it shows an error", "Yes"),
        ("Does the printer show an error?", "there is no error", "No"),
        ("Does it start without the charger?", "it starts without the charger", "Yes"),
        ("Can you see your network?", "I can't see my Wi-Fi", "No"),
        ("Does the fan turn?", "the fan never turns", "No"),
        ("Do you hear a noise?", "I hear nothing", "No"),
        ("Is the cable plugged in?", "neither end is plugged in", "No"),
        # opposites
        ("Is the power light on?", "it is off", "No"),
        ("Is the screen dim?", "the screen is bright", "No"),
        ("Are any nuts loose?", "they are all tight", "No"),
        ("Are any nuts loose?", "all the lug nuts are fine", "No"),
        ("Is the battery hot?", "it stays nice and cool", "No"),
        ("Is your connection intermittent?", "the connection is steady", "No"),
        ("Is the door open?", "the door is closed", "No"),
        ("Is the tank empty?", "the tank is full", "No"),
        ("Does it shut down automatically?", "I have to do it manually", "No"),
        # good and bad news
        ("Is the outlet working?", "my desk lamp works there so it must be good", "Yes"),
        ("Is the brake working properly?", "it functions as it should without any issues", "Yes"),
        ("Is the brake working properly?", "there is some problem with it", "No"),
        ("Does the laptop overheat?", "it feels normal to me", "No"),
        # quantifiers
        ("Is the fan running all the time?", "only sometimes", "No"),
        ("Do you need it only after a turn?", "it is not only after a turn", "No"),
        ("Do both lights blink?", "none of them blinks", "No"),
        # hedges and confirmations
        ("Is the power light on?", "I think so", "Yes"),
        ("Is the power light on?", "I don't think so", "No"),
        ("Is the power light on?", "that's right", "Yes"),
        ("Is the power light on?", "Negative, all dark", "No"),
        ("Is the power light on?", "indeed", "Yes"),
        # what is only tried, or beside the point
        ("Is the router in range?", "I tried to move it", "unclear"),
        ("Is the power light on?", "I like trains", "unclear"),
        ("Is the power light on?", "asdf qwer", "unclear"),
        ("Is the power light on?", "лампа горит", "unclear"),
        ("Is the power light on?", "👍", "Yes"),
    ],
)
def test_yes_and_no_against_the_question(question: str, answer: str, expected: str) -> None:
    assert polar(question, answer) == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("windows", "Windows"),
        ("WINDOWS!", "Windows"),
        ("win", "Windows"),
        ("1", "Windows"),
        ("option 2", "macOS"),
        ("number three please", "Linux"),
        ("the second one", "macOS"),
        ("the last one", "other"),
        ("it's a mac", "macOS"),
        ("I have Windows 10 on it", "Windows"),
        ("windos", "Windows"),
        ("not a mac but linux", "Linux"),
        ("something else", "other"),
    ],
)
def test_one_of_several(text: str, key: str) -> None:
    reading = read_answer(text, SYSTEM)
    assert (reading.kind, reading.keys) == ("option", (key,))


@pytest.mark.parametrize(
    ("text", "missing"),
    [("not windows", "Windows"), ("windows or linux", ""), ("no mac here", "macOS"), ("0", ""), ("9", "")],
)
def test_too_little_evidence_names_the_candidates(text: str, missing: str) -> None:
    reading = read_answer(text, SYSTEM)
    assert reading.kind == "unclear"
    assert 2 <= len(reading.candidates) <= 3
    assert missing not in reading.candidates


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("steady", "steady"),
        ("its flashing", "blinks"),
        ("orange and blinking", "blinks"),
        ("it is off", "off"),
        ("green", "steady"),
    ],
)
def test_words_of_labels(text: str, key: str) -> None:
    assert read_answer(text, LIGHT).keys == (key,)


@pytest.mark.parametrize("text", ["it does not blink", "not green", "neither green nor orange"])
def test_a_label_never_takes_a_negated_answer(text: str) -> None:
    assert read_answer(text, LIGHT).kind == "unclear"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("it works not", "same"),
        ("it doesn't work", "same"),
        ("works", "It works now"),
        ("still broken", "same"),
        ("great, it works", "It works now"),
    ],
)
def test_two_statements_of_good_and_bad_news(text: str, key: str) -> None:
    assert read_answer(text, STATE).keys == (key,)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("1 and 3", ("New password", "Update")),
        ("3, 1", ("New password", "Update")),
        ("1 2", ("New password", "New router")),
        ("new password, update installed", ("New password", "Update")),
        ("the password and the router", ("New password", "New router")),
        ("all of them", ("New password", "New router", "Update")),
        ("2", ("New router",)),
        ("an update was installed", ("Update",)),
    ],
)
def test_several_at_once(text: str, keys: tuple[str, ...]) -> None:
    reading = read_answer(text, CHANGES)
    assert (reading.kind, reading.keys) == ("options", keys)


@pytest.mark.parametrize("text", ["none of these", "none", "nothing", "no", "4", "neither of them"])
def test_none_of_several(text: str) -> None:
    assert read_answer(text, CHANGES).kind == "none"


@pytest.mark.parametrize("text", ["new", "not the router", "2 or 3", "password and elephants"])
def test_several_with_a_doubtful_part_are_asked_again(text: str) -> None:
    assert read_answer(text, CHANGES).kind == "unclear"


@pytest.mark.parametrize(
    "text",
    ["I don't know", "idk", "dunno", "no idea", "I have no clue", "not sure", "I'm really not sure", "can't tell",
     "maybe", "how would I know", "hard to say", "it depends"],
)  # fmt: skip
def test_not_knowing(text: str) -> None:
    assert read_answer(text, FIXED).kind == "unknown"
    assert read_answer(text, SYSTEM).kind == "unknown"
    assert read_answer(text, SEEN).keys == ("Not sure",)


@pytest.mark.parametrize(
    ("text", "faq"),
    [
        ("how do I see the list?", 0),
        ("where can i find those networks", 0),
        ("I don't know how to get the list of networks", 0),
        ("which list?", 0),
        ("what's a home network?", 3),
        ("can you explain what home network means", 3),
    ],
)
def test_a_question_back_is_answered_by_its_entry(text: str, faq: int) -> None:
    reading = read_answer(text, SEEN)
    assert (reading.kind, reading.faq) == ("faq", faq)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("how do I check that?", "how"),
        ("what do you mean?", "how"),
        ("why do you want to know?", "why"),
        ("why does it matter which light is on?", "why"),
        ("go back", "back"),
        ("I want to talk to somebody", "person"),
        ("/skip", "skip"),
        ("quit", "quit"),
    ],
)
def test_commands_and_questions_without_an_entry(text: str, command: str) -> None:
    reading = read_answer(text, FIXED)
    assert (reading.kind, reading.command) == ("command", command)


@pytest.mark.parametrize("text", ["it went back to normal", "it works, I can talk to people again"])
def test_answers_that_sound_like_commands(text: str) -> None:
    assert read_answer(text, FIXED).keys == ("Yes",)


def test_a_label_beats_the_command_of_the_same_name() -> None:
    question = Question(
        "What now?", (Offer("Restart", "Restart"), Offer("Skip", "Skip"), Offer("Back", "Go back"))
    )
    assert [read_answer(text, question).keys for text in ("restart", "skip", "go back")] == [
        ("Restart",),
        ("Skip",),
        ("Back",),
    ]


def test_means_are_answers() -> None:
    assert read_answer("only the neighbours", SEEN).keys == ("No",)
    assert read_answer("sorry but it is not there at all", SEEN).keys == ("No",)


def test_the_evidence_is_told() -> None:
    assert read_answer("2", SYSTEM).why == "the number 2"
    assert read_answer("nope, nothing", FIXED).why == "starts with nope"
    assert "not broken" in read_answer("no longer broken", FIXED).why


@pytest.mark.parametrize("text", ["", " ", "\x00\x1b[2J", "\ud800", "\u200b"])
def test_nothing_is_unclear(text: str) -> None:
    reading = read_answer(text, SYSTEM)
    assert (reading.kind, reading.candidates[:2]) == ("unclear", ("Windows", "macOS"))


@pytest.mark.parametrize("part", ["yes no ", "not ", "a", "?", "\n", "🙂", "1 and ", "\x1b]", "wifi, "])
@pytest.mark.parametrize("question", [FIXED, SYSTEM, CHANGES, SEEN])
def test_a_megabyte_is_unclear_and_quick(part: str, question: Question) -> None:
    begun = time.process_time()
    assert read_answer(part * (1_000_000 // len(part)), question).kind == "unclear"
    assert read_answer(part * (7_900 // len(part)), question) is not None
    assert time.process_time() - begun < 1.0


WORDS = st.lists(
    st.sampled_from(
        sorted(word_set("it not no works yes but broken the 1 and windows why how never without ? , . light off"))
    ),
    max_size=12,
).map(" ".join)


@given(st.text(max_size=60) | WORDS, st.sampled_from((FIXED, SYSTEM, CHANGES, SEEN, LIGHT, STATE)))
def test_no_text_raises_and_the_reading_is_the_same_every_time(text: str, question: Question) -> None:
    reading = read_answer(text, question)
    assert reading == read_answer(text, question)
    keys = {offer.key for offer in question.offers}
    assert set(reading.keys) | set(reading.candidates) <= keys
    assert len(reading.keys) == 1 if reading.kind == "option" else True
    assert 0 <= reading.score <= 1


@given(st.text(max_size=40), st.text(max_size=40), st.lists(st.text(max_size=10), max_size=4, unique=True))
def test_no_question_raises(text: str, asked: str, labels: list[str]) -> None:
    question = Question(asked, tuple(Offer(label, label) for label in labels))
    assert read_answer(text, question).kind
