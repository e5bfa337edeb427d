"""How well a message fits a profile: alike in its features, present in it, near in meaning.

Rarity counts the trees that have a feature; what no tree has counts against all of them. The figures behind the
weights: docs/decisions/0020-search-index.md.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from tshoot.language.features import ENGLISH, KIND, WORD, features_of
from tshoot.language.profile import COSINE, Profile, is_everyday
from tshoot.language.vectors import Vector, blend, nearness, sum_of
from tshoot.model.record import record

ENOUGH_TREES = 50
"""With fewer trees than this, rarity cannot tell stop words from others yet: they count in proportion."""

PRESENCE = (1.0, 0.5, 0.3, 0.2)
"""Weight of each kind of feature where it is asked how much of a message a tree knows."""

_ALIKE, _PRESENT, _MEANS = 0.5, 0.5, 0.3

_SATURATION = 0.03
_USUAL = 5
"""Phrases of a tree in most libraries: more of them mention more words by chance."""

_ENOUGH_SAID = 6.0
"""The weight of words from which on a sentence may be what a message is about."""

_FAINTEST = 0.05


@record
class Rarity:
    """How much a feature says, by how many of the documents have it."""

    documents: int
    counts: Mapping[int, int]

    @property
    def share(self) -> float:
        """How much everyday features count."""
        return min(1.0, self.documents / ENOUGH_TREES)

    def of(self, feature: int) -> float:
        """1 for what all have, more for what few have."""
        return math.log((1 + self.documents) / (1 + self.counts.get(feature, 0))) + 1


@record
class Sentence:
    """One sentence of a message."""

    words: tuple[str, ...]
    counts: Mapping[int, int]
    meaning: Vector | None
    """As long as its words say much."""


@record
class Query:
    """A message, weighted for one library."""

    weights: Mapping[int, tuple[float, float]]
    """Feature to its part in being alike, and in being present."""
    length: float
    most: float
    """What a profile would reach that knows everything."""
    meaning: Vector | None
    share: float


def sentence(words: tuple[str, ...], language: str) -> Sentence:
    """What is compared of a sentence."""
    return Sentence(words, features_of(words, language), sum_of(words) if language == ENGLISH else None)


def query(parts: Sequence[tuple[float, Sentence]], rarity: Rarity) -> Query:
    """The sentences of a message, each with its share, as one."""
    counts: dict[int, float] = {}
    shares: dict[int, float] = {}
    for part, one in parts:
        for feature, count in one.counts.items():
            counts[feature] = counts.get(feature, 0.0) + part * count
            shares[feature] = max(shares.get(feature, 0.0), part)
    meaning = blend([(part, one.meaning) for part, one in parts if one.meaning])
    return _weighted(counts, shares, meaning, rarity)


def _weighted(
    counts: Mapping[int, float], shares: Mapping[int, float], meaning: Vector | None, rarity: Rarity
) -> Query:
    weights: dict[int, tuple[float, float]] = {}
    rare = plain = most = 0.0
    share = rarity.share
    for feature, count in counts.items():
        part = share if is_everyday(feature) else 1.0
        rareness = rarity.of(feature)
        kind = COSINE[feature & KIND] * part
        alike = count * kind
        present = shares[feature] * rareness * PRESENCE[feature & KIND] * part
        weights[feature] = (alike * kind * rareness * rareness, present)
        rare += (alike * rareness) ** 2
        plain += alike * alike
        most += present
    return Query(weights, rare / math.sqrt(plain) if plain else 1.0, most or 1.0, meaning, share)


def fit(query: Query, profile: Profile) -> float:
    """How well a profile fits: 0 for not at all, hardly ever more than 1."""
    alike = present = 0.0
    usual = _SATURATION * (0.25 + 0.75 * profile.size / _USUAL)
    weights, uses = query.weights, profile.uses
    for feature in weights.keys() & uses.keys():
        use = uses[feature]
        first, second = weights[feature]
        alike += first * use
        present += second * use / (use + usual)
    score = _ALIKE * alike / (profile.length(query.share) * query.length) + _PRESENT * present / query.most
    if query.meaning and profile.meaning and alike:
        score += _MEANS * max(0.0, nearness(query.meaning, profile.meaning))
    return score


def attended(sentences: Sequence[Sentence], rarity: Rarity, profiles: Collection[Profile]) -> Query:
    """A message in which a sentence counts by how well any tree knows it: a story thins out what it is about."""
    if len(sentences) < 2:
        return query([(1.0, one) for one in sentences], rarity)
    known = [_known(one, rarity, profiles) for one in sentences]
    best = max(known) or 1.0
    return query(
        [(max(_FAINTEST, part / best) ** 2, one) for part, one in zip(known, sentences, strict=True)], rarity
    )


def _known(one: Sentence, rarity: Rarity, profiles: Collection[Profile]) -> float:
    """How well the best tree knows a sentence; one that says little is hardly known."""
    asked = query([(1.0, one)], rarity)
    said = sum(present for feature, (_, present) in asked.weights.items() if feature & KIND == WORD)
    best = max((fit(asked, profile) for profile in profiles), default=0.0)
    return best * min(1.0, said / _ENOUGH_SAID)
