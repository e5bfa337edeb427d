"""The map of a library as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from tshoot.authoring.picture import Box, Line, Picture
from tshoot.render.graph_text import Piece, Signs, fitted, styled
from tshoot.render.graph_words import QUEUE, boxes_by_group
from tshoot.render.wrap import cell_width, wrap


def map_to_text(picture: Picture, *, width: int = 80, signs: Signs = Signs(), color: bool = False) -> str:  # noqa: B008 - frozen
    """Trees by tier with what they lead to, then the queues with where they are reached from."""
    rows = list(_rows(picture, signs, width))
    text = "".join(f"{styled(row, color)}\n" for row in rows)
    notes = "".join(f"{line}\n" for note in picture.notes for line in wrap(note, width))
    return f"{text}\n{notes}" if notes else text


def _rows(picture: Picture, signs: Signs, width: int) -> Iterator[list[Piece]]:
    out: dict[str, list[Line]] = {}
    into: dict[str, list[Line]] = {}
    for line in picture.lines:
        out.setdefault(line.source, []).append(line)
        into.setdefault(line.target, []).append(line)
    boxes = picture.by_id
    for index, (group, members) in enumerate(boxes_by_group(picture)):
        if index:
            yield []
        yield [("name", group)]
        for box in members:
            yield fitted(_heading(box), width, signs)
            if box.kind == "tree":
                yield from _lines(out.get(box.id, []), boxes, box, signs, width)
            else:
                sources = list(dict.fromkeys(line.source for line in into.get(box.id, ())))
                yield from ([("", "    "), ("dim", row)] for row in wrap(f"from {', '.join(sources)}", width - 4))


def _heading(box: Box) -> list[Piece]:
    name = box.text if box.kind == "queue" else box.id
    if box.kind != "tree":
        return [("", "  "), ("bad" if box.kind == "missing" else "name", name)]
    status: list[Piece] = [("end", f"  ({box.outcome})")] if box.outcome else []
    return [("", "  "), ("name", name), *status, ("", f"  {box.text}")]


def _lines(
    lines: list[Line], boxes: dict[str, Box], source: Box, signs: Signs, width: int
) -> Iterator[list[Piece]]:  # fmt: skip
    """One row for each way of going on, or more where its targets need them."""
    verbs: dict[str, list[str]] = {}
    for line in lines:
        verbs.setdefault(line.label, []).append(line.target)
    broadest = max(map(cell_width, verbs), default=0)
    for verb, targets in verbs.items():
        last = verb == list(verbs)[-1]
        start, inner = f"    {signs.last if last else signs.fork} ", f"    {' ' if last else signs.rail}  "
        way = f"{verb.ljust(broadest)} {signs.to} "
        said = ", ".join(_target(target, boxes[target], source) for target in targets)
        first, *rest = wrap(said, max(width - cell_width(start + way), 10))
        yield [("", start), ("dim", way), ("", first)]
        yield from ([("", inner), ("", " " * cell_width(way)), ("", row)] for row in rest)


def _target(name: str, box: Box, source: Box) -> str:
    if box.kind == "queue":
        return f"queue {name.removeprefix(QUEUE)}"
    if box.kind == "missing":
        return f"{name} (missing)"
    return name if box.group == source.group else f"{name} ({box.group.lower()})"
