"""The end as a card, the summary, and what comes after."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import CASE, Chat, Opened
from tshoot.tui.screens.conversation import ConversationScreen
from tshoot.tui.screens.welcome import WelcomeScreen


async def solve(it: Chat) -> None:
    await it.press("2", "1")


async def escalate(it: Chat) -> None:
    await it.press("f2")
    for words in ("Ana", "555 1234", "today"):
        await it.say(words)
    await it.press("1", "1")


async def test_a_solved_case_says_what_was_done_and_asks_whether_it_helped(chat: Opened) -> None:
    async with chat("tour") as it:
        await solve(it)
        for expected in ("Solved", "Your lamp works again.", "1 question", CASE, "Did that help?"):
            assert expected in it.text
        await it.press("1")
        assert it.rows == ["Something else is wrong", "That is all"]
        assert isinstance(it.app.screen, ConversationScreen)
        assert it.app.screen.conversation.session.helped is True


@pytest.mark.parametrize(("words", "helped"), [("yes it did", True), ("no", False)])
async def test_the_rating_can_be_typed(chat: Opened, words: str, helped: bool) -> None:
    async with chat("tour") as it:
        await solve(it)
        await it.say(words)
        assert isinstance(it.app.screen, ConversationScreen)
        assert it.app.screen.conversation.session.helped is helped


async def test_an_escalation_says_who_takes_over_with_the_number_in_large_letters(chat: Opened) -> None:
    async with chat("tour", size=(80, 40)) as it:
        await escalate(it)
        for expected in ("A person takes over", "Support", CASE, "█ █ ▀▀█ █▀▀ ▀▀█"):
            assert expected in it.text
        assert "keep the number at hand" in " ".join(it.text.replace("│", " ").split())
        assert it.rows == ["Something else is wrong", "That is all"], "nobody has helped yet"


async def test_without_a_contact_it_says_that_nobody_can_call(chat: Opened) -> None:
    async with chat("tour", size=(80, 40)) as it:
        await it.press("f2")
        for words in ("Ana", "i would rather not say", "today"):
            await it.say(words)
        await it.press("1", "1")
        assert "do not know how to reach you" in " ".join(it.text.replace("│", " ").split())


async def test_a_long_card_shows_its_beginning(chat: Opened) -> None:
    async with chat("tour", size=(60, 20)) as it:
        await escalate(it)
        await it.until(lambda: "A person takes over" in it.text)
        assert "Anything else?" in it.text


async def test_back_from_the_end(chat: Opened) -> None:
    async with chat("tour") as it:
        await solve(it)
        await it.press("ctrl+z")
        assert "Did that fix it?" in it.text and "Solved" not in it.text


async def test_something_else_leads_to_the_welcome(chat: Opened) -> None:
    async with chat("tour") as it:
        await solve(it)
        await it.press("1", "1")
        await it.until(lambda: isinstance(it.app.screen, WelcomeScreen))
        assert it.field.value == ""


async def test_words_after_the_end_are_the_next_problem(chat: Opened) -> None:
    async with chat("tour") as it:
        await solve(it)
        await it.press("2")
        await it.say("the other lamp stays dark")
        await it.until(lambda: isinstance(it.app.screen, WelcomeScreen))
        assert it.field.value == "the other lamp stays dark"


async def test_the_summary_is_copied_and_saved(chat: Opened, no_real_home: Path) -> None:
    async with chat("tour", size=(100, 40)) as it:
        await solve(it)
        await it.press("ctrl+s")
        assert "WHO" in it.text
        await it.press("f5")
        assert CASE in it.app.clipboard
        await it.press("f8")
        path = no_real_home / f"tshoot-{CASE}.md"
        assert f"Saved to {path}"[:60] in it.text
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.read_text(encoding="utf-8").startswith("# Case")
        await it.press("escape")
        assert "Did that help?" in it.text


async def test_a_summary_that_cannot_be_saved_says_so(chat: Opened, no_real_home: Path) -> None:
    (no_real_home / f"tshoot-{CASE}.md").mkdir()
    async with chat("tour") as it:
        await it.press("ctrl+s", "f8")
        assert "Not saved." in it.text and "F5" in it.text


@pytest.mark.parametrize(("keys", "code"), [(["2", "1", "1", "2"], 0), (["2", "ctrl+q"], 1), (["ctrl+c"], 130)])
async def test_exit_codes(chat: Opened, keys: list[str], code: int) -> None:
    async with chat("tour") as it:
        await it.press(*keys)
        await it.until(lambda: it.app.return_value is not None)
        assert it.app.return_value == code


async def test_leaving_the_welcome_leaves_nothing_open(chat: Opened) -> None:
    async with chat() as it:
        await it.press("ctrl+q")
        await it.until(lambda: it.app.return_value is not None)
        assert it.app.return_value == 0


async def test_the_end_of_a_handed_over_case_fits_80x24(chat: Opened) -> None:
    async with chat("tour", problem="dark") as it:
        await it.press("f2")
        for answer in ("Anna Berg", "555 0123", "yesterday", "only me", "i can work"):
            await it.say(answer)
        await it.until(lambda: "You need not do" in it.text)
        shown = it.text
        for text in (
            "A person takes over",
            f"Case {CASE}",
            "ctrl+s summary",
            "You need not do",
            "2  That is all",
        ):
            assert text in shown


async def test_the_panel_comes_with_the_room(chat: Opened) -> None:
    async with chat("tour") as it:
        assert f"Case {CASE}" not in it.text
        await it.pilot.resize_terminal(120, 40)
        await it.until(lambda: f"Case {CASE}" in it.text)
        await it.pilot.resize_terminal(80, 24)
        await it.until(lambda: f"Case {CASE}" not in it.text)


async def test_digits_are_shown_only_where_they_work(chat: Opened) -> None:
    async with chat() as it:
        it.field.value = "xyzzy"
        await it.press()
        await it.press("ctrl+o")
        assert "1  " not in it.text and "Light" in it.text
