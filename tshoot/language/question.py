"""A question as the reader of answers sees it, and how an answer was read."""

from __future__ import annotations

from typing import Literal

from tshoot.model.record import record

ReadingKind = Literal["option", "options", "none", "faq", "term", "command", "unknown", "unclear"]


@record
class Offer:
    """One answer that is offered."""

    key: str
    label: str
    means: tuple[str, ...] = ()
    """Other ways people say it."""


@record
class Help:
    """A question that people ask back, with its other phrasings."""

    index: int
    """Its place in the tree's `faq`."""
    phrases: tuple[str, ...]
    answer: str = ""
    """Its answer: people often ask with the answer's words."""


@record
class Question:
    """What was asked, and what may be answered."""

    text: str
    offers: tuple[Offer, ...]
    many: bool = False
    none: str = ""
    """With `many`: the label of "none of these"."""
    helps: tuple[Help, ...] = ()
    terms: tuple[Help, ...] = ()
    """Words that the library's glossary explains, by their place in it."""


@record
class Reading:
    """What an answer means, how sure that is, and why."""

    kind: ReadingKind
    keys: tuple[str, ...] = ()
    command: str = ""
    faq: int = -1
    term: int = -1
    """With `term`: the place in the glossary."""
    score: float = 1.0
    candidates: tuple[str, ...] = ()
    """Keys of the offers that may be meant, the likeliest first."""
    why: str = ""
    """The evidence in a few words, such as "the number 2"."""
