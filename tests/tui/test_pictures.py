"""Pictures of the screens that people see most; update with `pytest --snapshot-update` after looking at them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import app_of, placed, settle
from tests.tui.previews import preview_of
from tests.workplaces import Office
from tshoot.model.event import Persona
from tshoot.tui.preview_app import PreviewApp
from tshoot.tui.screens.beside import Beside
from tshoot.tui.widgets.answer_input import AnswerInput

Compare = Callable[..., bool]
ESCALATED = ("f2", *"Ana", "enter", *"555", "enter", *"now", "enter", "1", "1")


@pytest.mark.parametrize(
    ("tree", "keys", "persona", "size"),
    [
        ("", (), "user", (80, 24)),
        ("tour", ("2", "down"), "user", (80, 24)),
        ("tour", ("1", "1", "enter"), "user", (120, 40)),
        ("tour", ESCALATED, "user", (80, 36)),
        ("tour", (), "agent", (100, 30)),
        ("tour", ("1", "1"), "user", (40, 20)),
    ],
    ids=["welcome", "question", "panel", "end", "agent", "small"],
)
def test_picture(
    office: Office,
    snap_compare: Compare,
    tree: str,
    keys: tuple[str, ...],
    persona: Persona,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Beside, "_second", lambda self: None)  # the time of a call goes on

    async def press(pilot: Pilot[int]) -> None:
        for key in keys:
            await pilot.press(key)
        pilot.app.screen.query_one(AnswerInput).cursor_blink = False
        await settle(pilot)

    assert snap_compare(app_of(placed(office, persona), tree), terminal_size=size, run_before=press)


@pytest.mark.parametrize(
    ("keys", "size"), [(("1", "4"), (120, 40)), (("2", "f4"), (80, 24))], ids=["preview", "preview-narrow"]
)
def test_picture_of_a_preview(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snap_compare: Compare, keys: tuple[str, ...],
    size: tuple[int, int],
) -> None:  # fmt: skip
    async def press(pilot: Pilot[int]) -> None:
        for key in keys:
            await pilot.press(key)
        pilot.app.screen.query_one(AnswerInput).cursor_blink = False
        await settle(pilot)

    # The path of the file is in the picture.
    monkeypatch.chdir(tmp_path)
    preview = preview_of(Path())
    assert snap_compare(PreviewApp(preview), terminal_size=size, run_before=press)
    preview.close()
