from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tshoot.store import scan as scanning
from tshoot.store.scan import Found, is_tree_file, scan, tree_name


@pytest.mark.parametrize(
    ("name", "is_tree"),
    [
        ("wifi.yaml", True),
        ("wifi.yml", True),
        ("no-internet.v2.yaml", True),
        ("wifi.test.yaml", False),
        ("wifi.es.yaml", False),
        ("wifi.pt-BR.yml", False),
        ("vpn.es.yaml", True),
        ("wifi.e1.yaml", True),
        ("es.yaml", True),
        ("test.yaml", True),
        (".wifi.yaml", False),
        (".yaml", False),
        ("wifi.yaml~", False),
        ("wifi.json", False),
        ("yaml", False),
    ],
)
def test_which_files_hold_trees(tmp_path: Path, name: str, is_tree: bool) -> None:
    (tmp_path / "wifi.yaml").touch()
    assert is_tree_file(str(tmp_path), name) is is_tree


@pytest.mark.parametrize(("path", "name"), [("a/b.c/wifi.yaml", "wifi"), ("wifi.v2.yml", "wifi.v2"), ("a/b", "b")])
def test_the_name_of_a_tree(path: str, name: str) -> None:
    assert tree_name(path) == name


def paths(folder: Path) -> list[str]:
    return [found.path for found in scan(folder)]


def refusals(folder: Path) -> dict[str, str]:
    return {found.path: found.refusal for found in scan(folder) if found.refusal}


def test_folders_are_looked_through_in_order(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/z.yaml", "a.yaml", "a/b/c.yaml", ".git/x.yaml", "c.yaml/inner.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert paths(tmp_path) == ["a.yaml", "a/b/c.yaml", "a/z.yaml", "b.yaml", "c.yaml/inner.yaml"]


def test_links_may_not_lead_out(tmp_path: Path) -> None:
    outside, library = tmp_path / "outside", tmp_path / "library"
    (outside / "more").mkdir(parents=True)
    (outside / "secret.yaml").write_text("x")
    (library / ".data").mkdir(parents=True)
    (library / ".data" / "real.yaml").write_text("x")
    links: dict[str, str | Path] = {
        "inside.yaml": ".data/real.yaml", "out.yaml": outside / "secret.yaml", "up.yaml": "../outside/secret.yaml",
        "gone.yaml": "nowhere", "more": outside / "more", "loop": ".", "self.yaml": "self.yaml",
    }  # fmt: skip
    for name, target in links.items():
        (library / name).symlink_to(target)
    (tmp_path / "link").symlink_to(library)
    for folder in (library, tmp_path / "link"):
        found = refusals(folder)
        assert found.keys() == {"out.yaml", "up.yaml", "gone.yaml", "more", "self.yaml"}
        assert "outside of the library" in found["out.yaml"] and found["out.yaml"] == found["up.yaml"]
        assert "link to a folder" in found["more"]
        assert "inside.yaml" in paths(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_what_is_no_file_or_too_large_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "large.yaml").touch()
    os.truncate(tmp_path / "large.yaml", 1024 * 1024 + 1)
    (tmp_path / "fits.yaml").touch()
    os.truncate(tmp_path / "fits.yaml", 1024 * 1024)
    assert refusals(tmp_path) == {
        "pipe.yaml": "it is not a file",
        "large.yaml": "the file has 1,048,577 bytes; a tree may have 1,048,576",
    }


def test_a_folder_that_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.yaml").touch()
    real = os.scandir

    def refuse(folder: str) -> object:
        if folder.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr("tshoot.store.scan.os.scandir", refuse)
    assert refusals(tmp_path) == {"closed": "the folder cannot be read: Permission denied"}
    assert refusals(tmp_path / "missing") == {".": "the folder cannot be read: No such file or directory"}


@pytest.mark.parametrize(
    ("age", "fraction", "settled"),
    [
        (1_000_000, 1, False),
        (60_000_000, 1, True),
        (1_900_000_000, 0, False),
        (2_100_000_000, 0, True),
        (-5, 1, True),
    ],
)
def test_a_file_changed_a_moment_ago_is_not_settled(age: int, fraction: int, settled: bool) -> None:
    moment = 1_800_000_000 * 10**9 + fraction
    assert scanning._is_recent(moment, moment + age) is not settled


def test_a_stamp_tells_a_change_that_hides_behind_size_and_time(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one")
    os.utime(file, ns=(10**18, 10**18))
    (before,) = scan(tmp_path)
    file.write_text("two")
    os.utime(file, ns=(10**18, 10**18))
    (after,) = scan(tmp_path)
    assert isinstance(before, Found)
    assert before.stamp != after.stamp or not before.settled
