"""The conversation so far in one widget: an answer adds lines to it, and only those in sight are drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from tshoot.engine.state import Entry
from tshoot.tui.drawing import COMPACT, draw

WINDOW = 60
"""Entries that are laid out at first, and more at a time on scrolling up."""

MOST = 240
"""With more than these laid out, the next turn goes back to the latest ones."""


class Story(Widget, can_focus=False):
    """Entries as lines; a step that is clicked posts `Picked`.

    A widget for each entry would be laid out anew with every answer, which is what takes the time.
    """

    DEFAULT_CSS = """
    Story { height: auto; width: 1fr; }
    """

    class Picked(Message):
        """A step was clicked."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    class Resized(Message):
        """The lines have their place now."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()
        self.first = 0
        """The earliest entry that is laid out."""
        self.picked: int | None = None
        """The entry that is chosen, to be given anew."""
        self._width = 0
        self._lines: list[Content] = []
        self._starts: list[int] = []
        """Where the lines of each entry begin, from `first` on; a gap before them belongs to them."""
        self._strips: dict[int, Strip] = {}

    # What is shown

    def show(self, entries: Sequence[Entry]) -> None:
        """The conversation as it is now; what stays the same keeps its lines."""
        entries, old = tuple(entries), self.entries
        same = _same(old, entries)
        if same < self.first or len(old) - self.first > MOST or len(entries) - same > WINDOW:
            self.first = max(len(entries) - WINDOW, 0)
            self._cut(0)
        else:
            self._cut(same - self.first)
        self.entries = entries
        if self.picked is not None and self.picked >= same:
            self.picked = None
        self.display = bool(entries)
        self.refresh(layout=True)

    def show_earlier(self) -> None:
        """More entries before the first one."""
        self.first = max(self.first - WINDOW, 0)
        self._cut(0)
        self.refresh(layout=True)

    def pick(self, index: int | None) -> None:
        """This entry is chosen; `None`: none is."""
        self.picked = index
        self._strips.clear()
        self.refresh()

    def region_of(self, index: int) -> Region:
        """Where an entry stands within the widget."""
        at = index - self.first
        end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self._lines)
        start = self._starts[at] + (self._gap_before(index) if end - self._starts[at] > 1 else 0)
        return Region(0, start, max(self._width, 1), end - start)

    def changeable(self) -> list[int]:
        """The entries whose answers can be given anew."""
        return [index for index in range(self.first, len(self.entries)) if _can_change(self.entries[index])]

    def _cut(self, kept: int) -> None:
        """Forget the lines of all but so many entries."""
        if kept >= len(self._starts):
            return
        start = self._starts[kept]
        del self._lines[start:], self._starts[kept:]
        self._strips = {line: strip for line, strip in self._strips.items() if line < start}

    def _lay_out(self, width: int) -> list[Content]:
        """The lines at this width; those that are there already are not drawn again."""
        if width != self._width:
            self._cut(0)
            self._strips.clear()
            self._width = width
        for index in range(self.first + len(self._starts), len(self.entries)):
            self._starts.append(len(self._lines))
            self._lines += [Content("")] * self._gap_before(index)
            self._lines += draw(self.entries[index], width)
        return self._lines

    def _gap_before(self, index: int) -> int:
        """Whether there is air between an entry and the one before it: only steps stand close together."""
        pair = self.entries[max(index - 1, self.first) : index + 1]
        return int(len(pair) > 1 and any(entry.kind not in COMPACT for entry in pair))

    # Drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lay_out(width))

    def render(self) -> Content:
        """All of it, for what asks for the text as a whole."""
        return Content("\n").join(self._lay_out(self._width))

    def render_line(self, y: int) -> Strip:
        """One line."""
        selection = self.text_selection
        strip = self._strips.get(y) if selection is None else None
        if strip is None:
            strip = self._strip(y, selection)
            if selection is None:
                self._strips[y] = strip
        return strip

    def _strip(self, y: int, selection: Selection | None) -> Strip:
        lines = self._lay_out(self.content_size.width)
        line = lines[y] if y < len(lines) else Content("")
        if self.picked is not None and self._entry_at(y) == self.picked:
            line = line.pad_right(max(self._width - line.cell_length, 0)).stylize_before("$choice-text on $choice")
        if selection and (span := selection.get_span(y)):
            start, end = span
            style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            line = line.stylize(style, start, len(line) if end == -1 else end)
        strips = Visual.to_strips(self, line, self._width, 1, self.visual_style, apply_selection=False)
        return strips[0].apply_offsets(0, y) if strips else Strip.blank(self._width)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text."""
        return selection.extract("\n".join(line.plain for line in self._lines)), "\n"

    def notify_style_update(self) -> None:
        """Other colours."""
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        """Say so to what scrolls."""
        self.post_message(self.Resized())

    # The mouse

    def _entry_at(self, y: int) -> int | None:
        """The entry that a line belongs to; none owns the gap before it."""
        at = bisect_right(self._starts, y) - 1
        if at < 0 or y >= len(self._lines):
            return None
        index = self.first + at
        return index if y >= self._starts[at] + self._gap_before(index) else None

    def on_click(self, event: events.Click) -> None:
        """Pick the step."""
        offset = event.get_content_offset(self)
        index = self._entry_at(offset.y) if offset else None
        if index is not None and _can_change(self.entries[index]):
            event.stop()
            self.post_message(self.Picked(self.entries[index]))


def _can_change(entry: Entry) -> bool:
    """Whether an entry's answer can be given anew."""
    return entry.kind == "step" and entry.step >= 0


def _same(old: tuple[Entry, ...], new: tuple[Entry, ...]) -> int:
    """How many entries at the beginning are the same."""
    if old == new[: len(old)]:
        return len(old)
    for index, (one, other) in enumerate(zip(old, new, strict=False)):
        if one is not other and one != other:
            return index
    return min(len(old), len(new))
