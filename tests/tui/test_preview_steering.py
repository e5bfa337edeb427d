"""The author's live walk: steering it."""

from __future__ import annotations

from pathlib import Path

from tests.tui.previews import CHECKING, seat
from tshoot.tui.screens.copying import CopyScreen


async def test_a_check_offers_its_results(tmp_path: Path) -> None:
    async with seat(tmp_path, CHECKING) as it:
        assert it.rows[:4] == ["weak", "connected", "off", "disconnected"] and "refused" in it.rows
        await it.press("1")
        assert "Simulated: wifi is weak." in it.text and "Near." in it.text


async def test_a_check_takes_values_and_asks_again_what_it_does_not_know(tmp_path: Path) -> None:
    async with seat(tmp_path, CHECKING) as it:
        await it.say("week")
        assert it.node == "look" and it.rows[0] == "weak" and "neither a result" in it.text
        await it.say("connected signal=30")
        assert "signal 30" in it.text and "Far." in it.text


async def test_a_check_is_really_run_when_it_is_asked_for(tmp_path: Path) -> None:
    async with seat(tmp_path, CHECKING) as it:
        await it.press(str(len(it.rows)))
        await it.until(lambda: "Web pages open." in it.text)
        assert "Far." in it.text


async def test_a_fact_is_typed_by_key(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.press("f7")
        await it.say("wats = 60")
        assert "Did you mean watts" in it.text and it.screen.mode is not None
        await it.say("watts = 60")
        assert it.preview.walk.session.state.value("watts") == 60 and it.screen.mode is None


async def test_persona_and_restart_by_key(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.press("2", "f9")
        assert it.node == "plug" and "You walk as an agent now." in it.text and "preview as agent" in it.text
        await it.press("ctrl+r")
        assert it.node == "plugged" and "From the beginning." in it.text


async def test_the_walk_as_a_test(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.press("2", "1", "f5")
        assert isinstance(it.app.screen, CopyScreen)
        assert "- plugged: No" in it.text and "end: resolved" in it.text and "Tried: it passes." in it.text
        await it.press("f5")
        assert it.app.clipboard.startswith("tests:") and "Copied." in it.text
        await it.press("escape")
        assert len(it.app.screen_stack) == 2


async def test_after_the_end_it_begins_anew_or_closes(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.press("2", "1", "1")
        assert it.node == "end"
        again = next(row for row in it.screen.choices.rows if row.key == "\0again")
        await it.press(again.number)
        assert it.node == "plugged" and it.app.screen is it.screen
        await it.press("2", "1", "1")
        close = next(row for row in it.screen.choices.rows if row.key == "\0close")
        await it.press(close.number)
        assert it.app.return_value == 0


async def test_it_leaves_with_0_wherever_it_stands(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.press("2", "ctrl+q")
        assert it.app.return_value == 0
    assert not (tmp_path / "state").exists()
