"""Tabs become spaces, where it is clear how many."""

from __future__ import annotations

import re

from tshoot.authoring.edits import Edit
from tshoot.authoring.proof import values
from tshoot.authoring.source import split_lines
from tshoot.model.diagnostic import Span

_WIDTHS = (2, 4, 8)
_INDENT = re.compile(r"[ \t]*")


def without_tabs(text: str) -> tuple[Edit, ...]:
    """Edits that replace all tabs; none when the file would say different things with tabs of different widths."""
    ways = [_edits(text, width) for width in _WIDTHS]
    said = [values(_applied(text, edits)) for edits in ways]
    readable = [(edits, one) for edits, one in zip(ways, said, strict=True) if one is not None]
    # One width alone may fit by chance.
    if len(readable) < 2 or any(one != readable[0][1] for _, one in readable):
        return ()
    return readable[0][0]


def _applied(text: str, edits: tuple[Edit, ...]) -> str:
    from tshoot.authoring.edits import applied

    return applied(text, edits)


def _edits(text: str, width: int) -> tuple[Edit, ...]:
    found = []
    for number, line in enumerate(split_lines(text.removeprefix("\ufeff")), 1):
        if "\t" not in line:
            continue
        indent = _INDENT.match(line)
        head = indent[0] if indent else ""
        new = head.replace("\t", " " * width) + line[len(head) :].replace("\t", " ")
        found.append(Edit(Span(number, 1, number, len(line) + 1), new))
    return tuple(found)
