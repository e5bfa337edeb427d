"""Why a tree was found: its phrase that is nearest to a message, and words of both that are near in meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tshoot.language.features import ENGLISH, word_feature, words_of
from tshoot.language.profile import Document, packed, unpacked
from tshoot.language.ranking import Rarity, fit, query, sentence
from tshoot.language.symptoms import Ranked
from tshoot.language.vectors import near_words

_NEAR = 0.6
"""How near two words are that are named as such."""

_MOST = 3
"""Pairs that are named."""


def explained(text: str, ranked: Ranked, document: Document) -> Ranked:
    """The same with what else speaks for it."""
    read = dict(ranked.respelt)
    said = tuple(part for word in words_of(text, document.code) for part in read.get(word, word).split())
    phrase = _nearest(said, document)
    return replace(ranked, phrase=phrase, near=_pairs(said, words_of(phrase, document.code), document.code))


def _nearest(said: tuple[str, ...], document: Document) -> str:
    asked = query([(1.0, sentence(said, document.code))], Rarity(0, {}))
    scored = [(fit(asked, unpacked(packed([one], document.code))), one) for one in document.phrases()]
    score, phrase = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return phrase if score else ""


def _pairs(said: Sequence[str], phrase: Sequence[str], language: str) -> tuple[tuple[str, str], ...]:
    """Words of the message, and words of the phrase in their place."""
    if language != ENGLISH:
        return ()
    own, theirs = _telling(said), _telling(phrase)
    pairs = [
        (nearness, word, other)
        for stem, word in own.items()
        for other_stem, other in theirs.items()
        if stem not in theirs and other_stem not in own and (nearness := near_words(word, other)) >= _NEAR
    ]
    return tuple((word, other) for _, word, other in sorted(pairs, key=lambda pair: -pair[0])[:_MOST])


def _telling(words: Iterable[str]) -> dict[int, str]:
    return {own: word for word in words if (own := word_feature(word))}
