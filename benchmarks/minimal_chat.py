"""The minimal Textual chat that start-up and key presses are compared with: header, log, input, footer."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, Header, Input, Log

TEXT = "Is the printer's power light on?"
SAID = "You said"
KEY = "leave the chat"


class MinimalChat(App[None]):
    """One line of text, and a place to answer."""

    TITLE = "chat"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", KEY)]

    def compose(self) -> ComposeResult:
        """Header, log, input, footer."""
        yield Header()
        yield Log()
        yield Input(placeholder="Type your answer")
        yield Footer()

    def on_mount(self) -> None:
        """Say the line, and take letters."""
        self.query_one(Log).write_line(TEXT)
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The line goes to the log."""
        self.query_one(Log).write_line(f"{SAID} {event.value}")
        event.input.clear()


if __name__ == "__main__":
    MinimalChat().run()
