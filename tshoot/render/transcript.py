"""A conversation as plain text, to read, to copy and to keep."""

from __future__ import annotations

from collections.abc import Sequence

from tshoot.language.clean import clean
from tshoot.render.wrap import wrap


def to_text(entries: Sequence[tuple[str, str]], width: int = 78) -> str:
    """Entries of (who, plain text), an empty line between two; ends with a line end unless there are none."""
    blocks = (
        "\n".join(wrap(clean(text, lines=True), width, first=f"{clean(who, limit=40)}: ", rest="  "))
        for who, text in entries
    )
    text = "\n\n".join(blocks)
    return f"{text}\n" if text else ""
