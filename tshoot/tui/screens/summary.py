"""The summary of a case, to read, to copy and to save."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tshoot.model.summary import Summary
from tshoot.render.summary import to_markdown, to_text
from tshoot.tui.content import joined, plain
from tshoot.tui.glyphs import GLYPHS, drawable
from tshoot.tui.widgets.key_bar import KeyBar

SHEET, NARROW = 94, 60


class SummaryScreen(ModalScreen[None]):
    """Shows the text; nothing leaves this computer by itself."""

    HELP = "The summary. Copying puts it on the clipboard where the terminal allows it."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "copy", "copy", key_display="F5", tooltip="Copy it to the clipboard."),
        Binding("f8", "save", "save", key_display="F8", tooltip="Save it to a file in your home folder."),
        Binding("escape,ctrl+s", "close", "back", key_display="esc", tooltip="Back to the conversation."),
    ]

    def __init__(self, summary: Summary, folder: Path | None = None) -> None:
        super().__init__()
        self._summary = summary
        self._folder = folder

    def compose(self) -> ComposeResult:
        """The text, what came of copying or saving, the keys."""
        # The sheet takes nine tenths; frame, padding and scrollbar come off that. A narrow one has none of them.
        whole = self.app.size.width
        width = whole if whole < NARROW else min(whole * 9 // 10, SHEET) - 8
        with Vertical(classes="sheet"):
            with VerticalScroll():
                yield Static(Content(drawable(to_text(self._summary, width).rstrip())))
            yield Static(id="done")
        yield KeyBar()

    def on_mount(self) -> None:
        """The arrows scroll the text."""
        self.query_one("#done").display = False
        self.query_one(VerticalScroll).focus()

    def _say(self, content: Content) -> None:
        line = self.query_one("#done", Static)
        line.display = True
        line.update(content)

    def action_copy(self) -> None:
        """To the clipboard, by the terminal."""
        self.app.copy_to_clipboard(to_markdown(self._summary))
        self._say(
            joined((f"{GLYPHS.good} ", "$primary bold"), "Copied. If pasting gives nothing, save it with F8.")
        )

    def action_save(self) -> None:
        """To a file, whose path is shown."""
        folder = self._folder or Path.home()
        path = folder / f"tshoot-{self._summary.case}.md"
        try:
            _write(path, to_markdown(self._summary))
        except OSError as error:
            reason = plain(f"{path}: {error.strerror or error}")
            self._say(joined(("Not saved. ", "bold $error"), reason, ". Copy it with F5 instead."))
            return
        self._say(joined((f"{GLYPHS.good} ", "$primary bold"), "Saved to ", plain(str(path), "bold")))

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)

    async def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        """A click on a key does what the key does."""
        await self.app.run_action(event.action, event.node)


def _write(path: Path, text: str) -> None:
    """For this person's eyes alone; an earlier summary of the same case is replaced, a link is not followed."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
