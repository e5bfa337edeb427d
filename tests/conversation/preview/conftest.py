"""A live walk over a file of its own, which leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workplaces import NOW
from tshoot.conversation.previewing import Preview
from tshoot.conversation.workplace import Workplace

SOURCE = """\
tree: 1
title: The lamp
symptoms: [the lamp is dark]
facts:
  watts: {type: number, unit: watt, prompt: How strong is it?}
  pin: {type: text, secret: true}
nodes:
  plugged:
    ask: Is it plugged in?
    options: {Yes: power, No: plug}
  plug:
    do: Plug it in.
    fixed: lit
    else: power
  power: {input: {fact: watts}}
  strong:
    branch:
      - {when: watts > 60, goto: look}
      - {else: gone}
  look:
    check: wifi
    on: {connected: lit, weak: gone}
    else: gone
    ask: Is it connected?
    options: {Yes: lit, No: gone}
  lonely: {tell: Nobody comes here., then: gone}
  gone: {handoff: other}
  lit: {end: resolved}
"""
OTHER = """\
tree: 1
title: The wiring
symptoms: [the wiring]
nodes:
  fuse: {ask: Is the fuse in?, options: {Yes: out, No: out}}
  out: {end: resolved}
"""


def still(workplace: Workplace) -> Workplace:
    """A frozen clock and a computer of the test's own."""
    facts = {"os": "Linux", "computer": "laptop-7"}
    return replace(workplace, now=lambda: NOW, computer=lambda: facts)


Opened = Callable[..., Preview]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Opens previews of this source."""
    trees = tmp_path / "trees"
    trees.mkdir()
    (trees / "other.yaml").write_text(OTHER)
    made: list[Preview] = []

    def opened(source: str = SOURCE, persona: str | None = None, language: str = "") -> Preview:
        (trees / "lamp.yaml").write_text(source)
        made.append(Preview(trees / "lamp.yaml", [], tmp_path / "state", persona, language, still))  # type: ignore[arg-type]
        return made[-1]

    yield opened
    for preview in made:
        preview.close()
    assert not (tmp_path / "state").exists(), "a preview leaves the state folder alone"


def write(preview: Preview, source: str) -> None:
    """Save as an editor does: a new file renamed over the old one."""
    new = preview.path.with_name("new")
    new.write_text(source)
    new.replace(preview.path)


def node(preview: Preview) -> str:
    """What is asked; `end` where nothing is."""
    prompt = preview.walk.prompt
    return prompt.node if prompt else "end"
