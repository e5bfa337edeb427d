"""Several options at once: "1 and 3", "new password, update installed", "all of them", "none of these"."""

from __future__ import annotations

import re

from tshoot.language.choice import by_words
from tshoot.language.labels import named, squash
from tshoot.language.late import Late
from tshoot.language.question import Question, Reading

_NONE = Late(
    r"(?:no )?(?:none|neither|nothing|not any|no|nope|never)(?: (?:of (?:them|these|those|the above|that)|at all"
    r"|that i know(?: of)?|applies|really|changed|happened|new|else))*"
)
_ALL = Late(
    r"(?:all|every one|everything|both)(?: (?:of (?:them|these|those|the above)|apply|three|four|happened|above))*"
)
_JOINTS = Late(r"\s*(?:[,;/&+\n]|\band\b|\bplus\b|\balso\b|\bas well as\b)\s*", re.IGNORECASE)


def read_many(said: str, question: Question) -> Reading:
    """The options that the text names; `unclear` as soon as one part of it is."""
    spoken = squash(said)
    if _NONE.fullmatch(spoken):
        if question.none:
            return Reading("none", score=0.95, why="says none")
        return Reading("unclear", score=0.0, candidates=_keys(question)[:3], why="says none")
    if _ALL.fullmatch(spoken):
        return Reading("options", _keys(question), score=0.95, why="says all")
    parts = [part for part in _JOINTS.split(said[:2000]) if part.strip()]
    if parts and all(re.fullmatch(r"[\d ]+", part) for part in parts):
        parts = [number for part in parts for number in part.split()]
    readings = [_part(part, question) for part in parts[:50]]
    found = [key for reading in readings for key in reading.keys]
    if found and all(reading.kind == "option" for reading in readings):
        keys = tuple(key for key in _keys(question) if key in found)
        why = ", ".join(dict.fromkeys(reading.why for reading in readings if reading.why))
        return Reading("options", keys, score=min(reading.score for reading in readings), why=why)
    whole = by_words(said, question.offers)
    if whole.kind == "option" and not found:
        return Reading("options", whole.keys, score=whole.score, why=whole.why)
    return Reading(
        "unclear", score=0.0, candidates=tuple(dict.fromkeys([*found, *whole.candidates]))[:3], why=whole.why
    )


def _part(part: str, question: Question) -> Reading:
    return named(part, question.offers) or by_words(part, question.offers)


def _keys(question: Question) -> tuple[str, ...]:
    return tuple(offer.key for offer in question.offers)
