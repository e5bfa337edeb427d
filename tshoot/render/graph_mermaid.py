"""A picture as a Mermaid flowchart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tshoot.authoring.picture import Box, BoxKind, Line, Picture
from tshoot.render.graph_words import GOOD, PSEUDO, box_rows, boxes_by_group, line_rows

_SHAPES: dict[BoxKind, tuple[str, str]] = {
    "ask": ("{", "}"),
    "input": ("[/", "/]"),
    "do": ("[", "]"),
    "tell": ("(", ")"),
    "check": ("{{", "}}"),
    "branch": ("{", "}"),
    "set": ("[", "]"),
    "wait": ("([", "])"),
    "try": ("[[", "]]"),
    "call": ("[[", "]]"),
    "handoff": (">", "]"),
    "end": ("([", "])"),
    "missing": ("[", "]"),
    "tree": ("[", "]"),
    "queue": ("[(", ")]"),
}
_CLASSES = (
    "classDef good fill:#dcf2e3,stroke:#2e7d4f,color:#10331f",
    "classDef ending fill:#fbeed3,stroke:#a06a00,color:#3d2900",
    "classDef bad fill:#fbdedb,stroke:#b3261e,color:#410e0b",
    "classDef silent fill:#f0f0f0,stroke:#8a8a8a,color:#333333",
)
THICKEST = 6


def to_mermaid(picture: Picture) -> str:
    """The flowchart; every text stands in quotes, its special characters as numbers."""
    return "".join(f"{row}\n" for row in _rows(picture))


def _rows(picture: Picture) -> Iterator[str]:
    ids = {box.id: f"n{index}" for index, box in enumerate(picture.boxes)}
    yield "---"
    yield f"title: {_title(picture.title)}"
    yield "---"
    yield "flowchart TD"
    for index, (group, members) in enumerate(boxes_by_group(picture)):
        if group:
            yield f"  subgraph g{index}[{_quoted([group])}]"
        yield from (f"  {_node(box, ids[box.id], picture.counted)}" for box in members)
        if group:
            yield "  end"
    boxes = picture.by_id
    for line in picture.lines:
        yield f"  {_line(line, ids, boxes[line.source], picture.counted)}"
    yield from (f"  {row}" for row in (*_CLASSES, *_classed(picture, ids), *_thick(picture)))
    yield from (f"  %% {_comment(note)}" for note in picture.notes)


def _node(box: Box, name: str, counted: bool) -> str:
    opening, closing = _SHAPES[box.kind]
    return f"{name}{opening}{_quoted(box_rows(box, counted))}{closing}"


def _line(line: Line, ids: dict[str, str], source: Box, counted: bool) -> str:
    label = line_rows(line, source, counted)
    arrow = "-.->" if line.kind == "passed" or (counted and not line.times) else "-->"
    said = f"|{_quoted(label)}|" if label else ""
    return f"{ids[line.source]} {arrow}{said} {ids[line.target]}"


def _classed(picture: Picture, ids: dict[str, str]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for box in picture.boxes:
        if name := style_of(box):
            found.setdefault(name, []).append(ids[box.id])
    yield from (f"class {','.join(names)} {style}" for style, names in found.items())


def style_of(box: Box) -> str:
    """Which of the few looks a box has."""
    if box.kind == "missing" or not box.reached:
        return "bad"
    if box.outcome and box.kind != "tree":
        return "good" if box.outcome in GOOD else "ending"
    return "silent" if box.kind in ("branch", "set", "queue") or box.id in PSEUDO else ""


def _thick(picture: Picture) -> Iterator[str]:
    most = max((line.times for line in picture.lines), default=0)
    for index, line in enumerate(picture.lines):
        if line.times:
            yield f"linkStyle {index} stroke-width:{thickness(line.times, most):g}px"


def thickness(times: int, most: int) -> float:
    """How broad a way is drawn that was taken so often."""
    return round(1 + (THICKEST - 1) * times / most, 1) if most else 1.0


def _quoted(rows: list[str]) -> str:
    """Rows between quotes: of what is no letter, digit or space, all that could mean something is a number."""
    return '"' + "<br>".join(re.sub(r"[^\w ,.:?()/'+=\u0080-\U0010ffff-]", _number, row) for row in rows) + '"'


def _number(found: re.Match[str]) -> str:
    return f"#{ord(found[0])};"


def _title(text: str) -> str:
    """A text in YAML's double quotes."""
    import json

    return json.dumps(text.replace("<", "‹").replace(">", "›").replace("%", "\u066a"), ensure_ascii=False)


def _comment(text: str) -> str:
    return re.sub(r"[{}]", "", text)
