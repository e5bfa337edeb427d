"""The words that tell two trees apart: what one of them says of itself and the other does not."""

from __future__ import annotations

from collections.abc import Sequence

from tshoot.language.words import content

ENOUGH = 0.5
"""A phrase of which less than this was said may tell of something quite different."""


def telling(text: str, own: Sequence[str], other: Sequence[str]) -> str:
    """Of a tree's own phrases, the one nearest to the text and farthest from the other's; empty where none is."""
    said = frozenset(content(text))
    others = [frozenset(content(phrase)) for phrase in other]
    everything = frozenset().union(*others)
    best, chosen = 0.0, ""
    for phrase in own:
        words = frozenset(content(phrase))
        near = _within(words, said)
        if near < ENOUGH or not words - everything:
            continue
        apart = near - max((_within(words, one) for one in others), default=0.0) / 2
        if apart > best:
            best, chosen = apart, phrase
    return chosen


def _within(words: frozenset[str], other: frozenset[str]) -> float:
    """How much of a phrase is in something longer."""
    return len(words & other) / (len(words) or 1)
