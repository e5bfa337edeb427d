"""The conversation so far, above the question of now. Long ones are windowed: only the latest are mounted."""

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
from tshoot.tui.widgets.entry_view import EntryView
from tshoot.tui.widgets.flow import Flow

WINDOW = 60
"""Entries that are mounted at first, and more at a time on scrolling up."""

MOST = 240
"""With more than these mounted, the next turn goes back to the latest ones."""


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
        self._tail = tail
        self._problem = problem
        self._entries: tuple[Entry, ...] = ()
        self._first = 0
        self._views: list[EntryView] = []
        self._loading = False
        self._picked: EntryView | None = None

    def compose(self) -> ComposeResult:
        """The first words and the present question."""
        if self._problem:
            yield Said(self._problem)
        yield from self._tail

    def on_mount(self) -> None:
        """Stay at the end as it grows."""
        self.anchor()

    def show(self, entries: Sequence[Entry]) -> None:
        """The conversation as it is now; what stays the same stays mounted."""
        entries = tuple(entries)
        same = _same(self._entries, entries)
        if same < self._first or len(self._views) > MOST or len(entries) - same > WINDOW:
            self._restart(entries)
        else:
            for view in self._views[same - self._first :]:
                view.remove()
            del self._views[same - self._first :]
            self._add(entries[same:])
        self._entries = entries
        if self._picked not in self._views:
            self._picked = None
        self.set_class(self._first > 0, "-windowed")
        for said in self.query_children(Said):
            said.display = self._first == 0
        self.anchor()

    def show_region(self, widget: Widget, region: Region) -> None:
        """Bring a part of something in the tail into sight."""
        top = widget.region.y - self.region.y + int(self.scroll_y)
        self.scroll_to_region(region.translate(Offset(0, top)), animate=False)

    def show_top_of(self, widget: Widget) -> None:
        """Of something that does not fit, the beginning rather than the end."""
        if widget.region.height > self.size.height - 1:
            self.release_anchor()
            self.scroll_to_widget(widget, top=True, animate=False)

    def _restart(self, entries: tuple[Entry, ...]) -> None:
        for view in self._views:
            view.remove()
        self._views = []
        self._first = max(len(entries) - WINDOW, 0)
        self._add(entries[self._first :])

    def _add(self, entries: Sequence[Entry]) -> None:
        views = [EntryView(entry) for entry in entries]
        if views:
            self._views += views
            self.mount(*views, before=self._tail[0])

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Scrolling to the top brings earlier entries."""
        super().watch_scroll_y(old, new)
        if new <= 1 and new < old and self._first and not self._loading:
            self._loading = True
            self.call_later(self._load_earlier)

    async def _load_earlier(self) -> None:
        start = max(self._first - WINDOW, 0)
        views = [EntryView(entry) for entry in self._entries[start : self._first]]
        height = self.virtual_size.height
        await self.mount(*views, before=self._views[0])
        self._views[:0] = views
        self._first = start
        for said in self.query_children(Said):
            said.display = start == 0
        self.call_after_refresh(self._keep_place, height)

    def _keep_place(self, height: int) -> None:
        self.scroll_to(y=self.scroll_y + self.virtual_size.height - height, animate=False, force=True)
        self._loading = False

    # Choosing an earlier step

    def action_pick(self, by: int) -> None:
        """Another step as the chosen one."""
        steps = [view for view in self._views if view.changeable]
        if not steps:
            return
        place = steps.index(self._picked) + by if self._picked in steps else -1
        self._pick(steps[max(min(place, len(steps) - 1), -1 if self._picked is None else 0)])

    def _pick(self, view: EntryView | None) -> None:
        if self._picked:
            self._picked.remove_class("-picked")
        self._picked = view
        if view:
            view.add_class("-picked")
            self.scroll_to_widget(view, animate=False)

    def action_change(self) -> None:
        """Give the chosen step's answer anew."""
        if self._picked:
            self.post_message(self.ChangeAsked(self._picked.entry))

    def on_entry_view_picked(self, event: EntryView.Picked) -> None:
        """A click chooses and changes at once."""
        event.stop()
        self.post_message(self.ChangeAsked(event.entry))

    def on_focus(self) -> None:
        """Coming here chooses the latest step."""
        if self._picked is None:
            self.action_pick(-1)

    def on_blur(self) -> None:
        """Nothing is chosen while typing."""
        self._pick(None)


def _same(old: Sequence[Entry], new: Sequence[Entry]) -> int:
    """How many entries at the beginning are the same."""
    for index, (one, other) in enumerate(zip(old, new, strict=False)):
        if one is not other and one != other:
            return index
    return min(len(old), len(new))
