"""JSON lines: the whole conversation, and every way in which a line can be wrong."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.lines.talk import Json, Talk
from tshoot.conversation.workplace import Workplace, open_workplace
from tshoot.errors import StorageError
from tshoot.lines.jsonl import run_json
from tshoot.model.event import Persona

FAQ = "where is the network icon?"


def test_to_a_fix(workplace: Workplace) -> None:
    talk = Talk(workplace, [{"answer": "No"}, {"answer": True}], tree="wifi", problem="no wifi")
    assert talk.nodes == ["lamp", "restart"] and talk.code == 0
    assert (talk.end["type"], talk.end["outcome"], talk.end["code"], talk.end["exit"]) == (
        "end", "resolved", "wifi.on", 0,
    )  # fmt: skip
    assert talk.end["summary"]["problem"] == "no wifi" and talk.end["case"] in " ".join(talk.end["closing"])
    says = [one["text"] for one in talk.of("entry") if one["from"] == "assistant"]
    assert says == ["Good. You are connected."]


def test_a_prompt_has_what_a_bot_needs(workplace: Workplace) -> None:
    (prompt,) = Talk(workplace, [], tree="wifi").of("prompt")
    assert prompt["options"] == [{"label": "Yes", "key": "Yes"}, {"label": "No", "key": "No"}]
    expected = {
        "tree": "wifi", "node": "lamp", "kind": "ask", "text": "Is the lamp of the router green?",
        "why": "It shows whether the router works.", "how": "", "many": False, "none": "", "input": None,
    }  # fmt: skip
    assert {key: prompt[key] for key in expected} == expected
    assert prompt["progress"]["done"] == 0 and prompt["progress"]["likely"] > 1
    assert prompt["progress"]["fraction"] == 0 and "say" not in prompt


def test_kinds_of_prompts(workplace: Workplace) -> None:
    lines = ["yes", "HomeNet", {"answer": ["New router"]}, "no", {"command": "done"}, "no"]
    talk = Talk(workplace, lines, tree="wifi")
    kinds = [(one["node"], one["kind"], one["many"], one["question"]) for one in talk.of("prompt")[:6]]
    assert kinds == [
        ("lamp", "ask", False, ""), ("ssid", "input", False, ""), ("changed", "ask", True, ""),
        ("restart", "do", False, "Did that fix it?"), ("wait", "wait", False, ""),
        ("toggle", "do", False, "Did that fix it?"),
    ]  # fmt: skip
    assert talk.of("prompt")[1]["input"]["label"] == "Network name"
    assert talk.of("prompt")[2]["none"] == "None of these" and talk.of("prompt")[4]["seconds"] == 120
    assert "HomeNet" in talk.of("prompt")[3]["text"]


def test_a_hand_off_gives_its_packet(workplace: Workplace) -> None:
    lines = ["no", "no", {"command": "done"}, "no", "Dana", "555-1234", "today", {"answer": 1}, {"answer": 3}]
    talk = Talk(workplace, lines, tree="wifi")
    assert talk.types[-2:] == ["handoff", "end"] and talk.code == 1
    packet = talk.of("handoff")[0]
    assert (packet["to"], packet["queue"], packet["tier"], packet["priority"]) == (
        "network",
        "tier-2",
        2,
        "medium",
    )
    assert packet["reason"] == "The fixes failed" and packet["summary"]["contact"]["name"] == "Dana"
    assert talk.end["outcome"] == "handed off" and talk.end["exit"] == 1


def test_an_agent_goes_on_with_the_case(workplace: Workplace) -> None:
    lines = ["no", "no", {"command": "done"}, "no", "Dana", "555-1234", "today", "1", "1"]
    case = Talk(workplace, lines, tree="wifi").end["case"]
    workplace.persona = "agent"
    talk = Talk(workplace, ["yes"], case=case)
    assert talk.code == 0 and talk.nodes == ["trace"]
    assert talk.of("prompt")[0]["say"] == "Could you read me the last line?"
    assert talk.of("prompt")[0]["agent"] == "The last hop is in the log."
    assert any(one["kind"] == "step" and one["question"].startswith("Is the lamp") for one in talk.of("entry"))


def test_end_of_input_leaves_the_case(workplace: Workplace) -> None:
    talk = Talk(workplace, ["yes"], tree="wifi")
    assert (talk.code, talk.end["outcome"], talk.end["exit"]) == (1, "abandoned", 1)
    case = talk.end["case"]
    assert case and workplace.store.load(case).events[-1].kind == "left"
    assert Talk(workplace, [], case=case).nodes == ["ssid"]


@pytest.mark.parametrize("quit", [{"command": "quit"}, "/quit", {"command": "exit"}, {"answer": "bye"}])
def test_quitting(workplace: Workplace, quit: Json | str) -> None:
    talk = Talk(workplace, [quit, "yes"], tree="wifi")
    assert talk.nodes == ["lamp"] and talk.end["outcome"] == "abandoned"


def test_unclear_asks_again(workplace: Workplace) -> None:
    talk = Talk(workplace, ["qwertz asdf"], tree="wifi")
    assert talk.types == ["prompt", "unclear", "prompt", "end"]
    assert talk.of("unclear")[0]["candidates"] == ["Yes", "No"]
    assert talk.of("prompt")[0] == talk.of("prompt")[1]


def test_an_answered_question_back_asks_again(workplace: Workplace) -> None:
    talk = Talk(workplace, [FAQ], tree="wifi")
    assert talk.types == ["prompt", "entry", "prompt", "end"]
    assert talk.of("entry")[0]["text"] == "Next to the clock." and talk.of("entry")[0]["from"] == "assistant"


@pytest.mark.parametrize(("line", "nodes"), [
    ('"no"', ["lamp", "restart"]),
    ("2", ["lamp", "restart"]),
    ("false", ["lamp", "lamp"]),
    ({"answer": False}, ["lamp", "restart"]),
    ({"answer": 2}, ["lamp", "restart"]),
    ({"answer": 2.0}, ["lamp", "restart"]),
    ({"type": "answer", "answer": "no"}, ["lamp", "restart"]),
    ({"answer": ["No"]}, ["lamp", "restart"]),
    ('["no"]', ["lamp", "restart"]),
    ('\ufeff{"answer": "no"}', ["lamp", "restart"]),
    ("  ", ["lamp"]),
])  # fmt: skip
def test_forms_of_an_answer(workplace: Workplace, line: Json | str, nodes: list[str]) -> None:
    assert Talk(workplace, [line], tree="wifi").nodes == nodes


@pytest.mark.parametrize(("answer", "taken"), [
    (["New password", "new router"], "New password, New router"), ([], "None of these"),
    (["None of these"], "None of these"), ("1 and 2", "New password, New router"), ("none", "None of these"),
])  # fmt: skip
def test_several(workplace: Workplace, answer: Any, taken: str) -> None:
    talk = Talk(workplace, ["yes", "HomeNet", {"answer": answer}], tree="wifi")
    assert talk.nodes[-1] == "restart"
    assert [one["text"] for one in talk.of("entry") if one["kind"] == "step"][-1] == taken


@pytest.mark.parametrize(("line", "text"), [
    ({}, "either an answer or a command"),
    ({"answer": "a", "command": "back"}, "either an answer or a command"),
    ({"answer": None}, "answer: expected"),
    ({"answer": {"a": 1}}, "answer: expected"),
    ({"answer": [["a"]]}, "answer: expected"),
    ({"answer": ["Maybe"]}, "no option 'Maybe'"),
    ({"answer": ["Yes", "No"]}, "cannot be taken together"),
    ({"answer": []}, "cannot be taken together"),
    ({"answer": " "}, "empty"),
    ({"command": 5}, "command: expected"),
    ({"command": "fly"}, "no command fly"),
    ({"command": "done"}, "needs an answer"),
    ({"command": "note"}, "needs a text"),
    ({"command": "note", "text": []}, "text: expected"),
    ({"command": "change", "step": 1}, "needs a step and an answer"),
    ({"command": "change", "step": "1", "answer": "no"}, "step: expected a whole number"),
    ({"command": "learn", "fact": "os"}, "needs a fact and an answer"),
    ({"command": "newer"}, "no newer version"),
    ('{"answer": "' + "x" * 1_200_000 + '"}', "too long"),
])  # fmt: skip
def test_what_cannot_be_done_is_an_error_and_asked_again(
    workplace: Workplace, line: Json | str, text: str
) -> None:
    talk = Talk(workplace, [line, "no"], tree="wifi")
    assert talk.types[:3] == ["prompt", "error", "prompt"] and talk.nodes == ["lamp", "lamp", "restart"]
    error = talk.of("error")[0]
    assert text in error["text"] and error["hint"]


@pytest.mark.parametrize("line", ["{oops", "[" * 50_000, "NaN", "\x00\x1b[2J", "9" * 6000, '{"answer": 1e999}'])
def test_what_is_not_json_is_an_answer(workplace: Workplace, line: str) -> None:
    talk = Talk(workplace, [line, "no"], tree="wifi")
    assert talk.of("error") == [] or "empty" in talk.of("error")[0]["text"]
    assert talk.nodes[-1] == "restart"


@pytest.mark.parametrize(("command", "text"), [
    ({"command": "why"}, "It shows whether the router works."),
    ({"command": "how"}, "It shows whether the router works."),
    ({"command": "/help"}, "/back: Go back one step"),
    ({"command": "back"}, "there is nothing to take back"),
    ({"command": "note", "text": "a *b*"}, "Noted."),
    ("/note a *b*", "Noted."),
])  # fmt: skip
def test_commands_that_tell(workplace: Workplace, command: Json | str, text: str) -> None:
    talk = Talk(workplace, [command], tree="wifi")
    assert text in talk.of("entry")[0]["text"] and talk.nodes == ["lamp", "lamp"]


def test_a_note_is_an_entry_as_typed(workplace: Workplace) -> None:
    talk = Talk(workplace, [{"command": "note", "text": "a *b*\x1b[31m"}], tree="wifi")
    (note,) = [one for one in talk.of("entry") if one["kind"] == "note"]
    assert (note["from"], note["text"]) == ("user", "a *b*")


@pytest.mark.parametrize(("lines", "nodes"), [
    ([{"command": "back"}], ["restart", "lamp"]),
    ([{"command": "restart"}], ["restart", "lamp"]),
    ([{"command": "unknown"}], ["restart", "wait"]),
    ([{"command": "skip"}], ["restart", "wait"]),
    ([{"command": "undo"}], ["restart", "lamp"]),
    (["no", {"command": "back", "steps": 2}], ["restart", "wait", "lamp"]),
    ([{"command": "person"}], ["restart", "fact:requester"]),
    ([{"command": "person", "text": "in a hurry"}], ["restart", "fact:requester"]),
])  # fmt: skip
def test_commands_that_move(workplace: Workplace, lines: list[Json | str], nodes: list[str]) -> None:
    assert Talk(workplace, ["no", *lines], tree="wifi").nodes == ["lamp", *nodes]


def test_known_and_summary(workplace: Workplace) -> None:
    talk = Talk(workplace, ["no", {"command": "known"}, {"command": "summary"}], tree="wifi", problem="no wifi")
    facts = {one["name"]: one["value"] for one in talk.of("known")[0]["facts"]}
    assert facts["lamp"] == "No"
    assert talk.of("summary")[0]["summary"]["problem"] == "no wifi"


def test_a_step_is_changed_by_its_number(workplace: Workplace) -> None:
    first = Talk(workplace, ["no", "no"], tree="wifi")
    step = next(one["step"] for one in first.of("entry") if one["kind"] == "step")
    talk = Talk(workplace, [{"command": "change", "step": step, "answer": "yes"}], case=first.end["case"])
    assert talk.nodes == ["wait", "ssid"]
    steps = [(one["question"], one["text"]) for one in talk.of("entry") if one["kind"] == "step"]
    assert steps[-1] == ("Is the lamp of the router green?", "Yes")
    assert any("do not apply for now" in one["text"] for one in talk.of("entry"))


def test_a_fact_is_corrected(workplace: Workplace) -> None:
    lines = ["yes", "HomeNet", {"command": "learn", "fact": "ssid", "answer": "Office"}, {"answer": []}]
    assert "Office" in Talk(workplace, lines, tree="wifi").of("prompt")[-1]["text"]


def test_a_check_asks_and_reports(workplace: Workplace) -> None:
    talk = Talk(workplace, ["yes"], tree="printer")
    asked, report = talk.of("check")
    assert asked["status"] == "asked" and asked["name"] == "printer" and asked["text"].startswith("May I look")
    assert (report["status"], report["result"], report["values"]) == ("done", "ready", {"count": 1})
    assert [one["kind"] for one in talk.of("prompt")] == ["check"] and talk.code == 0


@pytest.mark.parametrize("answer", ["no", {"answer": ["No"]}, {"command": "skip"}, {"command": "unknown"}])
def test_a_refused_check_is_asked_instead(workplace: Workplace, answer: Json | str) -> None:
    talk = Talk(workplace, [answer], tree="printer")
    assert [one["kind"] for one in talk.of("prompt")] == ["check", "ask"]
    assert talk.of("prompt")[1]["text"] == "Is there paper in the tray?"


def test_values_and_secrets(workplace: Workplace) -> None:
    talk = Talk(workplace, ["Dana", "hunter2", {"answer": 180}], tree="people")
    assert talk.nodes == ["name", "pin", "size"] and talk.code == 0
    secret, size = talk.of("prompt")[1]["input"], talk.of("prompt")[2]["input"]
    assert secret["secret"] and (size["type"], size["unit"], size["minimum"], size["maximum"]) == (
        "number",
        "cm",
        1,
        300,
    )
    said = json.dumps(talk.out)
    assert "hunter2" not in said and "Good, Dana." in said
    assert "hunter2" not in str(workplace.store.load(talk.end["case"]))


def test_a_value_that_does_not_fit_is_unclear(workplace: Workplace) -> None:
    talk = Talk(workplace, ["Dana", "x", {"answer": 900}], tree="people")
    assert talk.nodes == ["name", "pin", "size", "size"] and len(talk.of("unclear")) == 1


def test_hostile_words_are_text(workplace: Workplace) -> None:
    talk = Talk(workplace, ["[/] *\x1b[1mx\u202e"], tree="people")
    (step,) = [one for one in talk.of("entry") if one["kind"] == "step"]
    assert step["text"] == "[/] *x"


# Failures


def test_a_storage_failure_is_said_and_ends_it(workplace: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object, **more: object) -> None:
        raise StorageError("The disk is full.", "Make room.")

    monkeypatch.setattr(workplace.store, "append", full)
    out = io.StringIO()
    with pytest.raises(StorageError):
        run_json(workplace, io.StringIO("no\n"), out, tree="wifi")
    assert json.loads(out.getvalue().splitlines()[-1])["text"] == "The disk is full."


# As a process


def _run(words: Sequence[str], given: bytes, env: Mapping[str, str] = {}) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tshoot", *words]
    return subprocess.run(
        command, check=False, input=given, capture_output=True, env={**os.environ, **env}, timeout=60
    )


def test_a_process_flushes_each_line(library: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tshoot", "run", "wifi", "--json"], text=True, bufsize=1,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin and process.stdout
    assert json.loads(process.stdout.readline())["node"] == "lamp"
    process.stdin.write('{"answer": "no"}\n')
    assert json.loads(process.stdout.readline())["type"] == "entry"
    assert json.loads(process.stdout.readline())["node"] == "restart"
    process.stdin.write("it works now\n")
    rest = [json.loads(line) for line in process.stdout]
    process.stdin.close()
    process.stdout.close()
    assert process.wait() == 0 and rest[-1]["outcome"] == "resolved"


def test_bytes_that_are_no_text(library: Path) -> None:
    ran = _run(["run", "wifi", "--json"], b'\xff\xfe\x00\n{"answer": "n\xc3\xb6"}\nno\n', {"LC_ALL": "C"})
    assert ran.returncode == 1 and ran.stdout.isascii() and b"Traceback" not in ran.stderr
    assert json.loads(ran.stdout.splitlines()[-1])["outcome"] == "abandoned"


@pytest.mark.parametrize("persona", ["user", "agent"])
def test_every_face_gives_the_same_events(persona: Persona, tmp_path: Path, library: Path) -> None:
    answers = ["yes", "HomeNet", "1, 2", "no", "done", "still the same", "Dana", "555", "today", "1", "1"]
    histories = []
    for words in (["--json"], ["--plain"]):
        state = str(tmp_path / words[0])
        given = "\n".join([*answers, "yes"]).encode() + b"\n"
        _run(["run", "wifi", *words, "--as", persona, "--state", state], given)
        workplace = open_workplace(state, (), persona)
        record = workplace.store.load(workplace.store.headers()[0].case)
        workplace.close()
        histories.append(
            [(event.kind, getattr(event, "node", ""), getattr(event, "value", "")) for event in record.events]
        )
    assert histories[0] == histories[1] and len(histories[0]) > 5
