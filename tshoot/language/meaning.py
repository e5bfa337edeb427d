"""Offers that are no yes and no, by meaning: "whirs round, doesn't catch" is nearer to one label than to others."""

from __future__ import annotations

from collections.abc import Sequence

from tshoot.language.clauses import clauses
from tshoot.language.lexicon import NO, YES
from tshoot.language.question import Offer
from tshoot.language.vectors import near_words, nearness, vector_of
from tshoot.language.words import STOP_WORDS, stem, tokens, word_set
from tshoot.model.record import record

ENOUGH, APART = 0.6, 0.25
"""How near the best offer must be, and by how much nearer than the next."""

_NEAR = 0.45
"""Words that are less near than this have nothing to do with each other."""
_TELLING = word_set("nothing all always both every everything nobody")
FAINT = word_set(
    "one own say says said work works get gets use used go goes come make other another way thing time"
)
"""Words that are in many sentences: alone, they do not tell one offer from others."""
_WORDS_READ = 40


@record
class Nearest:
    """An offer, how near the text is to it (0 to 1), and the phrase that it is nearest to."""

    near: float
    offer: Offer
    phrase: str


def by_meaning(text: str, offers: Sequence[Offer]) -> tuple[Nearest, ...]:
    """The offers that the text is near to, nearest first."""
    said = _content(text)
    ranked = sorted((_best(text, said, offer) for offer in offers), key=lambda one: -one.near) if said else ()
    return tuple(one for one in ranked if one.near > 0)


def is_clear(text: str, ranked: Sequence[Nearest]) -> bool:
    """Whether the first one may be taken: near enough, apart from the next, and not turned into its opposite."""
    if not ranked or ranked[0].near < ENOUGH:
        return False
    apart = len(ranked) == 1 or ranked[0].near - ranked[1].near >= APART
    return apart and _turned(text) == _turned(ranked[0].phrase)


def _best(text: str, said: Sequence[str], offer: Offer) -> Nearest:
    telling = [phrase for phrase in (offer.label, *offer.means) if not set(tokens(phrase)) <= YES | NO]
    near, phrase = max(((_nearness(text, said, phrase), phrase) for phrase in telling), default=(0.0, ""))
    return Nearest(near, offer, phrase)


def _nearness(text: str, said: Sequence[str], phrase: str) -> float:
    """Of the phrase's words, how many are met; of the person's words, how many meet one; and both as a whole."""
    words = _content(phrase)
    if not words:
        return 0.0
    table = [[_alike(one, other) for other in words] for one in said]
    met: float = sum(max(column) for column in zip(*table, strict=True)) / len(words)
    meeting = sum(max(row) for row in table) / len(said)
    one, other = vector_of(tokens(text)[:_WORDS_READ]), vector_of(tokens(phrase))
    whole = max(0.0, nearness(one, other)) if one and other else 0.0
    return 0.4 * met + 0.3 * meeting + 0.3 * whole


def _alike(one: str, other: str) -> float:
    if stem(one) == stem(other):
        return 1.0
    if one in _TELLING or other in _TELLING:
        return 0.0
    near = near_words(one, other)
    return near if near >= _NEAR else 0.0


def _content(text: str) -> tuple[str, ...]:
    words = tokens(text)[:_WORDS_READ]
    return tuple(word for word in words if word in _TELLING or word not in STOP_WORDS | FAINT)


def _turned(text: str) -> bool:
    return sum(clause.negations + len(clause.stoppings) for clause in clauses(text)) % 2 == 1
