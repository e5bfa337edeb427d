"""The other problem of a first message: in the case from the start, offered at the end, never twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workplaces import Office
from tshoot.conversation import also
from tshoot.conversation.asking_which import OTHER, questions, taken
from tshoot.conversation.conversation import Conversation
from tshoot.conversation.guessing import Found, Hit, Near, Problem
from tshoot.conversation.opening import find
from tshoot.conversation.opening_texts import LONGEST, quote
from tshoot.conversation.wordings import lessons
from tshoot.engine.markup import to_plain

LAMP = """
tree: 1
title: The lamp is dark
symptoms: [my lamp is dark, the lamp does not light, no light in my room]
nodes:
  plug: {ask: Is it plugged in?, options: {Yes: end, No: end}}
  end: {end: resolved}
"""
DOOR = """
tree: 1
title: The door sticks
symptoms: [the door sticks, the door does not close, my door cannot be opened]
nodes:
  key: {ask: Do you have the key?, options: {Yes: end, No: end}}
  end: {end: resolved}
"""
BOTH = "Hello, my lamp is dark. Also the door sticks since Monday. Thanks, Bo"
DOOR_WORDS = "the door sticks since Monday"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path, lamp=LAMP, door=DOOR) as office:
        yield office


def begin(office: Office, tree: str = "lamp") -> Conversation:
    workplace = office.workplace()
    return also.begin(workplace, tree, BOTH, find(workplace, BOTH).others(tree))


def test_both_problems_are_found_with_their_words(office: Office) -> None:
    found = find(office.workplace(), BOTH)
    assert [(one.hit.tree, one.text) for one in found.problems] == [
        ("lamp", "my lamp is dark"),
        ("door", DOOR_WORDS),
    ]
    assert found.fits and not found.close


def test_the_other_one_is_in_the_case_from_the_start_and_in_its_summary(office: Office) -> None:
    conversation = begin(office)
    assert [entry.text for entry in conversation.entries if entry.kind == "note"] == [f"Also said: “{DOOR_WORDS}”"]
    conversation.leave()
    again = Conversation.resume(office.workplace(), conversation.case)
    assert DOOR_WORDS in str(again.summary())
    assert not also.noted_by_hand(again.session)
    again.note("it rains")
    assert also.noted_by_hand(again.session)


@pytest.mark.parametrize("tree", ["lamp", "door"])
def test_it_is_offered_when_the_first_has_ended(office: Office, tree: str) -> None:
    conversation = begin(office, tree)
    assert also.waiting(conversation) is None
    conversation.choose(["Yes"])
    waiting = also.waiting(conversation)
    assert waiting and waiting.tree == {"lamp": "door", "door": "lamp"}[tree]
    assert waiting.question("user").endswith("Look at it now?")
    assert "caller" in waiting.question("agent")


def test_it_is_offered_after_a_resume_too_and_once(office: Office) -> None:
    conversation = begin(office)
    conversation.leave()
    again = Conversation.resume(office.workplace(), conversation.case)
    again.choose(["Yes"])
    waiting = also.waiting(again)
    assert waiting
    other = also.take(again.workplace, waiting)
    assert other.session.state.problem == DOOR_WORDS
    assert also.waiting(again) is None
    other.choose(["Yes"])
    assert also.waiting(other) is None


def test_of_three_the_last_waits_for_the_second(office: Office) -> None:
    workplace = office.workplace()
    conversation = also.begin(workplace, "lamp", "x", ("the door sticks", "no light in my room"))
    conversation.choose(["Yes"])
    waiting = also.waiting(conversation)
    assert waiting and waiting.rest == ("no light in my room",)
    other = also.take(workplace, waiting)
    other.choose(["Yes"])
    last = also.waiting(other)
    assert last and (last.tree, last.rest) == ("lamp", ())


def test_what_no_tree_fits_any_more_is_not_offered(office: Office) -> None:
    conversation = begin(office)
    office.remove("door")
    conversation.workplace.catalogue.refresh()
    conversation.choose(["Yes"])
    assert also.waiting(conversation) is None


@pytest.mark.parametrize("note", ["it rains", "Also said: “", "Also said: ”", "Also said: “”", "", "“x”"])
def test_other_notes_offer_nothing(office: Office, note: str) -> None:
    conversation = Conversation.begin(office.workplace(), "lamp", "dark")
    conversation.note(note)
    conversation.choose(["Yes"])
    assert also.waiting(conversation) is None


def hit(tree: str, score: float = 0.8) -> Hit:
    return Hit(tree, tree.capitalize(), "", score)


A, B, C = hit("a"), hit("b", 0.79), hit("c", 0.6)
ASKED = {
    "one": (Found((A, C), True), [("Which of these is it?", ["A", "C", "None of these"])]),
    "near": (Found((C,), False), [("I know no steps that fit this well. Is it one of these?", ["C", "None of these"])]),
    "nothing": (Found(), []),
    "two": (
        Found((A, B, C), True, (Problem("aa", A), Problem("b*b*", B))),
        [
            ("You mention two things: “aa” and “b*b*”. Which one first?", ["A", "B", "Something else"]),
            ("Is it one of these?", ["C", "None of these"]),
        ],
    ),
    "three": (
        Found((A,), True, (Problem("aa", A), Problem("bb", B), Problem("cc", C))),
        [("You mention three things: “aa”, “bb” and “cc”. Which one first?", ["A", "B", "C", "Something else"])],
    ),
    "close": (
        Found((A, B), True, (), (Near("it is a", A), Near("it is b", B))),
        [("Which is nearer to it?", ["It is a", "It is b", "Neither"])],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_one_after_the_other(name: str) -> None:
    found, expected = ASKED[name]
    *guesses, ways = questions(found)
    assert [(to_plain(which.text), [choice.label for choice in which.choices]) for which in guesses] == expected
    assert [choice.key for choice in ways.choices] == ["again", "browse", "person"]


def test_long_words_are_cut_where_they_are_quoted() -> None:
    assert quote("x" * LONGEST) == f"“{'x' * LONGEST}”"
    assert len(quote("x" * 1000)) == LONGEST + 3


def test_what_else_was_said_goes_with_a_chosen_problem_alone() -> None:
    found = ASKED["two"][0]
    assert (found.others("a"), found.others("b"), found.others("c")) == (("b*b*",), ("aa",), ())


def test_a_message_about_two_problems_teaches_no_wording(office: Office) -> None:
    one, both = Conversation.begin(office.workplace(), "lamp", "it is pitch black in here"), begin(office)
    for conversation in (one, both):
        conversation.choose(["Yes"])
        conversation.rate(True)
    assert [taught.text for taught in lessons(one.session)] == ["it is pitch black in here"]
    assert [taught.text for taught in lessons(both.session)] == []


@pytest.mark.parametrize(("words", "key"), [
    ("2", "door"), ("the door", "door"), ("door first please", "door"), ("the second problem", "door"),
    ("the one with the lamp", "lamp"), ("both", "lamp"), ("i don't know", "lamp"), ("you choose", "lamp"),
    ("neither", "none"), ("I want to talk to somebody", "person"), ("hm", None), ("go back", None), ("", None),
])  # fmt: skip
def test_which_problem_comes_first_is_said_in_words(office: Office, words: str, key: str | None) -> None:
    place = office.workplace()
    asked = questions(find(place, BOTH))[0]
    chosen = taken(words, asked.choices, lambda said: find(place, said))
    assert (chosen and chosen.key) == key


def test_another_problem_at_the_question_which_is_taken_for_itself(office: Office) -> None:
    place = office.workplace()
    ways = questions(find(place, "zzz"))[-1]
    chosen = taken("my lamp stays dark", ways.choices, lambda said: find(place, said))
    assert chosen is not None and (chosen.key, chosen.label) == (OTHER, "my lamp stays dark")
