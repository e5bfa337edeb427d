"""`tshoot test --write`: walks that become tests."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.authoring.lamp import TESTS, TREE, lay_out, run
from tshoot.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return lay_out(tmp_path, monkeypatch)


def typing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_a_walk_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typing(
        monkeypatch,
        "nope",
        "still dark",
        "kitchen: left",
        "4711",
        "Ana",
        "555-0100",
        "today",
        "1",
        "3",
        "the lamp",
    )
    assert run(folder / "lamp.yaml", "--write") == 0
    added = """  - name: the lamp
    walk:
      - power: nope
      - plug: still dark
      - room: "kitchen: left"
      - pin: /skip
      - fact:requester: Ana
      - fact:contact: 555-0100
      - fact:since: today
      - fact:affected: Only me
      - fact:urgency: I cannot work
    handoff: queue:desk
    learned: {room: "kitchen: left"}
"""
    assert (folder / "lamp.test.yaml").read_text() == TESTS + added
    out = capsys.readouterr().out
    assert "The answer at 'pin' is secret: '/skip' stands for it." in out
    assert "names and contacts too" in out and "4711" not in out
    assert "This goes to Desk" in out
    assert "case number" not in out, "there is no case that anybody could name"
    assert run(folder) == 0


def test_a_file_is_begun_where_there_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "lamp.test.yaml").unlink()
    typing(monkeypatch, "no", "it works")
    assert run("lamp", "--write", "--name", "plugged in") == 0
    assert (folder / "lamp.test.yaml").read_text().startswith("tests:\n  - name: plugged in\n    walk:\n")
    assert run(folder) == 0


@pytest.mark.parametrize(
    ("lines", "words", "said"),
    [
        (("no", "yes", ""), (), 'A test needs a name. Nothing was written.\nThis is the walk:\n\n  - name: ""\n'),
        ((), ("--name", "x"), "This walk has no answers at lamp. Nothing was written."),
        (
            ("yes", "the password is hunter2"),
            ("--name", "x"),
            "The answer at 'room' looks like a password or a key",
        ),
    ],
)
def test_what_is_not_written(
    folder: Path, lines: tuple[str, ...], words: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    typing(monkeypatch, *lines)
    assert run("lamp", "--write", *words) == 1
    assert said in capsys.readouterr().out
    assert (folder / "lamp.test.yaml").read_text() == TESTS


@pytest.mark.parametrize("answers", [("no", "yes"), ("no",)])
def test_no_walk_for_a_test_is_said_to_be_kept(
    folder: Path, answers: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typing(monkeypatch, *answers)
    assert run("lamp", "--write", "--name", "x") == 0
    out = capsys.readouterr().out
    assert "kept as" not in out
    assert "is saved" not in out


def test_a_walk_without_an_end_expects_what_was_passed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch, "no", "no")
    assert run("lamp", "--write", "--name", "half") == 0
    assert (folder / "lamp.test.yaml").read_text().endswith("passed: [power, plug]\n")
    assert run(folder) == 0


def case_of(folder: Path, *answers: str) -> str:
    from tshoot.conversation.conversation import Conversation
    from tshoot.conversation.workplace import open_workplace

    workplace = open_workplace(None, [str(folder)], "user")
    try:
        conversation = Conversation.begin(workplace, "lamp", "it is dark")
        for answer in answers:
            conversation.say(answer)
        return conversation.case
    finally:
        workplace.close()


def teach(folder: Path, helps: str) -> None:
    """A case in which one fix alone helped, whenever it came."""
    from tshoot.conversation.conversation import Conversation
    from tshoot.conversation.workplace import open_workplace

    workplace = open_workplace(None, [str(folder)], "user")
    try:
        conversation = Conversation.begin(workplace, "lamp", "")
        while conversation.prompt and conversation.prompt.node != helps:
            conversation.say("no")
        conversation.say("yes")
    finally:
        workplace.close()


def test_a_case_becomes_a_test(folder: Path) -> None:
    case = case_of(folder, "yes", "the kitchen", "/back", "/back", "no", "it works now")
    assert run("lamp", "--write", "--case", case, "--name", "from a case") == 0
    added = "  - name: from a case\n    walk:\n      - power: No\n      - plug: it works now\n    end: resolved\n"
    assert (folder / "lamp.test.yaml").read_text() == TESTS + added


def test_a_case_asks_for_a_person(folder: Path) -> None:
    case = case_of(folder, "yes", "/person")
    assert run("lamp", "--write", "--case", case, "--name", "a person") == 0
    assert "      - power: Yes\n      - room: /person\n" in (folder / "lamp.test.yaml").read_text()
    assert run(folder) == 0


def test_a_test_that_would_not_pass_is_not_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = case_of(folder, "no", "it works now")
    (folder / "lamp.yaml").write_text(TREE.replace("fixed: on", "fixed: room"))
    assert run("lamp", "--write", "--case", case, "--name", "old") == 1
    out = capsys.readouterr().out
    assert "The test would not pass, so the file stays as it was." in out
    assert "nothing in the test answers 'room'" in out.lower()
    assert (folder / "lamp.test.yaml").read_text() == TESTS


FIXES = """tree: 1
title: Fan
nodes:
  fixes:
    try:
      - {id: dust, do: Dust it., cost: 1, chance: 0.5}
      - {id: turn, do: Turn it on., cost: 2, chance: 0.4}
      - {id: plug, do: Plug it in., cost: 3, chance: 0.3}
    fixed: on
    else: hand
  on: {end: resolved, tell: Good.}
  hand: {handoff: "queue:desk", reason: Dark}
