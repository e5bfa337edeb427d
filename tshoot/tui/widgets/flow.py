"""Text that is laid out for the width it gets, as tall as it needs to be."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Flow(Widget, can_focus=False):
    """A widget that says its lines for a width."""

    DEFAULT_CSS = """
    Flow { height: auto; width: 1fr; }
    """

    def lines(self, width: int) -> list[Content]:
        """The lines at this width; each subclass its own."""
        return []

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self.lines(width))

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(self.lines(self.content_size.width))
