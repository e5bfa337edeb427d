"""The line at the top: what this is about, and how far it is."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tshoot.tui.content import fitted, joined, plain
from tshoot.tui.glyphs import GLYPHS

CELLS = 6


class TitleBar(Widget, can_focus=False):
    """Name, subject, and progress at the right."""

    DEFAULT_CSS = """
    TitleBar { dock: top; height: 1; padding: 0 2; }
    """

    subject: reactive[str] = reactive("")
    left: reactive[int | None] = reactive(None)
    """Steps that are left by the likeliest way; `None`: not on a way."""
    fraction: reactive[float] = reactive(0.0)
    aside: reactive[str] = reactive("")
    """At the very right instead of progress: a timer, the end."""

    def render(self) -> Content:
        """One line, cut in the middle where it is narrow."""
        width = self.content_size.width
        right = self._right(width < 60)
        name = Content.styled("tshoot", "$primary bold")
        subject = plain(self.subject)
        middle = joined(("  ", ""), fitted(subject, width - 10 - right.cell_length)) if subject else Content("")
        gap = max(width - name.cell_length - middle.cell_length - right.cell_length, 1)
        return name + middle + Content(" " * gap) + right

    def _right(self, narrow: bool) -> Content:
        aside = plain(self.aside, "$muted")
        if self.left is None:
            return aside
        words = _words(self.left, narrow)
        cells = 4 if narrow else CELLS
        done = min(round(self.fraction * cells), cells - 1)  # full only at the end
        return joined(
            aside, ("  " if aside else "", ""), (f"{words} ", "$muted"), (GLYPHS.full * done, "$primary"),
            (GLYPHS.empty * (cells - done), "$muted"),
        )  # fmt: skip


def _words(left: int, narrow: bool) -> str:
    if left <= 1:
        return "last one" if narrow else "perhaps the last one"
    return f"{left} left" if narrow else f"about {left} left"
