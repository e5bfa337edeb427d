"""A tree's list of questions, prepared for comparing with what somebody asks."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from tshoot.language.kinship import kin
from tshoot.language.question import Help
from tshoot.language.subject import is_faint, subjects
from tshoot.language.vectors import near_words
from tshoot.language.wants import kinds
from tshoot.model.record import record

_FAINTLY = 0.25
_BEGINNING, _MISTYPED, _AKIN, _NEAR = 0.85, 0.8, 0.75, 0.6
"""How surely a word stands for another: one begins the other, one letter differs, the same family, near in meaning."""
_NEAREST = 0.5
_LONGEST = 60
"""Different words of a text that are looked at."""

Meant = Mapping[str, float]
"""Stems of the list that a word may stand for, and how surely."""


@record
class Said:
    """One word of what was said that may carry a subject."""

    text: str
    stem: str
    weight: float
    faint: bool
    meant: Meant
    kin: frozenset[str]
    """Stems that may be said for it."""


@record
class Phrase:
    """One way of asking an entry's question."""

    weights: Mapping[str, float]
    kinds: frozenset[str]


@record
class Entry:
    """One entry: the ways of asking it, and the words of its answer."""

    phrases: tuple[Phrase, ...]
    answer: frozenset[str]


@record
class Shelf:
    """The entries, and how much each word tells them apart."""

    entries: tuple[Entry, ...]
    weights: Mapping[str, float]
    rare: float
    """What a word weighs that no entry has."""
    words: Mapping[str, str]
    """From the stems of the questions to a word that has it."""
    grams: Mapping[str, frozenset[str]]

    def said(self, text: str) -> tuple[Said, ...]:
        """The words of a text that may carry a subject, with what they stand for here."""
        found = []
        for one, word in list(subjects(text).items())[:_LONGEST]:
            faint = is_faint(word)
            weight = self.weights.get(one, self.rare) * (_FAINTLY if faint else 1.0)
            found.append(Said(word, one, weight, faint, self._meant(one, word), kin(one)))
        return tuple(found)

    def _meant(self, one: str, word: str) -> Meant:
        found = dict.fromkeys(kin(one) & self.words.keys(), _AKIN)
        if one in self.words:
            return found | {one: 1.0}
        if len(one) > 2:
            found |= self._spelt(one)
        if not found and not is_faint(word):
            for other, theirs in self.words.items():
                if not is_faint(theirs) and (near := near_words(word, theirs)) > _NEAREST:
                    found[other] = _NEAR * near
        return found

    def _spelt(self, one: str) -> dict[str, float]:
        """Stems that are spelt nearly so."""
        found = {}
        grams = _grams(one)
        for other, theirs in self.grams.items():
            if min(len(one), len(other)) < 4:
                continue
            if one.startswith(other) or other.startswith(one):
                found[other] = _BEGINNING
            elif _one_slip(one, other) or 2 * len(grams & theirs) > 1.1 * max(len(grams), len(theirs)):
                found[other] = _MISTYPED
        return found


@lru_cache(maxsize=64)
def shelf_of(helps: tuple[Help, ...]) -> Shelf:
    """The entries prepared; kept for the next question about the same ones."""
    asked = [[subjects(phrase) for phrase in entry.phrases] for entry in helps]
    answers = [frozenset(subjects(entry.answer)) for entry in helps]
    weights = _weights(asked, answers)
    entries = tuple(
        Entry(tuple(_phrases(entry, phrases, weights)), answer)
        for entry, phrases, answer in zip(helps, asked, answers, strict=True)
    )
    words = {one: word for phrases in asked for phrase in phrases for one, word in phrase.items()}
    grams = {one: _grams(one) for one in words}
    return Shelf(entries, weights, _weight(0.5, len(helps)), words, grams)


def _phrases(entry: Help, asked: Sequence[Mapping[str, str]], weights: Mapping[str, float]) -> list[Phrase]:
    first = kinds(entry.phrases[0]) if entry.phrases else frozenset()
    return [
        Phrase(
            {one: weights[one] * (_FAINTLY if is_faint(word) else 1.0) for one, word in words.items()},
            kinds(text) or first,
        )
        for text, words in zip(entry.phrases, asked, strict=True)
    ]


def _weights(asked: Sequence[Sequence[Mapping[str, str]]], answers: Sequence[frozenset[str]]) -> dict[str, float]:
    """A word counts the less the more entries have it; having it in the answer alone makes it little commoner."""
    seen: dict[str, float] = {}
    for phrases, answer in zip(asked, answers, strict=True):
        own = {one for phrase in phrases for one in phrase}
        for one in own:
            seen[one] = seen.get(one, 0.0) + 1.0
        for one in answer - own:
            seen[one] = seen.get(one, 0.0) + 0.3
    return {one: _weight(count, len(asked)) for one, count in seen.items()}


def _weight(count: float, entries: int) -> float:
    return math.log(1 + (entries + 1) / (count + 0.5))


def _one_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter left out, put in, mistaken, or by two that changed places."""
    if abs(len(one) - len(other)) > 1 or one[0] not in other[:2]:
        return False
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _grams(word: str) -> frozenset[str]:
    edged = f"^{word}$"
    return frozenset(edged[place : place + 3] for place in range(len(edged) - 2))
