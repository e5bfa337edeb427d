"""`tshoot lint` and `tshoot test` over what a folder may hold beside trees; SARIF as other tools expect it."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.render.test_sarif import LOG
from tshoot.cli import lint
from tshoot.cli import test as test_command
from tshoot.cli.options import add_common
from tshoot.errors import UsageError

RIGHT = "tree: 1\ntitle: T\nnodes: {a: {end: resolved}}\n"
TESTS = "tests: [{name: a, end: resolved}]\n"
POSIX = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TSHOOT_TREES", str(tmp_path / "library"))
    (tmp_path / "library").mkdir()
    (tmp_path / "trees").mkdir()
    (tmp_path / "trees" / "good.yaml").write_text(RIGHT)
    (tmp_path / "trees" / "good.test.yaml").write_text(TESTS)
    return tmp_path / "trees"


def run(command: Any, *words: str | Path) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    add_common(parser)
    return int(command.run(parser.parse_args([str(word) for word in words])))


def fill(folder: Path) -> None:
    """Everything odd that a folder of trees may hold."""
    (folder / "folder.yaml").mkdir()
    (folder / "big.yaml").write_bytes(b"# x\n" * 500_000)
    (folder / "binary.yaml").write_bytes(bytes(range(256)) * 8)
    (folder / "empty.yaml").write_bytes(b"")
    (folder / "good.es.yaml").write_text("title: Hola\n")
    (folder / "broken.test.yaml").write_text(TESTS)


def link(folder: Path) -> None:
    """Pipes and links that lead nowhere."""
    os.mkfifo(folder / "pipe.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "gone.yaml").symlink_to("nowhere.yaml")
    (folder / "round").symlink_to(".", target_is_directory=True)


@POSIX
def test_lint_gets_through_a_folder_of_odd_things(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(folder)
    link(folder)
    assert run(lint, folder, "--format", "json") == 1
    found = {(Path(item["path"]).name, item["rule"]) for item in json.loads(capsys.readouterr().out)}
    assert {name for name, rule in found if rule != "incomplete-header"} == {
        "big.yaml", "binary.yaml", "empty.yaml", "broken.test.yaml", "good.es.yaml",
    }  # fmt: skip
    assert ("big.yaml", "yaml-limit") in found
    assert ("binary.yaml", "yaml-characters") in found


@POSIX
def test_tests_get_through_a_folder_of_odd_things(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(folder)
    link(folder)
    assert run(test_command, folder) == 1
    assert "ok    good: a" in capsys.readouterr().out


@POSIX
def test_a_pipe_is_said_to_be_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link(folder)
    assert run(lint, folder / "pipe.yaml") == 1
    assert "the file cannot be read: it is not an ordinary file [unread-file]" in capsys.readouterr().out
    with pytest.raises(UsageError, match="There is no file or folder"):
        run(lint, folder / "loop.yaml")


def test_a_folder_that_is_named_like_a_file(folder: Path) -> None:
    (folder / "folder.yaml").mkdir()
    with pytest.raises(UsageError, match="There is no tree to look at here"):
        run(lint, folder / "folder.yaml")


def test_a_tree_that_is_read_for_its_tests_is_linted_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "good.yaml").write_text(RIGHT.replace("title: T\n", ""))
    assert run(lint, folder) == 1
    assert capsys.readouterr().out.count("the tree has no 'title'") == 1


def test_sarif_has_the_shape_of_sarif(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(folder)
    (folder / "wrong.yaml").write_text("tree: 1\ntitle: 日本\nnodes: {a: {tell: x, then: 日}, a: {tel: x}}\n")
    assert run(lint, folder, "--format", "sarif") == 1
    log = json.loads(capsys.readouterr().out)
    jsonschema.validate(log, LOG)
    rules = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    for result in log["runs"][0]["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert min(region.values()) >= 1
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    assert any("日" in result["message"]["text"] for result in log["runs"][0]["results"])


@pytest.mark.parametrize(
    "step",
    [
        "{{do: Try it., then: n{0}}}",
        "{{do: Try it., fixed: done, else: n{0}}}",
        "{{ask: Does it work?, options: {{'Yes': n{0}, 'No': done}}}}",
        "{{tell: Wait., then: n{0}}}",
        "{{set: {{x: 1}}, then: n{0}}}",
        "{{branch: [{{when: x == 1, goto: n{0}}}, {{else: done}}]}}",
    ],
)
def test_a_chain_of_thousands_of_nodes_is_linted(folder: Path, step: str) -> None:
    nodes = "".join(f"  n{i}: {step.format(i + 1)}\n" for i in range(2000))
    text = f"tree: 1\ntitle: T\nfacts: {{x: {{type: number}}}}\nnodes:\n{nodes}  n2000: {{end: resolved}}\n"
    (folder / "good.yaml").write_text(text + "  done: {end: escalate}\n")
    assert run(lint, folder) in (0, 1)
