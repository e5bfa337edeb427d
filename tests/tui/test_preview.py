"""The author's live walk: following the file, and what anybody wrote into it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from tests.tui.previews import CHECKING, TREES, preview_of, seat
from tshoot.conversation.previewing import STALE, WAITING
from tshoot.errors import StorageError
from tshoot.tui.preview_app import PreviewApp


async def test_a_save_shows_at_once_and_keeps_what_is_typed(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        it.field.value = "half a wor"
        await it.save(it.source.replace("Is the lamp plugged in?", "Is the plug in the wall?"))
        assert "Is the plug in the wall?" in it.text and "Read anew." in it.text
        assert it.field.value == "half a wor"


async def test_the_file_is_looked_at_by_itself(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        it.preview.path.write_text(it.source.replace("plugged in?", "lit?"))
        await it.until(lambda: "Is the lamp lit?" in it.text)


async def test_what_no_longer_applies_is_said(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.press("2")
        await it.save(it.source.replace("plugged:", "seated:"))
        assert "do not apply for now" in it.text and it.node == "seated"


async def test_a_broken_file_keeps_the_walk_and_says_so(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        good = it.source
        await it.press("2")
        await it.save(good.replace("nodes:", "nodes: ["))
        assert STALE in it.text and "1 error" in it.text and it.node == "plug"
        await it.press("2")
        assert it.node == "signs" and STALE in it.text
        await it.save(good)
        assert STALE not in it.text and "error" not in it.text and it.node == "signs"


async def test_what_may_have_been_meant_is_said_above_the_walk(tmp_path: Path) -> None:
    async with seat(tmp_path, size=(80, 24)) as it:
        await it.save(it.source.replace("then: desk", "then: dsek"))
        assert "Did you mean 'desk'?" in " ".join(it.text.replace("▌", " ").split())


async def test_a_file_that_goes_away_and_comes_back(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        source = it.source
        it.preview.path.unlink()
        await it.until(lambda: "cannot be read" in it.text)
        it.preview.path.write_text(source)
        await it.until(lambda: STALE not in it.text)
        assert it.node == "plugged"


async def test_a_file_that_cannot_be_walked_yet(tmp_path: Path) -> None:
    async with seat(tmp_path, "nodes: [") as it:
        assert WAITING[:30] in it.text
        await it.press("1", "enter", "f5", "f7", "f9", "ctrl+r", "f2", "ctrl+z")
        await it.say("yes")
        assert WAITING[:30] in it.text
        await it.save((TREES / "tour.yaml").read_text())
        assert "Is the lamp plugged in?" in it.text and WAITING[:30] not in it.text


async def test_a_save_while_a_sheet_is_open(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.press("f1")
        await it.save(it.source.replace("plugged in?", "lit?"))
        await it.press("escape")
        assert "Is the lamp lit?" in it.text


async def test_ticks_of_options_that_are_gone_are_gone(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.press("1", "1", "2")
        await it.save(it.source.replace("It flickers, ", ""))
        await it.press("enter")
        assert it.preview.walk.session.state.value("signs") == ("It smells",)


async def test_a_failure_of_the_surroundings_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise StorageError("The disk is full.", "Make room.")

    async with seat(tmp_path) as it:
        monkeypatch.setattr(it.preview, "follow", full)
        it.screen.follow()
        await it.press()
        assert "The disk is full." in it.text


async def test_hostile_texts_are_texts_everywhere(tmp_path: Path) -> None:
    source = (TREES / "hostile.yaml").read_text()
    odd = """  "[/node]":
    check: wifi
    when: "name == '[@click=app.quit]x[/]'"
    on: {"[/result]": good}
    ask: "[/ask]"
    options: {"[b]": good, "[/c]": {goto: good, when: "name == '[/]'"}}
    then: "[/nowhere]"
"""
    async with seat(tmp_path, source) as it:
        await it.save(source + odd)
        for page in ("outline", "problems", "decisions", "facts"):
            await it.page(page)
            await it.press("f4", "down", "up", "f4")
            assert "\x1b" not in it.text and it.app.is_running
        await it.page("problems")
        assert "[/nowhere]" in it.text or "[/node]" in it.text
        for line in it.screen.query(Static):
            assert "@click" not in str(getattr(line.render(), "spans", ""))


async def test_a_hostile_check_fact_and_path(tmp_path: Path) -> None:
    source = CHECKING.replace("on: {weak", 'on: {"[/result]": near, weak').replace(
        "title: Checking", 'title: "[/]"'
    )
    async with seat(tmp_path, source) as it:
        assert "[/result]" in it.rows
        await it.say("[/x]")
        assert "[/x]" in it.text
        await it.press("f7")
        await it.say("[@click=app.quit]x[/] = [red]")
        assert "[@click=app.quit]x[/]" in it.text
        await it.press("escape")
        await it.say("weak signal=[/value]")
        await it.press("f5")
        assert "[/value]" in it.text
    folder = tmp_path / "[@click=app.quit]x[red]"
    folder.mkdir()
    async with seat(folder) as it:
        assert "[red]" in it.text.replace("\n", "") or it.app.is_running


def test_a_bug_ends_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tshoot.tui import preview_app

    preview = preview_of(tmp_path)
    monkeypatch.setattr(PreviewApp, "run", lambda self: None)
    monkeypatch.setattr(PreviewApp, "return_code", 1)
    assert preview_app.run_preview(preview) == 3
    assert "Your file was not touched." in capsys.readouterr().err
    preview.close()
