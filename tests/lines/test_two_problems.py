"""Two problems in one message, and two trees that are close, line by line and by JSON lines."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.conversation.test_also import BOTH, DOOR, DOOR_WORDS, LAMP
from tests.lines.talk import Talk
from tests.workplaces import Office
from tshoot.lines.listening import StreamListener
from tshoot.lines.plain import PlainFace

OLD = LAMP.replace("The lamp is dark", "Desk lamps").replace("my lamp is dark", "the old lamp is dark")
NEW = LAMP.replace("The lamp is dark", "Floor lamps").replace("my lamp is dark", "the new lamp is dark")
CLOSE = "the lamp is dark"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path, lamp=LAMP, door=DOOR) as office:
        yield office


def plain(office: Office, lines: Sequence[str]) -> tuple[int, str]:
    out = io.StringIO()
    code = PlainFace(office.workplace(), StreamListener(iter(lines)), out).run("", "", "")
    return code, out.getvalue()


def problems(office: Office) -> list[str]:
    return sorted(header.problem for header in office.store.headers())


@pytest.mark.parametrize("first", ["1", "the lamp", "The lamp is dark"])
def test_line_mode_asks_which_first_and_offers_the_other_at_the_end(office: Office, first: str) -> None:
    code, said = plain(office, [BOTH, first, "yes", "yes", "no"])
    assert "You mention two things" in said and "3. Something else" in said
    assert said.index(f"Note: Also said: “{DOOR_WORDS}”") < said.index("Is it plugged in?")
    assert said.index("Look at it now?") < said.index("Do you have the key?")
    assert code == 0 and problems(office) == sorted([BOTH, DOOR_WORDS])


@pytest.mark.parametrize("answer", ["no", "not now", "", "hm"])
def test_line_mode_leaves_the_other_in_the_case(office: Office, answer: str) -> None:
    code, said = plain(office, [BOTH, "1", "yes", answer])
    assert code == 0 and "Do you have the key?" not in said
    (header,) = office.store.headers()
    assert DOOR_WORDS in str(office.store.load(header.case).events)


@pytest.mark.parametrize("other", ["3", "something else", "none of these"])
def test_something_else_leads_to_the_three_ways(office: Office, other: str) -> None:
    _, said = plain(office, [BOTH, other])
    assert "What would you like to do?" in said
    for way in ("Say it in other words", "Browse by area", "Talk to a person"):
        assert way in said


def test_json_asks_which_first_and_offers_the_other_before_the_last_object(office: Office) -> None:
    talk = Talk(office.workplace(), [BOTH, {"answer": "door"}, "yes", {"answer": True}, "yes"])
    assert [one["kind"] for one in talk.of("prompt")] == ["problem", "tree", "ask", "also", "ask"]
    assert [option["key"] for option in talk.of("prompt")[1]["options"]] == ["lamp", "door", "none"]
    offer, (ended,) = talk.of("prompt")[3], talk.of("ended")
    assert (offer["tree"], offer["case"]) == ("lamp", ended["case"])
    assert ended["outcome"] == talk.end["outcome"] == "resolved" and ended["case"] != talk.end["case"]
    assert [one["type"] for one in talk.out].count("end") == 1 and talk.code == 0


@pytest.mark.parametrize(
    "lines", [["no"], [], [{"command": "quit"}], ["hm", "no"], [{"answer": ["a", "b"]}, False]]
)
def test_json_ends_when_the_other_is_left(office: Office, lines: Sequence[object]) -> None:
    talk = Talk(office.workplace(), [BOTH, {"answer": "lamp"}, "yes", *lines])
    assert talk.types[-1] == "end" and not talk.of("ended")
    assert len(office.store.headers()) == 1


def test_two_close_trees_are_one_question(office: Office) -> None:
    office.remove("door")
    office.write("lamp", OLD)
    office.write("floor", NEW)
    _, said = plain(office, [CLOSE])
    talk = Talk(office.workplace(), [CLOSE, {"answer": "none"}])
    asked = talk.of("prompt")[1]
    assert asked["text"] == "Which is nearer to it?" and asked["text"] in said
    labels = [option["label"] for option in asked["options"]]
    assert sorted(option["key"] for option in asked["options"]) == ["floor", "lamp", "none"]
    assert sorted(labels) == ["Neither", "The new lamp is dark", "The old lamp is dark"]
    assert labels[-1] == "Neither" and all(label in said for label in labels)
    assert talk.of("prompt")[-1]["text"] == "What would you like to do?"


@pytest.mark.parametrize(
    ("way", "kind"), [("again", "problem"), ("browse", "area"), ("person", "input"), ("in other words", "problem")]
)
def test_nothing_fits_and_the_three_ways_work(office: Office, way: str, kind: str) -> None:
    talk = Talk(office.workplace(), ["my horse sneezes in spring", way])
    assert talk.of("prompt")[-1]["kind"] == kind
    _, said = plain(office, ["my horse sneezes in spring", way])
    expected = {"problem": "What is wrong?", "area": "Which area is it about?", "input": "What is your name?"}[
        kind
    ]
    assert expected in said.split("Talk to a person")[-1]
