"""The line to type in. It keeps the focus; with nothing typed, some keys mean the list instead."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from tshoot.language.clean import clean
from tshoot.tui.glyphs import GLYPHS


class AnswerInput(Input):
    """An input whose arrows, digits and enter also drive a list of rows."""

    HELP = "Type in your own words and press enter. With nothing typed, a digit takes the row of that number."

    DEFAULT_CSS = """
    AnswerInput { height: 3; width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "send", "answer", tooltip="Send what you typed, or take the highlighted row.", priority=False),
        Binding("up", "move(-1)", "choose", key_display=GLYPHS.up_down, tooltip="The row above."),
        Binding("down", "move(1)", "choose", show=False, tooltip="The row below."),
    ]  # fmt: skip

    digits = False
    """Whether a digit takes a row while nothing is typed."""
    checks = False
    """Whether space ticks a row while nothing is typed."""
    helps = False
    """Whether a question mark asks why and how while nothing is typed."""

    class Sent(Message):
        """Enter was pressed; the text may be empty."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Walked(Message):
        """The highlight should go up or down."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class Numbered(Message):
        """A digit was pressed with nothing typed."""

        def __init__(self, number: str) -> None:
            super().__init__()
            self.number = number

    class Ticked(Message):
        """Space was pressed with nothing typed, where rows can be ticked."""

    class HelpAsked(Message):
        """A question mark was pressed with nothing typed."""

    def on_mount(self) -> None:
        """What was typed elsewhere is there before the focus comes; selected, the next letter would replace it."""
        self.select_on_focus = False

    def action_send(self) -> None:
        """Enter."""
        text = self.value if self.password else clean(self.value)
        self.post_message(self.Sent(text))

    def action_move(self, by: int) -> None:
        """Arrow up or down."""
        self.post_message(self.Walked(by))

    def take_character(self, character: str) -> None:
        """A character that was typed elsewhere on the screen."""
        message = None if self.value else self._meaning(character)
        if message:
            self.post_message(message)
        else:
            self.insert_text_at_cursor(character)

    async def _on_key(self, event: events.Key) -> None:
        message = None if self.value else self._meaning(event.character or "")
        if message is None:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        self.post_message(message)

    def _meaning(self, character: str) -> Message | None:
        """What a character means to the list while nothing is typed."""
        if self.digits and character.isascii() and character.isdigit():
            return self.Numbered(character)
        if self.checks and character == " ":
            return self.Ticked()
        if self.helps and character == "?":
            return self.HelpAsked()
        return None

    def _on_paste(self, event: events.Paste) -> None:
        """Several pasted lines become one; nothing of what was pasted is sent by itself."""
        text = clean(event.text)
        event.stop()
        event.prevent_default()
        if text:
            self.replace(text, *self.selection) if not self.selection.is_empty else self.insert_text_at_cursor(
                text
            )
