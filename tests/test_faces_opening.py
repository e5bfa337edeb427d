"""Before there is a case, too, every face asks the same of the same words, and begins the same case."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conversation.test_also import BOTH, DOOR, LAMP
from tests.workplaces import Office
from tshoot.lines.jsonl import run_json
from tshoot.lines.listening import StreamListener
from tshoot.lines.plain import PlainFace
from tshoot.model.event import Event, Left, Rated
from tshoot.tui.app import ChatApp, first_screen

LINES = (BOTH, "1", "yes", "yes", "yes")
"""The first of two problems, its one question, the offer of the other, its one question."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path, lamp=LAMP, door=DOOR) as office:
        yield office


def cases(office: Office) -> list[list[Event]]:
    """What the cases hold, in the order begun; that the chat asks whether it helped is its own affair."""
    found = [office.store.load(header.case).events for header in office.store.headers()]
    for header in office.store.headers():
        office.store.delete(header.case)
    kept = [
        [replace(event, at="") for event in events if not isinstance(event, Left | Rated)] for events in found
    ]  # fmt: skip
    return sorted(kept, key=str)


async def chat(office: Office) -> None:
    workplace = office.workplace()
    app = ChatApp(workplace, first_screen(workplace, "", "", BOTH))
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (["enter"], ["enter"], ["y", "e", "s", "enter"], ["1"], ["y", "e", "s", "enter"],
                     ["y", "e", "s", "enter"], ["1"]):  # fmt: skip
            await pilot.pause(0.05)
            await pilot.press(*keys)
        await pilot.pause(0.05)


async def test_every_face_begins_the_same_two_cases(office: Office) -> None:
    PlainFace(office.workplace(), StreamListener(iter(LINES)), io.StringIO()).run("", "", "")
    expected = cases(office)
    assert len(expected) == 2
    lines = io.StringIO("".join(json.dumps({"answer": answer}) + "\n" for answer in LINES))
    run_json(office.workplace(), lines, io.StringIO())
    assert cases(office) == expected
    await chat(office)
    assert cases(office) == expected