"""


@pytest.mark.parametrize(
    ("answers", "walk", "made_up"),
    [
        (("nope", "it works"), "walk:\n      - dust: it works\n    end", ""),
        (
            ("it works",),
            "walk:\n      - dust: No\n      - turn: No\n      - plug: it works\n",
            "'dust' is made up",
        ),
        (("n", "nah", "nope"), "walk:\n      - dust: nah\n      - turn: nope\n      - plug: n\n", ""),
    ],
)
def test_a_case_whose_fixes_came_in_a_learned_order(
    folder: Path, answers: tuple[str, ...], walk: str, made_up: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "lamp.yaml").write_text(FIXES)
    (folder / "lamp.test.yaml").unlink()
    for _ in range(9):
        teach(folder, "plug")
    assert run("lamp", "--write", "--case", case_of(folder, *answers), "--name", "learned") == 0
    assert walk in (folder / "lamp.test.yaml").read_text()
    said = capsys.readouterr().out
    assert "The fixes stand in the author's order" in said
    assert made_up in said
    assert run(folder) == 0


def test_the_trees_of_a_case_are_named_where_it_has_no_answers(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = case_of(folder, "no", "it works")
    (folder / "fan.yaml").write_text(FIXES)
    assert run("fan", "--write", "--case", case) == 1
    assert "This walk has no answers at fan. It has some at lamp. Nothing was written." in capsys.readouterr().out


def test_a_layout_that_takes_nothing_more(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    flow = "tests: [{name: a, answers: [no, yes], end: resolved}]\n"
    (folder / "lamp.test.yaml").write_text(flow)
    assert run("lamp", "--write", "--case", case_of(folder, "no", "yes"), "--name", "b") == 1
    assert "does not let a test be added at its end" in capsys.readouterr().out
    assert (folder / "lamp.test.yaml").read_text() == flow


def test_one_tree_at_a_time(folder: Path) -> None:
    for words in ((), ("lamp", "lamp")):
        with pytest.raises(UsageError, match="--write takes one tree"):
            run(*words, "--write")
    (folder / "bad.yaml").write_text("tree: 1\n")
    with pytest.raises(UsageError, match="has errors"):
        run(folder / "bad.yaml", "--write")
