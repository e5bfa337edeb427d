"""`tshoot lint`: paths, forms and exit codes."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tshoot.cli import lint
from tshoot.cli.options import add_common
from tshoot.errors import UsageError

RIGHT = "tree: 1\ntitle: T\nnodes: {a: {end: resolved}}\n"
WRONG = "tree: 1\ntitle: T\nnodes: {a: {tell: x, then: b}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "library").mkdir()
    monkeypatch.setenv("TSHOOT_TREES", str(tmp_path / "library"))
    (tmp_path / "trees").mkdir()
    return tmp_path / "trees"


def run(*words: str | Path) -> int:
    parser = argparse.ArgumentParser()
    lint.add_arguments(parser)
    add_common(parser)
    return lint.run(parser.parse_args([str(word) for word in words]))


def test_a_right_tree(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").write_text(RIGHT)
    assert run(folder) == 0
    assert "1 tree: 0 errors, 0 warnings." in capsys.readouterr().out


def test_trees_that_cannot_be_read_are_counted_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one.yaml", "two.yaml"):
        (folder / name).write_text("- a\n")
    assert run(folder / "one.yaml", folder / "two.yaml") == 1
    assert "2 trees: 2 errors, 0 warnings." in capsys.readouterr().out


def test_a_wrong_tree(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").write_text(WRONG)
    assert run(folder / "a.yaml") == 1
    out = capsys.readouterr().out
    assert f"{folder / 'a.yaml'}:3:28: error: the node 'a' goes to 'b', which is not a node of this tree" in out
    assert "\x1b" not in out


def test_warnings_are_no_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").write_text(RIGHT + "review_by: 2001-01-01\n")
    assert run(folder) == 0
    assert "review-overdue" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_a_path_that_does_not_exist(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UsageError, match=r"none\.yaml") as failure:
        run(folder / "none.yaml", "--format", form)
    assert failure.value.exit_code == 2
    assert capsys.readouterr().out == ""


def test_json_is_one_array(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").write_text(WRONG)
    (folder / "b.yaml").write_text("a: [")
    assert run(folder, "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    keys = {"path", "line", "column", "end_line", "end_column", "severity", "rule", "message", "hint"}
    assert all(item.keys() == keys for item in found)
    assert [item["path"] for item in found] == sorted(item["path"] for item in found)


def test_sarif_is_one_log(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").write_text(WRONG)
    assert run(folder, "--format", "sarif") == 1
    assert json.loads(capsys.readouterr().out)["runs"][0]["results"]


def test_the_default_is_the_library(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "library" / "a.yaml").write_text(WRONG)
    assert run() == 1
    capsys.readouterr()
    with pytest.raises(UsageError, match="There is no tree to look at here"):
        run("--trees", folder)


def test_tests_and_translations_are_no_trees(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "wifi.yaml").write_text(RIGHT)
    (folder / "wifi.es.yaml").write_text("translation: 1\n")
    (folder / "wifi.test.yaml").write_text("tests: []\n")
    (folder / ".hidden.yaml").write_text("[")
    (folder / "notes.txt").write_text("[")
    run(folder)
    out = capsys.readouterr().out
    assert "1 tree:" in out
    assert "wifi.es.yaml:1:1: warning: 1 of 1 texts are not translated" in out


def test_a_tree_that_is_named_like_a_translation(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "printer.yaml").write_text(RIGHT)
    (folder / "printer.hp.yaml").write_text(RIGHT)
    (folder / "printer.de.yaml").write_text("translation: 1\ntitle: Drucker\n")
    assert run(folder) == 0
    out = capsys.readouterr().out
    assert (
        "printer.hp.yaml:1:1: warning: by its name, the file is a translation of 'printer', and holds a tree"
        in out
    )
    assert "call it 'printer-hp.yaml'" in out
    assert "printer.de.yaml" not in out


def test_trees_that_are_named_are_looked_for_beside_and_in_the_library(folder: Path, tmp_path: Path) -> None:
    (folder / "a.yaml").write_text(
        "tree: 1\ntitle: T\nnodes: {a: {call: b, then: c}, c: {ask: x, options: {Yes: d, No: e}},"
        " d: {handoff: c}, e: {end: resolved}}\n"
    )
    assert run(folder / "a.yaml") == 1
    (folder / "b.yaml").write_text(WRONG)
    (tmp_path / "library" / "c.yaml").write_text(WRONG)
    assert run(folder / "a.yaml") == 0


def test_trees_that_call_each_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        (folder / f"{name}.yaml").write_text(
            f"tree: 1\ntitle: T\nnodes: {{x: {{call: {other}, then: y}}, y: {{end: resolved}}}}\n"
        )
    assert run(folder) == 1
    assert capsys.readouterr().out.count("call-cycle") == 2


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root reads everything")
def test_a_file_that_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").write_text(RIGHT)
    (folder / "a.yaml").chmod(0)
    assert run(folder) == 1
    assert "unread-file" in capsys.readouterr().out


def test_a_huge_file_is_not_read_whole(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").write_bytes(b"#" * 3_000_000)
    assert run(folder) == 1
    assert "yaml-limit" in capsys.readouterr().out


def test_textual_is_not_imported(folder: Path) -> None:
    (folder / "a.yaml").write_text(WRONG)
    script = (
        "import sys; from tshoot.cli.main import run; code = run(['lint', *sys.argv[1:]]);"
        "print(code, sorted({'textual', 'rich', 'sqlite3', 'asyncio', 'psutil'} & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stderr.strip() == "1 []"
