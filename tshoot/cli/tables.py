"""Aligned tables of untrusted words, for terminals of 80 columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tshoot.language.clean import clean
from tshoot.render.wrap import cell_width, cut

WIDTH = 80
_GAP = "  "


def table(head: Sequence[str], rows: Sequence[Sequence[str]], limits: Sequence[int], width: int = WIDTH) -> str:
    """Rows below their head; a column is as wide as its cells, at most its limit, the last one what is left."""
    texts = [list(head), *([clean(cell, limit=300) for cell in row] for row in rows)]
    widths = [
        min(limit, max(cell_width(row[column]) for row in texts)) for column, limit in enumerate(limits[:-1])
    ]
    left = width - sum(widths) - len(_GAP) * len(widths)
    widths.append(min(limits[-1], max(left, 10)))
    lines = (_GAP.join(_padded(cell, size) for cell, size in zip(row, widths, strict=True)) for row in texts)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def local_time(at: str) -> str:
    """A stored time as this computer's clock shows it, to the minute."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return ""


def _padded(text: str, width: int) -> str:
    text = cut(text, width)
    return text + " " * (width - cell_width(text))
