"""The exact text of a file: bytes to characters, lines as YAML counts them, and unwanted characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from errno import EINVAL
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from stat import S_ISREG

from tshoot.authoring.findings import Findings
from tshoot.model.diagnostic import Span

MAX_BYTES = 1024 * 1024

_LINE_END = re.compile(r"\r\n|\r|\n")
_INDENTED = re.compile(r"(?:^|[\r\n])[^\S\r\n]*\t")
"""A tab before the first word of a line."""
# Tabs, all that YAML forbids, and what turns the direction of writing: a file could show other words than it
# holds. U+2028 and U+2029 are line ends to YAML 1.1 and text to YAML 1.2.
_UNWANTED_ASCII = re.compile("[^\n\r\x20-\x7e]")
_WANTED = "\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Characters that no text of a tree may hold, not even by way of an escape."""
WIDE = "\xa0\u2000-\u200a\u202f\u3000"
"""Spaces that are none to YAML, as a class of a regular expression."""
_SPACES = re.compile(f"(?m)^ *([{WIDE}][ {WIDE}]*)")
TYPOGRAPHIC = re.compile("“[^“”]*”|„[^„“”]*[“”]|‘[^‘’]*’|«[^«»]*»|”[^”]*”")
"""A text that stands wholly in quotes which are none to YAML."""
_SHOWN = 20


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, one more than allowed at most; raises OSError."""
    found = path.stat()
    if not S_ISREG(found.st_mode):
        # Opening a pipe would wait for somebody to write into it.
        raise OSError(EINVAL, "it is not an ordinary file")
    with path.open("rb", buffering=0) as file:
        # Room for the largest file would be made and cleared each time.
        source = file.read(min(found.st_size, MAX_BYTES) + 1)
        return source if len(source) <= found.st_size else source + file.read(MAX_BYTES)


def split_lines(text: str, most: int = 0) -> list[str]:
    """The lines of a text without their ends; unlike `str.splitlines`, as YAML 1.2 counts them.

    With `most`, so many lines, and all behind them as one more.
    """
    return text.split("\n", most or -1) if "\r" not in text else _LINE_END.split(text, most)


def inside(lines: Sequence[str], whole: Span, text: str, offset: int, length: int) -> Span:
    """The place of a part of a text, where the file shows the text as it is, also in quotes; else all of it."""
    line = lines[whole.line - 1] if whole.line <= len(lines) else ""
    for column in (whole.column, whole.column + 1):
        if "\n" not in text and line.startswith(text, column - 1):
            start = column + min(offset, len(text))
            return Span(whole.line, start, whole.line, start + max(length, 1))
    return whole


def word_inside(lines: Sequence[str], whole: Span, text: str, offset: int, length: int) -> Span:
    """The place of a word of a text, also where the text is folded or escaped; all of it where that cannot be told."""
    found = inside(lines, whole, text, offset, length)
    if found != whole:
        return found
    word = re.compile(rf"(?<!\w){re.escape(text[offset : offset + length])}(?!\w)")
    before = sum(one.start() < offset for one in word.finditer(text))
    written = [
        Span(number, one.start() + 1, number, one.end() + 1)
        for number in range(whole.line, min(whole.end_line, len(lines)) + 1)
        for one in word.finditer(lines[number - 1])
        if (whole.line, whole.column) <= (number, one.start() + 1)
        and (number, one.end() + 1) <= (whole.end_line, whole.end_column)
    ]
    # As many in the file as in what was read: each of them is what it looks like.
    return written[before] if len(written) == len(word.findall(text)) and before < len(written) else whole


class Positions:
    """Turns indexes into a text into lines and columns."""

    def __init__(self, text: str) -> None:
        self._text = text
        lines = text.count("\n") + text.count("\r") - text.count("\r\n") + 1
        start = max(text.rfind("\n"), text.rfind("\r")) + 1
        self._last = Span(lines, len(text) - start + 1)

    @cached_property
    def _starts(self) -> list[int]:
        """Where the lines begin: for findings alone."""
        return [0, *(match.end() for match in _LINE_END.finditer(self._text))]

    def span(self, index: int, length: int = 1) -> Span:
        """The place of `length` characters from `index` on, which stand on one line."""
        line = bisect_right(self._starts, index)
        column = index - self._starts[line - 1] + 1
        return Span(line, column, line, column + length)

    def clamp(self, span: Span) -> Span:
        """A span within the text: the parser sees a line behind the last one."""
        last = self._last
        if span.end_line <= last.line:
            return span
        start = (span.line, span.column) if span.line <= last.line else (last.line, last.column)
        return Span(*start, last.line, last.column)


def decode(source: bytes | str, findings: Findings) -> str | None:
    """The text of a file without a byte order mark; None when it is too large or not UTF-8."""
    size = len(source)
    if size > MAX_BYTES:
        hint = "make several trees of it; 'call' and 'handoff' lead from one to another"
        findings.error(Span(), "yaml-limit", f"the file has more than {MAX_BYTES:,} bytes", hint)
        return None
    text = source if isinstance(source, str) else _from_utf8(source, findings)
    return None if text is None else text.removeprefix("\ufeff")


def _from_utf8(source: bytes, findings: Findings) -> str | None:
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8")
        message = f"the byte 0x{source[error.start]:02x} is not UTF-8 text"
        findings.error(Positions(before).span(len(before)), "yaml-characters", message, "save the file as UTF-8")
        return None


def check_characters(text: str, findings: Findings) -> str | None:
    """The text with unwanted characters blanked out, each of them found; None when tabs indent it."""
    positions = Positions(text)
    unwanted = _UNWANTED_ASCII if text.isascii() else _unwanted()
    for match in islice(unwanted.finditer(text), _SHOWN):
        findings.error(positions.span(match.start()), "yaml-characters", *_sentence(match[0]))
    indented = "\t" in text and _INDENTED.search(text)
    text = text if text.isascii() else _plain_spaces(text, positions, findings)
    return None if indented else unwanted.sub(" ", text)


@cache
def _unwanted() -> re.Pattern[str]:
    """Takes 5 ms to make: only for files with other letters."""
    return re.compile(f"[^{_WANTED}]")


def _plain_spaces(text: str, positions: Positions, findings: Findings) -> str:
    """The text with plain spaces where YAML needs them, each of the others found."""
    parts = []
    last = 0
    for count, match in enumerate(_SPACES.finditer(text)):
        start, end = match.span(1)
        if count < _SHOWN:
            message = f"there is a special space (U+{ord(match[1][0]):04X}) here, where YAML needs a plain one"
            findings.error(positions.span(start, end - start), "yaml-characters", message, "type it anew")
        parts += [text[last:start], " " * (end - start)]
        last = end
    return "".join([*parts, text[last:]])


def _sentence(character: str) -> tuple[str, str]:
    if character == "\t":
        return "there is a tab here; YAML is indented by spaces", "replace the tab by spaces"
    return f"the invisible character U+{ord(character):04X} is not allowed", "delete it"
