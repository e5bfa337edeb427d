"""The conversation so far, above the question of now. Long ones are windowed: only the latest are laid out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.widget import Widget

from tshoot.engine.state import Entry
from tshoot.tui.drawing import draw_said
from tshoot.tui.glyphs import GLYPHS
from tshoot.tui.widgets.flow import Flow
from tshoot.tui.widgets.story import Story


class Said(Flow):
    """The person's first words, at the top of it all."""

    DEFAULT_CSS = """
    Said { margin: 0 0 1 0; }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._said = text

    def lines(self, width: int) -> list[Content]:
        """The words."""
        return draw_said(self._said, width)


class Log(VerticalScroll, can_focus=True):
    """Entries, then whatever is given as the present question."""

    HELP = "Your answers so far. Choose one with the arrow keys and press enter to give it anew."

    # A click takes what it is on; typing goes on where it was.
    FOCUS_ON_CLICK = False

    DEFAULT_CSS = """
    Log { height: 1fr; align: left bottom; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "pick(-1)", "choose a step", key_display=GLYPHS.up_down, tooltip="An earlier step."),
        Binding("down", "pick(1)", "a later step", show=False, tooltip="A later step."),
        Binding("enter", "change", "change it", tooltip="Answer the chosen step anew."),
    ]

    class ChangeAsked(Message):
        """The answer of a step should be given anew."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, *tail: Widget, problem: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self._said = Said(problem) if problem else None
        self.story = Story()
        self._tail = tail
        self._before: int | None = None
        """While earlier entries are coming: how much there was to scroll before."""

    def compose(self) -> ComposeResult:
        """The first words, the entries, and the present question."""
        if self._said:
            yield self._said
        yield self.story
        yield from self._tail

    def on_mount(self) -> None:
        """Stay at the end as it grows."""
        self.anchor()

    def show(self, entries: Sequence[Entry]) -> None:
        """The conversation as it is now; earlier entries that are on their way are not wanted any more."""
        self._before = None
        self.story.show(entries)
        self._show_said()
        self.anchor()

    def _show_said(self) -> None:
        if self._said:
            self._said.display = self.story.first == 0

    def show_region(self, widget: Widget, region: Region) -> None:
        """Bring a part of something in here into sight."""
        top = widget.region.y - self.region.y + int(self.scroll_y)
        self.scroll_to_region(region.translate(Offset(0, top)), animate=False)

    def show_top_of(self, widget: Widget) -> None:
        """Of something that does not fit, the beginning rather than the end."""
        if widget.region.height > self.size.height - 1:
            self.release_anchor()
            self.scroll_to_widget(widget, top=True, animate=False)

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Scrolling to the top brings earlier entries."""
        super().watch_scroll_y(old, new)
        if new <= 1 and new < old and self.story.first and self._before is None:
            self._before = self.virtual_size.height
            self.call_later(self._load_earlier)

    def _load_earlier(self) -> None:
        if self._before is None:
            return
        self.story.show_earlier()
        self._show_said()

    def on_story_resized(self, event: Story.Resized) -> None:
        """Earlier entries have come: what was in sight stays in sight."""
        event.stop()
        if self._before is not None:
            added, self._before = self.virtual_size.height - self._before, None
            self.scroll_to(y=self.scroll_y + added, animate=False, force=True)

    # Choosing an earlier step

    def action_pick(self, by: int) -> None:
        """Another step as the chosen one."""
        steps, picked = self.story.changeable(), self.story.picked
        if not steps:
            return
        place = max(steps.index(picked) + by, 0) if picked in steps else -1
        chosen = steps[min(place, len(steps) - 1)]
        self.story.pick(chosen)
        self.show_region(self.story, self.story.region_of(chosen))

    def action_change(self) -> None:
        """Give the chosen step's answer anew."""
        if self.story.picked is not None:
            self.post_message(self.ChangeAsked(self.story.entries[self.story.picked]))

    def on_story_picked(self, event: Story.Picked) -> None:
        """A click chooses and changes at once."""
        event.stop()
        self.post_message(self.ChangeAsked(event.entry))

    def on_focus(self) -> None:
        """Coming here chooses the latest step."""
        if self.story.picked is None:
            self.action_pick(-1)

    def on_blur(self) -> None:
        """Nothing is chosen while typing."""
        self.story.pick(None)
