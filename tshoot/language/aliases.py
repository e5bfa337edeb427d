"""Other words of a company for the same thing: "the red app" is SAP.

An answer is read with the names in place of the other words; a problem is searched with all words of what it names.
Words are compared whole, without case, accents, hyphens and apostrophes. A name is never taken for another's word, and
what was put in is not looked at again, so that names that point at each other do no harm.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tshoot.language.words import LIMIT, fold
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

_BY_CHARACTER = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Scripts that write no spaces."""
_PIECE = re.compile(rf"[{_BY_CHARACTER}]|[^\W_{_BY_CHARACTER}]+|[^\w\s]")
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
class _Group:
    """A name with all of its words, as they are written."""

    name: str
    phrases: tuple[str, ...]


@record
class _Index:
    """Phrases by their words."""

    groups: dict[tuple[str, ...], _Group]
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
    for start, end, key, group in _found(text, _index(aliases)):
        if key != phrase_key(group.name):
            parts += [text[last:start], group.name]
            last = end
    return "".join([*parts, text[last:]])


def widened(text: str, aliases: Aliases) -> str:
    """The text with all words for what it names behind it, for searching."""
    if not aliases:
        return text
    composed = _composed(text[:LIMIT])
    said: set[tuple[str, ...]] = set()
    groups: dict[str, _Group] = {}
    for _, _, key, group in _found(composed, _index(aliases)):
        said.add(key)
        groups.setdefault(group.name, group)
    more = [phrase for group in groups.values() for phrase in group.phrases if phrase_key(phrase) not in said]
    added = " ".join(more)[: LIMIT // 2]
    # What stands behind the limit of a search is not read.
    return f"{composed[: LIMIT - len(added) - 1]} {added}" if added else text


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


def _found(text: str, index: _Index) -> Iterator[tuple[int, int, tuple[str, ...], _Group]]:
    """Start, end, words and group of each phrase in the text, the longest at each place."""
    pieces = _pieces(text)
    place = 0
    while place < len(pieces):
        key = _longest_at(pieces, place, index)
        if key:
            yield pieces[place].start, pieces[place + len(key) - 1].end, key, index.groups[key]
        place += len(key) or 1


def _longest_at(pieces: list[_Piece], place: int, index: _Index) -> tuple[str, ...]:
    for length in index.lengths.get(pieces[place].key, ()):
        key = tuple(piece.key for piece in pieces[place : place + length])
        if key in index.groups:
            return key
    return ()


@lru_cache(maxsize=8)
def _index(aliases: Aliases) -> _Index:
    """Names first, so that none is another's word; of two names with the same word, the first has it."""
    written: dict[str, _Group] = {}
    for name, also in aliases[:MOST_PHRASES]:
        written.setdefault(name, _Group(name, (name, *also)))
    phrases = [(name, name) for name in written]
    phrases += [(phrase, name) for name, group in written.items() for phrase in group.phrases]
    groups: dict[tuple[str, ...], _Group] = {}
    for phrase, name in phrases:
        if len(phrase) <= LONGEST and len(groups) < MOST_PHRASES:
            groups.setdefault(phrase_key(phrase), written[name])
    usable = {key: group for key, group in groups.items() if 0 < len(key) <= MOST_WORDS}
    lengths: dict[str, set[int]] = {}
    for key in usable:
        lengths.setdefault(key[0], set()).add(len(key))
    return _Index(usable, {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()})
