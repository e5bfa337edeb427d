"""Rows that look the same need not be drawn again; rows that only read the same do."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tests.tui.conftest import settle
from tshoot.tui.content import marked, plain
from tshoot.tui.rows import Row, same_rows
from tshoot.tui.widgets.choice_list import ChoiceList


def row(words: str = "", detail: str = "", number: str = "1") -> Row:
    return Row("tree:printer", marked("Printer does not print", [words]), plain(detail), number)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (row(), row(), True),
        (row("printer"), row("printer"), True),
        (row("printer"), row("print"), False),
        (row(), row(detail="from a silent printer"), False),
        (row(), row(number="2"), False),
    ],
)
def test_rows_are_the_same_when_they_look_so(one: Row, other: Row, same: bool) -> None:
    assert same_rows([one], [other]) is same


class ListApp(App[None]):
    """A list alone."""

    def compose(self) -> ComposeResult:
        yield ChoiceList([row("printer")])


async def test_other_words_of_the_same_row_are_picked_out() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 5)) as pilot:
        shown = app.query_one(ChoiceList)
        before = [segment.text for segment in shown.render_line(0) if segment.style and segment.style.bold]
        shown.show([row("not")])
        await settle(pilot)
        after = [segment.text for segment in shown.render_line(0) if segment.style and segment.style.bold]
        assert "Printer" in before and "not" in after and "Printer" not in after
