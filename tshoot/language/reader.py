"""Reading an answer, surest ways first: names and numbers, commands, questions back, not knowing, then words."""

from __future__ import annotations

from collections.abc import Sequence

from tshoot.language.asked import tone_of
from tshoot.language.asking import after_politeness, asks_back, kind_of
from tshoot.language.choice import by_words
from tshoot.language.clauses import clauses
from tshoot.language.clean import clean
from tshoot.language.commands import read_command
from tshoot.language.emoji import spelled_out
from tshoot.language.labels import named, phrase_inside, squash
from tshoot.language.late import Late
from tshoot.language.lexicon import NO, YES
from tshoot.language.mending import mended
from tshoot.language.polarity import DECIDES, Stance, leading, stance
from tshoot.language.quantities import offer_in_range
from tshoot.language.question import Offer, Question, Reading
from tshoot.language.unsure import RHETORICAL, is_unsure, says_unsure
from tshoot.language.words import tokens

LONGEST = 8000
"""A longer text is a paste, not an answer."""

_FIX = "Did that fix it?"
_UNDECIDED = Late(r"\bknow which(?: one)?$")
_EITHER = Late(r"either .* or ")


def read(text: str, question: Question) -> Reading:
    """What the text means as an answer to the question."""
    if len(text) > LONGEST:
        return _unclear(question, "is too long")
    said = clean(spelled_out(text), limit=LONGEST)
    if not said:
        return _unclear(question, "is empty")
    if direct := named(said, question.offers, none=question.none):
        return _as_many(direct) if question.many else direct
    for entry in question.helps:
        if any(squash(said) == squash(phrase) for phrase in entry.phrases):
            return Reading("faq", faq=entry.index, why="a question of the list")
    if squash(said) in RHETORICAL:
        return _unsure(question)
    if command := read_command(said):
        return _command(said, command, question)
    if said.startswith("/") and len(said.split()) == 1:
        return _unclear(question, "is no command")
    if _UNDECIDED.search(squash(said)) and is_unsure(said):
        return _unsure(question)
    first = leading(after_politeness(said)) if _yes_no(question.offers) else Stance(0.0)
    if abs(first.value) < 1 and (asks_back(said) or (question.terms and _is_term(said, question))):
        return _help(said, question)
    if is_unsure(said) and not first.value:
        return _unsure(question)
    if question.many:
        from tshoot.language.several import read_many

        return read_many(said, question)
    return _one(said, question)


def _one(said: str, question: Question) -> Reading:
    """One option, from words."""
    said = mended(
        said, question.text, *(phrase for offer in question.offers for phrase in (offer.label, *offer.means))
    )
    if _EITHER.match(squash(said)):
        found = by_words(said, question.offers)
        return Reading("unclear", score=0.0, candidates=found.candidates or found.keys, why="says two of them")
    if inside := phrase_inside(said, question.offers):
        return inside
    if measured := offer_in_range(said, question.offers):
        offer, quantity = measured
        return Reading("option", (offer.key,), score=0.85, why=f"{quantity} is in its range")
    pair = _yes_no(question.offers)
    if pair is not None:
        return _polar(said, question, pair, question.text)
    if pair := _good_bad(question.offers):
        return _polar(said, question, pair, _FIX)
    return by_words(said, question.offers)


def _polar(said: str, question: Question, pair: tuple[Offer, Offer], asked: str) -> Reading:
    """Yes or no (or good or bad); offers beside the two are read by their words first."""
    others = [offer for offer in question.offers if offer not in pair]
    if others:
        words = by_words(said, question.offers)
        if words.kind == "option" and words.keys[0] in {offer.key for offer in others}:
            return words
    found = stance(said, asked)
    if any(offer.means or len(tokens(offer.label)) > 1 for offer in pair) and abs(found.value) < 0.9:
        words = by_words(said, pair, meaning=False)
        if words.kind == "option":
            agrees = (words.keys[0] == pair[0].key) == (found.value > 0) or abs(found.value) < DECIDES
            return words if agrees else Reading("unclear", candidates=_keys(pair), score=0.0, why="says both")
    if abs(found.value) < DECIDES:
        return Reading("unclear", candidates=_keys(pair), score=0.0, why=found.why)
    key = pair[0 if found.value > 0 else 1].key
    return Reading("option", (key,), score=round(0.5 + abs(found.value) * 0.48, 2), why=found.why)


