"""The line at the bottom: the keys that work now, each a button too."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from tshoot.tui.content import joined

ROOMY = 60
TRIED = ("move", "pick", "send")
"""Actions of the arrow keys and of enter: everybody tries them, so that they give way where it is narrow."""


@dataclass(frozen=True, slots=True)
class _Key:
    name: str
    text: str
    action: str
    node: DOMNode


class KeyBar(Widget, can_focus=False):
    """Keys and what they do, taken from the bindings in force."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; padding: 0 2; }
    """

    class Pressed(Message):
        """A key was clicked."""

        def __init__(self, action: str, node: DOMNode) -> None:
            super().__init__()
            self.action = action
            self.node = node
            """Whose action it is."""

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[int, int, _Key]] = []
        self._drawn: list[_Key] = []

    def on_mount(self) -> None:
        """Redraw whenever other keys work, once what made them others is on the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._updated)

    def _updated(self, screen: Screen[object]) -> None:
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        if self.is_attached and self._keys() != self._drawn:
            self.refresh()

    def _keys(self) -> list[_Key]:
        found = []
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.description:
                name = binding.key_display or binding.key
                found.append(_Key(name, binding.description, binding.action, active.node))
        return list({key.action: key for key in found}.values())

    def render(self) -> Content:
        """As many keys as there is room for; the last one leads to all others."""
        width, keys = self.content_size.width, self._keys()
        self._drawn = keys
        more = [key for key in keys if key.action.endswith("command_palette")]
        shown, used = [key for key in keys if key not in more], sum(map(_width, more))
        if width < ROOMY:
            shown = [key for key in shown if not key.action.startswith(TRIED)]
        line = Content("")
        self._places = []
        for key in shown:
            if line.cell_length + _width(key) + used > width + 2:
                break
            line = self._with(line, key)
        for key in more:
            line = self._with(line, key)
        return line

    def _with(self, line: Content, key: _Key) -> Content:
        start = line.cell_length
        self._places.append((start, start + _width(key) - 2, key))
        return joined(line, (key.name, "$primary bold"), (f" {key.text}  ", "$muted"))

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for start, end, key in self._places:
            if start <= offset.x < end:
                event.stop()
                self.post_message(self.Pressed(key.action, key.node))


def _width(key: _Key) -> int:
    return len(key.name) + len(key.text) + 3
