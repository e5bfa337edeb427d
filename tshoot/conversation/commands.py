"""Commands in words or with a slash, in the middle of a conversation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from tshoot.conversation import texts
from tshoot.conversation.turn import FaceCommand, Turn
from tshoot.engine.state import Prompt

if TYPE_CHECKING:
    from tshoot.conversation.conversation import Conversation

FACED: dict[str, FaceCommand] = {
    "quit": "quit",
    "known": "known",
    "summary": "summary",
    "help": "help",
    "change": "change",
}
"""What each face carries out in its own way."""


def run(conversation: Conversation, name: str, rest: str) -> Turn:
    """Carry out a command, with the words that follow its name."""
    actions: dict[str, Callable[[], Turn]] = {
        "back": lambda: conversation.back(steps_of(rest)),
        "restart": conversation.restart,
        "why": conversation.why,
        "how": conversation.how,
        "skip": conversation.skip,
        "unknown": conversation.unknown,
        "note": lambda: conversation.note(rest),
        "person": lambda: conversation.person(rest),
    }
    if name in actions:
        return actions[name]()
    if name in FACED:
        return Turn(kind="command", command=FACED[name], text=rest)
    return Turn(kind="told", text=texts.unknown_command(name))


def rest_of(name: str, words: str) -> str:
    """What a command that was said in words says besides its name."""
    from tshoot.language.commands import note_text

    return note_text(words) if name == "note" else ""


def steps_of(rest: str) -> int:
    """How many steps `/back 3` goes."""
    return int(rest) if rest.isascii() and rest.isdigit() and len(rest) < 4 else 1


def help_with(prompt: Prompt | None, name: Literal["why", "how"]) -> Turn:
    """The author's explanation of the present question, else what can be done."""
    if prompt is None:
        return Turn(kind="nothing")
    if name == "why":
        return Turn(kind="told", text=prompt.why or texts.NO_WHY)
    # Why it is asked does not tell where to look: whoever wanted that learns how to go on without.
    return Turn(kind="told", text=prompt.how or "\n\n".join(filter(None, (prompt.why, texts.NO_HOW))))
