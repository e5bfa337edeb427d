"""A case number in large letters: three lines of half blocks for each five-pixel letter."""

from __future__ import annotations

from textual.content import Content

from tshoot.tui.glyphs import GLYPHS

_ROWS: dict[str, tuple[int, int, int, int, int]] = {
    "0": (7, 5, 5, 5, 7), "1": (2, 6, 2, 2, 7), "2": (7, 1, 7, 4, 7), "3": (7, 1, 3, 1, 7), "4": (5, 5, 7, 1, 1),
    "5": (7, 4, 7, 1, 7), "6": (7, 4, 7, 5, 7), "7": (7, 1, 2, 2, 2), "8": (7, 5, 7, 5, 7), "9": (7, 5, 7, 1, 7),
    "A": (2, 5, 7, 5, 5), "B": (6, 5, 6, 5, 6), "C": (3, 4, 4, 4, 3), "D": (6, 5, 5, 5, 6), "E": (7, 4, 6, 4, 7),
    "F": (7, 4, 6, 4, 4), "G": (3, 4, 5, 5, 3), "H": (5, 5, 7, 5, 5), "J": (1, 1, 1, 5, 2), "K": (5, 5, 6, 5, 5),
    "M": (5, 7, 7, 5, 5), "N": (6, 5, 5, 5, 5), "P": (6, 5, 6, 4, 4), "Q": (2, 5, 5, 2, 1), "R": (6, 5, 6, 5, 5),
    "S": (3, 4, 2, 1, 6), "T": (7, 2, 2, 2, 2), "V": (5, 5, 5, 5, 2), "W": (5, 5, 7, 7, 5), "X": (5, 5, 2, 5, 5),
    "Y": (5, 5, 2, 2, 2), "Z": (7, 1, 2, 4, 7), "-": (0, 0, 7, 0, 0),
}  # fmt: skip
"""Rows of three pixels, as bits from left to right."""

WIDTH = 4


def large(text: str, width: int, style: str = "bold") -> Content:
    """The text in large letters; spaced small ones where there is no room or no letter for it."""
    small = Content.styled(" ".join(text), style)
    if len(text) * WIDTH > width or any(letter not in _ROWS for letter in text) or not GLYPHS.pixel[1].strip("'"):
        return small
    rows = [*zip(*(_ROWS[letter] for letter in text), strict=True), (0,) * len(text)]
    lines = (_line(rows[top], rows[top + 1]) for top in (0, 2, 4))
    return Content.styled("\n".join(lines), style)


def _line(upper: tuple[int, ...], lower: tuple[int, ...]) -> str:
    """Two rows of pixels as one line."""
    signs = []
    for high, low in zip(upper, lower, strict=True):
        for bit in (2, 1, 0):
            signs.append(GLYPHS.pixel[(high >> bit & 1) + 2 * (low >> bit & 1)])
        signs.append(" ")
    return "".join(signs).rstrip()
