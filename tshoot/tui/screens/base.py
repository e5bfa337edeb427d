"""What every screen has: help, looks, a notice when the window is too small."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from tshoot.tui.widgets.answer_input import AnswerInput
from tshoot.tui.widgets.key_bar import KeyBar

LEAST_WIDTH, LEAST_HEIGHT = 40, 20

Result = TypeVar("Result")


class ChatScreen(Screen[Result]):
    """A screen of the chat."""

    HELP = ""

    AUTO_FOCUS = "AnswerInput"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "help", key_display="F1", tooltip="All keys, and what they do here.", show=False),
        Binding("ctrl+t", "app.look", "look", tooltip="Dark, light, high contrast.", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Each screen its own."""
        yield from ()

    def action_help(self) -> None:
        """All keys of this screen."""
        from tshoot.tui.screens.help import HelpScreen, collect

        self.app.push_screen(HelpScreen(collect(self)))

    def on_resize(self, event: events.Resize) -> None:
        """Say which size is needed where there is too little room."""
        width, height = event.size
        small = width < LEAST_WIDTH or height < LEAST_HEIGHT
        self.set_class(small, "-too-small")
        notices = self.query_children("#too-small")
        if small and not notices:
            self.mount(Static(id="too-small", markup=False))
        if small:
            text = f"tshoot needs {LEAST_WIDTH} x {LEAST_HEIGHT}.\nThis window is {width} x {height}."
            self.query_one("#too-small", Static).update(text)

    def on_key(self, event: events.Key) -> None:
        """Letters go to the input wherever the focus is."""
        field = next(iter(self.query(AnswerInput)), None)
        if field is None or field.has_focus or not event.is_printable or event.character is None:
            return
        event.stop()
        field.focus()
        field.take_character(event.character)

    async def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        """A click on a key does what the key does."""
        event.stop()
        await self.app.run_action(event.action, event.node)
