"""The small Markdown of tree texts: paragraphs, lists, bold, italic, code and links; all else is plain text.

A backslash escapes a character that has a meaning here and is itself before any other, so that Windows paths
need no care. Inside code it is always itself. A number such as `&#42;` stands for a character anywhere, code too:
that is how `escape` keeps a value from becoming markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Literal

from tshoot.model.record import record


@record
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    """Address, `http:`, `https:` or `mailto:`; empty: no link."""


@record
class Block:
    """A paragraph or one item of a list."""

    kind: Literal["paragraph", "item"]
    runs: tuple[Run, ...]
    marker: str = ""
    """Of an item: `-` or its number with a dot."""
    depth: int = 0
    """Of an item: 0 for the outermost list."""


_MARKS = frozenset("\\*`[&")
_MAX_DEPTH = 5
_LIST_STARTS = tuple("-0123456789")
# Patterns are compiled when they are first needed: most texts need none of them.
_ITEM = r"([ \t]*)(-|[0-9]{1,4}\.)[ \t]+(?=\S)"
# Text and address are bounded so that a long row of brackets costs linear time.
_LINK = r"\[((?:\\.|[^\[\]\\]){1,300})\]\(([!-'*-;=?-Z\]_a-z~]{1,2000})\)"
_ADDRESS = r"(?i:https?://|mailto:)[!#-;=?-\[\]_a-z~]+\Z"
_SPECIAL = r"\\[*`\[\]&_]|\*+|`|\[|&#[0-9]{1,3};"
_NO_ITEM = r"\A(?:\\(?=-\s)|([0-9]{1,4})\\(?=\.\s))"
_NUMBER = r"&#([0-9]{1,3});"
_MEANT = r"[\\*`\[\]()]|&(?=#|\Z)"
# A value may stand first on its line, where these would open a list.
_FIRST = r"\A([0-9]{0,4})([-.])(?=\s|\Z)"


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a text; takes any text whatever, in linear time."""
    blocks = []
    for marker, depth, lines in _blocks(text.replace("\r\n", "\n").replace("\r", "\n")):
        runs = _inline(" ".join(lines))
        if runs:
            blocks.append(Block("item" if marker else "paragraph", runs, marker, depth))
    return tuple(blocks)


def to_plain(text: str) -> str:
    """The text without its markup: links with their address, lists as they are."""
    return plain_blocks(parse(text))


def plain_blocks(blocks: tuple[Block, ...]) -> str:
    """Blocks as plain lines; an empty line before each paragraph but the first."""
    lines: list[str] = []
    for block in blocks:
        if block.kind == "item":
            lines.append("  " * block.depth + f"{block.marker} {plain_runs(block.runs)}")
        else:
            lines.extend(["", plain_runs(block.runs)] if lines else [plain_runs(block.runs)])
    return "\n".join(lines)


def plain_runs(runs: tuple[Run, ...]) -> str:
    """Runs as plain text, each link followed by its address unless that is its text."""
    parts: list[str] = []
    label = ""
    for index, run in enumerate(runs):
        parts.append(run.text)
        label = label + run.text if run.link else ""
        ends = index + 1 == len(runs) or runs[index + 1].link != run.link
        if run.link and ends:
            address = run.link.removeprefix("mailto:")
            parts.append("" if label == address else f" ({address})")
            label = ""
    return "".join(parts)


def escape(value: str) -> str:
    """The value as markup that shows exactly it, on one line, wherever a text has its placeholder."""
    if value.isalnum():
        return value
    value = re.sub(r"[\r\n]+", " ", value)
    start = len(value) - len(value.lstrip(" \t"))
    end = max(start, len(value.rstrip(" \t")))
    body = re.sub(_MEANT, lambda found: _numbered(found[0]), value[start:end])
    body = re.sub(_FIRST, lambda found: found[1] + _numbered(found[2]), body)
    return _numbered(value[:start]) + body + _numbered(value[end:])


