"""Questions that people ask back: recognising them."""

from __future__ import annotations

import re
from functools import cache

from tshoot.language.clauses import clauses
from tshoot.language.words import tokens, word_set

_ASKERS = word_set("how what whats why where when")
_CHOOSERS = word_set("which who whose whom")
_VERBS = word_set("is are do does did can could should would will am was were has have")
_FOLLOWING = word_set("to if about exactly")
_KINDS = {
    "how": "how",
    "what": "what",
    "why": "why",
    "where": "how",
    "which": "what",
    "explain": "what",
    "mean": "what",
}


@cache
def _asking() -> re.Pattern[str]:
    """Ways of asking without a question mark; the text is words alone."""
    asker = "(?:how|what|where|why|which|who)"
    return re.compile(
        rf"\b(?:(?:can|could|would|will) (?:you|u|someone) (?:please )?(?:also )?"
        rf"(?:tell|explain|show|help|describe|guide|clarify|walk)"
        rf"|(?:please )?(?:tell|show|explain to) me {asker}|^explain"
        r"|(?:please|kindly) (?:explain|describe|clarify|elaborate)"
        rf"|(?:do|did) not (?:know|understand|get) {asker}|(?:am )?not sure (?:how|what|where)"
        rf"|no (?:idea|clue) {asker}"
        rf"|(?:like|want|need) to know {asker}|wondering {asker}|what (?:do|does|did) (?:you|that|it|this) mean"
        r"|never heard of|not familiar with|is there (?:a|any|some) way|(?:tell|remind) me (?:more )?about)\b"
    )


def asks_back(text: str) -> bool:
    """Whether the text asks something rather than answers."""
    found = clauses(text)
    words_said = tokens(text)
    if any(clause.asks for clause in found) and (len(words_said) > 2 or words_said[0] in _ASKERS | _CHOOSERS):
        return True
    for clause in found:
        words = clause.texts
        if words[0] in _ASKERS and len(words) > 1 and (words[1] in _VERBS or words[1] in _FOLLOWING):
            return True
    return bool(_asking().search(" ".join(tokens(text))))


def kind_of(text: str) -> str:
    """What a question wants: `why`, `what` or `how`."""
    for word in tokens(text):
        if word in _KINDS:
            return _KINDS[word]
    return "how"
