"""Tables for people, and the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from benchmarks.measure import Row, Table

HEADS = ("", "{subject}", "95 %", "{other}", "times", "more", "target", "")


def as_text(table: Table) -> str:
    """One table; times in milliseconds, medians."""
    heads = [head.format(subject=table.subject, other=table.other) for head in HEADS]
    lines = [heads, *(_cells(row) for row in table.rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    drawn = [_line(line, widths) for line in lines]
    rule = "─" * max(map(len, drawn))
    return "\n".join([f"{table.name}: {table.title}", rule, drawn[0], rule, *drawn[1:], *table.notes, ""])


def as_json(tables: Sequence[Table]) -> str:
    """All tables with what follows from them."""
    return json.dumps([_table(table) for table in tables], indent=2, ensure_ascii=False)


def _table(table: Table) -> dict[str, object]:
    rows = [asdict(row) | {"ratio": row.ratio, "more": row.more, "reached": row.reached} for row in table.rows]
    return asdict(table) | {"rows": rows}


def _cells(row: Row) -> list[str]:
    reached = {True: "reached", False: "MISSED", None: ""}[row.reached]
    numbers = [_number(row.ours), _number(row.high), _number(row.other), _number(row.ratio), _number(row.more)]
    return [row.case, *numbers, row.promise(), reached]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.2f}" if abs(value) < 10 else f"{value:,.1f}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = cells
    padded = [first.ljust(widths[0])]
    padded += [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
    return "  ".join(padded).rstrip()
