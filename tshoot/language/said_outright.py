"""A yes or no that is said as such: first, last, in between, or by a quantity that lies in the range asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tshoot.language.clauses import Clause, clauses
from tshoot.language.evidence import Stance
from tshoot.language.lexicon import NO, STARTERS, YES
from tshoot.language.quantities import compared
from tshoot.language.words import tokens, word_set

_AMPLE = word_set("plenty lots loads tons still just only")
"""What there cannot be "no" of."""
_ONLY_ALONE = word_set("right ok okay true sure correct y ya n")
"""Words that say yes or no only when they stand alone."""


def held_against(text: str, question: str) -> Stance | None:
    """What the answer's quantity says, where the question asks about a range: "older than five years"."""
    within, said = compared(text, question)
    return (
        None if within is None else Stance(0.85 if within else -0.85, f"{said} is {'' if within else 'not '}that")
    )


def says_both(text: str) -> bool:
    """Whether an answer is yes and no at once."""
    return tokens(text)[:3] in (("yes", "and", "no"), ("no", "and", "yes"))


def leading(text: str) -> Stance:
    """What the first words say by themselves: "nope, …", "that's right", "I don't think so"."""
    found = clauses(text)
    if not found:
        return Stance(0.0)
    words = found[0].texts
    rest = words[1] if len(words) > 1 else ""
    alone = not rest or rest == "not" or rest in STARTERS | _AMPLE or rest in YES or rest in NO
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
    if len(last) > 2 and last[-1] in _NOT_APART and last[-2] in ("so", "then", "guess", "unfortunately"):
        return Stance(-0.85, f"says {last[-1]}")
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
        rf"^(?:(?:that|this|it|which) (?:is|was) (?:right|correct|true|so|the case)\b"
        rf"|{_WHO} {_DOES}"
        r"(?: indeed| definitely| actually| too)?$|of course|for sure|most likely"
        r"|that is (?:exactly|precisely|just) (?:what|how|it|right|the)\b"
        r"|that is what (?:it|they|he|she) (?:is|are|does|do)\b"
        r"|(?:it|they) (?:does|do|did) (?:exactly |just )?(?:that|this)(?! (?:still|again|too|anyway))\b"
        r"|(?:that |this |it )?(?:did|seems to do) (?:it|the trick)|(?:that|this|it) (?:really )?helped"
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
