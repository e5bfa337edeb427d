"""Other words of a company for the same thing: "the red app" is SAP.

An answer is read with the names in place of the other words; a problem is searched with the names behind its words.
Words are compared whole, without case, accents, hyphens and apostrophes. A name is never taken for another's word, and
what was put in is not looked at again, so that names that point at each other do no harm.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tshoot.language.late import Late
from tshoot.language.words import LIMIT, fold, word_set
from tshoot.model.library import Aliases
from tshoot.model.record import record

LONGEST = 80
"""Characters of a name or of other words for it."""
MOST_WORDS = 10
"""Words of one phrase."""
MOST_PHRASES = 2000
"""Phrases that count, over all names."""
LONGEST_TEXT = 8000
"""A longer text is a paste and stays as it is."""

_ARTICLES = word_set("the a an our my")
"""People leave these out: "the red app" is also "red app"."""
_BY_CHARACTER = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Scripts that write no spaces."""
_PIECE = Late(rf"[{_BY_CHARACTER}]|[^\W_{_BY_CHARACTER}]+|[^\w\s]")
_JOINTS = frozenset("'\"`´-/‐‑‒–—‘’‚‛“”„«»′″\xad\u200b\u200c\u200d")
"""What may stand between the words of a phrase or not."""
_ENDS = frozenset(".,;:!?…()[]{}¿¡")
"""What may stand around a phrase."""


@record
class _Piece:
    """A word, or a sign that counts, and where it stands."""

    key: str
    start: int
    end: int


@record
class _Index:
    """Phrases by their words."""

    names: dict[tuple[str, ...], str]
    lengths: dict[str, tuple[int, ...]]
    """First word of a phrase to the numbers of words, the largest first."""


def phrase_key(phrase: str) -> tuple[str, ...]:
    """The words by which a phrase is found; empty where it holds none."""
    keys = [piece.key for piece in _pieces(_composed(phrase[: LONGEST + 1]))]
    while keys and keys[-1] in _ENDS:
        keys.pop()
    while keys and keys[0] in _ENDS:
        keys.pop(0)
    return tuple(keys) if any(key[0].isalnum() for key in keys) else ()


def renamed(text: str, aliases: Aliases) -> str:
    """The text with names in place of the other words for them, for reading an answer."""
    if not aliases or len(text) > LONGEST_TEXT:
        return text
    text = _composed(text)
    parts, last = [], 0
    for start, end, name in _found(text, _index(aliases)):
        if phrase_key(text[start:end]) != phrase_key(name):
            parts += [text[last:start], name]
            last = end
    return "".join([*parts, text[last:]])


def widened(text: str, aliases: Aliases) -> str:
    """The text with the name of each thing behind it that it calls by other words, for searching.

    Only the name, in which trees are written: all words for a thing, such as "app", would bring in other trees.
    """
    if not aliases:
        return text
    said = _composed(text[:LIMIT])
    found = {name: phrase_key(said[start:end]) for start, end, name in _found(said, _index(aliases))}
    added = " ".join(name for name, key in found.items() if key != phrase_key(name))[: LIMIT // 2]
    # What stands behind the limit of a search is not read.
    return f"{said[: LIMIT - len(added) - 1]} {added}" if added else text


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _pieces(text: str) -> list[_Piece]:
    found = []
    for match in _PIECE.finditer(text):
        said = match[0]
        if said not in _JOINTS:
            key = said.lower() if said.isascii() else fold(said[:LONGEST])
            found.append(_Piece(key or said, match.start(), match.end()))
    return found


def _found(text: str, index: _Index) -> Iterator[tuple[int, int, str]]:
    """Start and end of each phrase in the text, the longest at each place, and the name that it stands for."""
    pieces = _pieces(text)
    place = 0
    while place < len(pieces):
        key = _longest_at(pieces, place, index)
        if key:
            yield pieces[place].start, pieces[place + len(key) - 1].end, index.names[key]
        place += len(key) or 1


def _longest_at(pieces: list[_Piece], place: int, index: _Index) -> tuple[str, ...]:
    for length in index.lengths.get(pieces[place].key, ()):
        key = tuple(piece.key for piece in pieces[place : place + length])
        if key in index.names:
            return key
    return ()


@lru_cache(maxsize=8)
def _index(aliases: Aliases) -> _Index:
    """Names first, so that none is another's word; of two names with the same word, the first has it."""
    phrases = [(name, name) for name, _ in aliases]
    phrases += [(phrase, name) for name, also in aliases for phrase in also]
    names: dict[tuple[str, ...], str] = {}
    shorter: dict[tuple[str, ...], str] = {}
    for phrase, name in phrases[:MOST_PHRASES]:
        key = phrase_key(phrase) if len(phrase) <= LONGEST else ()
        if 0 < len(key) <= MOST_WORDS:
            names.setdefault(key, name)
            if key[0] in _ARTICLES and len(key) > 2:
                shorter.setdefault(key[1:], name)
    names = {**shorter, **names}
    lengths: dict[str, set[int]] = {}
    for key in names:
        lengths.setdefault(key[0], set()).add(len(key))
    return _Index(names, {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()})