def _blocks(text: str) -> Iterator[tuple[str, int, list[str]]]:
    """Marker, depth and lines of each block; lines that follow an item belong to it."""
    marker, depth, lines = "", 0, list[str]()
    indents: list[int] = []
    for line in text.split("\n"):
        bare = line.strip(" \t")
        item = re.match(_ITEM, line) if bare[:1] in _LIST_STARTS else None
        if item and lines and not marker and item[2] not in ("-", "1."):
            item = None  # a number at the start of a wrapped line is no list
        if lines and (item or not bare):
            yield marker, depth, lines
            marker, depth, lines = "", 0, []
        if item:
            marker, depth = item[2], _depth(indents, len(item[1].expandtabs(4)))
            lines = [line[item.end() :].strip(" \t")]
        elif bare:
            indents = indents if lines else []
            lines.append(re.sub(_NO_ITEM, r"\1", bare, count=1) if "\\" in bare else bare)
    if lines:
        yield marker, depth, lines


def _depth(indents: list[int], indent: int) -> int:
    """How deep an item of this indent lies; keeps the list of open indents in step."""
    while indents and indents[-1] >= indent:
        indents.pop()
    indents.append(indent)
    return min(len(indents) - 1, _MAX_DEPTH)


class _Piece:
    """A stretch of text, or a mark (`*` or `**`) that stays text unless it finds its partner."""

    __slots__ = ("closes", "code", "link", "opens", "paired", "text")

    def __init__(
        self, text: str, *, code: bool = False, link: str = "", opens: bool = False, closes: bool = False
    ) -> None:
        self.text, self.code, self.link = text, code, link
        self.opens, self.closes, self.paired = opens, closes, False


def _inline(text: str) -> tuple[Run, ...]:
    if _MARKS.isdisjoint(text):
        return (Run(text),) if text else ()
    pieces = list(_pieces(text, ""))
    _pair(pieces)
    on = {"*": False, "**": False}
    runs: list[Run] = []
    for piece in pieces:
        if piece.paired:
            on[piece.text] = not on[piece.text]
        elif piece.text:
            runs.append(Run(piece.text, on["**"], on["*"], piece.code, piece.link))
    return tuple(_joined(runs))


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Neighbours of one style as one run."""
    for _, group in groupby(runs, lambda run: (run.bold, run.italic, run.code, run.link)):
        same = list(group)
        yield same[0] if len(same) == 1 else replace(same[0], text="".join(run.text for run in same))


def _pair(pieces: list[_Piece]) -> None:
    """Pairs each closing mark with the latest opening one of its kind."""
    opened: dict[str, _Piece] = {}
    for piece in pieces:
        if piece.closes and piece.text in opened:
            opened.pop(piece.text).paired = piece.paired = True
        elif piece.opens:
            opened[piece.text] = piece


def _pieces(text: str, link: str) -> Iterator[_Piece]:
    place = 0
    specials = re.compile(_SPECIAL)
    while found := specials.search(text, place):
        yield _Piece(text[place : found.start()], link=link)
        special, place = found[0], found.end()
        if special[0] == "*":
            yield from _marks(text, found, link)
        elif special == "`" and (end := text.find("`", place)) > place:
            yield _Piece(_unnumbered(text[place:end]), code=True, link=link)
            place = end + 1
        elif special == "[" and not link and (target := _link_at(text, found.start())):
            yield from _pieces(target[0], target[1])
            place = target[2]
        else:
            yield _Piece(special[1] if special[0] == "\\" else _unnumbered(special), link=link)
    yield _Piece(text[place:], link=link)


def _marks(text: str, found: re.Match[str], link: str) -> Iterator[_Piece]:
    """A row of stars: one, two or three are marks where they touch a word; more are text."""
    before = text[found.start() - 1] if found.start() else ""
    after = text[found.end() : found.end() + 1]
    opens = bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace()
    stars = found[0]
    if len(stars) > 3:
        yield _Piece(stars, link=link)
    if len(stars) in (2, 3):
        yield _Piece("**", link=link, opens=opens, closes=closes)
    if len(stars) in (1, 3):
        # 5*3*2 is a sum and *.exe a pattern: a single star inside a word is no mark.
        yield _Piece("*", link=link, opens=opens and not _is_word(before), closes=closes and not _is_word(after))


def _is_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _link_at(text: str, place: int) -> tuple[str, str, int] | None:
    """Label, address and end of the link that begins here."""
    found = re.compile(_LINK).match(text, place)
    if found is None or not re.match(_ADDRESS, address := _unnumbered(found[2])):
        return None
    return found[1], address, found.end()


def _numbered(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in text)


def _unnumbered(text: str) -> str:
    return re.sub(_NUMBER, _plain_character, text)


def _plain_character(found: re.Match[str]) -> str:
    code = int(found[1])
    return chr(code) if code in (9, 32) or 33 <= code <= 126 else found[0]
