"""Which tree fits what a person says.

`rank` asks a library for the few trees that may fit and compares them with the message, in every language that the
library has. How it compares: `ranking`; what a tree is compared by: `profile`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from tshoot.language.features import stem_of, word_feature, words_of
from tshoot.language.late import Late
from tshoot.language.profile import Document, Profile
from tshoot.language.ranking import Query, Rarity, Sentence, attended, fit, sentence
from tshoot.language.spelling import SHORT, UNKNOWN_READ, halves, parted, respelt
from tshoot.language.stop_words import stop_words
from tshoot.language.vectors import is_known
from tshoot.language.words import LIMIT
from tshoot.model.record import record

__all__ = ["FITS", "Candidate", "Document", "Library", "Ranked", "Section", "best_fits", "rank", "rarest_stems"]

FITS = 0.5
"""A score below this means that no tree fits; the scores are scaled to it by the trees' own phrases."""

WORDLESS = 0.49
"""What is left of the score of a tree that shares no whole word with the text, stop words apart: it never fits."""

_STEEP = 2.5

SENTENCES = 12
"""Sentences that are told apart; what comes later belongs to the last."""

_ENDS = Late(r"(?<=[.!?;])\s+|(?<=[\u3002\uff01\uff1f\uff1b])|\n+")


@record
class Ranked:
    """One tree, how well it fits (0 to 1), and the person's words that say so."""

    tree: str
    score: float
    words: tuple[str, ...] = ()
    respelt: tuple[tuple[str, str], ...] = ()
    """Words that were read as others: as typed, and as read."""
    phrase: str = ""
    """What the tree says of itself that is nearest; told where it is asked for."""
    near: tuple[tuple[str, str], ...] = ()
    """Words, and words of that phrase that mean about the same."""


@record
class Candidate:
    """A tree that may fit, by one of its profiles."""

    tree: str
    profile: Profile
    against: bool = False
    """It holds the tree's `not_symptoms` and pushes the tree away."""


@record
class Section:
    """The trees of one language."""

    language: str
    documents: int
    middling: float
    """The raw score that becomes FITS."""


class Library(Protocol):
    """What ranking asks of an index."""

    def sections(self) -> Sequence[Section]:
        """One for each language."""

    def counts(self, features: Collection[int]) -> Mapping[int, int]:
        """How many documents have each feature; what none has may be missing."""

    def candidates(self, language: str, stems: Mapping[str, int]) -> Sequence[Candidate]:
        """The documents that may fit, found by these stems: how many documents have each, the rarest first."""

    def alike(self, language: str, word: str) -> Iterable[str]:
        """Words of the library that may be meant by a misspelt one."""


def rank(text: str, library: Library) -> list[Ranked]:
    """The trees that may fit, best first."""
    best: dict[str, Ranked] = {}
    for section in library.sections():
        for ranked in _Asked(text[:LIMIT], section, library).ranked():
            if ranked.tree not in best or best[ranked.tree].score < ranked.score:
                best[ranked.tree] = ranked
    return sorted(best.values(), key=lambda one: (-one.score, one.tree))


