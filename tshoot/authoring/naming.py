"""Ids from people's words: of trees that are begun, and of nodes that are imported."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 40
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "œ": "oe"})
_NEVER = frozenset({
    "return", "settings", "glossary", "con", "prn", "aux", "nul",
    *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10)),
})  # fmt: skip
"""Words of the language, names of the library's own files, and what Windows takes for devices."""


def slug(text: str, longest: int = LONGEST) -> str:
    """An id in small letters, digits and '-'; empty where the text holds neither."""
    plain = unicodedata.normalize("NFKD", text[:1000].casefold().translate(_LETTERS))
    kept = "".join(c for c in plain if not unicodedata.combining(c)).replace("'", "").replace("’", "")
    words = re.sub(r"[^a-z0-9]+", "-", kept).strip("-")
    if len(words) > longest:
        # Cut between words where that leaves something to read.
        cut = words[: longest + 1].rpartition("-")[0]
        words = cut if len(cut) > longest // 2 else words[:longest].strip("-")
    return f"{words}-1" if words in _NEVER else words


def unused(name: str, taken: set[str] | frozenset[str]) -> str:
    """The name, or the first one with a number behind it that is not taken."""
    number, found = 2, name
    while found in taken:
        found = f"{name}-{number}"
        number += 1
    return found
