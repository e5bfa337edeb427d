"""Findings about tree files as text with the source line and a caret, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from tshoot.authoring.source import split_lines
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.render.wrap import cell_width, cut

_LONGEST = 120
"""Characters from which on a source line is cut around the place."""
_INDENT = "    "

_COLORS: Mapping[Severity, str] = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m"}
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def to_text(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], color: bool = False, width: int = 0
) -> str:
    """One block for each finding: place and sentence, the source line, a caret, a hint.

    With a width, sentences go on in indented lines; without it, each is one line, for programs to read.
    """
    last: dict[str, int] = {}
    found = list(diagnostics)
    for item in found:
        last[item.path] = max(last.get(item.path, 1), item.span.line)
    lines = {
        path: split_lines(sources.get(path, "").removeprefix("\ufeff"), most)[:most] for path, most in last.items()
    }
    blocks = [_block(item, lines[item.path], color, width) for item in found]
    return "\n".join(row for block in blocks for row in block)


def _block(item: Diagnostic, lines: list[str], color: bool, width: int) -> list[str]:
    place = f"{visible(item.path)}:{item.span.line}:{item.span.column}:"
    severity = f"{item.severity}:"
    rule = f"[{visible(item.rule)}]"
    rows = _filled([place, severity, *visible(item.message).split(" "), rule], width, _INDENT)
    if color:
        colored = f"{_COLORS[item.severity]}{severity}{_PLAIN}"
        rows[0] = rows[0].replace(place, f"{_BOLD}{place}{_PLAIN}", 1).replace(f" {severity}", f" {colored}", 1)
        rows[-1] = f"{rows[-1].removesuffix(rule)}{_DIM}{rule}{_PLAIN}"
    if 0 < item.span.line <= len(lines) and lines[item.span.line - 1].strip():
        source, caret = _pointed(lines[item.span.line - 1], item, max(width - len(_INDENT), 0))
        rows += [_INDENT + source, _INDENT + (_COLORS[item.severity] + caret + _PLAIN if color else caret)]
    if item.hint:
        rows += _filled([f"{_INDENT}hint:", *visible(item.hint).split(" ")], width, _INDENT + " " * len("hint: "))
    return rows


def _filled(words: Sequence[str], width: int, rest: str) -> list[str]:
    """Lines of whole words, those after the first behind `rest`; one line without a width."""
    if not width:
        return [" ".join(words)]
    rows = [words[0]]
    for word in words[1:]:
        if cell_width(rows[-1]) + 1 + cell_width(word) > width:
            rows.append(rest + word)
        else:
            rows[-1] += f" {word}"
    return rows


def _pointed(line: str, item: Diagnostic, width: int) -> tuple[str, str]:
    """The source line, cut where it is long, and the row below it that points to the place."""
    most = min(width, _LONGEST) if width else _LONGEST
    start = min(max(item.span.column - 1, 0), len(line))
    end = item.span.end_column - 1 if item.span.end_line == item.span.line else len(line.rstrip())
    end = min(max(end, start), len(line))
    first, last = 0, len(line)
    if last > most or (width and cell_width(visible(line)) > most):
        first, after = max(start - most // 2, 0), most // 3
        last = min(max(start + after, min(end, start + 2 * after)), last)
        while width and first < start and cell_width(visible(line[first:start])) >= most // 2:
            first += 1
    head = ("…" if first else "") + visible(line[first:start])
    marked = visible(line[start : min(end, last)])
    tail = visible(line[start:last]) + ("…" if last < len(line) else "")
    shown, caret = (head + tail).rstrip(), "^" * max(cell_width(marked), 1)
    pointing = " " * cell_width(head) + caret
    return (cut(shown, width), pointing[:width]) if width else (shown, pointing)


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
