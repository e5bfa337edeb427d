"""Markup, links and escape sequences of others show as plain text everywhere, and do nothing."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Opened
from tshoot.tui.content import inline, markup, plain
from tshoot.tui.screens.conversation import ConversationScreen

NASTY = [
    "[/var/log]",
    "[@click=app.quit]x[/]",
    "[bold]x[/bold]",
    "[/]",
    "[",
    "\x1b[31mred",
    "\x1b]0;title\x07",
    "\x9b2J",
    "a\u202eb",
    "\ud800",
    "$primary",
    "[$primary]x",
]


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("make", [plain, markup, inline])
def test_nothing_is_parsed_and_no_control_byte_stays(text: str, make: object) -> None:
    content = make(text)  # type: ignore[operator]
    assert all(char.isprintable() for char in content.plain)
    assert not any("@click" in str(span.style) for span in content.spans)
    if text.isprintable():
        assert content.plain == text


def test_our_own_markup_is_drawn() -> None:
    content = markup("a **b** *c* `d` [e](https://x.example/)\n\n- f")
    assert content.plain == "a b c d e (https://x.example/)\n\n• f"


async def test_a_hostile_tree_is_walked_like_any_other(chat: Opened) -> None:
    async with chat("hostile", size=(120, 40)) as it:
        for expected in ("[/var/log]", "[@click=app.quit]Yes[/]", "[/No]"):
            assert expected in it.text
        assert "\x1b" not in it.text
        await it.press("?")
        assert "[@click=app.quit]because[/]" in it.text
        await it.press("down", "enter")
        assert "[red]What[/] is it called?" in it.text
        await it.say("[@click=app.quit]me[/] \x1b[31m")
        assert "[@click=app.quit]me[/]" in it.text
        await it.press("ctrl+n")
        await it.say("[/note]")
        await it.press("1")
        assert "[/end]" in it.text and "[/note]" in it.text
        await it.press("ctrl+s")
        assert it.app.is_running


@pytest.mark.parametrize("size", [(40, 20), (4, 20), (80, 24)])
async def test_clicks_on_hostile_texts_do_no_more_than_choose(chat: Opened, size: tuple[int, int]) -> None:
    async with chat("hostile", size=size) as it:
        for row in range(size[1]):
            await it.pilot.click(offset=(min(12, size[0] - 1), row))
        assert it.app.is_running


async def test_hostile_words_at_the_welcome(chat: Opened) -> None:
    async with chat() as it:
        await it.say("[/var/log] is broken [@click=app.quit]x[/]")
        assert isinstance(it.app.screen, ConversationScreen)
        assert "[/var/log]" in it.text


async def test_agents_see_hostile_notes_as_they_are(chat: Opened) -> None:
    async with chat("hostile", persona="agent", size=(120, 40)) as it:
        assert "[/say]" in it.text and "[blink]note[/]" in it.text


async def test_a_paste_becomes_one_clean_line_and_is_not_sent(chat: Opened) -> None:
    from textual import events

    async with chat("tour") as it:
        it.field.post_message(events.Paste("yes\nno\x1b[31m\r\nthen"))
        await it.press()
        assert it.field.value == "yes no then"
        assert "Is the lamp plugged in?" in it.text
