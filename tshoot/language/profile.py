"""What a tree is found by: how much its phrases use each feature, and what they mean together.

A profile depends on its own phrases alone, so that one changed tree changes nothing else in an index.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from operator import mul

from tshoot.language.features import COMMON, ENGLISH, EVERYDAY, KIND, features_of, words_of
from tshoot.language.snowball import code_of
from tshoot.language.vectors import Vector, direction_of, mean, pack, unpack
from tshoot.model.record import record

COSINE = (1.0, 1.0, 0.6, 0.6)
"""Weight of each kind of feature where it is asked how alike two texts are."""

_LEAST, _STEP = 0.02, 1.025
LEVELS = tuple(_LEAST * _STEP**level for level in range(256))
"""How much a feature is used is kept as one byte, exact to about a hundredth."""

_BETWEEN = tuple(math.sqrt(low * high) for low, high in pairwise(LEVELS))


@record
class Document:
    """What a tree says about when it fits."""

    tree: str
    title: str
    summary: str = ""
    symptoms: tuple[str, ...] = ()
    not_symptoms: tuple[str, ...] = ()
    area: str = ""
    language: str = ENGLISH
    learned: tuple[str, ...] = ()
    """What people have called it."""

    @property
    def code(self) -> str:
        """Its language without a region."""
        return code_of(self.language)

    def phrases(self) -> list[str]:
        """Everything that speaks for it."""
        texts = (self.title, self.summary, self.area.replace("-", " "), *self.symptoms, *self.learned)
        return [text for text in texts if text.strip()]


@record
class Packed:
    """A profile as bytes, for a store."""

    uses: bytes
    """The features in order, four bytes each, then a byte for the level of each."""
    size: int
    plain: float
    everyday: float
    meaning: bytes


@record
class Profile:
    """What some phrases use."""

    uses: Mapping[int, float]
    """Feature to how much the phrases use it: once by a short phrase counts more than once by a long one."""
    size: int
    """How many phrases there are."""
    plain: float
    """The squared length of the weighted uses …"""
    everyday: float
    """… and that of the features that small libraries count in proportion."""
    meaning: Vector | None = None

    def length(self, share: float) -> float:
        """The length of the weighted uses, everyday features with this share."""
        return math.sqrt(self.plain + share * share * self.everyday) or 1.0


def packed(phrases: Sequence[str], language: str) -> Packed:
    """The profile of these phrases."""
    weights: dict[int, float] = {}
    meanings: list[Vector] = []
    for phrase in phrases:
        words = words_of(phrase, language)
        counts = features_of(words, language)
        share = 1 / math.sqrt(sum(map(mul, counts.values(), counts.values())) or 1)
        for feature, count in counts.items():
            weights[feature] = weights.get(feature, 0.0) + count * share
        if language == ENGLISH and (meaning := direction_of(words)):
            meanings.append(meaning)
    order = sorted(weights)
    levels = bytes([bisect(_BETWEEN, weights[feature]) for feature in order])
    plain, everyday = _squares(order, levels)
    return Packed(array("I", order).tobytes() + levels, len(phrases), plain, everyday, pack(mean(meanings)))


def _squares(features: Iterable[int], levels: bytes) -> tuple[float, float]:
    plain = everyday = 0.0
    for feature, level in zip(features, levels, strict=True):
        square = _SQUARES[feature & KIND][level]
        if feature & KIND == COMMON or feature in EVERYDAY:
            everyday += square
        else:
            plain += square
    return plain, everyday


_SQUARES = tuple(tuple((weight * level) ** 2 for level in LEVELS) for weight in COSINE)


def is_everyday(feature: int) -> bool:
    """Whether a feature says much in large libraries alone, where rarity tells common ones from others."""
    return feature & KIND == COMMON or feature in EVERYDAY


def unpacked(kept: Packed) -> Profile:
    """The profile that was packed; raises ValueError where its bytes were not."""
    features, levels = parted(kept.uses)
    uses = dict(zip(features, map(LEVELS.__getitem__, levels), strict=True))
    return Profile(uses, kept.size, kept.plain, kept.everyday, unpack(kept.meaning))


def parted(uses: bytes) -> tuple[array[int], bytes]:
    """Features and levels of packed uses."""
    count = len(uses) // _WIDTH
    features = array("I", uses[: 4 * count])
    return features, uses[4 * count :]


_WIDTH = 5
