from __future__ import annotations

import os
from pathlib import Path

import pytest

from tshoot.errors import StorageError, UsageError
from tshoot.store import paths


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("TSHOOT_STATE", "TSHOOT_TREES", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.mark.parametrize(
    ("platform", "environment", "given", "expected"),
    [
        ("linux", {}, None, "~/.local/share/tshoot"),
        ("linux", {"XDG_DATA_HOME": "/data"}, None, "/data/tshoot"),
        ("linux", {"XDG_DATA_HOME": "relative"}, None, "~/.local/share/tshoot"),
        ("linux", {"XDG_DATA_HOME": ""}, "", "~/.local/share/tshoot"),
        ("darwin", {"XDG_DATA_HOME": "/data"}, None, "~/Library/Application Support/tshoot"),
        ("win32", {"LOCALAPPDATA": "/local"}, None, "/local/tshoot"),
        ("win32", {}, None, "~/AppData/Local/tshoot"),
        ("linux", {"TSHOOT_STATE": "/state"}, None, "/state"),
        ("linux", {"TSHOOT_STATE": "/state"}, "/given", "/given"),
        ("linux", {"TSHOOT_STATE": "/state"}, "~/mine", "~/mine"),
    ],
)
def test_the_data_folder(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], given: str | None, expected: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert paths.state_folder(given) == Path(expected).expanduser()


def test_a_relative_data_folder_stays_where_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.state_folder("state") == tmp_path / "state"


def test_no_home_is_a_sentence() -> None:
    with pytest.raises(UsageError, match="home folder"):
        paths.state_folder("~nobody-of-this-name/x")


def test_the_log_lies_with_the_cases(tmp_path: Path) -> None:
    assert paths.log_file(tmp_path) == tmp_path / "tshoot.log"


def test_folders_of_trees(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    monkeypatch.setenv("TSHOOT_TREES", f"{one}{os.pathsep}{os.pathsep}{two}")
    assert paths.tree_folders() == (one, two)
    assert paths.tree_folders([str(two)]) == (two,)
    assert paths.tree_folders([str(two), str(one), str(two)]) == (two, one)
    assert paths.tree_folders(["~/one"]) == (one,)


@pytest.mark.parametrize(("name", "sentence"), [("missing", "There is no folder"), ("file", "is a file")])
def test_a_folder_that_is_none(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=sentence) as caught:
        paths.tree_folders([str(tmp_path / name)])
    assert "--trees" in caught.value.hint


def test_the_shipped_trees_of_the_package_come_before_those_of_the_checkout(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "tshoot"
    monkeypatch.setattr(paths, "_PACKAGE", package)
    with pytest.raises(StorageError, match="missing"):
        paths.tree_folders()
    beside = tmp_path / "decision_trees"
    beside.mkdir()
    assert paths.tree_folders() == (beside,)
    (package / "decision_trees").mkdir(parents=True)
    assert paths.tree_folders() == (package / "decision_trees",)
