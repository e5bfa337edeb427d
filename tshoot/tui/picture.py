"""The first picture of the chat as the terminal takes it, to be painted at once the next time."""

from __future__ import annotations

from typing import Protocol

from textual.app import App
from textual.widgets import Input

NARROW = 100
"""From this width on the side panel shows a case number, which is another one the next time."""


class Glance(Protocol):
    """What paints the picture before the chat is loaded, and keeps the next one."""

    painted: bool

    def hand_over(self) -> None:
        """The chat takes the terminal."""
        ...

    def keep(self, frame: str) -> None:
        """Keep this picture for the next time."""
        ...


def is_fresh(app: App[int]) -> bool:
    """Whether the screen still shows what every such start shows: nothing typed, no case of its own."""
    typed = any(found.value for found in app.screen.query(Input))
    return not typed and app.size.width < NARROW and len(app.screen_stack) == 2


def of(app: App[int]) -> str:
    """The whole screen as text with its colours, from the top left."""
    strips = app.screen._compositor.render_strips()
    return "\x1b[0m\r\n".join(strip.render(app.console) for strip in strips) + "\x1b[0m"
