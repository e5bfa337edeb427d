"""`tshoot test`: paths, lines, coverage and exit codes."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import pytest

from tshoot.cli import test as command
from tshoot.cli.options import add_common
from tshoot.errors import UsageError

TREE = """tree: 1
title: T
nodes: {a: {ask: On?, options: {Yes: b, No: c}}, b: {end: resolved}, c: {end: unsupported}}
"""
GOOD = "tests: [{name: it is on, walk: [{a: yes}], end: resolved}]\n"
BAD = "tests: [{name: it is on, walk: [{a: yes}], end: unsupported}]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TSHOOT_TREES", str(tmp_path))
    (tmp_path / "power.yaml").write_text(TREE)
    (tmp_path / "power.test.yaml").write_text(GOOD)
    return tmp_path


def run(*words: str | Path) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    add_common(parser)
    return command.run(parser.parse_args([str(word) for word in words]))


def test_tests_that_pass(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (folder, folder / "power.yaml", folder / "power.test.yaml"):
        assert run(path) == 0
        assert capsys.readouterr().out == "ok    power: it is on\n1 test, all passed.\n"
    assert run() == 0


def test_a_test_that_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "power.test.yaml").write_text(BAD)
    assert run(folder) == 1
    assert capsys.readouterr().out.splitlines() == [
        "FAIL  power: it is on",
        f"      {folder / 'power.test.yaml'}:1",
        "      ended with resolved, expected unsupported",
        "      the walk so far:",
        "        a: On? — yes",
        "        the end: resolved",
        "1 test, 1 failed.",
    ]


def test_coverage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--coverage") == 0
    out = capsys.readouterr().out
    assert "power: 1 of 2 ways taken" in out
    assert "not taken: the option 'No' of 'a'" in out


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        ("power.test.yaml", "tests: [", "yaml-syntax"),
        ("power.test.yaml", GOOD.replace("a: yes", "z: yes"), "dangling-target"),
        ("power.yaml", TREE.replace("Yes: b", "Yes: z"), "tshoot lint"),
        ("other.test.yaml", GOOD, "unknown-tree"),
    ],
)
def test_files_that_are_wrong(
    folder: Path, name: str, source: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_text(source)
    assert run(folder) == 1
    assert said in capsys.readouterr().out


def test_paths_that_are_wrong(folder: Path) -> None:
    with pytest.raises(UsageError, match="There is no file or folder"):
        run(folder / "none.yaml")
    (folder / "lonely.yaml").write_text(TREE)
    with pytest.raises(UsageError, match="There are no tests beside"):
        run(folder / "lonely.yaml")


def test_a_called_tree_is_read_from_the_library(folder: Path) -> None:
    (folder / "caller.yaml").write_text(
        "tree: 1\ntitle: T\nnodes: {x: {call: power, on: {resolved: y}, else: z}, y: {end: resolved},"
        " z: {end: cancelled}}\n"
    )
    (folder / "caller.test.yaml").write_text(
        "tests: [{name: walked, calls: {power: walk}, answers: ['no'], end: cancelled}]\n"
    )
    assert run(folder / "caller.yaml") == 0


def test_textual_is_not_imported(folder: Path) -> None:
    script = (
        "import sys; from tshoot.cli.main import run; code = run(['test', *sys.argv[1:]]);"
        "print(code, sorted({'textual', 'rich', 'asyncio'} & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stderr.strip() == "0 []"
