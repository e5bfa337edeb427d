"""A row of a list that can be taken by arrow, number or mouse: one small value for every list in the chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from textual.content import Content

from tshoot.tui.content import fitted, hanging, joined
from tshoot.tui.glyphs import GLYPHS

_ROOM_FOR_DETAIL = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One row."""

    key: str
    """What taking it means to whoever made the row."""
    label: Content
    detail: Content = field(default_factory=Content.empty)
    """Said beside it where there is room."""
    number: str = ""
    """What can be typed to take it."""
    group: str = ""
    """A heading, shown when it differs from the row before; our own text."""
    checked: bool | None = None
    """With a list of which several can be taken: whether this one is; `None`: no such list."""


def same_rows(some: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether they look the same: two contents are equal to Textual when their words are, whatever their style."""
    return some == others and all(
        one.label.is_same(other.label) and one.detail.is_same(other.detail)
        for one, other in zip(some, others, strict=True)
    )


def lines_of(row: Row, width: int, *, active: bool, column: int = 0) -> list[Content]:
    """A row as lines of a given width, its detail from `column` on; the active one has a sign and a colour."""
    sign = f"{GLYPHS.cursor} " if active else "  "
    number = f"{row.number:>{max(len(row.number), 1)}}  " if row.number else ""
    box = {True: f"{GLYPHS.checked} ", False: f"{GLYPHS.unchecked} ", None: ""}[row.checked]
    strong = "$choice-text bold" if active else ""
    accent = strong or "$primary bold"
    first = joined((sign, accent), (number, accent), (box, accent))
    label = row.label.stylize_before(strong) if strong else row.label
    lines = hanging(label, width, first)
    gap = column - label.cell_length + 3
    room = width - lines[0].cell_length - gap
    if row.detail and len(lines) == 1 and gap >= 3 and room >= _ROOM_FOR_DETAIL:
        lines[0] = lines[0] + Content(" " * gap) + fitted(row.detail, room)
    if not active:
        return lines
    return [line.pad_right(max(width - line.cell_length, 0)).stylize_before("on $choice") for line in lines]


def detail_column(rows: Sequence[Row], width: int) -> int:
    """How wide the labels are, so that all details begin in one column; longer labels stand alone."""
    widths = (row.label.cell_length for row in rows if row.detail)
    return max((wide for wide in widths if wide <= width * 3 // 5), default=0)
