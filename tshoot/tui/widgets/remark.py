"""What is said about the latest turn: how words were understood, an answer to a question back, an error."""

from __future__ import annotations

from textual.content import Content

from tshoot.tui.content import hanging
from tshoot.tui.widgets.flow import Flow

GUTTER = 2
"""Cells of the sign before what was understood; further lines stand below the text."""


class Remark(Flow):
    """A remark above the question; it goes when the conversation moves on."""

    def __init__(self, content: Content, kind: str) -> None:
        super().__init__(classes=f"-{kind}")
        gutter = GUTTER if kind == "understood" else 0
        self._sign, self._body = content[:gutter], content[gutter:]

    def lines(self, width: int) -> list[Content]:
        """The remark."""
        parts = self._body.split("\n", allow_blank=True)
        return [line for part in parts for line in hanging(part, width, self._sign)]
