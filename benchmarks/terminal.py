"""A program in a pseudo-terminal: what it draws, and when. Times are those of arrival, not of interpretation."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType

import pyte

COLUMNS, ROWS = 80, 24
SILENCE = 0.025
"""Seconds without output after which it is worth looking at the screen."""
LIMIT = 20.0

REPLIES = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?u": b"\x1b[?0u",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b]10;?": b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]11;?": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
}
"""What a common terminal answers to what programs ask it."""

TAKEN_OVER = b"\x1b[?2004h"
"""With this a program takes the terminal over; a picture painted before is not yet the program."""

Seen = Callable[["Terminal"], bool]


class NotSeenError(Exception):
    """What was expected did not appear in time; the message holds the screen."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Bytes and the moment they arrived."""

    at: float
    data: bytes


class Terminal:
    """Runs one program at 80 by 24 in 24-bit colour; kills it on leaving."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.live = pyte.Screen(COLUMNS, ROWS)
        """Only what was drawn since the program took the terminal over."""
        self._stream = pyte.ByteStream(self.screen)
        self._live_stream = pyte.ByteStream(self.live)
        self._before: bytes | None = b""
        self._waiting: list[Chunk] = []
        self.ended = False
        environment = {**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.started = time.perf_counter()
        self._pid, self._file = pty.fork()
        if self._pid == 0:  # pragma: no cover, the child
            _become(command, environment)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._pid, signal.SIGKILL)
        os.close(self._file)
        os.waitpid(self._pid, 0)

    def press(self, keys: bytes) -> float:
        """Type; returns the moment just before."""
        at = time.perf_counter()
        os.write(self._file, keys)
        return at

    def wait(self, seen: Seen, limit: float = LIMIT) -> float:
        """The moment at which the bytes arrived that made this true; raises NotSeenError."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            if self._receive(SILENCE):
                continue
            while self._waiting:
                chunk = self._waiting.pop(0)
                self._show(chunk.data)
                if seen(self):
                    return chunk.at
            if self.ended:
                break
        raise NotSeenError("\n".join(self.screen.display))

    def rest(self, seconds: float) -> None:
        """Let the program draw until it has been silent for so long, at most ten times that."""
        end = time.perf_counter() + 10 * seconds
        while self._receive(seconds) and time.perf_counter() < end:
            pass
        for chunk in self._waiting:
            self._show(chunk.data)
        self._waiting = []

    def text(self, *, live: bool = False) -> str:
        """All words on the screen, in reading order, without frames and bars."""
        return words_of("\n".join((self.live if live else self.screen).display))

    def look(self, row: int) -> tuple[object, ...]:
        """One row with its colours; changes when anything in it does."""
        line = self.screen.buffer[row]
        return tuple(line[column] for column in range(COLUMNS))

    def row_of(self, text: str) -> int:
        """The last row that holds this text."""
        return max(number for number, line in enumerate(self.screen.display) if text in line)

    def _show(self, data: bytes) -> None:
        self._stream.feed(data)
        if self._before is None:
            self._live_stream.feed(data)
        elif TAKEN_OVER in (before := self._before + data):
            self._before = None
            self._live_stream.feed(before.partition(TAKEN_OVER)[2])
        else:
            self._before = before

    def _receive(self, seconds: float) -> bool:
        """Take what comes within so many seconds, and answer what the program asks of its terminal."""
        if self.ended or not select.select([self._file], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._file, 65536)
        except OSError:
            data = b""
        at = time.perf_counter()
        if not data:
            self.ended = True
            return False
        self._waiting.append(Chunk(at, data))
        for question, reply in REPLIES.items():
            if question in data:
                os.write(self._file, reply)
        return True


def _become(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """In the child: a screen of the right size, a folder where files may be left behind, then the program."""
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    try:
        os.chdir(environment["HOME"])
        os.execvpe(command[0], list(command), dict(environment))
    finally:
        os._exit(127)


def words_of(text: str) -> str:
    """Words alone: frames, bars and line ends are blanks."""
    letters = (" " if "\u2500" <= letter <= "\u259f" or letter.isspace() else letter for letter in text)
    return " ".join("".join(letters).split())


def shows(*texts: str, live: bool = False) -> Seen:
    """Whether all of these are on the screen; `live`: drawn by the program since it took the terminal over."""
    wanted = [words_of(text) for text in texts]

    def seen(terminal: Terminal) -> bool:
        text = terminal.text(live=live)
        return all(words in text for words in wanted)

    return seen
