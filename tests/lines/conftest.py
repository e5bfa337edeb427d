"""A small library and a workplace for tests of the line modes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.small_library import write_library
from tshoot.checks.result import CheckResult
from tshoot.conversation.workplace import Workplace, open_workplace

PEOPLE = """
tree: 1
title: A person
nodes:
  name: {input: {fact: nick, prompt: "What is your name?", max_length: 10}}
  pin: {input: {fact: pin, prompt: "Which code?", secret: true}}
  size: {input: {fact: size, type: number, unit: cm, min: 1, max: 300}}
  done: {end: resolved, tell: "Good, {nick}."}
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small library."""
    folder = write_library(tmp_path / "trees", people=PEOPLE)
    monkeypatch.setenv("TSHOOT_TREES", str(folder))
    return folder


@pytest.fixture
def workplace(library: Path) -> Iterator[Workplace]:
    """A workplace whose check finds a ready printer."""
    place = open_workplace(None, (), "user")
    place.run_check = lambda name, arguments: CheckResult(result="ready", values={"count": 1}, sentence="Ready.")
    yield place
    place.close()
