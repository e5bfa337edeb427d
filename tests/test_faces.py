"""One engine, several faces: the same answers give the same events in every one of them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conversation.test_conversation import LEAVING, NETWORK, WIFI
from tests.workplaces import Office
from tshoot.conversation.conversation import Conversation
from tshoot.lines.jsonl import run_json
from tshoot.lines.listening import StreamListener
from tshoot.lines.plain import PlainFace
from tshoot.model.event import Event, Left, Pinned
from tshoot.tui.app import ChatApp, first_screen

WALKS = {
    "resolved": ("no", "1", "nope", "yes", "HomeNet", "it works now"),
    "waited": ("no", "yes", "y", "HomeNet", "no", "done", "done", "works"),
    "handed off": ("no", "no", "still the same", "no", "HomeNet", *LEAVING),
    "wandering": (
        "no",
        "/note it rains",
        "2",
        "/back",
        "what now",
        "yes",
        "no idea",
        "/back",
        "no",
        "HomeNet",
        *LEAVING,
    ),
    "person": ("no", "talk to a person", *LEAVING),
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path, wifi=WIFI, network=NETWORK) as office:
        yield office


def events(office: Office) -> list[Event]:
    """What the latest case holds; that a face was closed is its own affair, as is what earlier cases taught."""
    (header,) = office.store.headers()
    found: list[Event] = []
    for event in office.store.load(header.case).events:
        if isinstance(event, Pinned):
            event = replace(event, tried={})
        if not isinstance(event, Left):
            found.append(replace(event, at=""))
    office.store.delete(header.case)
    for name in ("name", "contact"):
        office.store.set_setting(name, "")
    return found


def by_hand(office: Office, answers: Sequence[str]) -> None:
    conversation = Conversation.begin(office.workplace(), "wifi", "it is broken")
    for answer in answers:
        conversation.say(answer)


def plain(office: Office, answers: Sequence[str]) -> None:
    PlainFace(office.workplace(), StreamListener(iter(answers)), io.StringIO()).run("wifi", "", "it is broken")


def json_lines(office: Office, answers: Sequence[str]) -> None:
    lines = io.StringIO("".join(json.dumps({"answer": answer}) + "\n" for answer in answers))
    run_json(office.workplace(), lines, io.StringIO(), tree="wifi", problem="it is broken")


async def screen(office: Office, answers: Sequence[str]) -> None:
    workplace = office.workplace()
    app = ChatApp(workplace, first_screen(workplace, "wifi", "", "it is broken"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for answer in answers:
            await pilot.press(*answer, "enter")
            await pilot.pause()


@pytest.mark.parametrize("name", WALKS)
async def test_the_same_answers_give_the_same_events(office: Office, name: str) -> None:
    by_hand(office, WALKS[name])
    expected = events(office)
    assert len(expected) > 3
    plain(office, WALKS[name])
    assert events(office) == expected
    json_lines(office, WALKS[name])
    assert events(office) == expected
    await screen(office, WALKS[name])
    assert events(office) == expected
