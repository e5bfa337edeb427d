"""An earlier answer or a fact given anew, and what the input is for meanwhile."""

from __future__ import annotations

from tests.tui.conftest import CASE, Opened
from tests.tui.test_answering import conversation, node, question
from tshoot.tui.screens.conversation import ConversationScreen
from tshoot.tui.widgets.question import Question
from tshoot.tui.widgets.remark import Remark
from tshoot.tui.widgets.story import Story


async def test_an_earlier_answer_that_is_unclear_gets_its_own_candidates(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("2", "tab", "enter")
        await it.say("hmm")
        assert "not sure" in it.text
        await it.press("escape")
        assert node(it) == "plug" and "Put the plug" in question(it)
        assert not it.field.value


async def test_several_of_an_earlier_question_are_ticked_anew(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("1", "1", "enter", "tab", "enter")
        assert it.rows == ["It flickers", "It smells", "It hums", "None of these"]
        await it.press("2", "3", "enter")
        assert conversation(it).session.state.value("signs") == ("It smells", "It hums")


async def test_an_answer_is_changed_after_the_end(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("2", "1")
        assert "Did that help?" in it.text
        await it.pilot.click(it.app.screen.query_one(Story), offset=(5, 0))
        await it.press()
        assert "Is the lamp plugged in?" in question(it) and "Solved" not in it.text
        await it.press("escape")
        assert "Solved" in it.text and "Did that help?" in it.text


async def test_only_keys_that_work_while_something_else_is_typed_are_shown(chat: Opened) -> None:
    async with chat("tour") as it:
        assert "esc" not in it.text.splitlines()[-1]
        await it.press("ctrl+n")
        assert "esc cancel" in it.text.splitlines()[-1]
        assert "ctrl+n" not in it.text.splitlines()[-1]


async def test_a_click_takes_back_what_was_understood(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.say("it is not plugged in")
        remark = it.app.screen.query_one(Remark)
        line = remark.lines(remark.size.width)[-1].plain
        await it.pilot.click(remark, offset=(line.index("ctrl+z"), 0))
        await it.press()
        assert node(it) == "plugged"


async def test_what_happens_by_itself_leaves_a_note_alone(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("ctrl+n")
        it.field.value = "bring a ladder"
        screen = it.app.screen
        assert isinstance(screen, ConversationScreen)
        screen.act(lambda: conversation(it).choose(["No"]), by_itself=True)
        await it.press()
        assert node(it) == "plug" and it.field.value == "bring a ladder"
        await it.press("enter")
        assert [note.text for _, note in conversation(it).session.notes] == ["bring a ladder"]


async def test_an_earlier_answer_is_changed_from_the_history(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("2", "1")
        assert node(it) == "end"
        await it.press("ctrl+z", "tab", "enter")
        assert "Your new answer" in it.text and "Is the lamp plugged in?" in question(it)
        assert it.rows == ["Yes", "No"]
        await it.say("yes")
        assert node(it) == "signs"
        assert it.field.has_focus


async def test_what_no_longer_applies_is_said(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("2", "2", "tab", "up", "enter")
        await it.say("yes")
        assert "do not apply for now" in it.text


async def test_a_fact_is_corrected_from_the_panel(chat: Opened) -> None:
    async with chat("tour", size=(120, 40)) as it:
        await it.press("1", "4")
        await it.say("60")
        assert "60 watt" in it.text and "Tried" not in it.text
        await it.press("tab", "tab", "up", "enter")
        assert "What is right" in it.text and "Power" in question(it)
        await it.say("75")
        assert "75 watt" in it.text


async def test_the_panel_is_a_screen_where_there_is_no_room(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("1", "ctrl+b")
        assert CASE in it.text and "from this computer" in it.text
        await it.press("enter")
        assert "Operating system" in question(it)
        await it.press("escape")
        assert node(it) == "signs"


async def test_a_click_on_an_earlier_step_changes_it(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("2")
        await it.pilot.click(it.app.screen.query_one(Story), offset=(5, 0))
        await it.press()
        assert "Is the lamp plugged in?" in question(it)
        await it.pilot.click(it.app.screen.query_one(Question).list, offset=(5, 0))
        await it.press()
        assert node(it) == "signs"
