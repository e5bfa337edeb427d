"""What an entry of the conversation looks like at a given width: pure, from value to lines."""

from __future__ import annotations

from textual.content import Content

from tshoot.engine.state import Entry
from tshoot.tui.content import fitted, hanging, inline, joined, markup, plain
from tshoot.tui.glyphs import GLYPHS

FIX_WORDS = {"Yes": "it helped", "No": "did not help"}
COMPACT = ("step", "known")
"""Kinds that are one line each, without air between them."""
NARROW = 56


def draw(entry: Entry, width: int) -> list[Content]:
    """The lines of an entry."""
    match entry.kind:
        case "step":
            return [_step(entry, width)]
        case "known":
            return [fitted(joined((f"{GLYPHS.step} ", "$muted"), inline(entry.text, "$muted")), width)]
        case "check":
            return _marked(entry, width, GLYPHS.good if entry.how == "done" else GLYPHS.step)
        case "note":
            return hanging(plain(entry.text, "italic"), width, Content.styled("Note  ", "$muted"))
        case "handoff":
            return hanging(markup(entry.text), width, Content.styled(f"{GLYPHS.arrow} ", "$primary bold"))
        case "system":
            return hanging(markup(entry.text, "$muted"), width, Content("  "))
    return hanging(markup(entry.text), width, Content("  "))


def draw_said(text: str, width: int) -> list[Content]:
    """What the person said is wrong, in their own words."""
    return hanging(plain(text, "bold"), width, Content.styled(f"{GLYPHS.said} ", "$primary bold"))


def answer_of(entry: Entry) -> str:
    """A step's answer as it reads beside its question."""
    if entry.what == "fix":
        return FIX_WORDS.get(entry.answer, entry.answer)
    return entry.answer


def _step(entry: Entry, width: int) -> Content:
    sign = GLYPHS.step
    if entry.what == "fix":
        sign = {"Yes": GLYPHS.good, "No": GLYPHS.bad}.get(entry.answer, GLYPHS.step)
    answer = plain(answer_of(entry), limit=200)
    arrow = f" {GLYPHS.arrow} "
    question = inline(entry.text, "$muted") if entry.text else plain("Did that fix it?", "$muted")
    # The answer is what must not get lost: where it is narrow, the question gives way to it.
    share = width // 2 - 4 if width >= NARROW else width // 3 - 2
    least = min(question.cell_length, max(share, 8))
    answer = fitted(answer, max(width - 2 - len(arrow) - least, 6))
    question = fitted(question, width - 2 - len(arrow) - answer.cell_length)
    said = entry.words if entry.words.casefold() not in entry.answer.casefold() else ""
    words = plain(f"“{said}”", "$muted", limit=200) if said else Content("")
    line = joined((f"{sign} ", "$primary"), question, (arrow, "$muted"), answer)
    room = width - line.cell_length - 2
    return joined(line, "  ", fitted(words, room)) if words and room >= min(words.cell_length, 12) else line


def _marked(entry: Entry, width: int, sign: str) -> list[Content]:
    return hanging(markup(entry.text), width, Content.styled(f"{sign} ", "$primary bold"))
