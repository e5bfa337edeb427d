"""Yes or no: whether an answer in one's own words affirms or denies what the question asks."""

from __future__ import annotations

from collections.abc import Sequence

from tshoot.language.asked import Asked, asked_of
from tshoot.language.clauses import Clause, clauses
from tshoot.language.evidence import CLEAR, OTHERWISE, Stance, evidence_of, quantity
from tshoot.language.late import Late
from tshoot.language.lexicon import NO, YES
from tshoot.language.said_outright import declared, held_against, leading, says_both
from tshoot.language.set_phrases import plain
from tshoot.language.weighing import DECIDED, Signs, elsewhere, in_time, signs_of, weighed
from tshoot.language.words import fold, word_set

__all__ = ["DECIDES", "Stance", "leading", "signs", "stance"]

DECIDES = 0.3
"""Evidence from here on (two to one) is taken as yes or no; with less, the question is asked again."""

NODS = word_set("ok okay sure right alright done thanks thank you")
"""Alone, these may mean no more than "I have done that"."""


def stance(text: str, question: str) -> Stance:
    """Whether the answer affirms or denies what the question asks."""
    if says_both(text):
        return Stance(0.0, "says yes and no")
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
    outright = declared(said[1:] if first.value else said)
    body = outright or evidence_of(said, asked)
    if abs(body.value) >= CLEAR and first.value * body.value < 0:
        return Stance(0.0, "says yes and no")
    if first.value:
        return first
    if asked.fix:
        return body if abs(body.value) >= DECIDED else Stance(0.0, body.why)
    return outright or _timed(text, asked) or _only(text, said, asked) or weighed(said, asked, body, plain(text))


def signs(text: str, question: str) -> Signs | None:
    """The signs in an answer that is weighed; None for one that says yes or no outright."""
    asked, said = asked_of(question), clauses(text)
    if asked.fix or leading(text).value or held_against(text, question) or declared(said):
        return None
    return signs_of(said, asked, evidence_of(said, asked).value, plain(text))


def _only(text: str, said: Sequence[Clause], asked: Asked) -> Stance | None:
    """What answers "only when …?" by itself: "only then", "also otherwise"."""
    if not (asked.only or asked.always or "but" in asked.spoken):
        return None
    if asked.only and (found_only := _NOT_ELSE.search(fold(text))):
        return Stance(0.8, f"says {found_only[0]}")
    if not asked.always and (otherwise := OTHERWISE.search(fold(text))):
        return Stance(-0.8, f"says {otherwise[0]}")
    found = [one for clause in said if not clause.asks and (one := quantity(clause, asked))]
    return Stance(*found[0]) if (asked.only or asked.always) and found else None


def _timed(text: str, asked: Asked) -> Stance | None:
    """What answers whether something began after something else, or is so elsewhere: "long before", "just here"."""
    if value := in_time(plain(text), asked):
        return Stance(0.8 * value, "says when it began")
    value = elsewhere(plain(text), asked)
    return Stance(0.8 * value, "says where else") if value else None


_NOT_ELSE = Late(
    r"\bnowhere else\b|\b(?:every(?:thing|where)|anything) else (?:is|works|runs|seems)\b"
    r"|\bnever (?:later|otherwise|when|after|if|at)\b|\b(?:goes|went|is gone|going) away (?:once|after|when|as)\b"
    r"|\b(?:fine|great|normal|normally|good|ok|okay|perfect|perfectly|well) (?:once|after|when|otherwise|the rest)\b"
    r"|\b(?:once|after|when) .*\b(?:runs|is|works|goes|drives) (?:fine|great|good|normal|normally|away|ok|okay)\b"
    r"|\botherwise (?:it|that|they|this)(?: i|')s? ?(?:is |are |works |runs )?(?:fine|great|good|ok|okay|normal)"
)
"""What is said where something is so at no other time or place."""
