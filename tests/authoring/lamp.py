"""A small tree with a test, and `tshoot test` on it as the command line calls it."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from tshoot.cli import test as command
from tshoot.cli.options import add_common

TREE = """tree: 1
title: Lamp
facts: {room: {prompt: Which room?}, pin: {prompt: Your pin?, secret: true}}
nodes:
  power: {ask: Is it on?, options: {Yes: room, No: plug}}
  plug: {do: Plug it in., fixed: on, else: room}
  room: {input: {fact: room}, then: pin}
  pin: {input: {fact: pin}, then: hand}
  on: {end: resolved, tell: Good.}
  hand: {handoff: "queue:desk", reason: "{room} is dark"}
"""
TESTS = """# Ours
tests:
  - name: it is on   # at once
    answers: [no, yes]
    end: resolved
"""


def lay_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of this tree and its test, which the command reads."""
    trees = tmp_path / "trees"
    trees.mkdir()
    monkeypatch.setenv("TSHOOT_TREES", str(trees))
    monkeypatch.setenv("TSHOOT_STATE", str(tmp_path / "state"))
    (trees / "lamp.yaml").write_text(TREE)
    (trees / "lamp.test.yaml").write_text(TESTS)
    return trees


def run(*words: str | Path) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    add_common(parser)
    return command.run(parser.parse_args([str(word) for word in words]))
