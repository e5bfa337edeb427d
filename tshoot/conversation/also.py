"""The other problem of a first message: kept as a note from the start, offered when the first one has ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tshoot.conversation.conversation import Conversation
from tshoot.conversation.opening_texts import LONGEST, also_said, quote, words_of
from tshoot.engine.markup import escape
from tshoot.model.record import record

if TYPE_CHECKING:
    from tshoot.conversation.workplace import Workplace
    from tshoot.engine.session import Session
    from tshoot.model.event import Persona

MAX_CASES = 50
"""Latest cases among which one may be about the other problem already."""


@record
class Also:
    """A problem that waits for its turn."""

    words: str
    """In the person's own words."""
    tree: str
    title: str
    rest: tuple[str, ...] = ()
    """What waits after it."""

    def question(self, persona: Persona, longest: int = LONGEST) -> str:
        """The offer to look at it now. Markdown."""
        who = "The caller" if persona == "agent" else "You"
        return f"{who} also said: {escape(quote(self.words, longest))}. Look at it now?"


def begin(workplace: Workplace, tree: str, problem: str, others: Sequence[str]) -> Conversation:
    """A new case on a tree, which keeps from the start what else was said."""
    conversation = Conversation.begin(workplace, tree, problem)
    for words in others:
        conversation.note(also_said(words))
    return conversation


def waiting(conversation: Conversation) -> Also | None:
    """What else was said at the beginning of this case, once it has ended, unless it has a case of its own."""
    if conversation.session.state.ending is None:
        return None
    told = [words for note in conversation.session.notes if (words := words_of(note[1].text))]
    if not told:
        return None
    from tshoot.conversation.opening import find

    workplace = conversation.workplace
    begun = {header.problem for header in workplace.store.headers(limit=MAX_CASES)}
    left = tuple(words for words in told if words not in begun)
    for place, words in enumerate(left):
        if (found := find(workplace, words)).fits:
            hit = found.hits[0]
            return Also(words, hit.tree, hit.title, left[place + 1 :])
    return None


def take(workplace: Workplace, also: Also) -> Conversation:
    """A case for the other problem."""
    return begin(workplace, also.tree, also.words, also.rest)


def noted_by_hand(session: Session) -> bool:
    """Whether somebody wrote a note, beside what was kept from the first message."""
    return any(not words_of(note.text) for _, note in session.notes)
