"""Before a case: how the guesses are put to a person who reads or hears line by line. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from tshoot.conversation import opening_texts as said
from tshoot.conversation import texts
from tshoot.conversation.guessing import Found, Hit
from tshoot.engine.markup import escape
from tshoot.engine.state import Choice
from tshoot.model.record import record

NONE = Choice("none", said.NONE)
SOMETHING_ELSE = Choice("none", said.SOMETHING_ELSE, ("none of these", "neither"))
NEITHER = Choice("none", said.NEITHER, ("none of these", "none of them", "something else"))
BROWSE = Choice("browse", said.BROWSE)
PERSON = Choice("person", said.PERSON)
AGAIN = Choice("again", said.AGAIN)


@record
class Which:
    """One question before there is a case."""

    text: str
    """Markdown."""
    choices: tuple[Choice, ...]


def questions(found: Found) -> tuple[Which, ...]:
    """What to ask, one after the other while the answer is "none": at last, which way to go without a tree."""
    guesses = _guesses(found)
    ways = Which(said.WHAT_NOW if guesses else texts.NOTHING_FOUND, (AGAIN, BROWSE, PERSON))
    return (*guesses, ways)


def _guesses(found: Found) -> list[Which]:
    if found.problems:
        text = f"{said.mentioned([one.text for one in found.problems])} {said.FIRST}"
        asked = Which(escape(text), (*_titles([one.hit for one in found.problems]), SOMETHING_ELSE))
    elif found.close:
        near = (Choice(one.hit.tree, said.capitalised(one.words), (one.hit.title,)) for one in found.close)
        asked = Which(said.NEARER, (*near, NEITHER))
    elif found.nearest:
        return [Which(said.WHICH if found.fits else texts.NOTHING_FITS_WELL, (*_titles(found.nearest), NONE))]
    else:
        return []
    rest = found.left_over
    return [asked, *([Which(said.OR_THESE, (*_titles(rest), NONE))] if rest else [])]


def _titles(hits: Sequence[Hit]) -> tuple[Choice, ...]:
    return tuple(Choice(hit.tree, hit.title) for hit in hits)
