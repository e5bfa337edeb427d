"""What stands beside the author's live walk, in windows of all sizes."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from tests.tui.previews import CHECKING, TREES, Seat, seat
from tshoot.tui.widgets.line_list import LineList
from tshoot.tui.widgets.tabs_line import TabsLine


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
        assert "lonely   not reachable  1 warning" in it.text and "Problems" in it.text


async def test_texts_stand_below_each_other(tmp_path: Path) -> None:
    async with seat(tmp_path) as it:
        lines = [line.split("▏", 1)[-1] for line in it.text.splitlines() if "▏" in line]
        begins = {
            line.index(text) for line in lines for text in ("Is the lamp plugged in?", "watts") if text in line
        }
        assert len(begins) == 1


async def test_where_the_walk_has_left_the_tree_is_chosen(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(CHECKING)
    source = CHECKING.replace("far: {end: resolved, tell: Far.}", "far: {handoff: other}")
    async with seat(tmp_path, source) as it:
        await it.say("off")
        assert it.preview.walk.session.state.tree == "other" and it.preview.here() == ""
        await it.press("f4")
        assert it.bench.chosen == "far"


async def test_of_two_problems_of_a_node_the_chosen_one_stays(tmp_path: Path) -> None:
    source = (TREES / "tour.yaml").read_text()
    wrong = source.replace("nodes:\n", "nodes:\n  odd: {tell: x, then: nowhere, when: nobody == 1}\n", 1)
    async with seat(tmp_path, wrong) as it:
        await it.page("problems")
        await it.press("f4", "home")
        while it.bench.chosen != "odd":
            await it.press("down")
        await it.press("down")
        assert it.bench.chosen == "odd" and (said := detail(it))
        await it.save(wrong + "# more\n")
        assert detail(it) == said


def detail(it: Seat) -> str:
    return str(it.bench.query_one("#bench-detail", Static).render())


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
