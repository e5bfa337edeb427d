"""Misspelt words of an answer, put right where the question, the labels or common words of state say what is meant."""

from __future__ import annotations

from functools import cache, lru_cache

from tshoot.language.lexicon import BAD, GOOD
from tshoot.language.opposites import ROWS
from tshoot.language.vectors import is_known
from tshoot.language.words import fold, tokens, word_set

_SHORTEST = 4
_LONG = 6
"""Letters from which on a word is held against the words of states, where one letter may be wrong."""
_MENDED = 8
"""Words of one answer that are put right; a text with more is in another language."""


def mended(text: str, *context: str) -> str:
    """The text with its misspelt words replaced by the words of the context, or of states, that are meant."""
    words = [word for word in dict.fromkeys(tokens(text)) if _is_odd(word)]
    if not words or len(words) > _MENDED:
        return text
    right = {word: near for word in words if (near := _nearest(word, context))}
    said = fold(text)
    for wrong, near in right.items():
        said = said.replace(wrong, near)
    return said if right else text


def _is_odd(word: str) -> bool:
    return (
        len(word) >= _SHORTEST
        and word.isascii()
        and word.isalpha()
        and not is_known(word)
        and word not in _states()
    )


@lru_cache(maxsize=1024)
def _nearest(word: str, context: tuple[str, ...]) -> str | None:
    from rapidfuzz.distance import OSA

    from tshoot.language.spelling import nearest

    spoken = {other for phrase in context for other in tokens(phrase) if len(other) >= _SHORTEST}
    if word in spoken:
        return None
    if near := nearest(word, spoken):
        return near
    states = nearest(word, _states()) if len(word) >= _LONG else None
    return states if states and OSA.distance(word, states) == 1 else None


@cache
def _states() -> frozenset[str]:
    return GOOD | BAD | (word_set(" ".join(ROWS).replace("|", " ")))
