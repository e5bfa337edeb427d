"""A tree's list of questions, prepared for comparing with what somebody asks."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tshoot.language.kinship import kin
from tshoot.language.question import Help
from tshoot.language.vectors import near_words
from tshoot.language.wants import kinds
from tshoot.language.words import stem, tokens, word_set

_EMPTY = word_set(
    """a an the and or but so if then than that this these those it its they them their there here one ones i you u
    we he she me my your our his her us mine yours is are was were am be been being do does did done doing have has had
    having will would can could should shall may might must to of in at as by for from with about into not no yes ok
    okay please sorry thanks hello hi hey well hm oh um wait what which who whom whose how why where when too also just
    really very even ever exactly actually anyway again now still yet any some such s t all both because while want
    wants say says ask asks something anything thing things kind let maybe quite rather only other same hang btw like"""
)
"""Words that carry no subject."""

_FAINT = word_set(
    """check checking tell know see seeing find show look looks looking mean means meaning explain describe understand
    go get got getting make sure need needed way ways step steps procedure best right correct properly normally normal
    good bad idea clue work works working use uses using used happen happens come take give put possible help much many
    long far often time supposed reason matter important relevant question think sort able try before after up out off
    on over down necessary instructions cause causes caused details detail information info trick point purpose fine
    around problem issue"""
)
"""Words of asking itself: two questions that share them need not be about the same thing."""

_FAINTLY = 0.25
_BEGINNING, _MISTYPED, _AKIN, _NEAR = 0.85, 0.8, 0.75, 0.6
"""How surely a word stands for another: one begins the other, one letter differs, the same family, near in meaning."""
_NEAREST = 0.5
_LONGEST = 60
"""Different words of a text that are looked at."""

Meant = Mapping[str, float]
"""Stems of the list that a word may stand for, and how surely."""


@dataclass(frozen=True, slots=True)
class Said:
    """One word of what was said that may carry a subject."""

    text: str
    stem: str
    weight: float
    faint: bool
    meant: Meant
    kin: frozenset[str]
    """Stems that may be said for it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of asking an entry's question."""

    weights: Mapping[str, float]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the ways of asking it, and the words of its answer."""

    phrases: tuple[Phrase, ...]
    answer: frozenset[str]


@dataclass(frozen=True, slots=True)
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
            faint = word in _FAINT
            weight = self.weights.get(one, self.rare) * (_FAINTLY if faint else 1.0)
            found.append(Said(word, one, weight, faint, self._meant(one, word), kin(one)))
        return tuple(found)

    def _meant(self, one: str, word: str) -> Meant:
        found = dict.fromkeys(kin(one) & self.words.keys(), _AKIN)
        if one in self.words:
            return found | {one: 1.0}
        if len(one) > 2:
            found |= self._spelt(one)
        if not found and word not in _FAINT:
            for other, theirs in self.words.items():
                if theirs not in _FAINT and (near := near_words(word, theirs)) > _NEAREST:
                    found[other] = _NEAR * near
        return found

    def _spelt(self, one: str) -> dict[str, float]:
        """Stems that are spelt nearly so."""
        found = {}
        grams = _grams(one)
        for other, theirs in self.grams.items():
            if min(len(one), len(other)) > 3 and (one.startswith(other) or other.startswith(one)):
                found[other] = _BEGINNING
            elif len(one) > 4 and 2 * len(grams & theirs) > 1.1 * max(len(grams), len(theirs)):
                found[other] = _MISTYPED
        return found


def subjects(text: str) -> dict[str, str]:
    """From stems to words, of those that may carry a subject, in order."""
    return {stem(word): word for word in tokens(text) if word not in _EMPTY}


def is_faint(word: str) -> bool:
    """Whether a word belongs to asking itself, not to what is asked about."""
    return word in _FAINT


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
            {one: weights[one] * (_FAINTLY if word in _FAINT else 1.0) for one, word in words.items()},
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


def _grams(word: str) -> frozenset[str]:
    edged = f"^{word}$"
    return frozenset(edged[place : place + 3] for place in range(len(edged) - 2))
