"""What is said about the latest turn: how words were understood, an answer to a question back, an error."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Remark(Static, can_focus=False):
    """A remark above the question; it goes when the conversation moves on."""

    DEFAULT_CSS = """
    Remark { height: auto; width: 1fr; }
    """

    def __init__(self, content: Content, kind: str) -> None:
        super().__init__(content, classes=f"-{kind}")
        self.kind = kind
