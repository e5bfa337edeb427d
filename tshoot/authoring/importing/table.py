"""A table of question, answer, next, as CSV: delimiter and names of columns as they come."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from tshoot.authoring.importing.chart import LONGEST_LABEL, Chart, plain_text, shown

_DELIMITERS = (",", ";", "\t", "|")
_MOST_ROWS = 20_000
_LONGEST_CELL = 20_000

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "question": ("question", "text", "prompt", "ask", "instruction", "title", "frage", "pregunta", "step", "schritt"),
    "answer": ("answer", "option", "reply", "choice", "response", "label", "if", "antwort", "respuesta"),
    "next": ("next", "goto", "target", "then", "leads to", "next step", "next id", "next question", "go to", "to",
             "weiter", "siguiente"),
    "id": ("id", "node", "key", "number", "no", "nr", "step id", "name", "row", "step", "schritt", "#"),
}  # fmt: skip
"""Column to the names that it goes by."""
_POLAR = tuple(
    re.compile(rf"(?:if |when |wenn |si )?({word})(?: (?:next|goto|go to|then|weiter))?")
    for word in ("yes|ja|sí", "no|nein")
)
"""The columns of a table in which each of two answers has one of its own."""

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
    """Column, or answer that has one of its own, to its place; empty where the row does not name them."""
    words = [re.sub(r"[\s_-]+", " ", cell.strip().casefold()) for cell in cells[:50]]
    found = _polar(words)
    for column, names in _COLUMNS.items():
        places = [words.index(name) for name in names if name in words]
        if free := [place for place in places if place not in found.values()]:
            found[column] = free[0]
    return found if "question" in found and found.keys() - {"question", "id"} else {}


def _polar(words: Sequence[str]) -> dict[str, int]:
    """The columns of "If yes" and "If no", by their answers; both or none: "No" alone is a number."""
    found: dict[str, int] = {}
    for pattern in _POLAR:
        matches = ((place, match) for place, word in enumerate(words) if (match := pattern.fullmatch(word)))
        found.update({match[1].capitalize(): place for place, match in islice(matches, 1)})
    return found if len(found) == len(_POLAR) else {}


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
        else:
            arrows += [(last, answer, target, line) for answer, target in _ways(cell)]
        for place, words in enumerate(row):
            if place not in columns.values() and words.strip() and place < 50:
                chart.lose(line, f"the cell {shown(words)}, which is neither question, answer nor next")
    for start, label, target, line in arrows:
        _arrow(chart, by_name, start, label, target, line)


def _ways(cell: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The answers of a row, and where they lead."""
    answer, target = cell.get("answer", ""), cell.get("next", "")
    if answer or target:
        yield plain_text(answer, LONGEST_LABEL), target
    yield from ((name, words) for name, words in cell.items() if words and name not in _COLUMNS)


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
