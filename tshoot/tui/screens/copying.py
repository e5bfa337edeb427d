"""A text to read and to copy, such as a walk as a test."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tshoot.language.clean import clean
from tshoot.tui.content import joined
from tshoot.tui.glyphs import GLYPHS, drawable
from tshoot.tui.widgets.key_bar import KeyBar

LONGEST = 100_000


class CopyScreen(ModalScreen[None]):
    """Shows the text; nothing is written anywhere by itself."""

    HELP = "The walk as a test. Copying puts it on the clipboard where the terminal allows it."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "copy", "copy", key_display="F5", tooltip="Copy it to the clipboard."),
        Binding("escape", "close", "back", key_display="esc", tooltip="Back to the walk."),
    ]

    def __init__(self, text: str, note: Content) -> None:
        super().__init__()
        self._text = text
        self._note = note

    def compose(self) -> ComposeResult:
        """The text, what is to be known about it, the keys."""
        with Vertical(classes="sheet"):
            with VerticalScroll():
                yield Static(Content(drawable(clean(self._text, limit=LONGEST, lines=True))))
            yield Static(self._note, id="done")
        yield KeyBar()

    def on_mount(self) -> None:
        """The arrows scroll the text."""
        self.query_one(VerticalScroll).focus()

    def action_copy(self) -> None:
        """To the clipboard, by the terminal."""
        self.app.copy_to_clipboard(self._text)
        said = joined((f"{GLYPHS.good} ", "$primary bold"), "Copied. If pasting gives nothing, select it above.")
        self.query_one("#done", Static).update(said)

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)

    async def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        """A click on a key does what the key does."""
        await self.app.run_action(event.action, event.node)
