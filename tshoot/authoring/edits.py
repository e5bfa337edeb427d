"""Changes to the text of a file, by places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tshoot.model.diagnostic import Span
from tshoot.model.record import record

_LINE_END = re.compile(r"\r\n|\r|\n")


@record
class Edit:
    """What stands at the span is replaced by the text; what both have in common is left alone."""

    span: Span
    text: str


class Places:
    """Turns places into indexes of a text, whose byte order mark counts for nothing."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._mark = int(text.startswith("\ufeff"))
        self._starts = [self._mark, *(found.end() for found in _LINE_END.finditer(text))]

    def range(self, span: Span) -> tuple[int, int]:
        """Where the span begins and ends."""
        return self._index(span.line, span.column), self._index(span.end_line, span.end_column)

    def _index(self, line: int, column: int) -> int:
        if line > len(self._starts):
            return len(self._text)
        return min(self._starts[line - 1] + column - 1, len(self._text))

    def at(self, span: Span) -> str:
        """What stands there."""
        start, end = self.range(span)
        return self._text[start:end]


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits, which do not overlap."""
    places = Places(text)
    parts: list[str] = []
    last = 0
    for start, end, new in sorted((*places.range(edit.span), edit.text) for edit in edits):
        parts += [text[last:start], new]
        last = end
    return "".join([*parts, text[last:]])


def disjoint(edits: Sequence[Edit]) -> bool:
    """Whether no two of the edits touch each other."""
    ordered = sorted(edits, key=lambda edit: edit.span)
    return all(
        (one.span.end_line, one.span.end_column) <= (other.span.line, other.span.column) and one.span != other.span
        for one, other in pairwise(ordered)
    )
