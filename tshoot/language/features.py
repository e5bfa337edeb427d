"""What a sentence is compared by: stems, pairs of stems, and pieces of three and four letters of its words."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from tshoot.language.words import STOP_WORDS, stem, tokens, word_set

WEIGHTS = {"w": 1.0, "p": 1.0, "g": 0.6, "s": 0.6}
"""By a feature's first letter: word, pair, gram of a word, gram of a stop word or pair of two."""

GRAMS = (3, 4)

EVERYDAY = frozenset(
    f"w:{stem(word)}"
    for word in word_set(
        """work start use try keep take make show today yesterday since nothing home new time again still say go open
        close turn put thing way see know look tell only happen give find come right well good bad keep always never"""
    )
)
"""Words that are common everywhere: like stop words, they count in full in large libraries alone."""

WORDS_READ = 200
"""Words of a message that are looked at: enough for a long ramble, few enough for a paste of a log."""


def features(text: str) -> Counter[str]:
    """The features of a text and how often each occurs."""
    words = tokens(text)[:WORDS_READ]
    found: Counter[str] = Counter()
    for word in words:
        common = word in STOP_WORDS
        if not common:
            found[f"w:{stem(word)}"] += 1
        _count_grams(found, word, "s:" if common else "g:")
    for left, right in pairwise(words):
        both = left in STOP_WORDS and right in STOP_WORDS
        found[f"{'s' if both else 'p'}:{stem(left)} {stem(right)}"] += 1
    return found


def _count_grams(found: Counter[str], word: str, kind: str) -> None:
    padded = f" {word[:40]} "
    for size in GRAMS:
        for start in range(len(padded) - size + 1):
            found[kind + padded[start : start + size]] += 1


def query_features(text: str) -> tuple[str, ...]:
    """The features whose postings are needed to rank a text."""
    return tuple(features(text))
