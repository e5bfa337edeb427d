"""A flowchart, whatever it was drawn with, and what its reader could not carry over."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Literal

from tshoot.language.clean import clean
from tshoot.model.record import record

MAX_BOXES = 5_000
MAX_LINKS = 20_000
MAX_LOSSES = 200
LONGEST_TEXT = 2_000
LONGEST_LABEL = 120

Shape = Literal["step", "question", "terminal"]

_BREAK = re.compile(r"<br\s{0,5}/?>|\\n", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_ICON = re.compile(r"\bfa[bslr]?:fa-[a-z0-9-]{1,60}")
_ENTITY = re.compile(r"#(\w{1,10});")


@dataclass(slots=True)
class Box:
    """One box, passage or row."""

    name: str
    text: str = ""
    shape: Shape = "step"
    group: str = ""
    """The part of the chart that it stands in."""
    line: int = 0


@record
class Link:
    """One arrow."""

    start: str
    end: str
    label: str = ""
    line: int = 0


@record
class Loss:
    """Something that could not be carried over."""

    line: int
    """0: no line of its own."""
    text: str


@dataclass(slots=True)
class Chart:
    """A flowchart."""

    title: str = ""
    start: str = ""
    boxes: dict[str, Box] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)

    def box(self, name: str, line: int) -> Box | None:
        """The box of a name, which is made where there is none; None when there are too many."""
        if name not in self.boxes:
            if len(self.boxes) >= MAX_BOXES:
                self.lose(line, f"the chart has more than {MAX_BOXES:,} boxes; the others are left out", once=True)
                return None
            self.boxes[name] = Box(name, line=line)
        return self.boxes[name]

    def link(self, start: str, end: str, label: str, line: int) -> None:
        """Add an arrow; the same one twice counts once."""
        made = Link(start, end, label, line)
        if len(self.links) >= MAX_LINKS:
            self.lose(line, f"the chart has more than {MAX_LINKS:,} arrows; the others are left out", once=True)
        elif start in self.boxes and end in self.boxes:
            self.links.append(made)

    def lose(self, line: int, text: str, once: bool = False) -> None:
        """Note something that is not carried over."""
        if once and any(loss.text == text for loss in self.losses):
            return
        if len(self.losses) < MAX_LOSSES:
            self.losses.append(Loss(line, text))


def plain_text(raw: str, longest: int = LONGEST_TEXT) -> str:
    """The words of a label: without markup, icons, entities and control bytes."""
    text = _BREAK.sub(" ", raw[: longest * 4])
    text = html.unescape(_ENTITY.sub(lambda found: f"&{'#' if found[1].isdigit() else ''}{found[1]};", text))
    return clean(_ICON.sub("", _TAG.sub("", text)), limit=longest)


def shown(text: str, longest: int = 60) -> str:
    """A part of the source, in a sentence of the report."""
    line = clean(text[: longest * 4])
    return f"'{line if len(line) <= longest else line[: longest - 1] + '…'}'"
