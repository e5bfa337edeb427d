"""What a person hears first when they go on with a case: not all of it again, but where they are."""

from __future__ import annotations

from collections.abc import Sequence

from tshoot.conversation.conversation import Conversation
from tshoot.engine.markup import escape
from tshoot.lines.speech import Speaker
from tshoot.model.event import Event, PickedUp, Pinned

LATEST = 3
"""Answers that are said again."""


def recap(conversation: Conversation, speaker: Speaker) -> int:
    """Say where a case stands that was just opened again; returns how many of its entries need not be said."""
    events = conversation.session.events
    stored = _before_pick_up(events)
    if conversation.session.state.ending is None:
        if conversation.workplace.persona == "agent" and stored < len(events):
            speaker.summary(conversation.summary())  # an agent who picks a case up reads all of it once
        else:
            _latest(conversation, speaker)
    return sum(entry.step < stored for entry in conversation.entries)


def _before_pick_up(events: Sequence[Event]) -> int:
    """How many events there were before the case was picked up just now."""
    count = len(events)
    while count and isinstance(events[count - 1], PickedUp | Pinned):
        count -= 1
    return count


def _latest(conversation: Conversation, speaker: Speaker) -> None:
    steps = [entry for entry in conversation.entries if entry.kind == "step"]
    speaker.say(f"We go on with case **{conversation.case}**.", blank=True)
    if steps:
        whose = "The" if conversation.workplace.persona == "agent" else "Your"
        speaker.say(f"{whose} latest answers:" if len(steps) > 1 else f"{whose} answer so far:")
    for step in steps[-LATEST:]:
        speaker.say(f"{step.text} {escape(step.answer)}", first="  - ")
