"""A text with a label before it; further lines stand below the text, not below the label."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tshoot.tui.content import hanging


class Labelled(Widget, can_focus=False):
    """What is read aloud, or an internal note, with its label."""

    DEFAULT_CSS = """
    Labelled { height: auto; width: 1fr; }
    """

    def __init__(self, label: Content, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._label = label
        self._body = Content("")

    def show(self, body: Content | None) -> None:
        """This text; nothing hides the widget."""
        self.display = bool(body)
        self._body = body or Content("")
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[Content]:
        first = self._label + Content("  ")
        lines: list[Content] = []
        for part in self._body.split("\n", allow_blank=True):
            lines += hanging(part, width, first if not lines else Content(" " * first.cell_length))
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Label and text."""
        return Content("\n").join(self._lines(self.content_size.width))
