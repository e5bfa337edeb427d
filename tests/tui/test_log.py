"""Long conversations are windowed: few widgets, and everything within reach."""

from __future__ import annotations

import time

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from tests.tui.conftest import settle
from tshoot.engine.state import Entry
from tshoot.tui.widgets.entry_view import EntryView
from tshoot.tui.widgets.log import MOST, WINDOW, Log


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
        return [view.entry.step for view in self.query(EntryView)]

    def on_log_change_asked(self, event: Log.ChangeAsked) -> None:
        self.asked.append(event.entry.step)


async def test_only_the_latest_are_mounted_and_scrolling_up_brings_the_others() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.log_widget.show(entries(5000))
        await settle(pilot)
        assert app.steps == list(range(5000 - WINDOW, 5000))
        seen = str(app.query(EntryView).first().entry.step)
        app.log_widget.scroll_home(animate=False)
        await settle(pilot)
        await settle(pilot)
        assert app.steps == list(range(5000 - 2 * WINDOW, 5000))
        assert app.log_widget.scroll_y >= WINDOW - 2, f"the place at {seen} is kept"


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


async def test_an_added_entry_mounts_one_widget_and_one_taken_back_removes_one() -> None:
    app = LogApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.log_widget.show(entries(10))
        await settle(pilot)
        first = list(app.query(EntryView))
        app.log_widget.show(entries(11))
        await settle(pilot)
        assert list(app.query(EntryView))[:10] == first and len(app.steps) == 11
        app.log_widget.show(entries(9))
        await settle(pilot)
        assert list(app.query(EntryView)) == first[:9]


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
        await pilot.click(app.query(EntryView)[1])
        assert app.asked == [1]


async def test_a_turn_is_as_quick_in_five_thousand_entries() -> None:
    async def turn(count: int) -> float:
        app = LogApp()
        async with app.run_test(size=(60, 20)) as pilot:
            known = entries(count)
            app.log_widget.show(known)
            await settle(pilot)
            best = 1.0
            for _ in range(5):
                known = [*known, *entries(1, len(known))]
                begun = time.perf_counter()
                app.log_widget.show(known)
                best = min(best, time.perf_counter() - begun)
                await settle(pilot)
            return best

    assert await turn(5000) < await turn(WINDOW) + 0.005
