"""`tshoot test` in place of the tests: walks by chance, and pages of texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.authoring.lamp import TREE, lay_out, run
from tshoot.errors import StorageError, UsageError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return lay_out(tmp_path, monkeypatch)


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
