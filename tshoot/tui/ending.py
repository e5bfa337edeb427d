"""What the card at the end says. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from tshoot.engine.state import Ending
from tshoot.model.summary import Summary
from tshoot.render.times import length
from tshoot.tui.big_letters import large
from tshoot.tui.content import hanging, inline, joined, markup, plain, wrapped
from tshoot.tui.glyphs import GLYPHS
from tshoot.tui.rows import Row

if TYPE_CHECKING:
    from tshoot.conversation.also import Also
    from tshoot.model.event import Persona

RATE = "Did that help?"
QUOTED = 32
"""Characters of what else was said that are quoted on one line."""
TITLES = {
    "resolved": "Solved",
    "workaround": "You can work for now",
    "handed off": "A person takes over",
    "escalated": "A person takes over",
    "replaced": "This is to be replaced",
    "unsupported": "Not something I can fix",
    "abandoned": "Stopped here",
}
GOOD = ("resolved", "workaround")
ROOM = 28
"""Cells of the title beside the large letters."""


@dataclass(frozen=True, slots=True)
class Closing:
    """Everything that the card shows."""

    ending: Ending
    summary: Summary
    sentences: tuple[str, ...]
    """Markdown: how it ended, and what happens next."""


def rating_rows() -> tuple[Row, ...]:
    """Did that help?"""
    return (
        Row("\0helped", Content("Yes"), number="1", group=RATE),
        Row("\0not helped", Content("No"), number="2", group=RATE),
    )


def next_rows(other: Also | None = None, persona: Persona = "user") -> tuple[Row, ...]:
    """What can be done after the end; first, what else was said at the beginning."""
    group = "And now?"
    rows = [("\0again", Content("Something else is wrong")), ("\0close", Content("That is all"))]
    if other:
        group = markup(other.question(persona, QUOTED)).plain
        rows.insert(0, ("\0also", joined("Yes: ", plain(other.title))))
    return tuple(Row(key, label, number=str(number), group=group) for number, (key, label) in enumerate(rows, 1))


def card(closing: Closing, width: int, *, low: bool = False) -> list[Content]:
    """The card's lines at this width: first what happens next, so that a `low` window shows it too."""
    said = [markup(text) for text in _sentences(closing)]
    if not closing.ending.text:
        said = [Content(" ").join(said)]
    lines = [*_head(closing, width), Content("")]
    for content in said:
        lines += _wrapped(content, width)
    lines += [] if low and closing.ending.queue else [Content("")]
    lines += _facts(closing, width, low)
    return lines if closing.ending.queue else [*lines, Content(""), _case_line(closing.summary.case, width)]


def _head(closing: Closing, width: int) -> list[Content]:
    """How it ended; where somebody takes over, the case number beside it in large letters."""
    ending, number = closing.ending, closing.summary.case
    sign = GLYPHS.good if ending.outcome in GOOD else GLYPHS.arrow
    title = Content.styled(f"{sign} {TITLES.get(ending.outcome, 'The end')}", "bold $primary")
    if not ending.queue:
        return [title]
    case, key = joined(("Case ", "$muted"), plain(number, "bold")), _key_line("summary")
    figures = large(number, width - ROOM, "bold $primary").split("\n")
    if len(figures) == 1:
        return [title, case, key]
    return [
        left.pad_right(width - figures[0].cell_length - left.cell_length) + figure
        for left, figure in zip((title, case, key), figures, strict=True)
    ]


def _sentences(closing: Closing) -> list[str]:
    """What is said; the case number has its own place, and what the tree says comes before our own words."""
    said = [text for text in closing.sentences if closing.summary.case not in text]
    own = closing.ending.text
    return [own, " ".join(said)] if own and closing.ending.queue else [own] if own else said


def _wrapped(content: Content, width: int) -> list[Content]:
    return [line for part in content.split("\n", allow_blank=True) for line in wrapped(part, width)]


def _key_line(words: str) -> Content:
    return joined(("ctrl+s", "$primary bold"), (f" {words}", "$muted"))


def _case_line(case: str, width: int) -> Content:
    line = joined(("Case ", "$muted"), plain(case, "bold"), "   ")
    more = _key_line("summary to copy or save")
    return line + (more if line.cell_length + more.cell_length <= width else _key_line("summary"))


def _facts(closing: Closing, width: int, low: bool) -> list[Content]:
    summary = closing.summary
    rows: list[tuple[str, Content]] = []
    # In a low window the line at the top has to do for this.
    if summary.title and not (low and closing.ending.queue):
        rows.append(("Problem", plain(summary.title)))
    if helped := [step for step in summary.steps if step.kind == "fix" and step.answer == "Yes"]:
        rows.append(("Helped", inline(helped[-1].text or helped[-1].node)))
    if closing.ending.reason and closing.ending.queue and closing.ending.kind != "person":
        rows.append(("Why", inline(closing.ending.reason)))
    done = ", ".join(filter(None, (_done(summary), length(summary.minutes))))
    rows.append(("Done", plain(done)))
    return [line for label, value in rows for line in hanging(value, width, joined((f"{label:<9}", "$muted")))]


def _done(summary: Summary) -> str:
    counts = {
        "question": sum(step.kind == "question" for step in summary.steps),
        "fix": sum(step.kind == "fix" for step in summary.steps),
        "check": sum(step.kind == "check" for step in summary.steps),
    }
    said = {
        "question": ("question", "questions"),
        "fix": ("fix tried", "fixes tried"),
        "check": ("check", "checks"),
    }
    return ", ".join(f"{count} {said[kind][count != 1]}" for kind, count in counts.items() if count)
