"""A text with a label before it; further lines stand below the text, not below the label."""

from __future__ import annotations

from textual.content import Content

from tshoot.tui.content import hanging
from tshoot.tui.widgets.flow import Flow


class Labelled(Flow):
    """What is read aloud, or an internal note, with its label."""

    def __init__(self, label: Content, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._label = label
        self._body = Content("")

    def show(self, body: Content | None) -> None:
        """This text; nothing hides the widget."""
        if not (body or self._body):
            return
        self.display = bool(body)
        self._body = body or Content("")
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """Label and text."""
        first = self._label + Content("  ")
        lines: list[Content] = []
        for part in self._body.split("\n", allow_blank=True):
            lines += hanging(part, width, first if not lines else Content(" " * first.cell_length))
        return lines
