"""Plain lines of at most so many terminal cells, broken between sentences where that leaves a good line."""

from __future__ import annotations

import unicodedata

_NARROWEST = 10
_ENDS = (".", "?", "!", "…", ":", "。", "？", "！")
_CLOSERS = "\"'”’»)]"


def cell_width(text: str) -> int:
    """How many terminal cells a text takes: wide characters two, combining and invisible ones none."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """The text, with an ellipsis where it is wider than that."""
    if cell_width(text) <= width:
        return text
    room, used = width - cell_width(ellipsis), 0
    for place, char in enumerate(text):
        used += _cells(char)
        if used > room:
            return text[:place].rstrip() + ellipsis[: max(width, 0)]
    return text


def wrap(text: str, width: int = 78, *, first: str = "", rest: str | None = None) -> list[str]:
    """The lines of a text within `width`; `first` stands before the first line, `rest` before all others."""
    rest = " " * cell_width(first) if rest is None else rest
    lines: list[str] = []
    for paragraph in text.replace("\t", " ").split("\n"):
        before = rest if lines else first
        lead = _lead(paragraph)
        room = max(width - max(cell_width(before), cell_width(rest)) - len(lead), _NARROWEST)
        for line in _fill(paragraph[len(lead) :], room):
            lines.append((before + lead + line).rstrip())
            before, lead = rest, " " * len(lead)
    return lines


def _lead(paragraph: str) -> str:
    """What a list item's further lines stand below: its indent and its marker."""
    words = paragraph.lstrip(" ")
    indent = len(paragraph) - len(words)
    marker, space, _ = words.partition(" ")
    if space and len(marker) <= 5 and (marker == "-" or (marker[:-1].isdecimal() and marker[-1] == ".")):
        indent += len(marker) + 1
    return paragraph[:indent] if indent <= _NARROWEST else ""


def _fill(paragraph: str, room: int) -> list[str]:
    """One paragraph as lines; at least one."""
    if cell_width(paragraph) <= room:
        return [paragraph]
    lines, line, used = list[str](), "", 0
    for sentence in _sentences(paragraph):
        # A line that is half full is a good place to stop before a sentence that would be torn.
        if used and used + 1 + cell_width(sentence) > room and used * 2 >= room:
            lines.append(line)
            line, used = "", 0
        for word in sentence.split(" "):
            for piece in _pieces(word, room):
                size = cell_width(piece)
                if line and used + 1 + size > room:
                    lines.append(line)
                    line, used = "", 0
                line, used = (f"{line} {piece}", used + 1 + size) if line else (piece, size)
    return [*lines, line]


def _sentences(paragraph: str) -> list[str]:
    sentences: list[str] = []
    words: list[str] = []
    for word in filter(None, paragraph.split(" ")):
        words.append(word)
        if word.rstrip(_CLOSERS).endswith(_ENDS):
            sentences.append(" ".join(words))
            words = []
    return [*sentences, " ".join(words)] if words else sentences


def _pieces(word: str, room: int) -> list[str]:
    """A word, cut where it is wider than the room."""
    if cell_width(word) <= room:
        return [word]
    pieces, start, used = list[str](), 0, 0
    for place, char in enumerate(word):
        cells = _cells(char)
        if used + cells > room:
            pieces.append(word[start:place])
            start, used = place, 0
        used += cells
    return [*pieces, word[start:]]
