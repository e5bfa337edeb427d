"""What is known and what was tried, beside the conversation or on a screen of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tshoot.engine.state import Entry
from tshoot.model.summary import FactLine
from tshoot.tui.content import fitted, inline, joined, plain
from tshoot.tui.drawing import answer_of
from tshoot.tui.glyphs import GLYPHS
from tshoot.tui.rows import Row
from tshoot.tui.widgets.choice_list import ChoiceList

WIDTH = 32
"""Cells beside the conversation."""
GAP = 2
SAID_BY_PERSON, SAID = "said by the person", "said"


@dataclass(frozen=True, slots=True)
class Known:
    """What the panel shows."""

    case: str
    path: tuple[str, ...]
    """Titles of the trees walked."""
    facts: tuple[FactLine, ...]
    tried: tuple[Entry, ...]
    """Fixes and checks, in order."""


class SidePanel(VerticalScroll, can_focus=True):
    """Facts with their source, each to be corrected; what was tried; the case number."""

    HELP = "What is known, and from where. Choose a fact with the arrow keys and press enter to correct it."

    # A click takes what it is on; typing goes on where it was.
    FOCUS_ON_CLICK = False

    DEFAULT_CSS = """
    SidePanel { width: 36; height: 1fr; }
    SidePanel > Static { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "choose a fact", key_display=GLYPHS.up_down, tooltip="The fact above."),
        Binding("down", "move(1)", "the fact below", show=False, tooltip="The fact below."),
        Binding("enter", "correct", "correct it", tooltip="Give the chosen fact another value."),
    ]

    class Correct(Message):
        """A fact should get another value."""

        def __init__(self, name: str, title: str) -> None:
            super().__init__()
            self.name = name
            self.title = title

    def __init__(self, known: Known, id: str | None = None) -> None:
        super().__init__(id=id)
        self._known = known
        self._width = WIDTH
        self._head = Static()
        self._facts = ChoiceList()
        self._tried = Static()

    def compose(self) -> ComposeResult:
        """Case, facts, what was tried."""
        yield self._head
        yield self._facts
        yield self._tried

    def on_mount(self) -> None:
        """Fill in."""
        self.show(self._known)

    def on_resize(self, event: events.Resize) -> None:
        """Lines are broken for the width there is."""
        if self._width != self.content_size.width:
            self._width = self.content_size.width
            self.show(self._known)

    def show(self, known: Known) -> None:
        """This is known now."""
        self._known = known
        path = f" {GLYPHS.arrow} ".join(known.path)
        self._head.update(
            joined(("Case ", "$muted"), plain(known.case, "bold"), "\n", plain(path, "$muted"), "\n")
        )
        self._facts.show([_fact_row(fact, self._width) for fact in known.facts], self._facts.active)
        self._facts.display = bool(known.facts)
        self._tried.update(_tried(known.tried))
        self._tried.display = bool(known.tried)

    def action_move(self, by: int) -> None:
        """Another fact."""
        self._facts.move(by)

    def action_correct(self) -> None:
        """Correct the chosen fact."""
        if row := self._facts.active_row:
            self._ask(row)

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """A click corrects a fact."""
        event.stop()
        self._ask(event.row)

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Keep the chosen fact in sight."""
        event.stop()
        self.scroll_to_region(event.region.translate(self._facts.virtual_region.offset), animate=False)

    def on_focus(self, event: events.Focus) -> None:
        """Coming here chooses the first fact."""
        if self._facts.active is None and self._facts.rows:
            self._facts.move(1)

    def on_blur(self, event: events.Blur) -> None:
        """Nothing is chosen while typing."""
        self._facts.active = None

    def _ask(self, row: Row) -> None:
        title = next((fact.title for fact in self._known.facts if fact.name == row.key), row.key)
        self.post_message(self.Correct(row.key, title))


def _fact_row(fact: FactLine, width: int) -> Row:
    source = SAID if fact.source == SAID_BY_PERSON else fact.source
    value, origin = plain(fact.value, "bold"), plain(source, "$muted italic")
    beside = value.cell_length + GAP + origin.cell_length <= width
    label = joined(plain(fact.title, "$muted"), "\n", value, " " * GAP if beside else "\n", origin)
    return Row(fact.name, label, group="Known")


def _tried(entries: Sequence[Entry]) -> Content:
    lines = [Content.styled("\n  Tried", "$muted")]
    for entry in entries:
        sign = {"Yes": GLYPHS.good, "No": GLYPHS.bad}.get(entry.answer, GLYPHS.step)
        if entry.kind == "check":
            sign = GLYPHS.good if entry.how == "done" else GLYPHS.step
        text = fitted(inline(entry.text), 200)
        after = (
            joined((f" {GLYPHS.arrow} ", "$muted"), plain(answer_of(entry)))
            if entry.kind == "step"
            else Content("")
        )
        lines.append(joined((f"  {sign} ", "$primary"), text, after))
    return Content("\n").join(lines)
