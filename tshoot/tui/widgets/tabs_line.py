"""The titles of pages on one line, the present one picked out."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tshoot.tui.content import joined

GAP = 2


class TabsLine(Widget, can_focus=False):
    """Titles to click on."""

    DEFAULT_CSS = """
    TabsLine { height: 1; width: 1fr; }
    """

    class Chosen(Message):
        """A title was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self) -> None:
        super().__init__()
        self._titles: tuple[str, ...] = ()
        self._active = 0

    def show(self, titles: Sequence[str], active: int) -> None:
        """These titles; our own texts."""
        self._titles, self._active = tuple(titles), active
        self.refresh()

    def render(self) -> Content:
        """All on one line."""
        styles = ("bold underline $primary" if n == self._active else "$muted" for n in range(len(self._titles)))
        parts = [joined((title, style), " " * GAP) for title, style in zip(self._titles, styles, strict=True)]
        return Content("").join(parts)

    def on_click(self, event: events.Click) -> None:
        """The page that was clicked."""
        offset = event.get_content_offset(self)
        end = 0
        for index, title in enumerate(self._titles):
            end += len(title) + GAP
            if offset and offset.x < end:
                event.stop()
                self.post_message(self.Chosen(index))
                return
