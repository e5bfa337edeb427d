"""A picture in the language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterator

from tshoot.authoring.picture import Box, BoxKind, Line, Picture
from tshoot.render.graph_mermaid import style_of, thickness
from tshoot.render.graph_words import box_rows, boxes_by_group, line_rows

_SHAPES: dict[BoxKind, str] = {
    "ask": "box", "input": "parallelogram", "do": "box", "tell": "box", "check": "hexagon", "branch": "diamond",
    "set": "box", "wait": "box", "try": "box", "call": "box", "handoff": "cds", "end": "box", "missing": "box",
    "tree": "box", "queue": "cylinder",
}  # fmt: skip
_LOOKS: dict[BoxKind, str] = {
    "ask": "rounded,filled", "do": "filled", "tell": "rounded,filled", "wait": "rounded,filled",
    "end": "rounded,filled",
    "try": "filled,bold", "call": "filled,bold", "missing": "filled,dashed",
}  # fmt: skip
_COLORS = {
    "good": ("#dcf2e3", "#2e7d4f"),
    "ending": ("#fbeed3", "#a06a00"),
    "bad": ("#fbdedb", "#b3261e"),
    "silent": ("#f0f0f0", "#8a8a8a"),
    "": ("#ffffff", "#44546a"),
}
_FONT = 'fontname="Helvetica, Arial, sans-serif"'


def to_dot(picture: Picture) -> str:
    """The graph; every text stands in quotes."""
    return "".join(f"{row}\n" for row in _rows(picture))


def _rows(picture: Picture) -> Iterator[str]:
    ids = {box.id: f"n{index}" for index, box in enumerate(picture.boxes)}
    yield "digraph tree {"
    yield f'  graph [label={_quoted([picture.title])}, labelloc=t, fontsize=18, rankdir=TB, bgcolor="white", {_FONT}];'
    yield f'  node [fontsize=11, margin="0.18,0.09", color="#44546a", fontcolor="#1d2733", {_FONT}];'
    yield f'  edge [fontsize=10, color="#6b7a8d", fontcolor="#3d4a58", arrowsize=0.7, {_FONT}];'
    for index, (group, members) in enumerate(boxes_by_group(picture)):
        if group:
            yield f"  subgraph cluster_{index} {{"
            yield f'    label={_quoted([group])}; color="#c3ccd6"; style=rounded;'
        yield from (f"  {_node(box, ids[box.id], picture.counted)}" for box in members)
        if group:
            yield "  }"
    boxes, most = picture.by_id, max((line.times for line in picture.lines), default=0)
    for line in picture.lines:
        looks = _looks(line, boxes[line.source], picture.counted, most)
        yield f"  {ids[line.source]} -> {ids[line.target]}{looks};"
    yield "}"


def _node(box: Box, name: str, counted: bool) -> str:
    fill, edge = _COLORS[style_of(box)]
    look = _LOOKS.get(box.kind, "filled")
    label = _quoted(box_rows(box, counted))
    return (
        f'{name} [label={label}, shape={_SHAPES[box.kind]}, style="{look}", fillcolor="{fill}", color="{edge}"];'
    )


def _looks(line: Line, source: Box, counted: bool, most: int) -> str:
    label = line_rows(line, source, counted)
    looks = [f"label={_quoted(label)}"] if label else []
    looks += ["style=dashed"] if line.kind == "passed" or (counted and not line.times) else []
    looks += [f"penwidth={thickness(line.times, most):g}"] if line.times else []
    return f" [{', '.join(looks)}]" if looks else ""


def _quoted(rows: list[str]) -> str:
    r"""Rows between quotes; a backslash is doubled, as `\N` and `\G` mean something in a label, and so is `&`."""
    escaped = (row.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for row in rows)
    return '"' + "\\n".join(escaped) + '"'
