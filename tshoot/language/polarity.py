"""Yes or no: whether an answer in one's own words affirms or denies what the question asks.

Each clause gives evidence between -1 (denies) and 1 (affirms): words it shares with the question, or whose sense or
opposite it shares, with both sides' negations; good or bad news against the question's own; and bare negation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tshoot.language.asked import Asked, asked_of, tone_of
from tshoot.language.clauses import Clause, Word, clauses
from tshoot.language.lexicon import ATTEMPTS, NO, STARTERS, STILL, YES
from tshoot.language.opposites import senses
from tshoot.language.quantities import compared
from tshoot.language.words import word_set

REFERRING = word_set("it they them that this these those there i we my one ones he she")
SOMETIMES = word_set("sometimes occasionally intermittently rarely seldom partly times now usually mostly often")
SEEN = word_set(
    "see saw seen show shows showed appear appears appeared visible hear heard get gets got find found have has"
)
NODS = word_set("ok okay sure right alright done thanks thank you")
"""Alone, these may mean no more than "I have done that"."""
HOPED = word_set("thought hoped should supposed until hope wish would")
_ONLY_ALONE = word_set("right ok okay true sure correct y ya n")
"""Words that say yes or no only when they stand alone."""

BARE = 0.55
"""What a denial that shares nothing with the question is worth."""

DECIDES = 0.35
"""Evidence for or against from here on is taken as yes or no; with less, the question is asked again."""

CLEAR = 0.5
"""Evidence from here on decides by itself."""


@dataclass(frozen=True, slots=True)
class Stance:
    """How strongly an answer affirms (up to 1) or denies (down to -1), and what says so."""

    value: float
    why: str = ""


def stance(text: str, question: str) -> Stance:
    """Whether the answer affirms or denies what the question asks."""
    asked = asked_of(question)
    first = leading(text)
    if not first.value and (held := held_against(text, question)):
        return held
    if not asked.fix and first.value:
        return first
    said = clauses(text)
    if asked.fix and all(set(clause.texts) <= NODS for clause in said):
        return Stance(0.0)
    if first.value and set(said[0].texts) <= YES | NO:
        said = said[1:]
    body = declared(said[1:] if first.value else said) or _body(said, asked)
    if abs(body.value) >= CLEAR and first.value * body.value < 0:
        return Stance(0.0, "says yes and no")
    return first if first.value else body


def held_against(text: str, question: str) -> Stance | None:
    """What the answer's quantity says, where the question asks about a range: "older than five years"."""
    within, said = compared(text, question)
    return (
        None if within is None else Stance(0.85 if within else -0.85, f"{said} is {'' if within else 'not '}that")
    )


def leading(text: str) -> Stance:
    """What the first words say by themselves: "nope, …", "that's right", "I don't think so"."""
    found = clauses(text)
    if not found:
        return Stance(0.0)
    words = found[0].texts
    rest = words[1] if len(words) > 1 else ""
    alone = not rest or rest in STARTERS or rest in YES or rest in NO
    if words[0] in YES and (alone or words[0] not in _ONLY_ALONE):
        return Stance(1.0, f"starts with {words[0]}")
    if words[0] in NO and (alone or words[0] not in ("no", "n")):
        return Stance(-1.0, f"starts with {words[0]}")
    for clause in found[:2]:
        spoken = " ".join(clause.texts)
        if _denies().search(spoken):
            return Stance(-0.9, f"says {spoken}"[:60])
        if not clause.side and _confirms().search(spoken):
            return Stance(0.9, f"says {spoken}"[:60])
    return Stance(0.0)


def declared(said: Sequence[Clause]) -> Stance | None:
    """A yes or no that stands apart after or between other words: "it fades when I hit it, so yeah"."""
    for clause in reversed(said):
        texts = [text for text in clause.texts if text not in _FILLERS]
        if clause.asks or clause.side or not texts:
            continue
        if all(text in _APART for text in texts):
            return Stance(0.9, f"says {texts[-1]}")
        if all(text in _NOT_APART for text in texts):
            return Stance(-0.9, f"says {texts[-1]}")
    last = said[-1].texts if said else ()
    if len(last) > 2 and last[-1] in _CLOSING:
        return Stance(0.85, f"says {last[-1]}")
    return None


