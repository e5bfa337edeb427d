"""`tshoot test` in place of the tests: walks by chance, pages of texts, and walks that become tests."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

import pytest

from tshoot.cli import test as command
from tshoot.cli.options import add_common
from tshoot.errors import StorageError, UsageError

TREE = """tree: 1
title: Lamp
facts: {room: {prompt: Which room?}, pin: {prompt: Your pin?, secret: true}}
nodes:
  power: {ask: Is it on?, options: {Yes: room, No: plug}}
  plug: {do: Plug it in., fixed: on, else: room}
  room: {input: {fact: room}, then: pin}
  pin: {input: {fact: pin}, then: hand}
  on: {end: resolved, tell: Good.}
  hand: {handoff: "queue:desk", reason: "{room} is dark"}
"""
TESTS = """# Ours
tests:
  - name: it is on   # at once
    answers: [no, yes]
    end: resolved
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    trees = tmp_path / "trees"
    trees.mkdir()
    monkeypatch.setenv("TSHOOT_TREES", str(trees))
    monkeypatch.setenv("TSHOOT_STATE", str(tmp_path / "state"))
    (trees / "lamp.yaml").write_text(TREE)
    (trees / "lamp.test.yaml").write_text(TESTS)
    return trees


def run(*words: str | Path) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    add_common(parser)
    return command.run(parser.parse_args([str(word) for word in words]))


def typing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


# By chance


def test_chance_finds_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--random", "50") == 0
    assert capsys.readouterr().out.splitlines() == [
        "ok    lamp: 50 walks, nothing found", "1 tree, 50 walks each, seed 0: nothing found.",
    ]  # fmt: skip


def test_chance_shows_the_shortest_walk_as_a_test(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "lamp.yaml").write_text(TREE.replace("end: resolved, tell: Good.", "end: unsupported"))
    assert run(folder / "lamp.yaml", "--random", "50", "--seed", "7") == 1
    rows = capsys.readouterr().out.splitlines()
    assert rows[0] == "FAIL  lamp: 50 walks"
    assert rows[1].startswith("      silent end at 'plug' of 'lamp': it ends as 'unsupported' without a text (")
    assert rows[-1] == "1 tree, 50 walks each, seed 7: 1 with trouble."
    walk = "\n".join(rows[3:-1])
    assert "    walk:\n      - power: No\n      - plug: Yes\n    end: unsupported" in walk
    (folder / "lamp.test.yaml").write_text(f"tests:\n{walk}\n")
    assert run(folder) == 0


def test_chance_as_json_and_what_nobody_knows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "lamp.yaml").write_text(
        TREE.replace("then: pin}", "then: told}\n  told: {tell: 'In {room}?', then: pin}")
    )
    assert run("--random", "60", "-v") == 0
    assert "(not known: {room} at told of lamp, " in capsys.readouterr().out
    assert run("--random", "60") == 0
    assert "(1 text names what was not known; --verbose lists them)" in capsys.readouterr().out
    (folder / "bad.yaml").write_text("tree: 1\n")
    assert run("--random", "60", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert [(one["tree"], one["broken"], one["troubles"]) for one in found["trees"]] == [
        ("", True, []),
        ("lamp", False, []),
    ]
    assert found["trees"][1]["not_known"][0]["fact"] == "room"


@pytest.mark.parametrize("count", ["0", "-1", "9999999"])
def test_chance_needs_a_number_of_walks(folder: Path, count: str) -> None:
    with pytest.raises(UsageError, match="--random takes a number"):
        run(f"--random={count}")


def test_what_goes_with_another_option_is_not_passed_over(folder: Path) -> None:
    for words, said in {
        ("--update",): "--update goes with --snapshot", ("--case", "K"): "--case goes with --write",
        ("--name", "x"): "--name goes with --write", ("--seed", "0"): "--seed goes with --random",
        ("--random", "5", "--junit", "x.xml"): "--junit tells of tests, and --random runs none",
        ("--snapshot", "--coverage"): "--coverage tells of tests, and --snapshot runs none",
        ("lamp", "--write", "--fail-under", "0"): "--fail-under tells of tests, and --write runs none",
    }.items():  # fmt: skip
        with pytest.raises(UsageError, match=said):
            run(*words)


@pytest.mark.parametrize("mode", [(), ("--random", "5"), ("--snapshot",)])
def test_a_folder_without_a_tree_is_a_wrong_place(tmp_path: Path, mode: tuple[str, ...]) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="There is no tree to test here"):
        run(tmp_path / "empty", *mode)


@pytest.mark.parametrize(
    ("name", "hint"), [("lmap", "lamp"), ("trees/lmap.yaml", "trees/lamp.yaml"), ("zzz", "Name a")]
)
def test_a_misspelled_tree_is_told_the_nearest(
    folder: Path, name: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    with pytest.raises(UsageError) as failure:
        run(name)
    assert hint in failure.value.hint


# Texts


def test_a_page_is_written_compared_and_updated(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = folder / "lamp.texts.md"
    assert run("--snapshot") == 0
    assert "    Is it on?\n" in page.read_text()
    assert run("--snapshot") == 0
    capsys.readouterr()
    (folder / "lamp.yaml").write_text(TREE.replace("Is it on?", '"Is it [b]bright?"').replace("Good", "Well"))
    assert run(folder / "lamp.yaml", "--snapshot") == 1
    out = capsys.readouterr().out
    assert f"FAIL  lamp: its texts are not those of {page}" in out
    assert "      `power`: ask\n" in out
    assert "        -    Is it on?\n        +    Is it [b]bright?\n" in out
    assert f"1 changed. Where the new texts are right: tshoot test {folder}/lamp.yaml --snapshot --update" in out
    assert "    Is it on?\n" in page.read_text()
    assert run("--snapshot", "--update") == 0
    assert "    Is it [b]bright?\n" in page.read_text()
    capsys.readouterr()
    assert run("--snapshot", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == [
        {"tree": "lamp", "path": str(page), "state": "same", "diff": []}
    ]


def test_pages_may_stand_in_a_folder(folder: Path, tmp_path: Path) -> None:
    assert run(folder, "--snapshot", tmp_path / "pages") == 0
    assert (tmp_path / "pages" / "lamp.texts.md").exists()
    assert run("--snapshot", folder / "lamp.yaml") == 0
    assert (folder / "lamp.texts.md").exists()
    (folder / "below").mkdir()
    (folder / "below" / "lamp.yaml").write_text(TREE)
    with pytest.raises(UsageError, match="would both be kept in"):
        run(folder, "--snapshot", tmp_path / "pages")


def test_a_broken_tree_and_a_folder_that_is_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.yaml").write_text("tree: 1\n")
    assert run("--snapshot") == 1
    assert "the tree has errors" in capsys.readouterr().out
    with pytest.raises(StorageError, match="Not a directory"):
        run(folder / "lamp.yaml", "--snapshot", folder / "lamp.yaml" / "x")


# Walks that become tests


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
