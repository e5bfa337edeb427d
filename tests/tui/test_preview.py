"""The author's live walk: following the file, steering the walk, and what stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from tests.tui.previews import TREES, preview_of, seat
from tshoot.conversation.previewing import STALE, WAITING
from tshoot.errors import StorageError
from tshoot.tui.preview_app import PreviewApp
from tshoot.tui.screens.copying import CopyScreen
from tshoot.tui.widgets.line_list import LineList
from tshoot.tui.widgets.tabs_line import TabsLine

CHECKING = """\
tree: 1
title: Checking
symptoms: [check it]
nodes:
  look:
    check: wifi
    on: {weak: near}
    else: far
    ask: Is it on?
    options: {Yes: near, No: far}
  near: {end: resolved, tell: Near.}
  far: {end: resolved, tell: Far.}
"""

# Following


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


# The bench


async def test_the_outline_shows_kinds_place_and_what_was_passed(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.press("1")
        lines = [line.split("▏", 1)[-1].strip() for line in it.text.splitlines() if "▏" in line]
        assert any(line.startswith("✓ ? plugged") for line in lines)
        assert any(line.startswith("❯ → ? signs") for line in lines)
        await it.press("f4")
        assert it.bench.chosen == "signs" and it.preview.place_of("signs").endswith("tour.yaml:35")


async def test_findings_and_unreachable_nodes_are_at_their_nodes(tmp_path: Path) -> None:
    source = (TREES / "tour.yaml").read_text() + "  lonely: {tell: Nobody comes., then: lit}\n"
    async with seat(tmp_path, source) as it:
        assert "lonely  not reachable  1 warning" in it.text and "Problems" in it.text


async def test_enter_on_a_node_jumps_there_and_says_how(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.press("f4", "down", "down", "enter")
        assert it.node == "signs" and "Walked to signs by 1 made-up answer." in it.text
        assert it.field.has_focus
        await it.press("f4", "up", "up", "enter")
        assert it.node == "plugged" and "Back to plugged: 1 answer taken back." in it.text


async def test_a_click_jumps_too(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.pilot.click(it.bench.query_one(LineList), offset=(6, 3))
        await it.press()
        assert it.node == "power"


async def test_arrows_and_clicks_turn_the_pages(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.press("f4", "right")
        assert it.bench.page == "problems" and "incomplete-header" in it.text
        await it.press("left", "left")
        assert it.bench.page == "facts"
        await it.pilot.click(it.bench.query_one(TabsLine), offset=(2, 0))
        await it.press()
        assert it.bench.page == "outline"


async def test_a_problem_shows_its_place_and_hint_and_leads_to_its_node(tmp_path: Path) -> None:
    source = (TREES / "tour.yaml").read_text().replace("then: desk", "then: dsek")
    async with seat(tmp_path, source) as it:
        await it.page("problems")
        await it.press("f4", "down", "down")
        assert "dangling-target" in it.text and "did you mean" in it.text
        assert it.bench.chosen == "gone"


async def test_decisions_follow_the_walk(tmp_path: Path) -> None:
    source = CHECKING.replace("  look:", "  odd: {tell: Odd., when: os == 'Windows'}\n  look:")
    async with seat(tmp_path, source) as it:
        await it.page("decisions")
        assert "false   odd   when os == 'Windows'" in it.text
        assert "the node is passed over" in it.text and "os = Linux" in it.text


async def test_facts_are_set_from_their_page(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.page("facts")
        assert "watts" in it.text and "not known" in it.text
        await it.press("f4", "enter")
        assert "What is right" in it.text
        await it.say("60")
        assert it.preview.walk.session.state.value("watts") == 60 and "60 watt" in it.text


async def test_a_secret_is_not_set_here(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.page("facts")
        await it.press("f4", "down", "down", "enter")
        assert it.screen.mode is None


async def test_who_chooses_keeps_their_line_over_a_save(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.press("f4", "down", "down", "down")
        await it.save(it.source.replace("  plug:", "  more: {tell: More., then: plug}\n  plug:"))
        assert it.bench.chosen == "power"


# Steering


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


# Sizes


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_where_it_is_narrow_the_bench_takes_the_place_of_the_chat(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with seat(tmp_path, size=size) as it:
        assert "Outline" not in it.text and "plugged in?" in it.text
        await it.press("f4")
        assert "Outline" in it.text and "plugged in?" not in it.text.replace(
            "plugged  Is the lamp plugged in?", ""
        )
        await it.press("escape")
        assert "Outline" not in it.text and it.field.has_focus
        await it.press("f4", "f4")
        assert "Outline" not in it.text and it.field.has_focus
        await it.press("f4", "n", "o", "enter")
        assert "Outline" not in it.text and it.node == "plug"


async def test_the_window_grows_and_shrinks(tmp_path: Path) -> None:
    async with seat(tmp_path, size=(80, 24)) as it:
        await it.press("f4")
        await it.pilot.resize_terminal(120, 40)
        await it.press()
        assert "Outline" in it.text and "Type your answer" in it.text
        await it.pilot.resize_terminal(80, 24)
        await it.press()
        assert it.app.is_running and "Type your answer" in it.text


async def test_the_bench_is_hidden_and_shown(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        await it.press("ctrl+b")
        assert "Outline" not in it.text
        await it.press("ctrl+b")
        assert "Outline" in it.text
        await it.press("tab")
        assert not it.field.has_focus
        await it.press("tab")
        assert it.bench.focused
        await it.press("tab")
        assert it.field.has_focus


async def test_help_names_each_key_once(tmp_path: Path) -> None:
    async with seat(tmp_path, size=(120, 60)) as it:
        await it.press("f1")
        assert it.text.count("ctrl+b") == 1 and "The walk so far as a test" in it.text


async def test_nothing_promises_to_be_kept(tmp_path: Path) -> None:
    async with seat(tmp_path, size=(120, 60)) as it:
        offered = list(it.app.get_system_commands(it.app.screen))
        assert {"Quit", "Look: Light", "Set a fact, such as os = Linux"} <= {one.title for one in offered}
        assert not [one for one in offered if "Kept" in one.help or "is kept" in one.help]
        await it.press("f1")
        assert "Nothing here becomes a case." in it.text and "Everything is kept" not in it.text


async def test_another_look_is_not_kept(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        before = it.app.theme
        await it.press("ctrl+t")
        assert it.app.theme != before
    assert not (tmp_path / "state").exists()


async def test_thousands_of_nodes_draw_what_is_seen(tmp_path: Path) -> None:
    nodes = "".join(f"  n{number}: {{tell: Number {number}.}}\n" for number in range(1500))
    head = "tree: 1\ntitle: Long\nsymptoms: [long]\nnodes:\n  a: {do: Go., then: n0}\n"
    source = f"{head}{nodes}  z: {{end: resolved}}\n"
    async with seat(tmp_path, source) as it:
        await it.press("f4", "end")
        assert it.bench.chosen == "z" and "n1499" in it.text


# Hostile texts


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
