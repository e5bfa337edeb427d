"""The preview as an app: the chat's own, which keeps nothing and begins anew in place."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tshoot.conversation.previewing import Preview
from tshoot.tui import themes
from tshoot.tui.app import DONE, OPERATIONAL, ChatApp
from tshoot.tui.navigation import Finished
from tshoot.tui.screens.preview import PreviewScreen

KEPT = "Nothing here becomes a case."


class PreviewApp(ChatApp):
    """Shows the live walk, and nothing else."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", tooltip=f"Leave. {KEPT}", priority=True, show=False),
    ]

    def __init__(self, preview: Preview) -> None:
        super().__init__(preview.workplace, lambda: PreviewScreen(preview))

    async def on_finished(self, event: Finished) -> None:
        """After the end: from the beginning, or out; and not to the welcome of the chat."""
        event.prevent_default()
        if event.what == "close":
            await self.action_quit()
            return
        for screen in self.screen_stack:
            if isinstance(screen, PreviewScreen):
                screen.action_restart()

    def _leave(self, code: int | None = None) -> None:
        self._let_go()
        self.exit(DONE if code is None else code)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The same, without the promise to keep anything."""
        said = {"Kept for the next time.": "For this time.", "Everything is kept.": KEPT}
        for title, help, callback, *rest in super().get_system_commands(screen):
            yield SystemCommand(title, said.get(help, help), callback, *rest)

    def action_look(self, name: str = "") -> None:
        """Another look, for this time."""
        self.theme = name or themes.following(self.theme)


def run_preview(preview: Preview) -> int:
    """The preview, until the author leaves; returns the exit code."""
    app = PreviewApp(preview)
    code = app.run()
    if app.return_code == 1 and code is None:
        from tshoot.tui.trouble import logged

        path = logged(
            app._exception or RuntimeError("the preview ended without a reason"), preview.workplace.state
        )
        where = f"Details for support are in {path}" if path else "The details could not be written down."
        sys.stderr.write(f"tshoot: Something went wrong inside tshoot. Your file was not touched.\n{where}\n")
        return OPERATIONAL
    return DONE if code is None else code
