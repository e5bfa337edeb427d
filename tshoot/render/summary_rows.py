"""What a summary is made of, whatever it is written as."""

from __future__ import annotations

from dataclasses import dataclass

from tshoot.language.clean import clean


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a section; every text is one clean line."""

    text: str
    label: str = ""
    result: str = ""
    """Of a step: what came of it."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A title with its rows; the first section has no title."""

    title: str
    rows: tuple[Row, ...]
    numbered: bool = False


def line(text: str) -> str:
    """A person's own text as one clean line."""
    return clean(text)
