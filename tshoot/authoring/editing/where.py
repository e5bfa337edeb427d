"""Where in a file a cursor stands, told from the lines alone: the file may be half written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tshoot.model.record import record

ITEM = "[]"
"""Stands for an item of a list in a path."""
LONGEST_LINE = 2000
"""Characters of a line that are looked at; nobody completes behind them."""
MOST_LINES = 20_000

_KEY = re.compile(
    r"""(?:"([^"]*)"|'([^']*)'|([^\s"'\[\]{},#&*!|>%@`-][^\[\]{},]*?|-[^\s\[\]{},][^\[\]{},]*?))\s*:(?=\s|$)"""
)
_ITEM = re.compile(r"-\s+|-$")
_WORD = re.compile(r"[^\s,\[\]{}:\"']*(?::[^\s,\[\]{}\"']*)?$")


@record
class Where:
    """The place of a cursor."""

    path: tuple[str, ...]
    """The keys that it is below, from the top."""
    value: str
    """What stands between the last key, or the last comma, and the cursor."""
    is_key: bool = False
    """Whether a key of a `{…}` is being typed."""

    @property
    def word(self) -> str:
        """The word that is being typed."""
        found = _WORD.search(self.value)
        return found[0] if found else ""

    def key(self, back: int = 1) -> str:
        """The key that it is the value of, or one further out; items of lists count too."""
        return self.path[-back] if len(self.path) >= back else ""


def where(lines: Sequence[str], line: int, column: int) -> Where:
    """The place, counted from 0."""
    stack = _Stack()
    for above in lines[max(line - MOST_LINES, 0) : line]:
        stack.read(above[:LONGEST_LINE])
    text = (lines[line] if line < len(lines) else "")[: min(column, LONGEST_LINE)]
    value = stack.read_last(text)
    inner, value = _flow(value)
    return Where((*stack.path(), *filter(None, inner)), value, bool(inner) and not inner[-1])


class _Stack:
    """The keys and items that a line is below, with their indentation."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._text_below = -1
        """The indentation of a key whose text stands in the lines below it; -1: there is none."""

    def path(self) -> list[str]:
        """Their names, outermost first."""
        return [name for _, name in self._open]

    def read(self, text: str) -> None:
        """Take in a line above the cursor."""
        bare = text.lstrip(" ")
        if not bare or bare.startswith("#"):
            return
        indent = len(text) - len(bare)
        if indent > self._text_below >= 0:
            return
        rest = self._take(indent, bare)
        self._text_below = self._open[-1][0] if self._open and rest.startswith(("|", ">")) else -1

    def read_last(self, text: str) -> str:
        """Take in the cursor's line up to the cursor; what follows its last key."""
        bare = text.lstrip(" ")
        indent = len(text) - len(bare)
        if indent > self._text_below >= 0:
            return bare
        before = len(self._open)
        rest = self._take(indent, bare)
        if rest == bare and len(self._open) == before:
            self._close(indent, "")
        return rest

    def _take(self, indent: int, rest: str) -> str:
        """Open what begins on a line; what follows it."""
        while item := _ITEM.match(rest):
            self._close(indent, ITEM)
            self._open.append((indent, ITEM))
            indent, rest = indent + item.end(), rest[item.end() :]
        if key := _KEY.match(rest):
            self._close(indent, "key")
            self._open.append((indent, next(part for part in key.groups() if part is not None)))
            rest = rest[key.end() :].lstrip(" ")
        return rest

    def _close(self, indent: int, opening: str) -> None:
        """Leave what does not hold this indentation; a list may stand as far left as its key."""
        while self._open and (
            self._open[-1][0] > indent
            or (self._open[-1][0] == indent and not (opening == ITEM and self._open[-1][1] != ITEM))
        ):
            self._open.pop()


def _flow(text: str) -> tuple[list[str], str]:
    """The keys and items that an unfinished `{…}` or `[…]` has opened, and what follows them; "" for a key to come."""
    open_: list[list[str]] = []
    start, quote = 0, ""
    for index, character in enumerate(text):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and not text[start:index].strip():
            quote = character
        elif character in "{[" and (open_ or not text[:index].strip()) and not text[start:index].strip():
            open_.append([character, ITEM if character == "[" else ""])
            start = index + 1
        elif open_ and character in "}]":
            open_.pop()
            start = index + 1
        elif open_ and character == ",":
            open_[-1][1] = ITEM if open_[-1][0] == "[" else ""
            start = index + 1
        elif open_ and character == ":" and text[index + 1 : index + 2] in ("", " "):
            open_[-1][1] = text[start:index].strip().strip("\"'")
            start = index + 1
    return [name for _, name in open_], text[start:].lstrip()
