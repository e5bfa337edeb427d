"""JSON lines before there is a case, and cases that are there already."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.small_library import begin_case
from tests.lines.talk import Json, Talk
from tshoot.conversation.workplace import Workplace, open_workplace
from tshoot.errors import UsageError
from tshoot.lines.jsonl import run_json


def test_from_a_problem_to_a_tree(workplace: Workplace) -> None:
    talk = Talk(workplace, ["my wifi keeps dropping", "1", "no", "yes"])
    first, second = talk.of("prompt")[:2]
    assert (first["kind"], first["case"], first["unfinished"]) == ("problem", "", None)
    assert second["kind"] == "tree" and second["options"][0] == {"label": "Wi-Fi does not connect", "key": "wifi"}
    assert second["options"][-1]["label"] == "None of these"
    assert talk.code == 0 and talk.end["summary"]["problem"] == "my wifi keeps dropping"


def test_a_given_problem_is_not_asked(workplace: Workplace) -> None:
    talk = Talk(workplace, [{"answer": "wifi"}], problem="my wifi keeps dropping")
    assert [one["kind"] for one in talk.of("prompt")] == ["tree", "ask"]


@pytest.mark.parametrize("lines", [
    ["zzz qqq", "talk to a person"], ["zzz qqq", {"command": "person"}], [{"command": "person"}], ["/person"],
    ["my wifi keeps dropping", "none of these", "person"],
])  # fmt: skip
def test_to_a_person(workplace: Workplace, lines: list[Json | str]) -> None:
    talk = Talk(workplace, [*lines, "Dana", "555", "today", "1", "1"])
    assert talk.of("handoff")[0]["queue"] == "tier-1" and talk.end["outcome"] == "handed off"


def test_words_that_tell_no_problem(workplace: Workplace) -> None:
    talk = Talk(workplace, ["hello", "i dont know", "resume", "my wifi keeps dropping"])
    assert talk.types == ["prompt", "unclear"] * 3 + ["prompt", "prompt", "end"]
    assert all(one["text"] and one["candidates"] == [] for one in talk.of("unclear"))
    assert talk.of("prompt")[-1]["kind"] == "tree"


@pytest.mark.parametrize("problem", ["i want to talk to somebody", "just call me"])
def test_a_wish_for_a_person_is_no_problem(workplace: Workplace, problem: str) -> None:
    talk = Talk(workplace, ["Dana", "555", "today", "1", "1"], problem=problem)
    assert talk.of("handoff")[0]["queue"] == "tier-1" and talk.end["summary"]["problem"] == ""


def test_browsing(workplace: Workplace) -> None:
    talk = Talk(workplace, ["zzz qqq", "browse", "network", "wifi"])
    assert [one["kind"] for one in talk.of("prompt")] == ["problem", "tree", "area", "tree", "ask"]


def test_other_words(workplace: Workplace) -> None:
    talk = Talk(workplace, ["zzz qqq", "1", "my wifi keeps dropping", {"command": "back"}])
    assert [one["kind"] for one in talk.of("prompt")] == ["problem", "tree", "problem", "tree", "problem"]


@pytest.mark.parametrize("lines", [[], [""], ["/quit"], [{"command": "quit"}], ["my wifi keeps dropping"]])
def test_leaving_before_there_is_a_case(workplace: Workplace, lines: list[Json | str]) -> None:
    talk = Talk(workplace, lines)
    assert talk.code == 1 and talk.end["outcome"] == "abandoned" and talk.end["case"] == ""
    assert workplace.store.headers() == []


@pytest.mark.parametrize("line", [{}, {"command": "fly"}, {"answer": " "}, {"answer": ["a"]}, "x" * 1_200_000])
def test_bad_lines_before_there_is_a_case(workplace: Workplace, line: Json | str) -> None:
    talk = Talk(workplace, [line, "my wifi keeps dropping"])
    assert talk.types[:2] == ["prompt", "error"] and talk.of("prompt")[-1]["kind"] == "tree"


def test_an_unfinished_case_is_offered(workplace: Workplace) -> None:
    case = begin_case()
    talk = Talk(workplace, [{"command": "resume"}])
    assert talk.of("prompt")[0]["unfinished"] == {"case": case, "title": "Wi-Fi does not connect"}
    assert talk.end["case"] == case and talk.nodes[-1] == "restart"


def test_a_newer_tree_is_offered(library: Path) -> None:
    case = begin_case()
    path = library / "wifi.yaml"
    path.write_text(path.read_text().replace("Restart the router of", "Switch off and on the router of"))
    workplace = open_workplace(None, (), "user")
    talk = Talk(workplace, [{"command": "newer"}], case=case)
    workplace.close()
    assert [(one["kind"], one["tree"]) for one in talk.of("entry")][:1] == [("newer", "wifi")]
    assert talk.of("prompt")[0]["text"].startswith("Restart")
    assert talk.of("prompt")[1]["text"].startswith("Switch off")


@pytest.mark.parametrize(("tree", "said"), [("nope", "There is no tree"), ("network", "for agents")])
def test_a_tree_that_cannot_be_walked(workplace: Workplace, tree: str, said: str) -> None:
    out = io.StringIO()
    with pytest.raises(UsageError):
        run_json(workplace, io.StringIO(""), out, tree=tree)
    error = json.loads(out.getvalue())
    assert error["type"] == "error" and said in error["text"] and error["hint"]
