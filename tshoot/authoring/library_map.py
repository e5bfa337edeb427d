"""The map of a library: its trees by tier, the queues, and who hands off to, calls or escalates to whom."""

from __future__ import annotations

from collections.abc import Iterable

from tshoot.authoring.library import QUEUE, references
from tshoot.authoring.picture import Box, Line, Picture
from tshoot.language.clean import clean
from tshoot.model.tree import DecisionTree

QUEUES = "Queues"


def map_of(trees: Iterable[DecisionTree], title: str = "Library") -> Picture:
    """All trees and queues as boxes; each pair of them has one line for each way of going on."""
    ordered = sorted(trees, key=lambda tree: (tree.tier, tree.area, tree.id))
    boxes = {tree.id: _box(tree) for tree in ordered}
    lines: dict[tuple[str, str, str], Line] = {}
    queues: dict[str, Box] = {}
    missing: dict[str, Box] = {}
    for tree in ordered:
        for reference in references(tree, "", {}):
            verb, target = reference.verb, reference.target
            lines.setdefault((tree.id, verb, target), Line(source=tree.id, target=target, key=verb, label=verb))
            if target.startswith(QUEUE):
                queues[target] = Box(
                    id=target, kind="queue", text=clean(target.removeprefix(QUEUE)), group=QUEUES
                )  # fmt: skip
            elif target not in boxes:
                missing[target] = Box(id=target, kind="missing", group="Not in this library")
    found = (*boxes.values(), *missing.values(), *(queues[name] for name in sorted(queues)))
    return Picture(title=title, boxes=found, lines=tuple(lines.values()))


def _box(tree: DecisionTree) -> Box:
    status = "" if tree.status == "live" else tree.status
    return Box(
        id=tree.id, kind="tree", text=clean(tree.title, limit=200), outcome=status, group=f"Tier {tree.tier}"
    )  # fmt: skip
