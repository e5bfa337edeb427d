"""Misspelt words: the nearest word that the library has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tshoot.language.words import tokens

Vocabulary = Callable[[str], Iterable[str]]
"""From a word that is not known to known words that may be meant: all of them, or those that begin alike."""

UNKNOWN_READ = 12
"""Unknown words that are looked up; a sentence with more is no misspelt one."""


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that is nearest in spelling, if one is near enough."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    allowed = 1 if len(word) < 6 else 2
    near = (other for other in words if abs(len(other) - len(word)) <= allowed and _begins_alike(word, other))
    found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=allowed)
    return found[0] if found else None


def _begins_alike(word: str, other: str) -> bool:
    """Typing errors rarely fall on the first letter, and where they do, the two first ones are swapped."""
    return word[:1] == other[:1] or word[:2] == other[1::-1]


def spell(words: Sequence[str], vocabulary: Vocabulary) -> dict[str, str]:
    """Unknown words and the known words that they probably are."""
    plain = (word for word in words[:UNKNOWN_READ] if len(word) > 3 and word.isalpha())
    return {word: near for word in plain if (near := nearest(word, vocabulary(word)))}


def respell(text: str, unknown: Sequence[str], vocabulary: Vocabulary) -> str:
    """The text with its misspelt words put right; empty when there is none."""
    right = spell(unknown, vocabulary) if unknown else {}
    return " ".join(right.get(word, word) for word in tokens(text)) if right else ""
