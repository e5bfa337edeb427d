"""A sentence as clauses whose words know whether they are negated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tshoot.language.lexicon import (
    CONTRAST,
    EMPTY_SUBJECTS,
    ENDED,
    HARMLESS,
    NEGATORS,
    REFUSING,
    STARTERS,
    STOPPING,
    SUBORDINATE,
    TURNING,
)
from tshoot.language.set_phrases import plain
from tshoot.language.words import stem, tokens, word_set
from tshoot.model.record import record

_LEADING_ON = word_set("with on in at after during under from over for")

_FAR = word_set("zero nothing none")

_TURNING_PAIRS = {
    ("free", "of"), ("free", "from"), ("used", "to"), ("clear", "of"), ("empty", "of"), ("void", "of"),
    ("devoid", "of"),
}  # fmt: skip
"""What follows these is not there, or no more."""

_LISTED = 6
"""Words of the last part of a list."""

READ = 60
"""Clauses that are looked at."""


@record
class Word:
    """One word in its clause."""

    text: str
    stem: str
    negated: bool = False


@record
class Clause:
    """A stretch of words with one statement."""

    words: tuple[Word, ...]
    contrast: bool = False
    """It follows "but", "then" and the like: it outweighs what came before."""
    side: bool = False
    """It follows "when", "if", "because": it is not what is claimed."""
    asks: bool = False
    """It ends in a question mark."""

    @property
    def negations(self) -> int:
        """How many of its words turn what it claims; "without" turns only what follows it."""
        texts = self.texts
        turning = (
            text in NEGATORS or text in EMPTY_SUBJECTS
            for place, text in enumerate(texts)
            if not (text in _FAR and _leads_to(texts, place))
        )
        return sum(turning) - texts.count("without")

    @property
    def stoppings(self) -> tuple[int, ...]:
        """Places of words such as "stopped" that are followed by what stopped."""
        texts = self.texts
        return tuple(place for place, text in enumerate(texts) if text in STOPPING and _is_doing(texts, place))

    @property
    def texts(self) -> tuple[str, ...]:
        """Its words as typed."""
        return tuple(word.text for word in self.words)


@lru_cache(maxsize=256)
def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a text, in order."""
    found: list[Clause] = []
    for match in re.finditer(
        r"((?:[^.;:!?,\n()\u2013\u2014]|(?<=\d)[.,](?=\d))+)([.;:!?,\n()\u2013\u2014]*)", plain(text)
    ):
        parts = _split(tokens(match[1]))
        for number, (words, contrast, side) in enumerate(parts):
            last = number == len(parts) - 1
            marked = _mark(words)
            if found and _goes_on(found[-1].words, words):
                marked = tuple(Word(word.text, word.stem, True) for word in marked)
            found.append(Clause(marked, contrast, side, asks=last and "?" in match[2]))
        if len(found) >= READ:
            break
    return tuple(found)


def _goes_on(before: Sequence[Word], words: Sequence[str]) -> bool:
    """Whether the words go on with a list of what there is not: "no scratches, dents or cracks"."""
    lists = "or" in words or "nor" in words
    return lists and len(words) <= _LISTED and before[-1].negated and not STARTERS & set(words)


def _split(words: tuple[str, ...]) -> list[tuple[list[str], bool, bool]]:
    parts: list[tuple[list[str], bool, bool]] = []
    current: list[str] = []
    contrast = side = False
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if word == "that" and current and (current[-1] == "now" or "so" in current[-4:]):  # "so hot that I …"
            word = "because"
        joins = word in ("and", "so", "or") and following in STARTERS and len(current) > 1
        if word in CONTRAST or word in SUBORDINATE or joins:
            if current:
                parts.append((current, contrast, side))
            current, contrast, side = [], word in CONTRAST, word in SUBORDINATE and word not in CONTRAST
        else:
            current.append(word)
    if current:
        parts.append((current, contrast, side))
    return parts


def _mark(words: list[str]) -> tuple[Word, ...]:
    turned = any(word in EMPTY_SUBJECTS and not _leads_to(words, place) for place, word in enumerate(words))
    negated = turned
    refused: bool | None = None
    """What held before "refuses to": the refusal ends where "with" or "on" leads on."""
    marked: list[Word] = []
    if words[-1] == "not" and len(words) > 1:  # "it works not"
        turned = negated = True
    for place, word in enumerate(words):
        if (
            word in NEGATORS
            and not _is_harmless(words, place)
            and not (word == "zero" and _leads_to(words, place))
        ):
            negated = not negated if word in TURNING and not turned else True
            marked.append(Word(word, word))
        elif word in STOPPING and _is_doing(words, place):
            negated = True
            marked.append(Word(word, stem(word)))
        elif word in REFUSING and words[place + 1 : place + 2] == ["to"]:
            refused, negated = negated, not negated
            marked.append(Word(word, stem(word)))
        elif word in EMPTY_SUBJECTS:
            marked.append(Word(word, stem("anything") if word == "nothing" else word, word == "nothing"))
        elif (word, *words[place + 1 : place + 2]) in _TURNING_PAIRS:
            negated = True
            marked.append(Word(word, word))
        elif word == "free" and marked:
            marked[-1] = Word(marked[-1].text, marked[-1].stem, True)
            marked.append(Word(word, word))
        else:
            if refused is not None and word in _LEADING_ON:
                negated, refused = refused, None
            marked.append(Word(word, stem(word), negated))
    return _ended(marked)


def _ended(marked: list[Word]) -> tuple[Word, ...]:
    """With "the crashes have stopped", the crashes are no more."""
    last = [place for place, word in enumerate(marked) if word.text not in ("now", "again", "completely", "all")][
        -1:
    ]
    if not last or last[0] < 2 or marked[last[0]].text not in ENDED or marked[last[0]].negated:
        return tuple(marked)
    before = (Word(word.text, word.stem, not word.negated) for word in marked[: last[0]])
    return (*before, *marked[last[0] :])


def _leads_to(words: Sequence[str], place: int) -> bool:
    """Whether a word such as "nothing" only says how far something goes: "turned down to zero"."""
    return place > 0 and words[place - 1] in ("to", "at", "on", "like")


def _is_doing(words: Sequence[str], place: int) -> bool:
    """Whether a word such as "stopped" is followed by what stopped: "stopped working"."""
    return place + 1 < len(words) and words[place + 1].endswith("ing")


def _is_harmless(words: list[str], place: int) -> bool:
    around = " ".join(words[max(0, place - 1) : place + 3])
    return any(phrase in around for phrase in HARMLESS)
