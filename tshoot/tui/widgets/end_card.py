"""The end as a card: what it was, what was done, who goes on, and the case number."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tshoot.tui.ending import Closing, card
from tshoot.tui.rows import Row
from tshoot.tui.widgets.choice_list import ChoiceList
from tshoot.tui.widgets.flow import Flow

HIGH = 30
"""Lines of a window from which on everything has room."""


class CardText(Flow):
    """The card's text."""

    def __init__(self, closing: Closing) -> None:
        super().__init__()
        self._shown = closing

    def lines(self, width: int) -> list[Content]:
        """All of it."""
        return card(self._shown, width, low=self.app.size.height < HIGH)


class EndCard(Vertical, can_focus=False):
    """A `Closing` in a frame, and the rows of what can be done next."""

    HELP = "How it ended. ctrl+s shows the summary, to copy or to save."

    DEFAULT_CSS = """
    EndCard { height: auto; width: 1fr; }
    EndCard > .frame { height: auto; }
    """

    def __init__(self, closing: Closing, rows: tuple[Row, ...]) -> None:
        super().__init__()
        self._end = closing
        self.list = ChoiceList(rows)

    def compose(self) -> ComposeResult:
        """The card, then the rows."""
        with Vertical(classes="frame"):
            yield CardText(self._end)
        yield self.list
