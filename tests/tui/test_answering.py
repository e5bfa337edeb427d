"""Every way of answering, and of taking it back."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from tests.tui.conftest import CASE, Chat, Opened, placed
from tests.workplaces import Office
from tshoot.checks.result import CheckResult
from tshoot.conversation.conversation import Conversation
from tshoot.tui.screens.conversation import ConversationScreen
from tshoot.tui.screens.welcome import WelcomeScreen
from tshoot.tui.widgets.choice_list import ChoiceList
from tshoot.tui.widgets.question import Question


def conversation(chat: Chat) -> Conversation:
    screen = next(screen for screen in chat.app.screen_stack if isinstance(screen, ConversationScreen))
    return screen.conversation


def node(chat: Chat) -> str:
    prompt = conversation(chat).prompt
    return prompt.node if prompt else "end"


def question(chat: Chat) -> str:
    """The text of what is asked."""
    shown = chat.app.screen.query_one(Question).query_one(".text", Static)
    return str(shown.render()) if shown.is_on_screen else ""


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["1"], "signs"),
        (["2"], "plug"),
        (["down", "enter"], "signs"),
        (["down", "down", "enter"], "plug"),
        (["up", "enter"], "plug"),
        (["down", "down", "down", "enter"], "signs"),
        (["n", "o", "enter"], "plug"),
        (["y", "e", "s", "enter"], "signs"),
        (["enter"], "plugged"),
        (["9"], "plugged"),
    ],
)
async def test_keys_answer(chat: Opened, keys: list[str], expected: str) -> None:
    async with chat("tour") as it:
        await it.press(*keys)
        assert node(it) == expected


async def test_mouse_answers_and_the_input_keeps_the_focus(chat: Opened) -> None:
    async with chat("tour") as it:
        rows = it.app.screen.query_one(Question).list
        await it.pilot.click(rows, offset=(5, 1))
        await it.press()
        await it.pilot.pause()
        assert node(it) == "plug"
        assert it.field.has_focus


async def test_words_say_how_they_were_understood(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.say("nope, it is not")
        assert node(it) == "plug"
        assert "No" in it.text and "ctrl+z takes it back" in it.text


async def test_unclear_words_ask_again_with_the_candidates(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.say("purple elephants")
        assert node(it) == "plugged"
        assert "not sure that I understood" in it.text
        assert it.field.value == ""


async def test_a_digit_inside_words_is_text(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("a", "1")
        assert (it.field.value, node(it)) == ("a1", "plugged")


async def test_many_are_ticked_by_number_space_and_mouse(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("1", "1", "down", "down", "space")
        rows = it.app.screen.query_one(Question).list
        assert [row.checked for row in rows.rows] == [True, True, False, None]
        await it.pilot.click(rows, offset=(5, 2))
        await it.press("enter")
        assert node(it) == "power"
        assert conversation(it).session.state.value("signs") == ("It flickers", "It hums", "It smells")


async def test_none_of_these_excludes_the_others(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("1", "4")
        assert node(it) == "power"
        assert conversation(it).session.state.value("signs") == ()


async def test_a_tick_is_taken_off_again(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("1", "1", "1")
        assert it.rows == ["It flickers", "It smells", "It hums", "None of these"]


async def test_a_value_that_does_not_fit_is_said_and_asked_again(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("1", "4")
        assert it.field.placeholder == "A number in watt, 1 to 200"
        await it.say("5000")
        assert node(it) == "power"
        await it.say("60")
        assert conversation(it).session.state.value("watts") == 60


async def test_choices_of_a_fact_are_rows(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("1", "4")
        await it.say("60")
        assert it.rows == ["White", "Warm", "Blue", "I don't know"]
        await it.press("2")
        assert conversation(it).session.state.value("colour") == "Warm"


async def to_secret(it: Chat) -> None:
    await it.press("1", "4")
    await it.say("60")
    await it.press("4")


async def test_a_secret_is_neither_shown_nor_kept(chat: Opened) -> None:
    async with chat("tour") as it:
        await to_secret(it)
        assert it.field.password
        it.field.value = "hunter2"
        await it.pilot.pause()
        assert "hunter2" not in it.text
        await it.press("enter")
        assert node(it) == "cool"
        assert not it.field.password
        assert "hunter2" not in it.text
        assert "hunter2" not in str(conversation(it).session.events)


async def test_a_wait_counts_down_and_can_be_skipped(chat: Opened) -> None:
    async with chat("tour") as it:
        await to_secret(it)
        await it.say("x")
        assert "2:00 left" in it.text
        screen = it.app.screen
        assert isinstance(screen, ConversationScreen)
        screen.beside._count_down()
        await it.pilot.pause()
        assert "1:59 left" in it.text
        await it.press("1")
        assert node(it) == "look"


async def test_a_wait_goes_on_by_itself(chat: Opened) -> None:
    async with chat("tour") as it:
        await to_secret(it)
        await it.say("x")
        screen = it.app.screen
        assert isinstance(screen, ConversationScreen)
        for _ in range(120):
            screen.beside._count_down()
        await it.pilot.pause()
        assert node(it) == "look"


async def to_check(it: Chat) -> None:
    await to_secret(it)
    await it.say("x")
    await it.press("1")


async def test_a_check_asks_then_looks_then_says_what_it_found(chat: Opened, office: Office) -> None:
    office.checks["internet"] = CheckResult(result="online", sentence="Web pages open.", seconds=0.4)
    async with chat("tour") as it:
        await to_check(it)
        assert "May I look at" in it.text
        await it.press("1")
        await it.until(lambda: node(it) == "bulb")
        assert "Web pages open." in it.text


async def test_a_refused_check_asks_the_person(chat: Opened) -> None:
    async with chat("tour") as it:
        await to_check(it)
        await it.press("2")
        assert "Do web pages open?" in it.text


async def test_a_running_check_can_be_cancelled(chat: Opened, office: Office) -> None:
    import threading

    release = threading.Event()
    async with chat("tour") as it:
        await to_check(it)
        conversation(it).workplace.run_check = lambda name, arguments: (release.wait(10), CheckResult())[1]
        await it.press("1")
        assert "Let me" in it.text and it.rows == ["Cancel, I answer myself"]
        await it.press("escape")
        assert "Do web pages open?" in it.text
        release.set()
        await it.press()
        assert node(it) == "look"


async def test_a_check_that_breaks_asks_the_person(chat: Opened) -> None:
    def broken(*_: object) -> CheckResult:
        raise OSError("no such device")

    async with chat("tour") as it:
        await to_check(it)
        conversation(it).workplace.run_check = broken
        await it.press("1")
        await it.until(lambda: "Do web pages open?" in it.text)
        assert node(it) == "look"


async def test_back_and_back_to_the_first_words(chat: Opened) -> None:
    async with chat() as it:
        await it.say("my lamp does not light")
        assert "Understood as: The lamp does not light" in it.text
        await it.press("2", "ctrl+z")
        assert node(it) == "plugged"
        await it.press("ctrl+z")
        assert isinstance(it.app.screen, WelcomeScreen)
        assert it.field.value == "my lamp does not light"


async def test_why_and_how_by_question_mark_and_key(chat: Opened) -> None:
    for key in ("?", "f3"):
        async with chat("tour") as it:
            await it.press(key)
            assert "Many dark lamps are not." in it.text and "Follow the cable" in it.text
            assert node(it) == "plugged"


async def test_a_question_back_is_answered(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.say("what is a socket?")
        assert "The thing in the wall" in it.text
        assert node(it) == "plugged"


async def test_a_note_by_key_and_its_cancelling(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("ctrl+n")
        assert "A note" in it.text
        await it.press("escape")
        assert "A note" not in it.text
        await it.press("ctrl+n")
        await it.say("Called from the train.")
        assert "Called from the train." in it.text
        assert node(it) == "plugged" and it.field.placeholder


async def test_a_person_by_key(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("f2")
        assert "What is your name?" in it.text
        await it.press("ctrl+z")
        assert node(it) == "plugged"


@pytest.mark.parametrize(
    ("words", "expected"), [("/note bring a ladder", "bring a ladder"), ("/why", "Many dark")]
)
async def test_slash_commands(chat: Opened, words: str, expected: str) -> None:
    async with chat("tour") as it:
        await it.say(words)
        assert expected in it.text


async def test_letters_go_to_the_input_wherever_the_focus_is(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("2", "tab", "q")
        assert it.field.has_focus and it.field.value == "q"
        assert it.app.is_running


async def test_words_typed_elsewhere_arrive_whole(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("2", "tab", *"yes")
        assert it.field.has_focus and it.field.value == "yes"


async def test_an_error_is_an_entry_with_the_next_action(chat: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    from tshoot.errors import StorageError

    def full(*_: object) -> None:
        raise StorageError("The disk is full.", "Make room, then answer again.")

    async with chat("tour") as it:
        monkeypatch.setattr(conversation(it)._recorder, "store", full)
        await it.press("1")
        assert "The disk is full." in it.text and "Make room" in it.text
        assert node(it) == "plugged"


async def test_only_the_living_question_is_there(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("2")
        assert len(it.app.screen.query(Question)) == 1
        assert "Is the lamp plugged in? → No" in it.text
        assert len(list(it.app.screen.query(ChoiceList))) == 1
        assert it.app.screen.query(Static)


async def test_a_beginning_taken_back_leaves_no_case(chat: Opened, office: Office) -> None:
    async with chat() as it:
        await it.say("my lamp does not light")
        assert office.store.last_open()
        await it.press("ctrl+z")
        assert office.store.last_open() is None


async def test_a_noted_beginning_is_kept(chat: Opened, office: Office) -> None:
    async with chat() as it:
        await it.say("my lamp does not light")
        await it.say("/note on the second floor")
        await it.press("ctrl+z")
        kept = office.store.last_open()
        assert kept is not None and kept.case == CASE


@pytest.mark.parametrize(
    ("answer", "asks"), [("1", "Is the bright lamp plugged in?"), ("2", "What have you seen?")]
)
async def test_a_newer_version_of_the_tree_is_offered(
    chat: Opened, office: Office, answer: str, asks: str
) -> None:
    before = Conversation.begin(placed(office), "tour", "dark")
    before.choose(["Yes"])
    before.leave()
    source = (office.trees / "tour.yaml").read_text()
    office.write(
        "tour", source.replace("plugged:", "seated:").replace("Is the lamp plugged", "Is the bright lamp plugged")
    )
    async with chat(case=CASE) as it:
        assert "There is a newer version" in it.text and "no longer apply" in it.text
        await it.press(answer)
        assert asks in it.text


async def test_the_same_case_in_another_window_is_said(chat: Opened, office: Office) -> None:
    from tests.tui.test_terminal import opened

    before = Conversation.begin(placed(office), "tour", "dark")
    before.leave()
    other = opened(office.state, "resume", CASE)
    async with chat(case=CASE) as it:
        assert "open in another window" in it.text
    other.sendcontrol("q")
    other.close()


async def test_a_broken_check_is_in_the_log_and_nowhere_else(chat: Opened, office: Office) -> None:
    def broken(*_: object) -> CheckResult:
        raise OSError("no such device [/x]")

    async with chat("tour") as it:
        await to_check(it)
        conversation(it).workplace.run_check = broken
        await it.press("1")
        await it.until(lambda: "Do web pages open?" in it.text)
        assert "no such device" not in it.text
    assert "no such device [/x]" in (office.state / "tshoot.log").read_text()


async def test_a_digit_answers_wherever_the_focus_is(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("2", "tab", "2")
        assert node(it) == "signs" and it.field.has_focus


async def test_a_click_beside_everything_keeps_the_focus_in_the_input(chat: Opened) -> None:
    async with chat("tour", size=(120, 40)) as it:
        for offset in ((20, 3), (110, 20), (20, 0)):
            await it.pilot.click(offset=offset)
            assert it.field.has_focus