def _yes_no(offers: Sequence[Offer]) -> tuple[Offer, Offer] | None:
    """The offers that are or mean yes and no, where there is one of each."""
    yes = [offer for offer in offers if _opens(offer, YES)]
    no = [offer for offer in offers if _opens(offer, NO)]
    return (yes[0], no[0]) if len(yes) == 1 and len(no) == 1 and yes[0] is not no[0] else None


def _opens(offer: Offer, words: frozenset[str]) -> bool:
    """Whether its label or key is one of the words or begins with it and goes on after a comma or a pronoun."""
    phrases = (offer.label, offer.key)
    if any(leading(phrase).value == (1 if words is YES else -1) for phrase in phrases):
        return any(tokens(phrase)[:1] and tokens(phrase)[0] in words for phrase in phrases)
    return any(squash(phrase) in ("yes", "no") and squash(phrase) in words for phrase in offer.means)


def _good_bad(offers: Sequence[Offer]) -> tuple[Offer, Offer] | None:
    """Two statements of which one is good news and the other bad: "It works now", "Still the same"."""
    if len(offers) != 2:
        return None
    tones = [_tone(offer.label) for offer in offers]
    if tones[0] * tones[1] >= 0:
        return None
    return (offers[0], offers[1]) if tones[0] > 0 else (offers[1], offers[0])


def _tone(label: str) -> float:
    tones = [tone_of(clause)[0] for clause in clauses(label)]
    if any(tones):
        return next(tone for tone in tones if tone)
    return stance(label, _FIX).value


def _unsure(question: Question) -> Reading:
    """Not knowing; an offer that says so takes it."""
    for offer in question.offers:
        if any(says_unsure(phrase) for phrase in (offer.label, offer.key, *offer.means)):
            return Reading("option", (offer.key,), score=0.95, why="is not known")
    return Reading("unknown", why="is not known", candidates=_first_keys(question))


def _command(said: str, command: str, question: Question) -> Reading:
    """A command; "how" and "why" with an entry of their own in the tree are answered by it."""
    if command in ("how", "why") and len(tokens(said)) > 3 and question.helps:
        reading = _help(said, question)
        return reading if reading.kind in ("faq", "term") else Reading("command", command=command, why="asks back")
    return Reading("command", command=command, why=f"says {command}")


def _help(said: str, question: Question) -> Reading:
    """What answers a question back: an entry of the tree, a word of the glossary, or the node's own help."""
    from tshoot.language.helps import best_help

    found = best_help(said, question.text, question.helps)
    if question.terms:
        from tshoot.language.terms import best_term

        term = best_term(said, question.terms, found)
        if term is not None:
            return Reading("term", term=term.index, score=0.9, why=f"asks what {term.phrases[0]} means")
    if found is not None:
        return Reading("faq", faq=found.entry.index, score=found.score, why=found.why)
    command = "why" if kind_of(said) == "why" else "how"
    return Reading("command", command=command, score=0.6, why="asks back")


def _is_term(said: str, question: Question) -> bool:
    """Whether it is a word of the glossary and a question mark."""
    from tshoot.language.terms import asks_term

    return asks_term(said, question.terms)


def _as_many(reading: Reading) -> Reading:
    if reading.kind != "option":
        return reading
    return Reading("options", reading.keys, score=reading.score, why=reading.why)


def _unclear(question: Question, why: str) -> Reading:
    return Reading("unclear", score=0.0, candidates=_first_keys(question), why=why)


def _first_keys(question: Question) -> tuple[str, ...]:
    return _keys(question.offers[:3])


def _keys(offers: Sequence[Offer]) -> tuple[str, ...]:
    return tuple(offer.key for offer in offers)
