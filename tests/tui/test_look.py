"""Sizes, looks, help, palette, keys, the agent's view."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Opened
from tests.workplaces import Office
from tshoot.tui import glyphs, themes
from tshoot.tui.glyphs import drawable
from tshoot.tui.screens.help import collect
from tshoot.tui.widgets.key_bar import KeyBar
from tshoot.tui.widgets.side_panel import SidePanel


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 40), (200, 60)])
async def test_everything_needed_is_in_sight(chat: Opened, size: tuple[int, int]) -> None:
    async with chat("tour", size=size) as it:
        for expected in ("Is the lamp plugged in?", "1  Yes", "2  No", "F2 a person", "ctrl+p more"):
            assert expected in it.text
        assert all(len(line) <= size[0] for line in it.text.splitlines())


@pytest.mark.parametrize("size", [(30, 10), (39, 24), (80, 19), (12, 3)])
async def test_a_small_window_says_which_size_is_needed(chat: Opened, size: tuple[int, int]) -> None:
    async with chat("tour", size=size) as it:
        assert it.app.screen.has_class("-too-small")
        if size[0] >= 30:
            assert "40 x 20" in it.text
        await it.pilot.resize_terminal(80, 24)
        await it.until(lambda: "Is the lamp plugged in?" in it.text)


@pytest.mark.parametrize("width", [4, 1])
async def test_the_narrowest_window_does_no_harm(chat: Opened, width: int) -> None:
    async with chat("tour", size=(width, 24)) as it:
        await it.press("down", "enter")
        assert it.app.is_running


async def test_the_panel_comes_and_goes_with_the_room(chat: Opened) -> None:
    async with chat("tour", size=(120, 40)) as it:
        panel = it.app.screen.query_one(SidePanel)
        assert panel.display
        await it.pilot.resize_terminal(80, 24)
        await it.until(lambda: not panel.display)
        await it.pilot.resize_terminal(120, 40)
        await it.until(lambda: panel.display)
        await it.press("ctrl+b")
        assert not panel.display


async def test_a_look_is_kept(chat: Opened) -> None:
    async with chat("tour") as it:
        await it.press("ctrl+t")
        assert it.app.theme == "tshoot-light"
    async with chat("tour") as it:
        assert it.app.theme == "tshoot-light"
        await it.press("ctrl+t", "ctrl+t")
        assert it.app.theme == "tshoot-dark"


async def test_a_look_that_no_longer_exists_is_no_trouble(chat: Opened, office: Office) -> None:
    office.store.set_setting("theme", "[nonsense]")
    async with chat() as it:
        assert it.app.theme == themes.DEFAULT


def brightness(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", list(themes.THEMES))
def test_texts_can_be_read_in_every_look(name: str) -> None:
    theme = themes.THEMES[name]
    least = 7.0 if name == "tshoot-contrast" else 4.5
    assert theme.background and theme.foreground and theme.error
    for colour in (
        theme.foreground,
        theme.primary,
        theme.error,
        *(theme.variables[k] for k in ("muted", "say", "code")),
    ):
        assert contrast(colour, theme.background) >= least, colour
    assert contrast(theme.variables["choice-text"], theme.variables["choice"]) >= least


async def test_help_is_collected_from_the_bindings(chat: Opened) -> None:
    async with chat("tour") as it:
        told = dict(key for section in collect(it.app.screen) for key in section.keys)
        for key in ("ctrl+z", "F2", "F3", "ctrl+n", "ctrl+b", "ctrl+s", "ctrl+p", "ctrl+q", "enter"):
            assert key in told
        await it.press("f1")
        assert "Keys and help" in it.text
        await it.press("escape")
        assert "Is the lamp plugged in?" in it.text


async def test_the_palette_offers_what_works_here(chat: Opened) -> None:
    async with chat("tour") as it:
        titles = {command.title for command in it.app.get_system_commands(it.app.screen)}
        assert {"Add a note to the case", "Look: Light", "Quit"} <= titles
        assert "Take the latest answer back" not in titles
        await it.press("1")
        titles = {command.title for command in it.app.get_system_commands(it.app.screen)}
        assert "Take the latest answer back" in titles


async def test_keys_at_the_bottom_follow_the_state_and_can_be_clicked(chat: Opened) -> None:
    async with chat("tour") as it:
        bar = it.app.screen.query_one(KeyBar)
        assert "ctrl+z" not in it.text.splitlines()[-1]
        await it.press("1")
        line = it.text.splitlines()[-1]
        assert "ctrl+z back" in line
        await it.pilot.click(bar, offset=(line.index("ctrl+z") + 1, 0))
        await it.until(lambda: "Is the lamp plugged in?" in it.text and "→" not in it.text)


async def test_agents_see_what_to_say_notes_and_the_users_wording_on_request(chat: Opened) -> None:
    async with chat("tour", persona="agent", size=(120, 40)) as it:
        for expected in ("SAY", "Could you follow the cable", "Lamps of floor 3", "0:0"):
            assert expected in it.text
        assert "Is the lamp plugged in?" not in it.text
        await it.press("f6")
        assert "Is the lamp plugged in?" in it.text


async def test_users_see_neither_notes_nor_what_agents_say(chat: Opened) -> None:
    async with chat("tour") as it:
        assert "floor 3" not in it.text and "SAY" not in it.text


@pytest.mark.parametrize(
    ("encoding", "ascii_only"),
    [("utf-8", False), ("UTF8", False), ("latin-1", True), ("ascii", True), ("cp1252", True), ("", True)],
)
def test_signs_follow_the_encoding(encoding: str, ascii_only: bool) -> None:
    assert glyphs.is_ascii_only(encoding) is ascii_only


def test_ascii_signs_are_ascii() -> None:
    for name in glyphs.Glyphs.__slots__:
        assert "".join(getattr(glyphs.ASCII, name)).isascii()


def test_texts_are_drawn_as_the_encoding_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "ENCODING", "latin-1")
    assert drawable("café ▰ “so…”") == 'café ? "so..."'
