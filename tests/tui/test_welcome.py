"""The welcome: suggestions, honesty, browsing, a person, and the case that was left."""

from __future__ import annotations

import pytest

from tests.tui.conftest import CASE, Opened, placed
from tests.workplaces import Office
from tshoot.conversation.conversation import Conversation
from tshoot.tui.screens.conversation import ConversationScreen
from tshoot.tui.screens.welcome import WelcomeScreen


async def test_the_input_has_the_focus_and_common_problems_are_there(chat: Opened) -> None:
    async with chat() as it:
        assert it.field.has_focus
        assert "What is wrong?" in it.text
        assert it.rows[0] == "The lamp does not light"
        assert it.rows[-2:] == ["Browse by area", "Talk to a person"]


async def test_suggestions_come_while_typing_and_enter_takes_the_first(chat: Opened) -> None:
    async with chat() as it:
        await it.press(*"my lamp stays dark".replace(" ", "_").replace("_", " ").split(" ")[1])
        await it.until(lambda: it.rows[-1] == "None of these")
        await it.say("my lamp stays dark")
        assert isinstance(it.app.screen, ConversationScreen)
        assert it.app.screen.conversation.session.state.problem == "my lamp stays dark"


async def test_the_last_row_is_always_none_of_these(chat: Opened) -> None:
    async with chat() as it:
        it.field.value = "my lamp stays dark"
        await it.until(lambda: it.rows[-1] == "None of these")
        await it.press("up", "enter")
        assert it.rows == ["Browse by area", "Talk to a person, who gets what I typed"]


async def test_it_says_honestly_that_nothing_fits(chat: Opened) -> None:
    async with chat() as it:
        await it.say("my horse sneezes in spring")
        assert isinstance(it.app.screen, WelcomeScreen)
        assert "no steps that fit" in it.text
        assert "Talk to a person" in it.text


async def test_a_person_gets_what_was_typed(chat: Opened) -> None:
    async with chat() as it:
        it.field.value = "my horse sneezes"
        await it.press("f2")
        assert isinstance(it.app.screen, ConversationScreen)
        assert it.app.screen.conversation.session.state.problem == "my horse sneezes"
        assert "What is your name?" in it.text


async def test_browsing_by_area(chat: Opened) -> None:
    async with chat() as it:
        await it.press("ctrl+o")
        row = it.rows.index("Light")
        await it.press(str(row + 1))
        assert it.rows[0] == "The lamp does not light"
        await it.press("1")
        assert isinstance(it.app.screen, ConversationScreen)


async def test_escape_leads_back_to_the_beginning(chat: Opened) -> None:
    async with chat() as it:
        first = it.rows
        await it.press("ctrl+o")
        assert it.rows != first
        await it.press("escape")
        assert it.rows == first


async def test_a_click_takes_a_row(chat: Opened) -> None:
    async with chat() as it:
        await it.pilot.click("#rows", offset=(8, 1))
        await it.until(lambda: isinstance(it.app.screen, ConversationScreen))
        assert "Is the lamp plugged in?" in it.text


async def test_an_unfinished_case_is_offered(chat: Opened, office: Office) -> None:
    before = Conversation.begin(placed(office), "tour", "dark")
    before.choose(["Yes"])
    before.leave()
    async with chat() as it:
        row = it.rows.index("Go on with: The lamp does not light")
        assert CASE in it.text
        await it.press(str(row + 1))
        assert "What have you seen?" in it.text
        assert "Is the lamp plugged in? → Yes" in it.text


async def test_enter_with_nothing_typed_does_nothing(chat: Opened) -> None:
    async with chat() as it:
        await it.press("enter")
        assert isinstance(it.app.screen, WelcomeScreen)


async def test_broken_trees_are_told_to_agents_only(chat: Opened, office: Office) -> None:
    office.write("broken", "tree: 1\ntitle: x\nnodes: nonsense\n")
    async with chat(persona="agent") as it:
        assert "1 tree is broken" in it.text
    async with chat() as it:
        assert "broken" not in it.text


@pytest.mark.parametrize("problem", ["my lamp stays dark", ""])
async def test_words_from_the_command_line_are_there_at_once(chat: Opened, problem: str) -> None:
    async with chat(problem=problem) as it:
        assert it.field.value == problem
        assert ("None of these" in it.rows) == bool(problem)


async def test_the_row_that_enter_takes_is_highlighted(chat: Opened) -> None:
    async with chat() as it:
        it.field.value = "my lamp stays dark"
        await it.until(lambda: "❯   The lamp" in it.text or "❯ The lamp" in it.text)
        it.field.value = "my horse sneezes"
        await it.until(lambda: "❯" not in it.text)
        assert "❯" not in it.text


async def test_enter_right_after_typing_reads_all_that_was_typed(
    chat: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tshoot.tui.screens import welcome

    monkeypatch.setattr(welcome, "PAUSE", 60)
    async with chat() as it:
        await it.say("my lamp stays dark")
        assert isinstance(it.app.screen, ConversationScreen)


@pytest.mark.parametrize(("words", "answer"), [("hello", "Hello. Tell me"), ("i dont know", "That is all right.")])
async def test_words_that_tell_no_problem_are_answered(chat: Opened, words: str, answer: str) -> None:
    async with chat() as it:
        await it.say(words)
        assert isinstance(it.app.screen, WelcomeScreen)
        assert it.field.value == "" and answer in it.text
        it.field.value = "my lamp stays dark"
        await it.until(lambda: it.rows[-1] == "None of these")
        assert answer not in it.text


async def test_a_person_is_reached_in_words(chat: Opened) -> None:
    async with chat() as it:
        it.field.value = "I want to talk to somebody"
        await it.until(lambda: "❯ Talk to a person" in " ".join(it.text.split()))
        await it.say("I want to talk to somebody")
        assert isinstance(it.app.screen, ConversationScreen)
        assert it.app.screen.conversation.session.state.problem == ""
        assert "What is your name?" in it.text


async def test_the_areas_are_reached_in_words(chat: Opened) -> None:
    async with chat() as it:
        await it.say("browse")
        assert "Light" in it.rows


async def test_leaving_in_words(chat: Opened) -> None:
    async with chat() as it:
        await it.say("bye")
        await it.until(lambda: it.app._exit)
        assert it.app.return_code in (0, None)
