"""One entry of the conversation: a single widget, whatever its kind."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from tshoot.engine.state import Entry
from tshoot.tui.drawing import COMPACT, draw
from tshoot.tui.widgets.flow import Flow


class EntryView(Flow):
    """An entry; one that can be changed posts `Picked` when it is clicked."""

    DEFAULT_CSS = """
    EntryView { margin: 1 0; }
    EntryView.-compact { margin: 0; }
    """

    class Picked(Message):
        """A step was clicked."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, entry: Entry) -> None:
        super().__init__(classes="-compact" if entry.kind in COMPACT else "")
        self.entry = entry

    @property
    def changeable(self) -> bool:
        """Whether its answer can be given anew."""
        return self.entry.kind == "step" and self.entry.step >= 0

    def lines(self, width: int) -> list[Content]:
        """The entry."""
        return draw(self.entry, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Most entries are one line whatever the width: then nothing has to be drawn to know it."""
        if self.entry.kind in COMPACT:
            return 1
        return super().get_content_height(container, viewport, width)

    def on_click(self, event: events.Click) -> None:
        """Pick the step."""
        if self.changeable:
            event.stop()
            self.post_message(self.Picked(self.entry))
