"""How near words and phrases are in meaning: a small table of word vectors that ships with the code.

Where the table comes from and what it is good for: docs/decisions/0019-word-vectors.md.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from operator import mul

Vector = tuple[float, ...]
"""A direction of meaning, of length 1."""

_FILE = f"{__file__.rpartition('vectors')[0]}word_vectors.bin"
_FREQUENT = 1e-3
"""Words that are more frequent than this say little about what a phrase means."""
_ZIPF = 12.0
_LEADING = 200
"""Frequent words that show what all sentences have in common."""
_SHARED = 0.6
"""How much of that is taken off."""


class _Table:
    """The words in alphabetical order, how frequent they are, and their vectors in half bytes."""

    __slots__ = ("_frequency", "_vectors", "_width", "_words")

    def __init__(self, data: bytes) -> None:
        from zlib import decompress

        header, _, body = data.partition(b"\n")
        _, dimensions, packed = map(int, header.split())
        words, _, self._frequency = decompress(body[:packed]).partition(b"\0")
        self._words = words.decode().split("\n")
        self._width = dimensions // 2
        self._vectors = body[packed:]

    def find(self, word: str) -> int:
        """The place of a word; -1 where it is not known."""
        place = bisect_left(self._words, word)
        return place if place < len(self._words) and self._words[place] == word else -1

    def weight(self, place: int) -> float:
        """How much a word says by being there: little for a frequent one."""
        return _FREQUENT / (_FREQUENT + self.share(place))

    def share(self, place: int) -> float:
        """How often a word stands in running text."""
        return 1 / ((2 ** (self._frequency[place] / 16) + 2) * _ZIPF)

    def rarity(self, place: int) -> int:
        """How rare a word is: the larger, the rarer."""
        return self._frequency[place]

    def frequent(self, count: int) -> list[int]:
        """The places of the most frequent words."""
        from heapq import nsmallest

        return nsmallest(count, range(len(self._words)), key=self._frequency.__getitem__)

    def vector(self, place: int) -> Vector:
        """The word's direction."""
        halves = self._vectors[place * self._width : (place + 1) * self._width]
        return _unit([number for half in halves for number in ((half >> 4) - 8, (half & 15) - 8)])

    def word(self, place: int) -> str:
        """The word at a place."""
        return self._words[place]

    def shares(self) -> list[float]:
        """How frequent the words are, each added to those before it."""
        return list(accumulate(map(self.share, range(len(self._words)))))


@cache
def _table() -> _Table:
    with open(_FILE, "rb") as file:  # noqa: PTH123 - pathlib takes 5 ms to import
        return _Table(file.read())


@cache
def _cumulated() -> list[float]:
    return _table().shares()


def _unit(numbers: Sequence[float]) -> Vector:
    length = math.sqrt(sum(map(mul, numbers, numbers))) or 1.0
    return tuple([number / length for number in numbers])


@lru_cache(maxsize=4096)
def _known(word: str) -> tuple[float, Vector] | None:
    table = _table()
    place = table.find(word)
    return (table.weight(place), table.vector(place)) if place >= 0 else None


@cache
def _common() -> Vector:
    """Where the most frequent words lead, and with them every sentence, whatever it is about."""
    table = _table()
    known = [(table.share(place) * table.weight(place), table.vector(place)) for place in table.frequent(_LEADING)]
    return _unit(tuple(map(sum, zip(*[[share * n for n in vector] for share, vector in known], strict=True))))


@lru_cache(maxsize=4096)
def _weighted(word: str) -> Vector | None:
    found = _known(word)
    if found is None:
        return None
    weight, vector = found
    common = _common()
    shared = _SHARED * sum(map(mul, vector, common))
    return tuple([weight * (number - shared * other) for number, other in zip(vector, common, strict=True)])


def sum_of(words: Iterable[str]) -> Vector | None:
    """The vectors of these words together, each as long as its word says much; None where none is known.

    Most of what all sentences have in common is taken off, so that it does not make them alike.
    """
    known = [found for word in words if (found := _weighted(word))]
    return tuple(map(sum, zip(*known, strict=True))) if known else None


def vector_of(words: Iterable[str]) -> Vector | None:
    """What these words mean together; None where none of them is known."""
    known = [[found[0] * number for number in found[1]] for word in words if (found := _known(word))]
    return _unit(tuple(map(sum, zip(*known, strict=True)))) if known else None


def direction_of(words: Iterable[str]) -> Vector | None:
    """The direction of `sum_of`."""
    together = sum_of(words)
    return _unit(together) if together else None


def blend(parts: Iterable[tuple[float, Vector]]) -> Vector | None:
    """The direction of several vectors, each with its share; None where there is none."""
    scaled = [[share * number for number in vector] for share, vector in parts]
    return _unit(tuple(map(sum, zip(*scaled, strict=True)))) if scaled else None


def drawn_word(share: float) -> str:
    """A word as running text has them: the share, 0 to 1, is spread over all words by how frequent they are."""
    table = _table()
    sums = _cumulated()
    return table.word(bisect_left(sums, share * sums[-1]))


def mean(vectors: Sequence[Vector]) -> Vector | None:
    """What several phrases mean together; None where there are none."""
    return _unit(tuple(map(sum, zip(*vectors, strict=True)))) if vectors else None


def nearness(one: Vector, other: Vector) -> float:
    """Cosine: 1 for the same meaning, about 0 for nothing in common."""
    return math.fsum(map(mul, one, other))


def is_known(word: str) -> bool:
    """Whether the table has this word: one that it lacks is rare or misspelt."""
    return _table().find(word) >= 0


def rarity(word: str) -> int:
    """How rare a word is, in sixteenths of a halving: below 100 for the most usual ones; 256 for an unknown one."""
    table = _table()
    place = table.find(word)
    return table.rarity(place) if place >= 0 else 256


def near_words(one: str, other: str) -> float:
    """How near two words are: 1 for the same, 0 where either is unknown."""
    if one == other:
        return 1.0
    first, second = _known(one), _known(other)
    return nearness(first[1], second[1]) if first and second else 0.0


def pack(vector: Vector | None) -> bytes:
    """A byte for each number; empty for none."""
    return array("b", [round(number * 127) for number in vector or ()]).tobytes()


def unpack(data: bytes) -> Vector | None:
    """The vector that was packed."""
    return _unit(array("b", data)) if data else None
