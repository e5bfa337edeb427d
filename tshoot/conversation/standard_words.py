"""How people say what every case asks before it is passed on: who has the problem, and whether they can work.

Whole answers only, once fillers are taken out: "me and my boss" is not "me".
"""

from __future__ import annotations

from tshoot.model.fact import FactType
from tshoot.model.standard import AFFECTED, URGENCY

LONGEST = 100
"""Characters of an answer that is compared."""

_WORDS = "i think it is so far well um uh oh hm sorry only just probably guess now for currently"
_FILLERS = frozenset(_WORDS.split())

_ONE, _FEW, _MANY = AFFECTED
_CAN, _SLOWLY, _CANNOT = URGENCY

_SAID = {
    "affected": {
        _ONE: "me|myself|mine|my computer|my laptop|my own|nobody else|no one else|i am the only one|one person|1"
              "|me alone|alone|her|him|the caller|one",
        _FEW: "me and my boss|me and a colleague|me and my colleague|my colleague too|both of us|two of us|three of us"
              "|a couple|some of us|a handful|several people|a couple of people|me and two others|some people|several"
              "|a few|some|me and some others|a few of us|some colleagues",
        _MANY: "everyone|everybody|all of us|all|everyone here|everybody here|the whole office|whole office"
               "|everyone else|the whole team|whole team|the whole company|the whole floor|the whole building|we all",
    },
    "urgency": {
        _CAN: "yes|i can still work|can still work|still working|yes i can|i can work fine|no problem|fine|yeah"
              "|i am fine|yes of course|it can wait|yep|can work|i can",
        _SLOWLY: "a bit|a little|a little bit|sort of|kind of|partly|some of it|slowly|with difficulty|barely|hardly"
                 "|it is hard|not everything|half|more or less|not well",
        _CANNOT: "no|i can not|not at all|i can not work at all|can not work at all|can not work|nope|i am stuck|stuck"
                 "|impossible|no way|i can not do anything|can not do anything|nothing works|no i can not",
    },
}  # fmt: skip


def standard_value(text: str, fact: FactType) -> str | None:
    """The value of such a fact that a whole answer says in other words; nothing for other facts and answers."""
    said = _SAID.get(fact.name, {})
    if set(fact.values) != set(said):
        return None
    spans = _spans(text)
    return next((value for value, phrases in said.items() if spans & set(phrases.split("|"))), None)


def _spans(text: str) -> set[str]:
    """The words, with and without the fillers at either end."""
    from tshoot.language.words import tokens

    words = tokens(text[:LONGEST])
    return {
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
        if _FILLERS.issuperset(words[:start]) and _FILLERS.issuperset(words[end:])
    }
