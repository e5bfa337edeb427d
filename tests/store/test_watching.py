"""Noticing changes of files, in all the ways that editors save."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tshoot.store.watching import Watch


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text("one")
    return path


def test_nothing_has_changed(file: Path) -> None:
    watch = Watch(file)
    assert not watch.changed() and not watch.changed()


def test_a_file_that_is_written_over(file: Path) -> None:
    watch = Watch(file)
    file.write_text("another")
    assert watch.changed() and not watch.changed()


def test_a_file_that_another_is_renamed_over(file: Path) -> None:
    """Even one of the same size and with the time of the old one."""
    watch, new = Watch(file), file.with_name("new")
    before = file.stat()
    new.write_text("two")
    os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))
    new.replace(file)
    assert watch.changed() and not watch.changed()


def test_a_file_that_is_gone_for_a_moment_is_not_noticed_as_gone(file: Path) -> None:
    watch = Watch(file)
    file.unlink()
    assert not watch.changed()
    file.write_text("two")
    assert watch.changed() and not watch.changed()


def test_a_file_that_stays_away_is_noticed_once(file: Path) -> None:
    watch = Watch(file)
    file.unlink()
    assert [watch.changed() for _ in range(4)] == [False, True, False, False]


def test_an_empty_file_is_doubted_once(file: Path) -> None:
    watch = Watch(file)
    file.write_text("")
    assert [watch.changed() for _ in range(3)] == [False, True, False]


def test_neighbours_come_and_go(file: Path, tmp_path: Path) -> None:
    beside = tmp_path / "a.test.yaml"
    watch = Watch(file, [beside])
    beside.write_text("tests")
    assert watch.changed() and not watch.changed()
    other = tmp_path / "a.es.yaml"
    other.write_text("es")
    watch.also([beside, other])
    assert not watch.changed()
    other.unlink()
    assert watch.changed()


def test_a_name_that_is_none() -> None:
    assert not Watch(Path("\0")).changed()
