"""A table of question, answer, next, as CSV: delimiter and names of columns as they come."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from tshoot.authoring.importing.chart import LONGEST_LABEL, Chart, plain_text, shown

_DELIMITERS = (",", ";", "\t", "|")
_MOST_ROWS = 20_000
_LONGEST_CELL = 20_000

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "question": ("question", "text", "prompt", "step", "ask", "instruction", "title", "frage", "pregunta", "schritt"),
    "answer": ("answer", "option", "reply", "choice", "response", "label", "if", "antwort", "respuesta"),
    "next": ("next", "goto", "target", "then", "leads to", "next step", "next id", "next question", "go to", "to",
             "weiter", "siguiente"),
    "id": ("id", "node", "key", "number", "no", "nr", "step id", "name", "row"),
}  # fmt: skip
"""Column to the names that it goes by."""

Row = tuple[int, Sequence[str]]


def read_table(text: str) -> Chart:
    """The chart in a table; never raises."""
    chart = Chart()
    text = text.removeprefix("\ufeff")
    rows = list(_rows(text, chart))
    columns = _columns(rows[0][1]) if rows else {}
    if columns:
        rows = rows[1:]
    elif rows:
        columns = {"question": 0, "answer": 1, "next": 2}
        chart.lose(rows[0][0], "no line with the names of columns: they are taken for question, answer and next")
    _fill(chart, rows, columns)
    chart.start = next(iter(chart.boxes), "")
    return chart


def _rows(text: str, chart: Chart) -> Iterator[Row]:
    """The rows that hold something, each with its line."""
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=_delimiter(text))
    line = 1
    try:
        for count, row in enumerate(reader):
            if count >= _MOST_ROWS:
                chart.lose(line, f"the table has more than {_MOST_ROWS:,} rows; the others are left out")
                return
            if any(cell.strip() for cell in row):
                yield line, [cell[:_LONGEST_CELL] for cell in row]
            line = reader.line_num + 1
    except csv.Error as error:
        chart.lose(line, f"the rest of the table cannot be read: {error}")


def _delimiter(text: str) -> str:
    """What stands most often between the cells of the first line."""
    first = text.lstrip()[:5000].partition("\n")[0]
    bare = re.sub(r'"[^"]{0,2000}"', "", first)
    return max(_DELIMITERS, key=bare.count)


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Column to its place; empty where the row does not name them."""
    found: dict[str, int] = {}
    words = [re.sub(r"[\s_-]+", " ", cell.strip().casefold()) for cell in cells[:50]]
    for column, names in _COLUMNS.items():
        places = [words.index(name) for name in names if name in words]
        if free := [place for place in places if place not in found.values()]:
            found[column] = free[0]
    return found if {"question", "next"} <= found.keys() or {"question", "answer"} <= found.keys() else {}


def _fill(chart: Chart, rows: Sequence[Row], columns: Mapping[str, int]) -> None:
    """Boxes of the questions, then arrows, so that a row may name one that comes later."""
    by_name: dict[str, str] = {}
    arrows: list[tuple[str, str, str, int]] = []
    last = ""
    for number, (line, row) in enumerate(rows, 1):
        cell = {name: row[place].strip() if place < len(row) else "" for name, place in columns.items()}
        question, name = plain_text(cell["question"]), plain_text(cell.get("id", ""), LONGEST_LABEL)
        known = by_name.get(_key(name)) or (by_name.get(_key(question)) if not name else None)
        if known is None and (question or name):
            box = chart.box(f"row-{number}", line)
            if box is None:
                break
            box.text, known = question or name, box.name
            for word in filter(None, (name, question)):
                by_name.setdefault(_key(word), known)
        last = known or last
        if not last:
            chart.lose(line, "a row without a question")
        elif cell.get("answer") or cell.get("next"):
            arrows.append((last, plain_text(cell.get("answer", ""), LONGEST_LABEL), cell.get("next", ""), line))
        for place, words in enumerate(row):
            if place not in columns.values() and words.strip() and place < 50:
                chart.lose(line, f"the cell {shown(words)}, which is neither question, answer nor next")
    for start, label, target, line in arrows:
        _arrow(chart, by_name, start, label, target, line)


def _arrow(chart: Chart, by_name: dict[str, str], start: str, label: str, target: str, line: int) -> None:
    """An arrow to the row that is named; other words are an end of their own."""
    words = plain_text(target)
    end = by_name.get(_key(words)) if words else None
    if end is None:
        box = chart.box(f"end-{line}", line)
        if box is None:
            return
        box.text, end = words, box.name
        if words:
            by_name[_key(words)] = end
    chart.link(start, end, label, line)


def _key(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".:")
