"""What comes of one thing that a person does: for faces to show."""

from __future__ import annotations

from typing import Literal

from tshoot.engine.state import Choice, Entry
from tshoot.model.record import record

TurnKind = Literal["moved", "unclear", "told", "command", "nothing"]
"""`moved`: the session went on (or back); `unclear`: asked again; `told`: an answer to a question back, the same
question stays; `command`: something that the face carries out; `nothing`: there was nothing to do."""

FaceCommand = Literal["quit", "known", "summary", "help", "note", "change", ""]


@record(kw_only=True)
class Turn:
    """The outcome of one input. Texts are Markdown of the trees' small kind."""

    kind: TurnKind
    text: str = ""
    """What to say about it: the answer to a question back, what was unclear, what no longer applies."""
    understood: str = ""
    """How typed words were read ("No"); empty where they were the very label."""
    middling: bool = False
    """The reading was likely, not certain: say so and how to take it back."""
    candidates: tuple[Choice, ...] = ()
    """With `unclear`: what it may have been, best first."""
    command: FaceCommand = ""
    dropped: tuple[Entry, ...] = ()
    """Steps that no longer apply after a change."""
