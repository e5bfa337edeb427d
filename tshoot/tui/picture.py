"""The first picture of the chat as the terminal takes it, to be painted at once the next time."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Protocol, runtime_checkable

from textual.app import App
from textual.screen import Screen
from textual.strip import Strip
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


FOLDER = "pictures"
"""Within the state folder, where they are kept."""
CHANGING = "changing"
"""Class of what the next start may show otherwise, such as what is often asked: left out of the picture."""


@runtime_checkable
class Untouched(Protocol):
    """A screen that knows whether anything was done on it."""

    @property
    def untouched(self) -> bool:
        """Whether it shows what it showed at first."""
        ...


def is_fresh(app: App[int], first: Screen[None]) -> bool:
    """Whether the first screen still shows what every such start shows: nothing typed, nothing answered."""
    typed = any(found.value for found in app.screen.query(Input))
    touched = isinstance(first, Untouched) and not first.untouched
    return app.screen is first and not typed and not touched and app.size.width < NARROW


def of(app: App[int]) -> str:
    """The whole screen as text with its colours, from the top left."""
    strips = app.screen._compositor.render_strips()
    for widget in app.screen.query(f".{CHANGING}"):
        for line in range(max(widget.region.y, 0), min(widget.region.bottom, len(strips))):
            ground = next(iter(strips[line])).style
            strips[line] = Strip.blank(app.size.width, ground)
    return "\x1b[0m\r\n".join(strip.render(app.console) for strip in strips) + "\x1b[0m"


def forget(state: Path) -> None:
    """Pictures of another look are wrong from now on; failing to is no harm."""
    with suppress(OSError):
        for path in (state / FOLDER).glob("*.txt"):
            path.unlink(missing_ok=True)
