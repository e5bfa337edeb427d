"""The few signs that are drawn, with plain ones for terminals that cannot show them."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Signs by what they mean."""

    cursor: str = "❯"
    said: str = "›"
    step: str = "·"
    good: str = "✓"
    bad: str = "✗"
    arrow: str = "→"
    bullet: str = "•"
    checked: str = "■"
    unchecked: str = "□"
    full: str = "▰"
    empty: str = "▱"
    ellipsis: str = "…"
    up_down: str = "↑↓"
    left_right: str = "←→"
    dash: str = "–"
    pixel: tuple[str, str, str, str] = (" ", "▀", "▄", "█")
    """Of a large letter: neither half, upper, lower, both."""
    spinner: str = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"


ASCII = Glyphs(
    cursor=">", said=">", step="-", good="+", bad="x", arrow="->", bullet="*", checked="[x]", unchecked="[ ]", full="#",
    empty=".", ellipsis="...", up_down="^/v", left_right="</>", dash="-",
    pixel=(" ", "'", ".", "#"), spinner="|/-\\",
)  # fmt: skip


def is_ascii_only(encoding: str | None = None) -> bool:
    """Whether the terminal cannot be trusted with more than ASCII."""
    name = encoding if encoding is not None else getattr(sys.__stdout__, "encoding", None) or ""
    return name.lower().replace("-", "") not in ("utf8", "utf16", "cp65001")


PLAINER = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "→": "->", "•": "*"}
)
"""Signs of good typesetting, in ASCII."""

ENCODING = "utf-8" if not is_ascii_only() else getattr(sys.__stdout__, "encoding", None) or "ascii"
GLYPHS = ASCII if is_ascii_only() else Glyphs()


def drawable(text: str) -> str:
    """The text as the terminal's encoding can show it."""
    if ENCODING == "utf-8" or text.isascii():
        return text
    return text.translate(PLAINER).encode(ENCODING, "replace").decode(ENCODING, "replace")
