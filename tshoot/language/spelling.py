"""Misspelt words: the nearest word that the library has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

Vocabulary = Callable[[str], Iterable[str]]
"""From a word that is not known to known words that may be meant, the most usual first: all, or some that are alike."""

UNKNOWN_READ = 12
"""Unknown words that are looked up; a sentence with more is no misspelt one."""

SHORT = 3
"""Letters of words of which too many are one letter apart: such a word is only ever read as a stop word."""

LONGEST_JOINED = 30
"""Letters of two words that may have been written together."""

_LONG = 6
"""Letters from which on two typing errors leave a word recognisable."""


def allowed_errors(word: str) -> int:
    """Typing errors that a word of this length may have."""
    return 1 if len(word) < _LONG else 2


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that is nearest in spelling and begins alike, if one is near enough."""
    return _nearest(word, [other for other in words if _begins_alike(word, other)])


def alike(word: str, words: Iterable[str]) -> str | None:
    """The nearest word, also where the first letter alone is wrong."""
    return _nearest(word, [other for other in words if _begins_alike(word, other) or _ends_alike(word, other)])


def _begins_alike(word: str, other: str) -> bool:
    """Typing errors rarely fall on the first letter, and where they do, the two first ones are swapped."""
    return word[:1] == other[:1] or word[:2] == other[1::-1]


def _ends_alike(word: str, other: str) -> bool:
    """The first letter is too much, missing or another one, and all others are right."""
    return len(word) > SHORT and (word[1:] == other or word == other[1:] or word[1:] == other[1:])


def _nearest(word: str, words: Iterable[str]) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    allowed = allowed_errors(word)
    near = [other for other in words if abs(len(other) - len(word)) <= allowed]
    found = process.extract(word, near, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    # Of several equally near, the one that ends alike, then the first.
    return min(found, key=lambda one: (one[1], one[0][-1:] != word[-1:], one[2]))[0] if found else None


def respelt(unknown: Sequence[str], vocabulary: Vocabulary, common: Iterable[str] = ()) -> dict[str, str]:
    """Unknown words and the known words that they probably are; short ones are only read as `common` ones."""
    found: dict[str, str] = {}
    for word in unknown[:UNKNOWN_READ]:
        if word.isalpha() and len(word) > 1:
            known = vocabulary(word) if len(word) > SHORT else common
            alike = [other for other in known if _begins_alike(word, other) or _ends_alike(word, other)]
            if near := _nearest(word, alike):
                found[word] = near
    return found


def halves(word: str) -> list[tuple[str, str]]:
    """The two words that a word may be without a blank between them."""
    if not word.isalpha() or len(word) > LONGEST_JOINED:
        return []
    return [(word[:place], word[place:]) for place in range(2, len(word) - 1)]


def parted(word: str, known: Collection[str]) -> str:
    """The two known words that were written together, the longer first one first; empty where there are none."""
    for left, right in reversed(halves(word)):
        if left in known and right in known and max(len(left), len(right)) > SHORT:
            return f"{left} {right}"
    return ""
