"""Remarks in a file that speak to lint: `# tshoot: ignore[rule, rule]`, and where they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from tshoot.authoring.findings import MAX_FINDINGS
from tshoot.authoring.source import split_lines
from tshoot.model.diagnostic import Span
from tshoot.model.record import record

_REMARK = re.compile(r"(?:^|(?<=\s))#\s*tshoot:\s*ignore(?P<file>-file)?\b(?P<rest>.*)")
_RULES = re.compile(r"\s*\[([^\]\[]*)\]")
_NAME = re.compile(r"[^,\s][^,]*")
_MARK = "tshoot:"
_MOST = 2 * MAX_FINDINGS
"""Remarks that are read in one file."""


@record
class Ignore:
    """One such remark."""

    span: Span
    names: tuple[tuple[str, Span], ...]
    """The rules that it names, with their places; empty where they cannot be read."""
    line: int
    """The line whose findings it ignores; 0: those of the whole file."""
    alone: bool
    """Nothing else stands on its line."""
    late: bool = False
    """It is about the whole file, and does not stand at its top."""


def ignores(text: str) -> tuple[Ignore, ...]:
    """All remarks that ignore something, in order; a `#` within a text begins none."""
    text = text.removeprefix("\ufeff")
    if _MARK not in text:
        return ()
    lines = split_lines(text)
    found = [(number, match) for number, line in enumerate(lines, 1) if (match := _REMARK.search(line))]
    texts = _texts(text) if found else ()
    saying = [number for number, line in enumerate(lines, 1) if not _is_remark(line)] if found else []
    kept = [(number, match) for number, match in found if not _within(texts, number, match.start())]
    return tuple(_ignore(lines, number, match, saying) for number, match in kept[:_MOST])


def _ignore(lines: Sequence[str], number: int, match: re.Match[str], saying: Sequence[int]) -> Ignore:
    end = len(lines[number - 1].rstrip())
    listed = _RULES.match(match["rest"])
    names: tuple[tuple[str, Span], ...] = ()
    if listed:
        end = match.start("rest") + listed.end()
        start = match.start("rest") + listed.start(1)
        names = tuple(
            (name[0].rstrip(), Span(number, start + name.start() + 1, number, start + name.end() + 1))
            for name in islice(_NAME.finditer(listed[1]), MAX_FINDINGS)
        )
    span = Span(number, match.start() + 1, number, end + 1)
    alone = not lines[number - 1][: match.start()].strip()
    if match["file"]:
        return Ignore(span, names, 0, alone, late=bool(saying) and number >= saying[0])
    return Ignore(span, names, _next(saying, number) if alone else number, alone)


def _next(saying: Sequence[int], number: int) -> int:
    """The line that a remark above it is about, of those that say something."""
    at = bisect_right(saying, number)
    return saying[at] if at < len(saying) else number


def _is_remark(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _texts(text: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where values begin and end, as far as the file can be read."""
    return list(_scanned(text))


def _scanned(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    import yaml

    try:
        for token in yaml.scan(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(token, yaml.ScalarToken):
                start, end = token.start_mark, token.end_mark
                # Behind the sign of a block, on its own line, a remark may stand.
                first = (start.line + 2, 0) if token.style in ("|", ">") else (start.line + 1, start.column)
                yield first, (end.line + 1, end.column)
    except Exception:  # what is wrong with the file is said by the reader; behind it, a remark is a remark
        return


def _within(texts: Sequence[tuple[tuple[int, int], tuple[int, int]]], line: int, column: int) -> bool:
    from bisect import bisect_right

    index = bisect_right(texts, (line, column), key=lambda text: text[0]) - 1
    return index >= 0 and (line, column) < texts[index][1]
