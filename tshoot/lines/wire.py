"""JSON lines: bounded lines in, one ASCII object a line out, each written at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

MAX_LINE = 1_100_000
"""Characters of the longest line that is read."""

TOO_LONG = None
"""Stands for a line that was longer than that."""


class NotJson(ValueError):
    """A line is not JSON at all."""


def lines_of(stream: TextIO) -> Iterator[str | None]:
    """The lines of a stream without their ends; `TOO_LONG` in place of each one that is."""
    while line := stream.readline(MAX_LINE):
        if len(line) < MAX_LINE or line.endswith("\n"):
            yield line.rstrip("\r\n")
            continue
        while line and not line.endswith("\n"):
            line = stream.readline(MAX_LINE)
        yield TOO_LONG


def prepare(stream: TextIO) -> None:
    """Have standard input read as UTF-8, and no byte of it end the program."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")


def parse(line: str) -> Any:
    """The data of a line; raises NotJson."""
    try:
        return json.loads(line.removeprefix("\ufeff"), parse_constant=_refuse, parse_float=_number)
    except (ValueError, RecursionError):
        raise NotJson from None


def send(stream: TextIO, message: Mapping[str, object]) -> None:
    """Write one object as a line, and have it leave at once."""
    stream.write(json.dumps(message) + "\n")
    stream.flush()


def _refuse(text: str) -> float:
    raise ValueError(text)


def _number(text: str) -> float:
    number = float(text)
    return number if abs(number) < 1e300 else _refuse(text)
