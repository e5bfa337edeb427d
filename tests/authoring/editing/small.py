"""A small library to edit: two trees, tests of one of them."""

from __future__ import annotations

from pathlib import Path

from tshoot.authoring.editing import asking
from tshoot.authoring.editing.names import Name
from tshoot.authoring.editing.workspace import Workspace

LAMP = """\
tree: 1
id: lamp
title: Lamp is dark
summary: From dark to light.
symptoms: [the lamp is dark]
facts:
  os: {type: choice, values: [Windows, macOS], prompt: What does it run on?}
  bulb: {type: number, prompt: How old is the bulb?}
faq:
  - {q: Where is the plug?, a: Below the desk., at: [plug]}
nodes:
  start-here:
    ask: Is it plugged in?
    when: os == 'Windows' and known(bulb)
    options:
      Yes: bulb-out
      No: {goto: plug, means: [it is not]}
  plug:
    do: Plug the lamp of {bulb} years in.
    fixed: "lit"
    else: bulb-out
  bulb-out:
    try:
      - {id: turn, do: Turn the bulb., cost: 1, chance: 0.5}
      - {id: swap, do: Swap the bulb., cost: 5, chance: 0.5, then: cool}
    fixed: lit
    else: hand
  cool:
    wait: 2 minutes
    then: return
  hand:
    handoff: desk
    needs: [bulb]
  lit:
    end: resolved
"""
LAMP_TESTS = """\
tests:
  - name: the plug was out
    facts: {os: Windows, bulb: 3}
    walk:
      - start-here: "no"
      - plug: it works
    end: resolved
    passed: [start-here, plug, lit]
  - name: nothing helps
    walk:
      - fact:os: Windows
      - fact:bulb: 7
      - start-here: "yes"
      - turn: "no"
      - swap: "no"
    handoff: desk
"""
DESK = """\
tree: 1
id: desk
title: Desk is broken
symptoms: [the desk is broken]
tier: 2
nodes:
  end-it:
    end: escalate
    to: queue:carpenter
"""


def write(folder: Path) -> Path:
    """The folder with the library in it."""
    (folder / "lamp.yaml").write_text(LAMP, encoding="utf-8")
    (folder / "lamp.test.yaml").write_text(LAMP_TESTS, encoding="utf-8")
    (folder / "desk.yaml").write_text(DESK, encoding="utf-8")
    return folder


def spot(text: str, marked: str) -> tuple[int, int]:
    """Line and column, counted from 1, of `|` in an excerpt of a text."""
    before, _, after = marked.partition("|")
    index = text.index(before + after) + len(before)
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1


def at(workspace: Workspace, path: Path, marked: str) -> Name:
    found = asking.name_at(workspace, path, *spot(workspace.text(path), marked))
    assert found is not None
    return found
