"""What a library of trees says beside its trees: its settings, and the glossary that all trees share."""

from __future__ import annotations

from tshoot.model.record import record

Aliases = tuple[tuple[str, tuple[str, ...]], ...]
"""A name to the other words that people use for the same thing."""


@record
class Settings:
    """What holds for a whole library, or for one computer."""

    aliases: Aliases = ()
    learn: bool | None = None
    """Whether the organisation consents that confirmed wordings are kept; None: nothing is said, which means no."""


@record
class Term:
    """A word that people stumble over, and what it means."""

    name: str
    means: str
    """Markdown of the small kind, without placeholders."""
    also: tuple[str, ...] = ()
    """Other names of the same thing."""


@record
class Glossary:
    """The words that a library explains; their places are what readings of answers name."""

    terms: tuple[Term, ...] = ()


@record
class Wordbook:
    """All that a library says about words."""

    aliases: Aliases = ()
    terms: tuple[Term, ...] = ()
