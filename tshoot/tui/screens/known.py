"""What is known, on a screen of its own where there is no room beside the conversation."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tshoot.tui.widgets.key_bar import KeyBar
from tshoot.tui.widgets.side_panel import Known, SidePanel


class KnownScreen(ModalScreen[tuple[str, str] | None]):
    """The side panel at full width; ends with the fact to correct, if any."""

    HELP = "What is known and what was tried."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+b", "close", "back", key_display="esc", tooltip="Back to the conversation."),
    ]

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._shown = known

    def compose(self) -> ComposeResult:
        """The panel."""
        yield SidePanel(self._shown)
        yield KeyBar()

    def on_mount(self) -> None:
        """Keys go to the panel."""
        self.query_one(SidePanel).focus()

    def on_side_panel_correct(self, event: SidePanel.Correct) -> None:
        """Back, to type the new value."""
        self.dismiss((event.name, event.title))

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)

    async def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        """A click on a key does what the key does."""
        await self.app.run_action(event.action, event.node)
