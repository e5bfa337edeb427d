"""What a sentence is compared by: stems, pairs of stems, and pieces of three and four letters of its words.

A feature is a number, made of its text and its language, with its kind in the two lowest bits.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from tshoot.language.snowball import stem_in
from tshoot.language.stop_words import stop_words
from tshoot.language.words import fold, plain_words, stem, tokens, word_set

ENGLISH = "en"

WORD, PAIR, PIECE, COMMON = range(4)
"""A stem, two neighbouring stems, a piece of a word; and a piece of a stop word or a pair of two."""

KIND = 3
"""The bits that say which kind."""

PIECES = (3, 4)

LONGEST = 40
"""Letters of a word that are cut into pieces."""

WORDS_READ = 200
"""Words of a message that are looked at: enough for a long ramble, few enough for a paste of a log."""


def feature(kind: int, text: str, language: str = ENGLISH) -> int:
    """The number of a feature."""
    return crc32(f"{language} {kind} {text}".encode("utf-8", "surrogatepass")) & ~KIND | kind


def words_of(text: str, language: str = ENGLISH) -> tuple[str, ...]:
    """The words of a text that are looked at."""
    if language == ENGLISH:
        return tokens(text)[:WORDS_READ]
    return plain_words(fold(text))[:WORDS_READ]


def stem_of(word: str, language: str = ENGLISH) -> str:
    """The stem of a word."""
    if language == ENGLISH:
        return stem(word)
    return stem_in(language, word) if len(word) > 3 else word


@lru_cache(maxsize=16384)
def word_feature(word: str, language: str = ENGLISH) -> int:
    """The feature of a word's stem; 0: it is a stop word."""
    return 0 if word in stop_words(language) else feature(WORD, stem_of(word, language), language)


def features(text: str, language: str = ENGLISH) -> Counter[int]:
    """The features of a text and how often each occurs."""
    return features_of(words_of(text, language), language)


def features_of(words: tuple[str, ...], language: str = ENGLISH) -> Counter[int]:
    """The features of these words in this order."""
    found: list[int] = []
    for word in words:
        found += _of_word(word, language)
    for left, right in pairwise(words):
        found.append(_of_pair(left, right, language))
    return Counter(found)


@lru_cache(maxsize=16384)
def _of_word(word: str, language: str) -> tuple[int, ...]:
    own = word_feature(word, language)
    padded = f" {word[:LONGEST]} "
    kind = PIECE if own else COMMON
    pieces = (
        feature(kind, padded[start : start + size], language)
        for size in PIECES
        for start in range(len(padded) - size + 1)
    )
    return (own, *pieces) if own else tuple(pieces)


@lru_cache(maxsize=16384)
def _of_pair(left: str, right: str, language: str) -> int:
    common = stop_words(language)
    kind = COMMON if left in common and right in common else PAIR
    return feature(kind, f"{stem_of(left, language)} {stem_of(right, language)}", language)


EVERYDAY = frozenset(
    word_feature(word)
    for word in word_set(
        """work start use try keep take make show today yesterday since nothing home new time again still say go open
        close turn put thing way see know look tell only happen give find come right well good bad always never ask
        change move stop end think want leave let seem call one two three five more most much many few less every each
        other another same different next last first second day week month year morning evening night minute hour
        long big small little old lot bit kind part side place people everything something anything everybody
        somebody back away around without against until while between strange nice sure already also even both"""
    )
)
"""Words that are common everywhere: like stop words, they count in full in large libraries alone."""
