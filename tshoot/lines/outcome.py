"""Exit codes of a conversation."""

from __future__ import annotations

from tshoot.conversation.conversation import Conversation

DONE, UNRESOLVED = 0, 1


def exit_code(conversation: Conversation) -> int:
    """0 when it works again, 1 when the session ended otherwise but is safely recorded."""
    ending = conversation.session.state.ending
    return DONE if ending and ending.outcome in ("resolved", "workaround") else UNRESOLVED
