"""A chat to drive: real trees and a real store, a frozen clock, and suggestions without a pause."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.workplaces import Office
from tshoot.conversation.workplace import Workplace
from tshoot.model.event import Persona
from tshoot.tui.app import ChatApp, first_screen
from tshoot.tui.screens import welcome
from tshoot.tui.widgets.answer_input import AnswerInput
from tshoot.tui.widgets.choice_list import ChoiceList

TREES = Path(__file__).parent / "trees"
CASE = "K7F3-Q2DM"


async def settle(pilot: Pilot[Any]) -> None:
    """Until nothing moves any more: timers that are due have run, what they changed is drawn."""
    for _ in range(2):
        await pilot.pause()


class Chat:
    """A running chat, and what a person would do with it."""

    def __init__(self, app: ChatApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Keys, one after the other."""
        for key in keys:
            await self.pilot.press(key)
        await settle(self.pilot)

    async def say(self, text: str) -> None:
        """Words into the input, then enter."""
        self.field.value = text
        await settle(self.pilot)
        await self.press("enter")

    async def until(self, condition: Callable[[], bool]) -> None:
        """Until something is so; fails where it never is."""
        for _ in range(200):
            if condition():
                return
            await self.pilot.pause(0.01)
        raise AssertionError("it never came to that")

    @property
    def field(self) -> AnswerInput:
        return self.app.screen.query_one(AnswerInput)

    @property
    def rows(self) -> list[str]:
        """The labels of the rows that can be taken."""
        lists = [found for found in self.app.screen.query(ChoiceList) if found.is_on_screen or found.region.area]
        return [row.label.plain for found in lists for row in found.rows]

    @property
    def text(self) -> str:
        """What is on the screen, as text."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in lines)


Opened = Callable[..., AbstractAsyncContextManager[Chat]]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Trees and cases of this test."""
    monkeypatch.setattr(welcome, "PAUSE", 0.001)
    with Office(tmp_path) as office:
        for file in TREES.glob("*.yaml"):
            shutil.copy(file, office.trees)
        yield office


@pytest.fixture
def workplace(office: Office) -> Workplace:
    """A user's workplace."""
    return placed(office)


def placed(office: Office, persona: Persona = "user") -> Workplace:
    """A workplace whose cases have a known number."""
    workplace = office.workplace(persona)
    numbers = (CASE, *(f"AAAA-AAA{letter}" for letter in "ABCDEFGH"))
    taken = {header.case for header in workplace.store.headers()}

    def new_number() -> str:
        number = next(number for number in numbers if number not in taken)
        taken.add(number)
        return number

    workplace.store.new_number = new_number  # type: ignore[method-assign]
    return workplace


def app_of(workplace: Workplace, tree: str = "", case: str = "", problem: str = "") -> ChatApp:
    """The app as `run_chat` makes it."""
    return ChatApp(workplace, first_screen(workplace, tree, case, problem))


@pytest.fixture
def chat(office: Office) -> Opened:
    """Opens a chat."""

    @asynccontextmanager
    async def opened(
        tree: str = "",
        case: str = "",
        problem: str = "",
        size: tuple[int, int] = (80, 24),
        persona: Persona = "user",
    ) -> AsyncIterator[Chat]:
        app = app_of(placed(office, persona), tree, case, problem)
        async with app.run_test(size=size) as pilot:
            chat = Chat(app, pilot)
            await settle(pilot)
            yield chat

    return opened
