"""A list of one line each, drawn as far as it is seen: thousands of lines cost no more than a few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tshoot.tui.content import fitted
from tshoot.tui.glyphs import GLYPHS

SIGN = 2
"""Cells of the sign before the chosen line."""


class LineList(ScrollView, can_focus=True):
    """Lines with one that is chosen; enter or a click takes it."""

    DEFAULT_CSS = """
    LineList { height: 1fr; width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "choose", key_display=GLYPHS.up_down, tooltip="The line above."),
        Binding("down", "move(1)", "the line below", show=False, tooltip="The line below."),
        Binding("home", "move(-100000)", "the first line", show=False, tooltip="The first line."),
        Binding("end", "move(100000)", "the last line", show=False, tooltip="The last line."),
        Binding("enter", "take", "take it", tooltip="Take the chosen line."),
        # Not left to whoever is around it: a scrolling widget would keep these two for itself.
        Binding("right", "turn(1)", "page", key_display=GLYPHS.left_right, tooltip="The next page."),
        Binding("left", "turn(-1)", "page before", show=False, tooltip="The page before."),
    ]

    class Taken(Message):
        """A line was taken."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Moved(Message):
        """Another line was chosen."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Turned(Message):
        """Other lines are wanted: the next ones, or those before."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Content, ...] = ()
        self.active = 0

    def show(self, lines: Sequence[Content], active: int = 0) -> None:
        """These lines, with this one chosen and in sight."""
        self._lines = tuple(lines)
        self.active = max(min(active, len(self._lines) - 1), 0)
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()
        self.call_after_refresh(self._in_sight)

    def _in_sight(self) -> None:
        if self._lines and self.size.height:
            self.scroll_to_region(Region(0, self.active, 1, 1), animate=False, force=True)

    def _choose(self, index: int) -> None:
        if self._lines:
            self.active = max(min(index, len(self._lines) - 1), 0)
            self.refresh()
            self._in_sight()
            self.post_message(self.Moved(self.active))

    def action_move(self, by: int) -> None:
        """Another line; no further than the ends."""
        self._choose(self.active + by)

    def action_take(self) -> None:
        """Take the chosen line."""
        if self._lines:
            self.post_message(self.Taken(self.active))

    def action_turn(self, by: int) -> None:
        """Other lines."""
        self.post_message(self.Turned(by))

    def on_click(self, event: events.Click) -> None:
        """A click takes the line."""
        offset = event.get_content_offset(self)
        index = int(self.scroll_offset.y) + (offset.y if offset else len(self._lines))
        if 0 <= index < len(self._lines):
            event.stop()
            self._choose(index)
            self.action_take()

    def on_focus(self) -> None:
        """The chosen line shows."""
        self.refresh()

    def on_blur(self) -> None:
        """It shows less."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of those in sight."""
        width, index = self.scrollable_content_region.width, int(self.scroll_offset.y) + y
        style = self.visual_style
        if index >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        chosen = index == self.active
        sign = Content.styled(f"{GLYPHS.cursor} ", "$primary bold") if chosen else Content(" " * SIGN)
        line = sign + fitted(self._lines[index], max(width - SIGN, 1))
        if chosen and self.has_focus:
            line = line.pad_right(max(width - line.cell_length, 0)).stylize_before("$choice-text on $choice")
        return Visual.to_strips(self, line, width, 1, style, pad=True)[0]
