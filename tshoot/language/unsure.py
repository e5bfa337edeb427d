"""Not knowing: "no idea", "I can't tell", "maybe"."""

from __future__ import annotations

import re
from functools import cache

from tshoot.language.clauses import clauses
from tshoot.language.labels import squash

RHETORICAL = (
    "how would i know", "how should i know", "how would i know that", "how should i know that", "who knows",
)  # fmt: skip
"""Questions that say "I don't know"."""

_OPENING = "(?:(?:well|um|hmm|sorry|honestly|i am afraid|no|oh|really) )*"
_OBJECT = (
    "(?: (?:that|it|this|yet|really|for sure|exactly|which(?: one)?|either"
    "|what (?:it|that|this) (?:is|means)|what that))*"
)
_WAYS = (
    "i (?:really |honestly )?(?:do|can|could|would) not (?:really |even |exactly )?"
    f"(?:know|tell|say|remember|recall|understand){_OBJECT}",
    r"(?:i am )?(?:really |still |just )?not (?:really |quite |so |entirely |completely )?(?:sure|certain)\b.*",
    r"(?:i have )?no (?:idea|clue)\b.*",
    r"(?:i am )?unsure\b.*|am not sure",
    "(?:it is )?hard to (?:say|tell)|who knows|unknown|beats me",
    f"can not tell|do not know{_OBJECT}|dont know|not known",
    "i have not (?:checked|looked)(?: yet)?",
    "maybe|perhaps|possibly|could be|either|depends|it depends|whatever|any",
    "i forgot|i have forgotten|n a|none of your business|i am (?:confused|lost)",
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"{_OPENING}(?:{'|'.join(_WAYS)})")


def says_unsure(phrase: str) -> bool:
    """Whether a phrase, such as a label, says that something is not known."""
    return bool(_pattern().fullmatch(squash(phrase)))


def is_unsure(text: str) -> bool:
    """Whether an answer begins with not knowing and says little more."""
    found = clauses(text)
    return 0 < len(found) <= 2 and bool(_pattern().fullmatch(" ".join(found[0].texts)))
