"""Previews to drive: a tree file in a folder of its own, a frozen clock, a computer of the test's own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from tests.tui.conftest import Chat, settle
from tests.workplaces import NOW
from tshoot.checks.result import CheckResult
from tshoot.conversation.previewing import Preview
from tshoot.conversation.workplace import Workplace
from tshoot.model.event import Persona
from tshoot.tui.preview_app import PreviewApp
from tshoot.tui.screens.preview import PreviewScreen
from tshoot.tui.widgets.bench import Bench

TREES = Path(__file__).parent / "trees"
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
"""A tree that begins with a check."""


def still(workplace: Workplace) -> Workplace:
    """Nothing of the surroundings shows."""

    def found(*_: object) -> CheckResult:
        return CheckResult(result="online", sentence="Web pages open.")

    facts = {"os": "Linux", "os_version": "Debian 12", "computer": "laptop-7"}
    return replace(workplace, now=lambda: NOW, computer=lambda: facts, run_check=found, zone="UTC")


def preview_of(folder: Path, source: str = "", persona: Persona | None = None) -> Preview:
    """A preview of the tour, or of this source, under a path without a folder."""
    path = folder / "tour.yaml"
    path.write_text(source or (TREES / "tour.yaml").read_text(), encoding="utf-8")
    return Preview(path, [], folder / "state", persona, adjust=still)


class Seat(Chat):
    """An author at a running preview."""

    preview: Preview

    @property
    def screen(self) -> PreviewScreen:
        """The screen of the preview, also under a sheet."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, PreviewScreen))

    @property
    def bench(self) -> Bench:
        """The bench."""
        return self.screen.query_one(Bench)

    @property
    def node(self) -> str:
        """What is asked."""
        prompt = self.preview.walk.prompt
        return prompt.node if prompt else "end"

    @property
    def source(self) -> str:
        """The file."""
        return self.preview.path.read_text(encoding="utf-8")

    async def save(self, source: str) -> None:
        """Save as an editor does, and let the screen look."""
        new = self.preview.path.with_name("new")
        new.write_text(source, encoding="utf-8")
        new.replace(self.preview.path)
        self.screen.follow()
        await settle(self.pilot)

    async def page(self, name: str) -> None:
        """Turn to a page, with the keys on it."""
        self.bench.turn_to(name)
        await settle(self.pilot)


@asynccontextmanager
async def seat(
    folder: Path, source: str = "", size: tuple[int, int] = (120, 40), persona: Persona | None = None
) -> AsyncIterator[Seat]:
    """A preview on a screen of this size."""
    preview = preview_of(folder, source, persona)
    try:
        app = PreviewApp(preview)
        async with app.run_test(size=size) as pilot:
            seat = Seat(app, pilot)
            seat.preview = preview
            await settle(pilot)
            yield seat
    finally:
        preview.close()