_FILLERS = word_set(
    """so well oh ah ha phew hm hmm um erm and but yeah i guess think suppose say would is was the answer then
    unfortunately sadly luckily thankfully again that it be a big very clearly basically technically eventually actually
    afraid am sorry to indeed"""
) - word_set("yeah indeed")
_CLOSING = word_set("yes yeah yep yup yessir")
_APART = _CLOSING | word_set("definitely certainly absolutely affirmative confirmed correct indeed")
_NOT_APART = word_set("no nope nah negative")

_WHO = r"(?:i|it|they|we|he|she|that|there|this|mine|all of them|both)"
_DOES = r"(?:do|does|did|is|are|was|were|am|can|could|have|has|had|will|would)"


@cache
def _confirms() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:(?:that|this|it|which) (?:is|was) (?:right|correct|true|so|the case)\b|{_WHO} {_DOES}"
        r"(?: indeed| definitely| actually| too)?$|of course|for sure|most likely"
        r"|(?:that |this |it )?did (?:it|the trick)|(?:that|this|it) (?:really )?helped"
        rf"|i (?:think|guess|believe|suppose|hope) so\b|{_WHO} (?:indeed|definitely|certainly) {_DOES}$)"
    )


@cache
def _denies() -> re.Pattern[str]:
    return re.compile(
        r"^(?:(?:that|this|it) (?:is|was) (?:wrong|false|incorrect|not (?:right|correct|true|so|the case))$"
        rf"|{_WHO} {_DOES} not(?: really| either)?$|i (?:do|would|did) not (?:think|believe|guess|suppose|say) so\b"
        r"|not (?:really|at all|yet|any ?more|that i know|quite|now|exactly|a bit|even|anything)\b"
        r"|by no means|i doubt it"
        r"|quite the (?:opposite|contrary)|no longer$|far from it|of course not)"
    )


def _body(said: tuple[Clause, ...], asked: Asked) -> Stance:
    """All clauses together; bare denials and mere mentions weigh little beside what is said of the question's words."""
    parts = [(clause, *_evidence(clause, asked)) for clause in said if not clause.asks]
    if asked.fix:
        return _fix_body(parts)
    level = max((_level(evidence) for _, evidence, _ in parts), default=0)
    total, share, why = 0.0, 1.0, ""
    for _, evidence, reason in parts:
        if _level(evidence) == level:
            total += evidence * share
            share, why = 0.5, why or reason
    return Stance(max(-1.0, min(1.0, total)), why)


def _level(evidence: float) -> int:
    """Direct evidence, a bare denial, or a mere mention."""
    return 3 if abs(evidence) > BARE else 2 if evidence < -0.5 else 1


def _fix_body(parts: Sequence[tuple[Clause, float, str]]) -> Stance:
    """After "did it help?", what follows a "but" or a "then" outweighs what came before."""
    total, why = 0.0, ""
    for clause, evidence, reason in parts:
        if clause.contrast and (evidence * total < 0 or (not evidence and total > 0)):
            total *= 0.1 if evidence else 0.3
        total += evidence
        why = reason if evidence * total > 0 else why
    return Stance(max(-1.0, min(1.0, total)), why)


def _evidence(clause: Clause, asked: Asked) -> tuple[float, str]:
    """What one clause says; what was only tried, or stands after "when", says little."""
    if asked.fix:
        return _fix_evidence(clause)
    evidence, why = _claimed(clause, asked)
    if evidence > 0 and (ATTEMPTS - asked.spoken) & set(clause.texts):
        evidence = min(evidence, 0.2)
    return (evidence * (0.6 if abs(evidence) > BARE else 0.3) if clause.side else evidence), why


