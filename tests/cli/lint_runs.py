"""Runs `tshoot lint` in this process, on files of a test."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from tshoot.cli import lint
from tshoot.cli.options import add_common

RIGHT = "tree: 1\ntitle: T\nnodes: {a: {end: resolved, tell: Good.}}\n"
OVERDUE = RIGHT + "review_by: 2001-01-01\n"
WRONG = "tree: 1\ntitle: T\nnodes: {a: {tell: x, then: b}}\n"


def run(*words: str | Path) -> int:
    """The exit code; failures are raised."""
    parser = argparse.ArgumentParser()
    lint.add_arguments(parser)
    add_common(parser)
    return lint.run(parser.parse_args([str(word) for word in words]))


def folder_of_trees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, beside a library and a state of this test alone."""
    (tmp_path / "library").mkdir()
    monkeypatch.setenv("TSHOOT_TREES", str(tmp_path / "library"))
    monkeypatch.setenv("TSHOOT_STATE", str(tmp_path / "state"))
    (tmp_path / "trees").mkdir()
    return tmp_path / "trees"
