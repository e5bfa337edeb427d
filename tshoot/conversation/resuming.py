"""Going on with a case: who may, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tshoot.conversation import texts
from tshoot.errors import UsageError

if TYPE_CHECKING:
    from tshoot.conversation.conversation import Conversation


def take_up(conversation: Conversation, tree: str) -> None:
    """Pick the case up where this person is not the one who walked it last, or it waits for somebody."""
    state, persona = conversation.session.state, conversation.workplace.persona
    queue = state.ending.queue if state.ending else ""
    theirs = state.ending is None and state.persona == persona
    closed = state.ending is not None and not queue
    if (queue and persona == "user") or ((theirs or closed) and not tree):
        return  # it waits for an agent, goes on as it stands, or is over: the person sees how it stands
    if conversation.pick_up(tree):
        return
    if queue:
        conversation.notices = (texts.no_tree(conversation.case, queue),)
    elif not closed:
        raise UsageError(texts.with_an_agent(conversation.case), texts.NOTHING_TO_DO)
