"""What a screen tells the app when the person goes somewhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from textual.message import Message

if TYPE_CHECKING:
    from tshoot.conversation.conversation import Conversation


class Begun(Message):
    """A conversation began; `words` are what was typed, which ctrl+z brings back."""

    def __init__(self, conversation: Conversation, words: str, chosen: bool) -> None:
        super().__init__()
        self.conversation = conversation
        self.words = words
        self.chosen = chosen
        """Whether the person chose where to begin, and not their words."""


class Finished(Message):
    """A conversation is over for this person, or its beginning was taken back."""

    def __init__(self, what: Literal["again", "undo", "close"], words: str = "") -> None:
        super().__init__()
        self.what = what
        self.words = words


@runtime_checkable
class HasConversation(Protocol):
    """A screen that shows a conversation."""

    conversation: Conversation

    def let_go(self) -> None:
        """Leave it: stop what runs, and record that the person left."""
