"""What to say about a turn: how the words were understood, an answer to a question back, what failed. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from tshoot.conversation import texts
from tshoot.conversation.turn import Turn
from tshoot.errors import TshootError
from tshoot.tui.content import Part, joined, markup, plain
from tshoot.tui.glyphs import GLYPHS


@dataclass(frozen=True, slots=True)
class Said:
    """A remark."""

    content: Content
    kind: str
    """`understood`, `told`, `unclear` or `error`."""
    undo: Content | None = None
    """How it is taken back, as words to click on."""


def about(turn: Turn) -> list[Said]:
    """The remarks about a turn, in order."""
    said: list[Said] = []
    if turn.understood:
        said.append(_understood(turn.understood, turn.middling))
    if turn.text and turn.kind != "command":
        said.append(Said(markup(_text(turn)), "unclear" if turn.kind == "unclear" else "told"))
    return said


def _text(turn: Turn) -> str:
    """What is said; the candidates of an unclear answer stand in the list below it, and need not be said twice."""
    listed = turn.kind == "unclear" and turn.candidates and turn.text == texts.unclear(turn.candidates)
    return texts.UNSURE if listed else turn.text


def began(title: str, chosen: bool = False) -> Said:
    """What the first words led to; `chosen`: the person chose it, whatever the words were."""
    words = "You chose: " if chosen else "Understood as: "
    line = joined((f"{GLYPHS.good} ", "$primary bold"), (words, "$muted"), plain(title))
    return Said(line, "understood", _undo("" if chosen else "not that? "))


def failed(error: TshootError) -> Said:
    """What could not be done, and what to do now."""
    parts: list[Part] = [("Not saved. ", "bold $error"), plain(error.sentence)]
    if error.hint:
        parts += ["\n", plain(error.hint, "$muted")]
    return Said(joined(*parts), "error")


def _understood(label: str, middling: bool) -> Said:
    sign = ("? ", "$say bold") if middling else (f"{GLYPHS.good} ", "$primary bold")
    words, _, _ = texts.understood("", middling).partition(":")
    line = joined(sign, (f"{words}: ", "$muted"), plain(label))
    return Said(line, "understood", _undo("not that? " if middling else ""))


def _undo(words: str) -> Content:
    return joined((words, "$muted"), ("ctrl+z", "$primary bold"), ("" if words else " takes it back", "$muted"))
