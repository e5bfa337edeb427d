"""What is said about the latest turn: how words were understood, an answer to a question back, an error."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message

from tshoot.tui.content import hanging
from tshoot.tui.remarks import Said
from tshoot.tui.widgets.flow import Flow

GUTTER = 2
"""Cells of the sign before what was understood; further lines stand below the text."""
GAP = 3
"""Cells before the words that take it back."""


class Remark(Flow):
    """A remark above the question; it goes when the conversation moves on."""

    class TakeBack(Message):
        """The words that take it back were clicked."""

    def __init__(self, said: Said) -> None:
        super().__init__(classes=f"-{said.kind}")
        gutter = GUTTER if said.kind == "understood" else 0
        self._sign, self._body = said.content[:gutter], said.content[gutter:]
        self._undo = said.undo

    def lines(self, width: int) -> list[Content]:
        """The remark; how it is taken back stays in one piece."""
        parts = self._body.split("\n", allow_blank=True)
        lines = [line for part in parts for line in hanging(part, width, self._sign)]
        if self._undo and lines[-1].cell_length + GAP + self._undo.cell_length <= width:
            lines[-1] += Content(" " * GAP) + self._undo
        elif self._undo:
            lines.append(Content(" " * GUTTER) + self._undo)
        return lines

    def on_click(self, event: events.Click) -> None:
        """A click on how it is taken back takes it back."""
        offset = event.get_content_offset(self)
        if offset is None or not self._undo:
            return
        lines = self.lines(self.content_size.width)
        end = lines[-1].cell_length
        if offset.y == len(lines) - 1 and end - self._undo.cell_length <= offset.x < end:
            event.stop()
            self.post_message(self.TakeBack())
