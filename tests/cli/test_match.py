"""`tshoot match`: what the chat would understand, for people and by JSON lines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.small_library import Tshoot

Json = Any


def _match(tshoot: Tshoot, *lines: Json) -> list[Json]:
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    assert tshoot("match", "--json", given=text) == 0
    return [json.loads(line) for line in tshoot.out.splitlines()]


def test_problems(tshoot: Tshoot) -> None:
    fits, none = _match(tshoot, {"text": "my wifi keeps dropping"}, {"text": "zzz qqq"})
    assert fits["tree"] == "wifi" and fits["ranked"][0]["tree"] == "wifi"
    assert fits["ranked"][0]["score"] >= 0.5 and "wifi" in fits["why"]
    assert none["tree"] is None
    assert {one["tree"] for one in none["ranked"]} == {"wifi", "printer", "network"}


@pytest.mark.parametrize(
    "text", ["hello there", "hi, can someone help me?", "I want to talk to a person", "no idea"]
)
def test_first_words_that_tell_no_problem_fit_no_tree(tshoot: Tshoot, text: str) -> None:
    (found,) = _match(tshoot, {"text": text})
    assert found["tree"] is None and "tells no problem" in found["why"]
    assert len(found["ranked"]) == 3 and all(one["score"] < 0.5 for one in found["ranked"])
    assert tshoot("match", text) == 0
    assert tshoot.out.startswith("Tree: none fits")


def test_a_tree_for_such_words_is_meant(tshoot: Tshoot, library: Path) -> None:
    tree = (library / "wifi.yaml").read_text().replace("wifi keeps dropping", "talk to a person", 1)
    (library / "people.yaml").write_text(tree)
    assert _match(tshoot, {"text": "I want to talk to a person"})[0]["tree"] == "people"


def test_a_user_is_not_sent_to_agents_trees(tshoot: Tshoot) -> None:
    text = json.dumps({"text": "packet loss on the backbone"}) + "\n"
    for persona, tree in (("agent", "network"), ("user", None)):
        assert tshoot("match", "--json", "--as", persona, given=text) == 0
        assert json.loads(tshoot.out)["tree"] == tree


@pytest.mark.parametrize(("node", "text", "expected"), [
    ("lamp", "yes", {"kind": "option", "option": "Yes", "key": "Yes"}),
    ("lamp", "it shines", {"kind": "option", "option": "Yes"}),
    ("lamp", "no it does not", {"kind": "option", "option": "No"}),
    ("lamp", "where is the network icon?", {"kind": "faq", "faq": 0}),
    ("lamp", "/back", {"kind": "command", "command": "back"}),
    ("lamp", "go back please", {"kind": "command", "command": "back"}),
    ("lamp", "I don't know", {"kind": "command", "command": "unknown"}),
    ("lamp", "qwertz asdf", {"kind": "unclear", "candidates": ["Yes", "No"]}),
    ("restart", "nope still the same", {"kind": "option", "option": "No"}),
    ("restart", "it works now", {"kind": "option", "option": "Yes"}),
    ("toggle", "that did it", {"kind": "option", "option": "Yes"}),
    ("toggle", "it works not", {"kind": "option", "option": "No"}),
    ("changed", "1, 2", {"kind": "options", "options": ["New password", "New router"]}),
    ("changed", "none of these", {"kind": "options", "options": []}),
    ("ssid", "HomeNet", {"kind": "value", "value": "HomeNet"}),
    ("ssid", "no idea", {"kind": "command", "command": "unknown"}),
    ("wait", "done", {"kind": "option", "key": "Done"}),
    ("good", "where is the network icon?", {"kind": "faq", "faq": 0}),
])  # fmt: skip
def test_answers(tshoot: Tshoot, node: str, text: str, expected: Json) -> None:
    (found,) = _match(tshoot, {"text": text, "tree": "wifi", "node": node})
    assert {key: found.get(key) for key in expected} == expected
    if found["kind"] in ("option", "options", "faq") and node != "ssid":
        assert 0 < found["score"] <= 1


def test_a_check_is_asked_by_its_question(tshoot: Tshoot) -> None:
    (found,) = _match(tshoot, {"text": "yes", "tree": "printer", "node": "look"})
    assert (found["kind"], found["option"]) == ("option", "Yes")


@pytest.mark.parametrize(("line", "error"), [
    ("nonsense", "not JSON"),
    ("[1]", "expected an object"),
    ("{}", "text"),
    ('{"text": 5}', "text"),
    ('{"text": "a", "tree": [], "node": "x"}', "tree"),
    ('{"text": "a", "tree": "wifi", "node": 7}', "node"),
    ('{"text": "a", "tree": "nope", "node": "x"}', "no tree 'nope'"),
    ('{"text": "a", "node": "x"}', "no tree"),
    ('{"text": "a", "tree": "wifi", "node": "nope"}', "asks nothing at 'nope'"),
    ('{"text": "a", "tree": "wifi", "node": "on"}', "asks nothing"),
    ('{"text": NaN}', "not JSON"),
    ("[" * 100_000, "not JSON"),
    ('{"text": "' + "x" * 1_200_000 + '"}', "too long"),
])  # fmt: skip
def test_bad_lines_give_an_error_and_go_on(tshoot: Tshoot, line: str, error: str) -> None:
    bad, good = _match(tshoot, line, {"text": "wifi"})
    assert error in bad["error"] and good["tree"] == "wifi"


@pytest.mark.parametrize("text", ["", " ", "\x00\x1b[2J", "?" * 5000, "\ud800", "🙂" * 300, "1" * 400])
def test_any_text_is_taken(tshoot: Tshoot, text: str) -> None:
    results = _match(
        tshoot, {"text": text}, *({"text": text, "tree": "wifi", "node": n} for n in ("lamp", "ssid"))
    )
    assert all("error" not in result for result in results)


def test_for_people(tshoot: Tshoot) -> None:
    assert tshoot("match", "my wifi keeps dropping") == 0
    assert "Tree: wifi" in tshoot.out and "by: wifi, keeps, dropping" in tshoot.out
    assert tshoot("match", "zzz qqq") == 0
    assert "Tree: none fits" in tshoot.out


def test_for_people_an_answer(tshoot: Tshoot) -> None:
    assert tshoot("match", "nope still the same", "--tree", "wifi", "--node", "restart") == 0
    assert "Asked: Did that fix it?" in tshoot.out
    assert "Understood as: the answer “No”" in tshoot.out and "Because:" in tshoot.out


@pytest.mark.parametrize(("text", "said"), [
    ("qwertz", "asked again: “Yes” or “No”"), ("/back", "the command /back"), ("no idea", "“I don't know”"),
    ("where is the network icon?", "a question back: Where is the network icon?"),
])  # fmt: skip
def test_for_people_other_readings(tshoot: Tshoot, text: str, said: str) -> None:
    assert tshoot("match", text, "--tree", "wifi", "--node", "lamp") == 0
    assert said in tshoot.out


@pytest.mark.parametrize(("words", "said"), [
    ((), "There is no sentence"), (("x", "--tree", "wifi"), "go together"),
    (("x", "--tree", "wifi", "--node", "nope"), "asks nothing"),
])  # fmt: skip
def test_wrong_usage(tshoot: Tshoot, words: tuple[str, ...], said: str) -> None:
    assert tshoot("match", *words) == 2
    assert said in tshoot.err


def test_lines_are_answered_one_by_one(library: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tshoot", "match", "--json"], env=dict(os.environ), text=True, bufsize=1,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin and process.stdout
    for text in ("wifi", "printer"):
        process.stdin.write(json.dumps({"text": text}) + "\n")
        assert json.loads(process.stdout.readline())["tree"] == text
    process.stdin.close()
    assert process.wait() == 0
    process.stdout.close()
