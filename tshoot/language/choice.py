"""Offers that are no yes and no: read by the distinctive words of their labels and `means`, with negation respected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from tshoot.language.amounts import numbers_in
from tshoot.language.clauses import clauses
from tshoot.language.lexicon import EMPTY_SUBJECTS
from tshoot.language.meaning import FAINT, by_meaning, is_clear
from tshoot.language.opposites import sense_of
from tshoot.language.question import Offer, Reading
from tshoot.language.spelling import nearest
from tshoot.language.words import STOP_WORDS, stem, tokens, word_set

ENOUGH = 0.5
"""Share of an offer's weight of words that decides; with less, its candidates are named."""

_LACK = word_set("lost stolen missing empty refused fails failed off dead blocked rejected gone invalid bad out")
"""Words of labels that tell of a lack: what is denied of something may be just that."""

TWO = "says two of them"

LITTLE = 0.4
"""What a word counts that is in many sentences: it does not tell an offer alone."""


def by_words(text: str, offers: Sequence[Offer], *, meaning: bool = True) -> Reading:
    """The offer whose own words the text uses; `unclear` where they are too few or turned.

    With `meaning`, also the offer whose words are near in meaning; not between yes and no, whose words are all near.
    """
    weights = _weights(offers)
    said = _said(text, tuple(dict.fromkeys(word for stems in weights.values() for word in stems)))
    scores: dict[str, float] = {}
    denied: set[str] = set()
    evidence: dict[str, list[str]] = {}
    bad = {offer.key for offer in offers if _LACK & set(tokens(offer.label))}
    for key, stems in weights.items():
        for word, weight in stems.items():
            if word not in said:
                continue
            negated, typed = said[word]
            if negated and key in bad and word not in _negated_in(offers, key):
                scores[key] = scores.get(key, 0.0) + weight / 2  # "can't find my phone": "My phone is lost"
                evidence.setdefault(key, []).append(f"not {typed}")
            elif negated != (word in _negated_in(offers, key)):
                denied.add(key)
            else:
                scores[key] = scores.get(key, 0.0) + weight
                evidence.setdefault(key, []).append(typed)
    order = sorted(
        (key for key in scores if key not in denied), key=lambda key: (-scores[key], _place(key, offers))
    )
    found = _decide(order, scores, denied, evidence, offers)
    if found.kind == "option" or not meaning:
        return found
    return _nearest(text, found, [offer for offer in offers if offer.key not in denied], turned=bool(denied))


def _decide(
    order: Sequence[str],
    scores: Mapping[str, float],
    denied: set[str],
    evidence: Mapping[str, Sequence[str]],
    offers: Sequence[Offer],
) -> Reading:
    best = scores[order[0]] if order else 0.0
    second = scores[order[1]] if len(order) > 1 else 0.0
    if best >= ENOUGH and second <= best / 2:
        score = round(min(0.95, 0.6 + 0.3 * best - 0.2 * second), 2)
        return Reading("option", (order[0],), score=score, why=f"says {', '.join(evidence[order[0]])}")
    left = [offer.key for offer in offers if offer.key not in denied]
    why = TWO if second else "is turned" if denied else ""
    return Reading(
        "unclear", score=0.0, candidates=tuple([*order, *(k for k in left if k not in order)][:3]), why=why
    )


def _nearest(text: str, found: Reading, left: Sequence[Offer], *, turned: bool) -> Reading:
    """An offer by its number or by meaning, where the words alone do not decide; else the nearest named first."""
    if not turned and (numbered := _by_number(text, left)):
        return numbered
    near = by_meaning(text, left)
    if not turned and found.why != TWO and is_clear(text, near):
        score = round(0.5 + 0.35 * near[0].near, 2)
        return Reading("option", (near[0].offer.key,), score=score, why=f"is near to “{near[0].phrase}”")
    if found.why:
        return found
    keys = dict.fromkeys((*(one.offer.key for one in near), *found.candidates))
    return Reading("unclear", score=0.0, candidates=tuple(keys)[:3])


def _by_number(text: str, offers: Sequence[Offer]) -> Reading | None:
    """The one offer whose label holds a number that the text says: "stuck at eighty" is "Only to 60 or 80 percent"."""
    said = {*numbers_in(text), *(number for part in text.split() for number in numbers_in(part))}
    found = [offer for offer in offers if said & set(numbers_in(offer.label))]
    if len(found) != 1:
        return None
    return Reading("option", (found[0].key,), score=0.75, why="says its number")


def _place(key: str, offers: Sequence[Offer]) -> int:
    return next(place for place, offer in enumerate(offers) if offer.key == key)


def _weights(offers: Sequence[Offer]) -> dict[str, dict[str, float]]:
    """Each offer's stems; one that few offers share weighs more, one that all share nothing."""
    own = {offer.key: _stems((offer.label, offer.key, *offer.means)) for offer in offers}
    sharing = Counter(word for stems in own.values() for word in stems)
    return {
        key: {
            word: (LITTLE if word in _faint() else 1.0) / sharing[word] ** 2
            for word in stems
            if sharing[word] < len(offers) or len(offers) == 1
        }
        for key, stems in own.items()
    }


def _stems(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stem(word) for phrase in phrases for word in tokens(phrase) if _tells(word)))


def _tells(word: str) -> bool:
    return word not in STOP_WORDS and not (len(word) == 1 and word.isascii() and not word.isdigit())


def _said(text: str, known: Sequence[str]) -> dict[str, tuple[bool, str]]:
    """The stems that were said, misspelt ones put right; whether each is negated, and how it was typed."""
    said: dict[str, tuple[bool, str]] = {}
    like: dict[str, tuple[bool, str]] = {}
    for clause in clauses(text):
        for word in clause.words:
            if not _tells(word.text):
                continue
            name = stem(word.text)
            if name not in known and len(word.text) > 4 and (near := nearest(name, known)):
                name = near
            negated = word.negated and word.text not in EMPTY_SUBJECTS
            said[name] = (negated, word.text)
            if name not in known:
                like |= dict.fromkeys(_same_sense(name, known), (negated, word.text))
    # What only means the same counts where no word of a label is said.
    return said if said.keys() & set(known) else {**like, **said}


@cache
def _faint() -> frozenset[str]:
    return frozenset(map(stem, FAINT))


def _same_sense(name: str, known: Sequence[str]) -> list[str]:
    """The stems of labels that say the same as a word does: "quiet" for "silence"."""
    mine = set(sense_of(name))
    return [other for other in known if mine & set(sense_of(other))] if mine else []


def _negated_in(offers: Sequence[Offer], key: str) -> set[str]:
    """Stems that stand negated in an offer's own label or phrases."""
    offer = offers[_place(key, offers)]
    return {
        stem(word.text)
        for phrase in (offer.label, *offer.means)
        for clause in clauses(phrase)
        for word in clause.words
        if word.negated and word.text not in EMPTY_SUBJECTS
    }
