"""The first picture of the chat, painted from the last time before the chat itself is loaded.

Loading the screen library takes some ten times as long as starting Python. What the chat showed first the last time is
kept, and painted at once where it will be again: same words, same size, same terminal, same tree. The chat then
draws over it without clearing, so nothing flickers; where something has changed meanwhile, it changes on the screen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

from tshoot import __version__

ENTER = "\x1b[?1049h\x1b[?25l\x1b[H"
LEAVE = "\x1b[?1049l\x1b[?25h\x1b[0m"
FOLDER = "pictures"
MAX_BYTES = 200_000
LOOKS = ("TERM", "COLORTERM", "NO_COLOR", "TERM_PROGRAM", "LANG", "LC_ALL", "TEXTUAL_COLOR_SYSTEM")
"""What of the environment changes how a picture looks."""


class Glance:
    """One start of the chat: paints the kept picture, hands the terminal over, and keeps the next one."""

    def __init__(self, state: Path, what: Sequence[str], files: Sequence[Path]) -> None:
        self._path = state / FOLDER / f"{_key(what)}.txt"
        self._stamp = _stamp(files)
        self._attributes: list[Any] | None = None
        self._handlers: list[tuple[int, Any]] = []
        self.painted = False

    def paint(self) -> None:
        """Paint what is kept, if it still fits; the terminal does not echo what is typed from then on."""
        frame = self._kept()
        if frame is None:
            return
        with suppress(OSError, ValueError, ImportError):
            self._quiet()
            self.painted = True
            sys.stdout.write(ENTER + frame)
            sys.stdout.flush()

    def hand_over(self) -> None:
        """The chat takes the terminal: as it was, but with the picture on it."""
        import signal

        for number, handler in self._handlers:
            signal.signal(number, handler)
        self._handlers = []
        if self._attributes is not None:
            import termios

            with suppress(OSError, termios.error):
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, self._attributes)
            self._attributes = None

    def undo(self) -> None:
        """The chat will not come: the terminal as it was."""
        if self.painted:
            self.painted = False
            with suppress(OSError, ValueError):
                sys.stdout.write(LEAVE)
                sys.stdout.flush()
        self.hand_over()

    def keep(self, frame: str) -> None:
        """Keep this picture for the next time; failing to is no harm."""
        with suppress(OSError, ValueError):
            if not self._stamp or len(frame) > MAX_BYTES:
                return
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part = self._path.with_suffix(f".{os.getpid()}")
            with os.fdopen(
                os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
            ) as file:
                file.write(f"{self._stamp}\n{frame}")
            part.replace(self._path)

    def _kept(self) -> str | None:
        with suppress(OSError, ValueError):
            if self._path.stat().st_size <= MAX_BYTES:
                stamp, _, frame = self._path.read_text(encoding="utf-8").partition("\n")
                return frame if stamp == self._stamp and self._stamp else None
        return None

    def _quiet(self) -> None:
        """No echo while nobody reads, and a clean terminal if we are ended now."""
        import signal
        import termios

        attributes = termios.tcgetattr(sys.stdin.fileno())
        changed = [*attributes[:3], attributes[3] & ~(termios.ECHO | termios.ICANON), *attributes[4:]]
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, changed)
        self._attributes = attributes
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
            if number := getattr(signal, name, None):
                self._handlers.append((number, signal.signal(number, self._ended)))

    def _ended(self, number: int, frame: FrameType | None) -> None:
        self.undo()
        os._exit(130)


def _key(what: Sequence[str]) -> str:
    """A file name for one way of starting on one kind of screen."""
    from zlib import crc32

    size = os.get_terminal_size(sys.stdout.fileno()) if sys.stdout.isatty() else (0, 0)
    looks = [os.environ.get(name, "") for name in LOOKS]
    return f"{crc32(repr((__version__, *what, *size, *looks)).encode()):08x}-{len(what)}"


def _stamp(files: Sequence[Path]) -> str:
    """The state of the files that a picture was made from; empty where one is missing."""
    try:
        return " ".join(f"{found.st_mtime_ns}.{found.st_size}" for found in (path.stat() for path in files))
    except OSError:
        return ""
