"""The one sanitiser: what is stored or shown holds no control bytes, hidden characters or lone surrogates."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

MARKS = 8
"""Combining marks kept in a row: more than any language needs, few enough to stay on the line."""

_SPARE = 4
"""Characters looked at for each one kept, so that a paste of escape sequences cannot cost more than that."""


def clean(text: str, *, limit: int = 4000, lines: bool = False) -> str:
    """The text in NFC, without control bytes and hidden characters; one line unless `lines`."""
    if text.isascii() and text.isprintable() and not lines:
        return " ".join(text[: limit * _SPARE].split())[:limit].rstrip()
    text = text[: limit * _SPARE]
    text = _escapes().sub("", text)
    text = _line_ends().sub("\n", text).replace("\t", " ")
    text = _hidden().sub("", text)
    if not text.isascii():
        text = _few_marks(unicodedata.normalize("NFC", _few_marks(text)))
    text = _tidy(text) if lines else " ".join(text.split())
    return text[:limit].rstrip()


@cache
def _escapes() -> re.Pattern[str]:
    """Whole escape sequences in their 7-bit and 8-bit forms; an unclosed string loses its introducer alone."""
    string = r"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])(?:[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\|\x9c))?"
    control = r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    return re.compile(rf"{string}|{control}|\x1b[ -/]*[0-~]?")


@cache
def _line_ends() -> re.Pattern[str]:
    return re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


@cache
def _hidden() -> re.Pattern[str]:
    """Controls, zero-width and bidirectional marks, surrogates, non-characters, tags; line ends stay."""
    return re.compile(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
        "\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
        "\ud800-\udfff\U000e0000-\U000e0fff]"
    )


def _few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MARKS:
            kept.append(char)
    return "".join(kept)


def _tidy(text: str) -> str:
    """Lines without trailing blanks, and at most one empty line between two."""
    rows = (row.rstrip() for row in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip("\n")