def _claimed(clause: Clause, asked: Asked) -> tuple[float, str]:
    """The strongest sign first: quantities, opposites, news against the question's, its own words, bare negation."""
    if contrast := _quantity(clause, asked):
        return contrast
    opposite, shared, words = _shared(clause, asked)
    if opposite:
        return opposite, f"says {words[-1]}"
    tone, spoken = tone_of(clause)
    told = shared >= CLEAR and spoken.startswith("not ")
    if tone * asked.news < 0 and shared > -CLEAR and not told and not _is_negated(clause, asked):
        return -0.8, f"says {spoken}"
    if abs(shared) > BARE:
        return shared, f"says {', '.join(words)}"
    if tone * asked.news:
        return 0.8 * tone * asked.news, f"says {spoken}"
    if _is_negated(clause, asked):
        return -BARE, "is negative"
    if shared:
        perceived = shared > 0 and SEEN & set(clause.texts) and SEEN & asked.spoken
        return (max(shared, 0.45) if perceived else shared), f"says {', '.join(words)}"
    return (0.3, "is affirmative") if _refers(clause) else (0.0, "")


def _is_negated(clause: Clause, asked: Asked) -> bool:
    """Whether it is turned; "stops moving" is no denial where the question is whether it stops."""
    stopping = sum(clause.words[place].stem not in asked.words for place in clause.stoppings)
    return (clause.negations + stopping) % 2 == 1


def _refers(clause: Clause) -> bool:
    return len(clause.words) > 1 and bool(REFERRING & set(clause.texts))


def _quantity(clause: Clause, asked: Asked) -> tuple[float, str] | None:
    """Sometimes against always, and "not only" against only."""
    texts = set(clause.texts)
    if asked.always and texts & SOMETIMES:
        return -0.8, f"says {min(texts & SOMETIMES)}"
    if asked.only and (texts & {"only", "just"}) and "not" in texts:
        return -0.9, "says not only"
    return None


def _shared(clause: Clause, asked: Asked) -> tuple[float, float, list[str]]:
    """Evidence of opposites, evidence of the question's own words and senses, and the words.

    Words before a negation are what is talked about, not what is claimed.
    """
    opposite, total = 0.0, 0.0
    words: list[str] = []
    denied = _is_negated(clause, asked)
    literal = frozenset(word.stem for word in clause.words if word.stem in asked.words)
    for word in clause.words:
        match, is_opposite = _match(word, asked, literal)
        if not match or (denied and not word.negated):
            continue
        if is_opposite:
            opposite = 0.85 if match > 0 else -0.85
        total += match
        words.append(f"not {word.text}" if word.negated else word.text)
    return opposite, max(-1.0, min(1.0, total)), words


def _match(word: Word, asked: Asked, literal: frozenset[str]) -> tuple[float, bool]:
    """The signed weight of a word that the question has or whose sense it has, and whether it is an opposite.

    What is said of a word of the question literally is not read a second time from a word like it.
    """
    if word.stem in asked.words:
        weight, negated = asked.words[word.stem]
        return (weight if negated == word.negated else -weight), False
    mine = dict(senses().get(word.stem, ()))
    best = (0.0, False)
    for other, (weight, negated) in asked.words.items():
        for row, side in senses().get(other, ()) if mine and weight and other not in literal else ():
            if row in mine and max(weight, 0.3) > abs(best[0]):
                sign = side * mine[row] * (1 if negated == word.negated else -1)
                best = (max(weight, 0.3) * sign, side != mine[row] and weight > 0.2)
    return best


def _fix_evidence(clause: Clause) -> tuple[float, str]:
    """Evidence about "Did that fix it?", where only good and bad news and bare negation count."""
    tone, spoken = tone_of(clause)
    texts = set(clause.texts)
    if tone > 0 and texts & HOPED:
        return 0.0, ""
    if tone:
        return 0.9 * tone, f"says {spoken}"
    if (clause.negations + len(clause.stoppings)) % 2:
        return -0.7, "is negative"
    if "finally" in texts or ("can" in texts and texts & {"again", "now"}):
        return 0.7, "says it can be done now"
    if texts & STILL:
        return -0.7, f"says {min(texts & STILL)}"
    return 0.0, ""
