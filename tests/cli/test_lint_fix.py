"""`tshoot lint --fix` and `--diff`: what is written, what is said, and what is left alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from tests.cli.lint_runs import RIGHT, run
from tshoot.errors import StorageError, UsageError
from tshoot.store.rewrite import rewrite

BROKEN = "\ufefftree: 1\r\ntitle: T  # kept\r\nsumary: “x”\r\nnodes: {a: {end: resolved, tell: Gut — é.}}\r\n"
REPAIRED = BROKEN.replace("sumary", "summary").replace("“x”", '"x"')


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "library").mkdir()
    monkeypatch.setenv("TSHOOT_TREES", str(tmp_path / "library"))
    monkeypatch.setenv("TSHOOT_STATE", str(tmp_path / "state"))
    path = tmp_path / "a.yaml"
    path.write_bytes(BROKEN.encode())
    return path


def test_repairs_are_written_and_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(file, "--fix") == 0
    assert file.read_bytes() == REPAIRED.encode()
    out = capsys.readouterr().out
    assert f"{file}:3: 'sumary' becomes 'summary' [unknown-key]" in out
    assert f"{file}:3: straight quotes [yaml-quotes]" in out
    assert "2 repairs in 1 file." in out
    assert "1 tree: 0 errors" in out
    assert run(file, "--fix") == 0
    assert file.read_bytes() == REPAIRED.encode()
    assert "There is nothing to repair safely." in capsys.readouterr().out
    assert sorted(path.name for path in file.parent.iterdir()) == ["a.yaml", "library"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links are of another kind there")
def test_mode_and_link_stay(file: Path, tmp_path: Path) -> None:
    file.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    assert run(link, "--fix") == 0
    assert link.is_symlink()
    assert file.read_bytes() == REPAIRED.encode()
    assert file.stat().st_mode & 0o777 == 0o640


def test_only_chosen_rules_are_repaired(file: Path) -> None:
    run(file, "--fix", "--select", "yaml-quotes")
    assert file.read_bytes() == BROKEN.replace("“x”", '"x"').encode()


def test_a_machine_reads_findings_alone(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(file, "--fix", "--format", "json") == 0
    streams = capsys.readouterr()
    assert streams.out.startswith("[")
    assert "2 repairs" in streams.err


def test_a_patch_is_shown_and_nothing_is_written(
    file: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("a.yaml", "--diff") == 1
    streams = capfd.readouterr()
    assert file.read_bytes() == BROKEN.encode()
    assert streams.err == "2 repairs in 1 file; nothing is written.\n"
    assert "-sumary: “x”" in streams.out and '+summary: "x"' in streams.out
    file.write_bytes(REPAIRED.encode())
    assert run("a.yaml", "--diff") == 0
    assert capfd.readouterr().out == ""


@pytest.mark.skipif(not which("patch"), reason="patch is not there")
@pytest.mark.parametrize("end", ["", "\n"])
def test_a_patch_can_be_applied(
    file: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    monkeypatch.chdir(tmp_path)
    text = RIGHT.rstrip() + "\nsumary: x" + end
    file.write_bytes(text.encode())
    assert run("a.yaml", "--diff") == 1
    patch = capfd.readouterr().out
    subprocess.run(["patch", "-p1"], input=patch, text=True, check=True, capture_output=True)
    assert file.read_text() == text.replace("sumary", "summary")


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\x00", b"sumary: x\n" + b"#" * 1_100_000, b"", b"a: [", RIGHT.encode()],
    ids=["bytes", "large", "empty", "broken", "right"],
)
def test_what_cannot_be_repaired_stays(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    run(file, "--fix")
    assert file.read_bytes() == content


def test_a_test_and_the_librarys_own_files_are_repaired(file: Path, tmp_path: Path) -> None:
    file.write_text(RIGHT)
    test, glossary = tmp_path / "a.test.yaml", tmp_path / "library" / "glossary.yaml"
    test.write_text("tests:\n  - nmae: x\n    walk: []\n    end: resolved\n")
    glossary.write_text("glossary: 1\nterms:\n  plug: {means: A thing.} # tshoot: ignore[dead-end]\n")
    run(test, tmp_path / "library", "--fix")
    assert "name: x" in test.read_text()
    assert glossary.read_text() == "glossary: 1\nterms:\n  plug: {means: A thing.}\n"


def test_a_remark_that_ignores_something_between_trees_stays(file: Path) -> None:
    text = "tree: 1\ntitle: T\nsumary: x\nnodes:\n  a: {handoff: elsewhere} # tshoot: ignore[unknown-tree]\n"
    file.write_text(text)
    assert run(file, "--fix") == 0
    assert file.read_text() == text.replace("sumary", "summary")


def test_a_file_that_has_changed_meanwhile_is_left_alone(file: Path) -> None:
    with pytest.raises(UsageError, match="changed"):
        rewrite(file, b"what was read", b"new")
    assert file.read_bytes() == BROKEN.encode()
    assert [path.name for path in file.parent.glob(".*")] == []


def test_a_folder_that_cannot_be_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.open", refuse)
    with pytest.raises(StorageError, match="cannot be written"):
        rewrite(file, BROKEN.encode(), b"new")