class _Asked:
    """A message asked of the trees of one language."""

    def __init__(self, text: str, section: Section, library: Library) -> None:
        self._section = section
        self._library = library
        self._sentences = [words for part in _cut(text) if (words := words_of(part, section.language))]
        self._common = sorted(stop_words(section.language))
        self._respelt: dict[str, str] = {}

    def ranked(self) -> list[Ranked]:
        """The trees of this language, best first."""
        language = self._section.language
        parts = [sentence(words, language) for words in self._sentences]
        counts = self._library.counts({feature for part in parts for feature in part.counts})
        if self._respelt_some(counts):
            # What was typed still counts as unknown, so that guesses fit less well.
            parts = [_both(part, self._read(part.words), language) for part in parts]
            counts = self._library.counts({feature for part in parts for feature in part.counts})
        rarity = Rarity(self._section.documents, counts)
        words = [word for words in self._sentences for word in (*words, *self._read(words))]
        candidates = self._library.candidates(language, rarest_stems(words, counts, language))
        query = attended(parts, rarity, [one.profile for one in candidates if not one.against])
        return self._explained(best_fits(query, candidates, self._section.middling), candidates)

    def _respelt_some(self, counts: Mapping[int, int]) -> bool:
        language = self._section.language
        words = dict.fromkeys(word for words in self._sentences for word in words)
        unknown = [
            word
            for word in words
            if (own := word_feature(word, language)) and not counts.get(own)
            if len(word) <= SHORT or not is_known(word)
        ]
        self._respelt = respelt(unknown, lambda word: self._library.alike(language, word), self._common)
        joined = [word for word in unknown if word not in self._respelt][:UNKNOWN_READ]
        known = self._known({half for word in joined for halved in halves(word) for half in halved})
        self._respelt |= {word: both for word in joined if (both := parted(word, known))}
        return bool(self._respelt)

    def _known(self, words: Collection[str]) -> set[str]:
        """Those of these words that the library has, and stop words."""
        own = {word: word_feature(word, self._section.language) for word in words}
        counts = self._library.counts({feature for feature in own.values() if feature})
        return {word for word, feature in own.items() if not feature or feature in counts}

    def _read(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(part for word in words for part in self._respelt.get(word, word).split())

    def _explained(self, scores: Mapping[str, float], candidates: Sequence[Candidate]) -> list[Ranked]:
        said = self._said()
        known: dict[str, set[int]] = {}
        for one in candidates:
            if not one.against and one.tree in scores:
                known[one.tree] = said.keys() & one.profile.uses.keys()
        found = []
        for tree, score in scores.items():
            words = tuple(word for own, word in said.items() if own in known[tree])
            scaled = _scaled(score, self._section.middling)
            scaled = scaled if words else round(scaled * WORDLESS, 4)
            if scaled:
                changed = tuple((word, self._respelt[word]) for word in words if word in self._respelt)
                found.append(Ranked(tree, scaled, words, changed))
        return found

    def _said(self) -> dict[int, str]:
        """Words as typed, by the features of what they are read as."""
        said: dict[int, str] = {}
        for word in dict.fromkeys(word for words in self._sentences for word in words):
            for read in self._read((word,)):
                if own := word_feature(read, self._section.language):
                    said.setdefault(own, word)
        return said


def _scaled(score: float, middling: float) -> float:
    """0 to 1: FITS for the middling score, and about the chance that the tree is meant."""
    return round(1 / (1 + math.pow(middling / score, _STEEP)), 4)


def best_fits(query: Query, candidates: Iterable[Candidate], middling: float) -> dict[str, float]:
    """How well each tree fits, what its `not_symptoms` say taken off."""
    own: dict[str, float] = {}
    against: dict[str, float] = {}
    for one in candidates:
        score = fit(query, one.profile)
        (against if one.against else own)[one.tree] = score
    pushed = {tree: score - _push(score, against.get(tree, 0.0), middling) for tree, score in own.items()}
    return {tree: score for tree, score in pushed.items() if score > 0}


def _push(score: float, against: float, middling: float) -> float:
    """Only what fits by itself, and about as well as the tree, pushes it away."""
    return 2 * max(0.0, against - max(0.8 * score, middling))


def rarest_stems(words: Iterable[str], counts: Mapping[int, int], language: str) -> dict[str, int]:
    """The stems of these words that a library has, with how many documents have them, the rarest first."""
    stems: dict[str, int] = {}
    for word in dict.fromkeys(words):
        if count := counts.get(word_feature(word, language), 0):
            stems[stem_of(word, language)] = count
    return dict(sorted(stems.items(), key=lambda item: (item[1], item[0])))


def _cut(text: str) -> list[str]:
    parts = _ENDS.split(text)
    return [*parts[: SENTENCES - 1], " ".join(parts[SENTENCES - 1 :])]


def _both(part: Sentence, read: tuple[str, ...], language: str) -> Sentence:
    if read == part.words:
        return part
    other = sentence(read, language)
    counts = {feature: max(part.counts.get(feature, 0), other.counts.get(feature, 0))
              for feature in {**part.counts, **other.counts}}  # fmt: skip
    return Sentence(part.words, counts, other.meaning)
