"""What to say about a turn: how the words were understood, an answer to a question back, what failed. Pure."""

from __future__ import annotations

from textual.content import Content

from tshoot.conversation import texts
from tshoot.conversation.turn import Turn
from tshoot.errors import TshootError
from tshoot.tui.content import Part, joined, markup, plain
from tshoot.tui.glyphs import GLYPHS

Said = tuple[Content, str]
"""A remark and its kind: `understood`, `told`, `unclear` or `error`."""


def about(turn: Turn) -> list[Said]:
    """The remarks about a turn, in order."""
    said: list[Said] = []
    if turn.understood:
        said.append((_understood(turn.understood, turn.middling), "understood"))
    if turn.text and turn.kind != "command":
        said.append((markup(turn.text), "unclear" if turn.kind == "unclear" else "told"))
    return said


def began(title: str) -> Said:
    """Which guide the first words led to."""
    line = joined(
        (f"{GLYPHS.good} ", "$primary bold"), ("Understood as: ", "$muted"), plain(title), _undo("not that? ")
    )
    return line, "understood"


def failed(error: TshootError) -> Said:
    """What could not be done, and what to do now."""
    parts: list[Part] = [("Not saved. ", "bold $error"), plain(error.sentence)]
    if error.hint:
        parts += ["\n", plain(error.hint, "$muted")]
    return joined(*parts), "error"


def _understood(label: str, middling: bool) -> Content:
    sign = ("? ", "$say bold") if middling else (f"{GLYPHS.good} ", "$primary bold")
    words, _, _ = texts.understood("", middling).partition(":")
    return joined(sign, (f"{words}: ", "$muted"), plain(label), _undo("not that? " if middling else ""))


def _undo(words: str) -> Content:
    return joined(
        "   ", (words, "$muted"), ("ctrl+z", "$primary bold"), ("" if words else " takes it back", "$muted")
    )
