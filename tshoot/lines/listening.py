"""Where the lines that a person types come from: a terminal, a pipe or a file of answers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol, TextIO

from tshoot.errors import UsageError
from tshoot.lines.stopping import attentive

MAX_LINE = 1_100_000


class Listener(Protocol):
    """Gives one line at a time."""

    interactive: bool
    """A person is there: what can wait for an answer may be asked."""
    forgiving: bool
    """An answer that is not understood is asked again; a file of answers would be out of step from there on."""

    def listen(self, *, secret: bool = False) -> str | None:
        """The next line without its end, not shown where it is secret; nothing at the end of all input."""
        ...


class PersonListener:
    """A terminal, with the comfort of line editing."""

    interactive = True
    forgiving = True

    def __init__(self) -> None:
        with suppress(ImportError):  # Windows has none
            import readline  # noqa: F401 - gives `input` its line editing

    def listen(self, *, secret: bool = False) -> str | None:
        """One typed line."""
        try:
            with attentive():
                return _hidden() if secret else input("> ")
        except EOFError:
            return None


def _hidden() -> str:
    """A line that neither shows nor stays in the history."""
    from getpass import getpass

    return getpass("(not shown) > ")


class StreamListener:
    """A pipe, or a file of answers."""

    interactive = False

    def __init__(self, lines: Iterator[str], *, forgiving: bool = True) -> None:
        self._lines = lines
        self.forgiving = forgiving

    def listen(self, *, secret: bool = False) -> str | None:
        """The next line."""
        return next(self._lines, None)


def stream_lines(stream: TextIO) -> Iterator[str]:
    """Lines of a stream, each bounded."""
    while line := stream.readline(MAX_LINE):
        yield line.rstrip("\r\n")


def answers_in(path: Path) -> Iterator[str]:
    """The answers in a file, one a line; empty lines and lines that start with `#` are comments."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"The answers file {path} cannot be read: {reason}.") from None
    return iter([line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")])


def listener(answers: str | None) -> Listener:
    """The listener for this run."""
    if answers:
        return StreamListener(answers_in(Path(answers)), forgiving=False)
    for stream in (sys.stdin, sys.stdout):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
    if sys.stdin.isatty():
        return PersonListener()
    return StreamListener(stream_lines(sys.stdin))
