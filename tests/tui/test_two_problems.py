"""Two problems in one message, and two trees that are close, in the chat."""

from __future__ import annotations

import pytest

from tests.conversation.test_also import BOTH, DOOR, DOOR_WORDS, LAMP
from tests.lines.test_two_problems import CLOSE, NEW, OLD
from tests.tui.conftest import Chat, Opened
from tests.workplaces import Office
from tshoot.tui.screens.conversation import ConversationScreen
from tshoot.tui.screens.welcome import WelcomeScreen


@pytest.fixture(autouse=True)
def trees(office: Office) -> None:
    """The trees of these stories."""
    for name in ("tour", "hostile"):
        office.remove(name)
    office.write("lamp", LAMP)
    office.write("door", DOOR)


def problem(it: Chat) -> str:
    assert isinstance(it.app.screen, ConversationScreen)
    return it.app.screen.conversation.session.state.problem


async def ended(it: Chat) -> None:
    """The first problem, solved and rated."""
    await it.say(BOTH)
    await it.press("enter")
    await it.until(lambda: isinstance(it.app.screen, ConversationScreen))
    await it.press("1", "1")


async def test_both_are_offered_and_enter_asks_before_it_takes_one(chat: Opened) -> None:
    async with chat() as it:
        await it.say(BOTH)
        assert "You mention two things. Which one first?" in it.text and f"“{DOOR_WORDS}”" in it.text
        assert it.rows == ["The lamp is dark", "The door sticks", "Something else"]
        assert isinstance(it.app.screen, WelcomeScreen)
        await it.press("down", "enter")
        await it.until(lambda: isinstance(it.app.screen, ConversationScreen))
        assert "Do you have the key?" in it.text and "Also said: “my lamp is dark”" in it.text


async def test_the_other_is_offered_when_the_first_has_ended(chat: Opened) -> None:
    async with chat() as it:
        await ended(it)
        assert it.rows == ["Yes: The door sticks", "Something else is wrong", "That is all"]
        assert f"You also said: “{DOOR_WORDS}”. Look at it now?" in it.text
        await it.press("1")
        await it.until(lambda: "Do you have the key?" in it.text)
        assert problem(it) == DOOR_WORDS
        await it.press("1", "1")
        assert it.rows == ["Something else is wrong", "That is all"]


@pytest.mark.parametrize(("words", "expected"), [("yes please", DOOR_WORDS), ("no", ""), ("my lamp", "my lamp")])
async def test_the_offer_can_be_answered_in_words(chat: Opened, words: str, expected: str) -> None:
    async with chat() as it:
        await ended(it)
        await it.say(words)
        if expected == DOOR_WORDS:
            await it.until(lambda: "Do you have the key?" in it.text)
            assert problem(it) == DOOR_WORDS
        else:
            await it.until(lambda: isinstance(it.app.screen, WelcomeScreen))
            assert it.field.value == expected


async def test_back_at_the_first_question_leaves_no_case_behind(chat: Opened, office: Office) -> None:
    async with chat() as it:
        await it.say(BOTH)
        await it.press("enter")
        await it.until(lambda: isinstance(it.app.screen, ConversationScreen))
        await it.press("ctrl+z")
        await it.until(lambda: isinstance(it.app.screen, WelcomeScreen))
        assert it.field.value == BOTH and office.store.headers() == []


async def test_leaving_loses_nothing(chat: Opened, office: Office) -> None:
    async with chat() as it:
        await it.say(BOTH)
        await it.press("enter")
        await it.until(lambda: isinstance(it.app.screen, ConversationScreen))
        await it.press("ctrl+q")
    (header,) = office.store.headers()
    assert DOOR_WORDS in str(office.store.load(header.case).events)


async def test_something_else_says_how_to_go_on(chat: Opened) -> None:
    async with chat() as it:
        await it.say(BOTH)
        await it.press("up", "enter")
        assert "Type it in other words above" in it.text
        assert it.rows == ["Browse by area", "Talk to a person, who gets what I typed"]


async def test_two_close_trees_are_one_question(chat: Opened, office: Office) -> None:
    office.remove("door")
    office.write("lamp", OLD)
    office.write("floor", NEW)
    async with chat() as it:
        await it.say(CLOSE)
        assert "Which is nearer to it?" in it.text and isinstance(it.app.screen, WelcomeScreen)
        assert sorted(it.rows) == ["Neither", "The new lamp is dark", "The old lamp is dark"]
        await it.press("enter")
        await it.until(lambda: isinstance(it.app.screen, ConversationScreen))
        assert problem(it) == CLOSE


async def test_a_problem_that_is_cleared_away_leaves_no_note(chat: Opened) -> None:
    async with chat() as it:
        it.field.value = BOTH
        await it.until(lambda: "Something else" in it.rows)
        it.field.value = ""
        await it.until(lambda: "Browse by area" in it.rows)
        await it.press("1")
        await it.until(lambda: isinstance(it.app.screen, ConversationScreen))
        assert "Also said" not in it.text


@pytest.mark.parametrize("way", ["browse", "person", "words"])
async def test_nothing_fits_and_the_three_ways_work(chat: Opened, way: str) -> None:
    async with chat() as it:
        await it.say("my horse sneezes in spring")
        assert "Say it in other words" in it.text
        assert it.rows == ["Browse by area", "Talk to a person, who gets what I typed"]
        if way == "words":
            await it.say("the door sticks")
            await it.until(lambda: "Do you have the key?" in it.text)
        else:
            await it.press("down", *(["down"] if way == "person" else []), "enter")
            expected = {"browse": "Areas", "person": "What is your name?"}[way]
            await it.until(lambda: expected in it.text)
