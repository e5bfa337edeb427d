"""Findings about tree files as text with the source line and a caret, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from tshoot.authoring.source import split_lines
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.render.wrap import cell_width

_LONGEST = 120
_BEFORE, _AFTER = 60, 40
"""Characters of a longer source line that are shown around the place."""

_COLORS: Mapping[Severity, str] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m"}
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def to_text(diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], color: bool = False) -> str:
    """One block for each finding: place and sentence, the source line, a caret, a hint."""
    last: dict[str, int] = {}
    found = list(diagnostics)
    for item in found:
        last[item.path] = max(last.get(item.path, 1), item.span.line)
    lines = {
        path: split_lines(sources.get(path, "").removeprefix("\ufeff"), most)[:most] for path, most in last.items()
    }
    blocks = [_block(item, lines[item.path], color) for item in found]
    return "\n".join(row for block in blocks for row in block)


def _block(item: Diagnostic, lines: list[str], color: bool) -> list[str]:
    place = f"{visible(item.path)}:{item.span.line}:{item.span.column}:"
    severity = f"{item.severity}:"
    rule = f"[{visible(item.rule)}]"
    if color:
        place, rule = f"{_BOLD}{place}{_PLAIN}", f"{_DIM}{rule}{_PLAIN}"
        severity = f"{_COLORS[item.severity]}{severity}{_PLAIN}"
    rows = [f"{place} {severity} {visible(item.message)} {rule}"]
    if 0 < item.span.line <= len(lines) and lines[item.span.line - 1].strip():
        source, caret = _pointed(lines[item.span.line - 1], item)
        rows += [f"    {source}", f"    {_COLORS[item.severity] + caret + _PLAIN if color else caret}"]
    if item.hint:
        rows.append(f"    hint: {visible(item.hint)}")
    return rows


def _pointed(line: str, item: Diagnostic) -> tuple[str, str]:
    """The source line, cut where it is long, and the row below it that points to the place."""
    start = min(max(item.span.column - 1, 0), len(line))
    end = item.span.end_column - 1 if item.span.end_line == item.span.line else len(line.rstrip())
    end = min(max(end, start), len(line))
    first, last = 0, len(line)
    if last > _LONGEST:
        first = max(start - _BEFORE, 0)
        last = min(max(start + _AFTER, min(end, start + 2 * _AFTER)), last)
    head = ("…" if first else "") + visible(line[first:start])
    marked = visible(line[start : min(end, last)])
    tail = visible(line[start:last]) + ("…" if last < len(line) else "")
    return (head + tail).rstrip(), " " * cell_width(head) + "^" * max(cell_width(marked), 1)


def visible(text: str) -> str:
    """The text on one line, its control and hidden characters written out."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def to_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One array of objects, one line each."""
    rows = [json.dumps(_record(item)) for item in diagnostics]
    return "[" + ",\n ".join(rows) + "]"


def _record(item: Diagnostic) -> dict[str, str | int]:
    return {
        "path": item.path,
        "line": item.span.line,
        "column": item.span.column,
        "end_line": item.span.end_line,
        "end_column": item.span.end_column,
        "severity": item.severity,
        "rule": item.rule,
        "message": item.message,
        "hint": item.hint,
    }
