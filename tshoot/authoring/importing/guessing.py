"""What the words of a box most likely are: a way to end, an instruction, a question."""

from __future__ import annotations

import re
from typing import Literal

Leaf = Literal["resolved", "escalate", "do"]

_NOT = re.compile(
    r"\b(?:not|no|never|cannot|can't|won't|doesn't|isn't|still|unable|fails?|failed|un(?:solved|resolved))\b"
)
_GOOD = re.compile(
    r"\b(?:fixed|solved|resolved|works?|working|done|success(?:ful(?:ly)?)?|finished|complete[d]?|enjoy|ok(?:ay)?|good|"
    r"problem gone|all set|congratulations|end)\b"
)
_PERSON = re.compile(
    r"\b(?:contact|call|escalate|support|help ?desk|service ?desk|technician|specialist|expert|mechanic|dealer|"
    r"engineer|professional|vendor|manufacturer|provider|isp|administrator|garage|ticket|warranty|repair shop|tow)\b"
)
_START = re.compile(r"(?:start|begin|beginning|start here|home|entry)[.:!]?\Z")
_TOLD = re.compile(r"(?:the|this|that|it|its|you|your|note|there|these|those|a|an|if|because|we|i|when)\b")


def is_start(text: str) -> bool:
    """Whether a box only says where to begin."""
    return bool(_START.match(text.casefold().strip()))


def is_question(text: str) -> bool:
    """Whether words ask something."""
    return text.rstrip(" )\"'").endswith("?")


def is_told(text: str) -> bool:
    """Whether words say how something is, rather than what to do."""
    return bool(_TOLD.match(text.casefold().strip()))


def leaf(text: str) -> Leaf:
    """What a box without a way on is; words that fit nothing are something to do."""
    words = text.casefold()
    if _PERSON.search(words):
        return "escalate"
    if _GOOD.search(words) and not _NOT.search(words):
        return "resolved"
    if _NOT.search(words) or not words.strip():
        return "escalate"
    return "do"
