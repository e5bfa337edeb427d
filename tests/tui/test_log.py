"""Long conversations are windowed: few lines, and everything within reach."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from tests.tui.conftest import settle
from tshoot.engine.state import Entry
from tshoot.tui.drawing import draw
from tshoot.tui.widgets.log import Log
from tshoot.tui.widgets.story import MOST, WINDOW, Story


def entries(count: int, start: int = 0) -> list[Entry]:
    return [
        Entry(kind="step", at="", text=f"Question {number}?", answer=f"Answer {number}", step=number)
        for number in range(start, start + count)
    ]


class LogApp(App[None]):
    """A log, and what it asked for."""

    AUTO_FOCUS = None

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []

    def compose(self) -> ComposeResult:
        yield Log(Static("now"), problem="it is dark")

    @property
    def log_widget(self) -> Log:
        return self.query_one(Log)

    @property
    def steps(self) -> list[int]:
        story = self.query_one(Story)
        return [entry.step for entry in story.entries[story.first :]]

    def on_log_change_asked(self, event: Log.ChangeAsked) -> None:
        self.asked.append(event.entry.step)


async def test_only_the_latest_are_laid_out_and_scrolling_up_brings_the_others() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.log_widget.show(entries(5000))
        await settle(pilot)
        assert app.steps == list(range(5000 - WINDOW, 5000))
        assert app.query_one(Story).size.height == WINDOW
        app.log_widget.scroll_home(animate=False)
        await settle(pilot)
        await settle(pilot)
        assert app.steps == list(range(5000 - 2 * WINDOW, 5000))
        assert app.log_widget.scroll_y >= WINDOW - 2, "the place is kept"


async def test_all_of_a_long_one_can_be_reached_and_it_shrinks_again() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        many = entries(400)
        app.log_widget.show(many)
        for _ in range(8):
            await settle(pilot)
            app.log_widget.scroll_home(animate=False)
        await settle(pilot)
        assert app.steps[0] == 0 and len(app.steps) > MOST
        app.log_widget.show([*many, *entries(1, 400)])
        await settle(pilot)
        assert len(app.steps) == WINDOW and app.steps[-1] == 400


@pytest.mark.parametrize("before", [10, 5000])
async def test_an_answer_draws_one_entry_and_one_taken_back_none(
    monkeypatch: pytest.MonkeyPatch, before: int
) -> None:
    drawn: list[int] = []

    def counted(entry: Entry, width: int) -> list[Content]:
        drawn.append(entry.step)
        return draw(entry, width)

    monkeypatch.setattr("tshoot.tui.widgets.story.draw", counted)
    app = LogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.log_widget.show(entries(before))
        await settle(pilot)
        for count, expected in ((before + 1, [before]), (before - 1, [])):
            drawn.clear()
            app.log_widget.show(entries(count))
            await settle(pilot)
            assert drawn == expected
            assert app.query_one(Story).size.height == count - max(before - WINDOW, 0)


async def test_air_stands_between_entries_that_are_no_steps() -> None:
    step, told = entries(1)[0], Entry(kind="tell", at="", text="Wait.")
    app = LogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.log_widget.show([step, step, told, told, step])
        await settle(pilot)
        lines = [line.strip()[:4] for line in app.query_one(Story).render().plain.split("\n")]
        assert lines == ["· Qu", "· Qu", "", "Wait", "", "Wait", "", "· Qu"]


async def test_what_is_selected_can_be_copied() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.log_widget.show(entries(3))
        await settle(pilot)
        story = app.query_one(Story)
        await pilot.mouse_down(story, offset=(2, 1))
        await pilot.hover(story, offset=(12, 1))
        await pilot.mouse_up(story, offset=(12, 1))
        assert app.screen.get_selected_text() == "Question 1?"
        chosen = {segment.style.bgcolor for segment in story.render_line(1) if segment.style}
        assert len(chosen) == 2, "and is seen to be selected"


async def test_it_stays_at_the_end() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        for count in (5, 30, 60, 90):
            app.log_widget.show(entries(count))
            await settle(pilot)
            assert app.log_widget.scroll_y == app.log_widget.max_scroll_y


@pytest.mark.parametrize(("keys", "step"), [(["enter"], 9), (["up", "enter"], 8), (["up"] * 30 + ["enter"], 0)])
async def test_a_step_is_chosen_by_keys(keys: list[str], step: int) -> None:
    app = LogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.log_widget.show(entries(10))
        await settle(pilot)
        app.log_widget.focus()
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        assert app.asked == [step]


async def test_a_step_is_chosen_by_mouse() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.log_widget.show(entries(3))
        await settle(pilot)
        await pilot.click(app.query_one(Story), offset=(5, 1))
        assert app.asked == [1]
