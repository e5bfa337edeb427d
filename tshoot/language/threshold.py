"""From which raw score on a tree of this library fits, told from the trees' own phrases alone.

What fits: each phrase, asked of the library without itself. What does not fit: the same phrases with other words, as
frequent as words are in running text, in place of all that say something. The threshold lets nearly all of the
first through, and hardly any of the second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from zlib import crc32

from tshoot.language.features import words_of
from tshoot.language.profile import Document, packed, unpacked
from tshoot.language.ranking import Rarity, Sentence, fit, query, sentence
from tshoot.language.stop_words import stop_words
from tshoot.language.symptoms import Candidate, Library, Section, rarest_stems
from tshoot.language.vectors import drawn_word
from tshoot.model.record import record

MIDDLING = 0.3
"""The raw score at which a tree is taken to fit, where the library has no phrases to tell."""

SAMPLE = 200
"""Phrases that are looked at."""

_TOO_FEW = 20
_KEPT, _FOREIGN, _FOREIGN_AT_MOST = 0.05, 0.96, 0.99
_LEAST = 0.08


@record
class Sampled:
    """One phrase of a tree, and everything else that speaks for it."""

    tree: str
    phrase: str
    others: tuple[str, ...]


def sample_of(trees: Sequence[str], document: Callable[[str], Document]) -> list[Sampled]:
    """Phrases that say what is wrong, from trees all over the library."""
    few = sorted(trees)[:: max(1, len(trees) // SAMPLE)]
    found = [one for tree in few for one in _sampled(document(tree))]
    return found[:: max(1, len(found) // SAMPLE)]


def _sampled(document: Document) -> list[Sampled]:
    phrases = document.phrases()
    return [
        Sampled(document.tree, phrase, tuple(other for other in phrases if other is not phrase))
        for phrase in (*document.symptoms, *document.learned)
        if phrase.strip()
    ]


def middling(sample: Sequence[Sampled], section: Section, library: Library) -> float:
    """The raw score that becomes FITS."""
    fitting = sorted(_left_out(one, section, library) for one in sample if len(one.others) > 1)
    foreign = sorted(_best(words, section, library) for words in _foreign(sample, section.language))
    if not foreign:
        return MIDDLING
    least, most = _at(foreign, _FOREIGN), _at(foreign, _FOREIGN_AT_MOST)
    if len(fitting) < _TOO_FEW:
        return max(_LEAST, least)
    return max(_LEAST, least, min(most, _at(fitting, _KEPT)))


def _at(scores: Sequence[float], share: float) -> float:
    return scores[min(len(scores) - 1, int(len(scores) * share))]


def _foreign(sample: Sequence[Sampled], language: str) -> list[tuple[str, ...]]:
    """The phrases with other words; again and again where there are few."""
    rounds = range(-(-SAMPLE // len(sample))) if sample else ()
    common = stop_words(language)
    return [
        tuple(word if word in common else _other(f"{word} {place} {turn}") for place, word in enumerate(words))
        for one in sample
        if (words := words_of(one.phrase, language))
        for turn in rounds
    ]


def _other(seed: str) -> str:
    """A word that says something; the same one for the same seed."""
    number = crc32(seed.encode("utf-8", "surrogatepass"))
    while (word := drawn_word(number / 2**32)) in stop_words("en"):
        number = crc32(number.to_bytes(4, "big"))
    return word


def _best(words: tuple[str, ...], section: Section, library: Library) -> float:
    """The best raw score that these words have."""
    part = sentence(words, section.language)
    counts = library.counts(part.counts)
    return _highest(part, Rarity(section.documents, counts), _candidates(words, counts, section, library))


def _left_out(one: Sampled, section: Section, library: Library) -> float:
    """The best raw score of a phrase that its own tree does not have."""
    words = words_of(one.phrase, section.language)
    part = sentence(words, section.language)
    rest = unpacked(packed(one.others, section.language))
    having = library.counts(part.counts)
    counts = {feature: count - (feature not in rest.uses) for feature, count in having.items()}
    others = [other for other in _candidates(words, having, section, library) if other.tree != one.tree]
    return _highest(part, Rarity(section.documents, counts), [*others, Candidate(one.tree, rest)])


def _candidates(
    words: tuple[str, ...], counts: Mapping[int, int], section: Section, library: Library
) -> list[Candidate]:
    found = library.candidates(section.language, rarest_stems(words, counts, section.language))
    return [one for one in found if not one.against]


def _highest(part: Sentence, rarity: Rarity, candidates: Iterable[Candidate]) -> float:
    asked = query([(1.0, part)], rarity)
    return max((fit(asked, one.profile) for one in candidates), default=0.0)
