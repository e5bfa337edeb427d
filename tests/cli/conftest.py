"""A library and a command line for tests of the commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.small_library import Tshoot, write_library


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small library, which stands in for the shipped one."""
    folder = write_library(tmp_path / "trees")
    monkeypatch.setenv("TSHOOT_TREES", str(folder))
    return folder


@pytest.fixture
def tshoot(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, library: Path) -> Tshoot:
    """The command line over that library."""
    return Tshoot(capsys, monkeypatch)
