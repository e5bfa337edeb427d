"""Before a case: how the guesses are put to a person line by line, and how answers to that are read. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

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

OTHER = ":other"
"""The key of a choice that is not offered: what was typed, its label, tells another problem."""

EITHER = (
    "both",
    "both of them",
    "all of them",
    "any of them",
    "either",
    "you choose",
    "does not matter",
    "I don't know",
)
"""Said to which problem comes first; the others wait anyway."""

PLAIN = 0.95
"""From this score on a reading needs no second opinion: a number, a label, a name."""

Find = Callable[[str], Found]
"""The trees for some words."""


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
        told = [
            replace(_title(one.hit), means=(*_names(one.hit), one.text, *_places(place)))
            for place, one in enumerate(found.problems)
        ]
        asked = Which(escape(text), (*told, SOMETHING_ELSE))
    elif found.close:
        near = (
            Choice(one.hit.tree, said.capitalised(one.words), (one.hit.title, *_names(one.hit)))
            for one in found.close
        )
        asked = Which(said.NEARER, (*near, NEITHER))
    elif found.nearest:
        return [Which(said.WHICH if found.fits else texts.NOTHING_FITS_WELL, (*_titles(found.nearest), NONE))]
    else:
        return []
    rest = found.left_over
    return [asked, *([Which(said.OR_THESE, (*_titles(rest), NONE))] if rest else [])]


def _titles(hits: Sequence[Hit]) -> tuple[Choice, ...]:
    return tuple(_title(hit) for hit in hits)


def _title(hit: Hit) -> Choice:
    return Choice(hit.tree, hit.title, _names(hit))


def _names(hit: Hit) -> tuple[str, ...]:
    """Short names that people use for a tree: its id, and the same with "the"."""
    name = hit.tree.replace("-", " ").replace("_", " ")
    return name, f"the {name}"


def _places(place: int) -> tuple[str, ...]:
    """How people name one of several problems by its place; without a wish, the first is taken."""
    nth = ("first", "second", "third")[place]
    named = tuple(f"{the}{nth} {what}" for the in ("", "the ") for what in ("problem", "issue", "thing"))
    return (*named, *EITHER) if place == 0 else named


# Answers


def taken(words: str, choices: Sequence[Choice], find: Find) -> Choice | None:
    """What typed words take: an option by its number or words, a person, else the tree that they would find.

    Where they would find a tree that is not offered, they tell another problem, see `OTHER`.
    """
    from tshoot.language.answers import Offer, Question, read_answer

    offers = tuple(Offer(choice.key, choice.label, choice.means) for choice in choices)
    reading = read_answer(words, Question("", offers))
    if reading.kind == "command":
        return PERSON if reading.command == "person" else None
    read = next((choice for choice in choices if reading.kind == "option" and choice.key == reading.keys[0]), None)
    if (read and reading.score >= PLAIN) or reading.kind not in ("option", "unclear"):
        return read
    return _found(words, choices, find(words)) or read


def _found(words: str, choices: Sequence[Choice], found: Found) -> Choice | None:
    meant = [one.hit for one in found.problems or found.close] or list(found.hits[:1])
    offered = [choice for choice in choices if choice.key in {hit.tree for hit in meant}]
    if not found.fits or (offered and len(meant) > 1):
        return None
    return offered[0] if offered else Choice(OTHER, words)
