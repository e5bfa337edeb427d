"""Questions that people ask back: the entry of the tree's list that answers.

The evidence is in three places: the words that were said, the question that was asked before (people point at it with
"it" and "that"), and what is wanted: a way, a place, a meaning, a reason. The weights are fitted on questions that
people asked, with the shipped trees' own phrasings, and rounded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from tshoot.language.question import Help
from tshoot.language.shelf import Entry, Phrase, Said, Shelf, shelf_of
from tshoot.language.subject import without_frame
from tshoot.language.wants import alike, kinds
from tshoot.language.words import tokens, word_set
from tshoot.model.record import record

_POINTING = word_set("it that this those these them they one ones there such thing things he")
_LEAST, _MOST = 2.5, 10.0
_SHARED, _NEARLY = 0.2, 0.7

_COVERED, _DISTINCT, _EXACT, _KIND, _KIND_HERE = 2.2, 2.0, 3.0, 2.2, 2.2
_IN_ANSWER, _KIN_IN_ANSWER, _ASKED_IN_ANSWER, _POINTED, _ABOUT = 2.7, 1.3, 1.9, 2.3, 1.0


@record
class Found:
    """The entry that answers best, how sure that is, and by what words."""

    entry: Help
    score: float
    words: tuple[str, ...]

    @property
    def why(self) -> str:
        """The evidence in a few words."""
        return f"asks back; shares {', '.join(self.words)}" if self.words else "asks back about what was asked"


@record
class _Asked:
    """A question back, as the entries of one list see it."""

    said: tuple[Said, ...]
    total: float
    before: tuple[Said, ...]
    """Words of the question that was asked before."""
    new: tuple[Said, ...]
    """Words that are not from there."""
    own: Mapping[str, float]
    """Stems of the list that something said stands for."""
    around: Mapping[str, float]
    """Stems of the list that stand in the question before."""
    kinds: frozenset[str]
    pointing: bool
    open: float
    """How little the new words say: 1 where none is known, and what was asked before has to tell."""


def best_help(text: str, question: str, helps: tuple[Help, ...]) -> Found | None:
    """The entry that answers a question asked back; nothing where none shares enough with it."""
    if not helps or _small_talk().search(" ".join(tokens(text))):
        return None
    shelf = shelf_of(helps)
    asked = _asked(text, question, shelf)
    scored = [
        (score, -place, phrase)
        for place, entry in enumerate(shelf.entries)
        for phrase in entry.phrases
        if (score := _score(asked, entry, phrase)) >= _LEAST and _fits(asked, entry, phrase)
    ]
    if not scored:
        return None
    score, place, phrase = max(scored, key=lambda one: one[:2])
    words = sorted(asked.said, key=lambda word: -_hit(word, phrase))
    shared = tuple(word.text for word in words[:3] if _hit(word, phrase) > 0)
    return Found(helps[-place], round(min(1.0, score / _MOST), 2), shared)


def _fits(asked: _Asked, entry: Entry, phrase: Phrase) -> bool:
    """Whether it is about what was said, or about what was pointed at."""
    near = asked.own.keys() | asked.around.keys()
    return _is_about(asked, entry) or (asked.pointing and not near.isdisjoint(phrase.weights))


def _is_about(asked: _Asked, entry: Entry) -> bool:
    """Whether enough of what was said is in the entry, rather than about something else altogether."""
    subject = [word for word in asked.said if not word.faint]
    shared = sum(word.weight * _surely(word, entry) for word in subject)
    return shared > _SHARED * sum(word.weight for word in subject)


def _surely(word: Said, entry: Entry) -> float:
    found = max((word.meant.get(one, 0.0) for phrase in entry.phrases for one in phrase.weights), default=0.0)
    if word.stem in entry.answer:
        return 1.0
    return found if found > _NEARLY else max(found / 2, 0.5 if word.kin & entry.answer else 0.0)


@cache
def _small_talk() -> re.Pattern[str]:
    """What is asked about whoever answers, about the question itself, and the time of day: no tree tells."""
    return re.compile(
        r"\b(?:who|how|what|where|how old) are you(?: doing| today| from|$)|\bare you (?:a|an|real|human|there)\b"
        r"|^(?:(?:sorry|um|er|but|and|what) )*what do you mean$"
        r"|^(?:(?:sorry|um|er|but) )*i (?:do|did) not (?:understand|get|follow)"
        r"(?: (?:it|you|the question|what you mean))?$"
        r"|\byour name\b|^do you (?:like|love|speak)\b|\bwhat (?:time|day|date) is it\b"
    )


def _asked(text: str, question: str, shelf: Shelf) -> _Asked:
    said, before = shelf.said(without_frame(text)), shelf.said(question)
    stems = {one.stem for one in before}
    new = tuple(one for one in said if one.stem not in stems)
    known = sum(
        one.weight * top for one in new if one.weight > 1 and (top := max(one.meant.values(), default=0.0)) >= 0.7
    )
    return _Asked(
        said, sum(one.weight for one in said) or 1.0, before, new, _reached(said), _reached(before), kinds(text),
        _is_pointing(text, said), 1 / (1 + known),
    )  # fmt: skip


def _is_pointing(text: str, said: Sequence[Said]) -> bool:
    """Whether it points at what was asked before: "how do I see that?", or "how can I tell?" without any subject."""
    words = tokens(text)
    plain = [word for place, word in enumerate(words) if word != "there" or words[place - 1] not in ("is", "are")]
    return any(word in _POINTING for word in plain) or (bool(said) and all(word.faint for word in said))


def _reached(words: Sequence[Said]) -> dict[str, float]:
    found: dict[str, float] = {}
    for word in words:
        for other, surely in word.meant.items():
            found[other] = max(found.get(other, 0.0), surely)
    return found


def _score(asked: _Asked, entry: Entry, phrase: Phrase) -> float:
    size = sum(phrase.weights.values())
    hits = {one.stem: _hit(one, phrase) for one in asked.said}
    own = sum(weight * asked.own.get(one, 0.0) for one, weight in phrase.weights.items())
    pointed = sum(weight * asked.around.get(one, 0.0) for one, weight in phrase.weights.items())
    both = sum(
        weight * max(asked.own.get(one, 0.0), asked.around.get(one, 0.0)) for one, weight in phrase.weights.items()
    )
    kind = alike(asked.kinds, phrase.kinds)
    about = sum(_hit(one, phrase) for one in asked.before)
    missing = [one for one in asked.said if not hits[one.stem]]
    answered = sum(one.weight for one in asked.before if one.stem in entry.answer)
    return (
        _COVERED * sum(hits.values()) / asked.total
        + _DISTINCT * max((hits[one.stem] for one in asked.new), default=0.0) / 3
        + _EXACT * own / (size + 1)
        + _KIND * asked.open * kind
        + _KIND_HERE * kind * both / (size + 0.5)
        + _IN_ANSWER * sum(one.weight for one in missing if one.stem in entry.answer) / asked.total
        + _KIN_IN_ANSWER * sum(one.weight for one in missing if one.kin & entry.answer) / asked.total
        + _ASKED_IN_ANSWER * answered / (answered + 3)
        + _POINTED * asked.pointing * pointed / (size + 0.5)
        + _ABOUT * asked.open * about / (about + 2)
    )


def _hit(one: Said, phrase: Phrase) -> float:
    """How much of a word is in a phrase."""
    return one.weight * max(
        (surely for other, surely in one.meant.items() if other in phrase.weights), default=0.0
    )
