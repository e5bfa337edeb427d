"""What `tshoot lint` looks at, and how it says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.lint_runs import RIGHT, WRONG, folder_of_trees, run

PASSES = "tests: [{name: t, walk: [], end: resolved}]\n"
QUIET = ("--ignore", "incomplete-header")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return folder_of_trees(tmp_path, monkeypatch)


def last_line(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.splitlines()[-1]


def test_a_tree_brings_what_stands_beside_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").write_text(RIGHT)
    (folder / "a.test.yaml").write_text(PASSES.replace("[]", "[{plugg: x}]"))
    (folder / "a.es.yaml").write_text("translation: 1\nnodes: {b: {tell: x}}\n")
    (folder / "b.test.yaml").write_text(PASSES)
    assert run(folder / "a.yaml", *QUIET) == 1
    out = capsys.readouterr().out
    assert f"{folder / 'a.test.yaml'}:1:" in out and "'plugg', which is not a node" in out
    assert f"{folder / 'a.es.yaml'}:2:" in out
    assert "b.test.yaml" not in out


def test_tests_are_looked_at_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").write_text(WRONG)
    (folder / "b.yaml").write_text(RIGHT)
    (folder / "b.test.yaml").write_text(PASSES)
    assert run(folder / "b.test.yaml") == 0
    assert capsys.readouterr().out == "1 file of tests, nothing to say.\n"
    (folder / "b.test.yaml").write_text(PASSES.replace("[]", "[{plugg: x}]"))
    assert run(folder / "b.test.yaml") == 1
    assert last_line(capsys) == "1 file of tests: 1 error, 0 warnings."


def test_a_broken_tree_is_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").write_text("tree: 1\ntitle: T\nnodes: {a: [\n")
    run(folder / "a.yaml")
    assert last_line(capsys) == "1 tree: 2 errors, 0 warnings."


def test_the_library_is_named_where_nobody_named_a_path(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = folder.parent / "library"
    (library / "a.yaml").write_text(RIGHT)
    monkeypatch.chdir(folder)
    assert run(*QUIET) == 0
    assert capsys.readouterr().out == f"1 tree of the library ({library}), nothing to say.\n"
    (folder / "b.yaml").write_text(RIGHT)
    assert run(*QUIET) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["Yours: tshoot lint ."]
    assert run("--format", "json") == 0
    assert "Yours" not in capsys.readouterr().out
    monkeypatch.chdir(library)
    assert run(*QUIET) == 0
    assert "Yours" not in capsys.readouterr().out


def test_a_broken_tree_is_said_once_and_not_of_its_tests(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").write_text("tree: 1\ntitle: T\nnodes: {a: [\n")
    (folder / "a.test.yaml").write_text(PASSES)
    assert run(folder / "a.yaml") == 1
    assert "a.test.yaml" not in capsys.readouterr().out
    assert run(folder / "a.test.yaml") == 1
    assert "the tree of these tests is not there, or is broken" in capsys.readouterr().out
