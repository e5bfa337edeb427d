"""A list of rows that the input above or below it walks: it never takes the focus away from typing."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tshoot.tui.rows import Row, detail_column, lines_of, same_rows


class ChoiceList(Widget, can_focus=False):
    """Rows with a highlight; taking one posts `Taken`."""

    HELP = "Take a row with the arrow keys and enter, with its number, or with the mouse."

    DEFAULT_CSS = """
    ChoiceList { height: auto; width: 1fr; }
    """

    active: reactive[int | None] = reactive(None)

    class Taken(Message):
        """A row was taken."""

        def __init__(self, list: ChoiceList, row: Row) -> None:
            super().__init__()
            self.list = list
            self.row = row

        @property
        def control(self) -> ChoiceList:
            """The list that sends it."""
            return self.list

    class Moved(Message):
        """The highlight went to another row."""

        def __init__(self, list: ChoiceList, region: Region) -> None:
            super().__init__()
            self.list = list
            self.region = region
            """Where the row is, within the list."""

    def __init__(self, rows: Sequence[Row] = (), *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.rows: tuple[Row, ...] = tuple(rows)
        self._drawn: tuple[object, list[Content], list[int]] = (None, [], [])

    def show(self, rows: Sequence[Row], active: int | None = None) -> None:
        """Other rows in place of the present ones."""
        rows = tuple(rows)
        if active == self.active and same_rows(rows, self.rows):
            return
        self.rows = rows
        self._drawn = (None, [], [])
        self.set_reactive(ChoiceList.active, active)
        self.refresh(layout=True)

    def move(self, by: int) -> None:
        """The highlight up or down; from nowhere to the first or last row, and round the ends."""
        if not self.rows:
            return
        if self.active is None:
            self.active = 0 if by > 0 else len(self.rows) - 1
        else:
            self.active = (self.active + by) % len(self.rows)
        self._say_where()

    def row_numbered(self, number: str) -> Row | None:
        """The row that a typed number names."""
        return next((row for row in self.rows if row.number == number), None)

    @property
    def active_row(self) -> Row | None:
        """The highlighted row."""
        return self.rows[self.active] if self.active is not None and self.active < len(self.rows) else None

    def take(self, row: Row) -> None:
        """Take a row."""
        self.post_message(self.Taken(self, row))

    def _say_where(self) -> None:
        _, owners = self._lines(self.content_size.width or 80)
        if self.active in owners:
            top = owners.index(self.active)
            self.post_message(self.Moved(self, Region(0, top, 1, owners.count(self.active))))

    def _lines(self, width: int) -> tuple[list[Content], list[int]]:
        """All lines, and for each the index of its row (-1: a heading or a gap)."""
        key = (self.active, width)
        if self._drawn[0] == key:
            return self._drawn[1], self._drawn[2]
        lines: list[Content] = []
        owners: list[int] = []
        group, column = "", detail_column(self.rows, width)
        for index, row in enumerate(self.rows):
            if row.group != group:
                heading = [Content("")] if lines else []
                heading += [Content.styled(f"  {row.group}", "$muted")] if row.group.strip() else []
                lines, owners, group = lines + heading, owners + [-1] * len(heading), row.group
            drawn = lines_of(row, width, active=index == self.active, column=column)
            lines, owners = lines + drawn, owners + [index] * len(drawn)
        self._drawn = (key, lines, owners)
        return lines, owners

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the rows take."""
        return len(self._lines(width)[0])

    def render(self) -> Content:
        """The rows."""
        return Content("\n").join(self._lines(self.content_size.width)[0])

    def _row_at(self, event: events.MouseEvent) -> int | None:
        offset = event.get_content_offset(self)
        _, owners = self._lines(self.content_size.width)
        if offset is None or offset.y >= len(owners) or owners[offset.y] < 0:
            return None
        return owners[offset.y]

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The highlight follows the mouse."""
        index = self._row_at(event)
        if index is not None:
            self.active = index

    def on_click(self, event: events.Click) -> None:
        """A click takes the row."""
        index = self._row_at(event)
        if index is not None:
            event.stop()
            self.active = index
            self.take(self.rows[index])
