"""Whatever is half written, nothing raises: an editor asks at every key."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.authoring.editing.small import LAMP, LAMP_TESTS, write
from tshoot.authoring.editing import asking, mending, renaming
from tshoot.authoring.editing.completing import complete
from tshoot.authoring.editing.where import where
from tshoot.authoring.editing.workspace import Workspace
from tshoot.authoring.source import split_lines

EVERY_KIND = (Path(__file__).parents[1] / "fixtures/ok/every-kind.yaml").read_text(encoding="utf-8")
PIECES = (
    ": ",
    "{",
    "}",
    "[",
    "]",
    "- ",
    "\n",
    "  ",
    '"',
    "'",
    "#",
    "|",
    ">",
    "\x00",
    "\u202e",
    "é\U0001f600",
    "&a",
    "*a",
    "!t",
    "{os",
)


def mutated(text: str, chance: random.Random) -> str:
    """A text with a few mistakes in it."""
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(text) + 1)
        text = text[:place] + chance.choice(PIECES) + text[place + chance.randint(0, 8) :]
    return text[: chance.randrange(len(text) + 1)] if chance.random() < 0.3 else text


@pytest.mark.parametrize("seed", range(150))
def test_nothing_raises(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    write(tmp_path)
    workspace = Workspace([tmp_path], lambda: "2027-01-01")
    name, text = chance.choice([("lamp.yaml", LAMP), ("lamp.test.yaml", LAMP_TESTS), ("lamp.yaml", EVERY_KIND)])
    path = tmp_path / name
    workspace.open(path, mutated(text, chance))
    lines = split_lines(workspace.text(path))
    for one in workspace.findings(path):
        mending.spelling(one, lines)
        assert one.span.line >= 1
    for part in asking.outline(workspace, path):
        assert part.whole.line <= part.own.line
    trees = {one.tree.id: one.tree for one in workspace.trees(path).values() if one.tree}
    beside = workspace.tree_path(path)
    for found in workspace.names(path):
        line = lines[found.span.line - 1] if found.span.line <= len(lines) else ""
        assert found.span.column <= len(line) + 1
        asking.describe(workspace, path, found)
        asking.definitions(workspace, path, found)
        renaming.rename(workspace, path, found, "new-name")
    for _ in range(20):
        number = chance.randrange(len(lines))
        place = where(lines, number, chance.randrange(len(lines[number]) + 1))
        complete(place, workspace.last_tree(beside) if beside else None, trees, name.endswith(".test.yaml"))
