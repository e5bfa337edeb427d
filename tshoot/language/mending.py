"""Misspelt words of an answer, put right where the question, the labels or common words say what is meant."""

from __future__ import annotations

import re
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

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)*")
_TURNING = (
    "not", "never", "none", "nothing", "neither", "without", "nobody", "isnt", "dont", "doesnt", "didnt", "wasnt",
    "arent", "werent", "cant", "wont", "hasnt", "havent", "hadnt", "couldnt", "wouldnt", "shouldnt", "yes", "yeah",
    "nope", "yep",
)  # fmt: skip
"""What turns an answer when it is overlooked, as it is typed without apostrophes."""


def mended(text: str, *context: str) -> str:
    """The text with its misspelt words replaced by the words of the context, or by common ones, that are meant."""
    said = fold(text)
    odd = [word for word in dict.fromkeys(_WORD.findall(said)) if _is_odd(word)]
    right = {word: near for word in odd[:_MENDED] if (near := _nearest(word, context))}
    if not right or len(odd) > _MENDED:
        return text
    return _WORD.sub(lambda match: right.get(match[0], match[0]), said)


def _is_odd(word: str) -> bool:
    plain = _bare(word)
    if len(plain) < 3 or is_known(plain) or plain in _states() or plain in _TURNING:
        return False
    return not all(is_known(part) or len(part) < 3 or part in _TURNING for part in tokens(word))


def _bare(word: str) -> str:
    return word.replace("'", "").replace("’", "")


@lru_cache(maxsize=1024)
def _nearest(word: str, context: tuple[str, ...]) -> str | None:
    from rapidfuzz.distance import OSA

    from tshoot.language.spelling import nearest

    word = _bare(word)
    spoken = {other for phrase in context for other in tokens(phrase) if len(other) >= _SHORTEST}
    if word in spoken:
        return None
    if turning := next((other for other in _TURNING if OSA.distance(word, other) == 1), None):
        return turning
    if len(word) >= _SHORTEST and (near := nearest(word, spoken)):
        return near
    states = nearest(word, _states()) if len(word) >= _LONG else None
    return states if states and OSA.distance(word, states) == 1 else None


@cache
def _states() -> frozenset[str]:
    return GOOD | BAD | word_set(" ".join(ROWS).replace("|", " "))
