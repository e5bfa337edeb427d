"""`tshoot lint --watch`: the report anew each time that a file is saved."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.authoring.files import SUFFIXES
from tshoot.cli.lint_output import counted
from tshoot.errors import INTERRUPTED
from tshoot.lines.streams import complain
from tshoot.render.diagnostics import visible

if TYPE_CHECKING:
    from tshoot.cli.lint_report import Cache
    from tshoot.store.lint_kept import Kept

PAUSE = 0.2
"""Seconds between two looks at the folders, unless they take long to look at."""
_SHARE = 10
"""A look takes at most one part in so many of the time."""
_CLEAR = "\x1b[H\x1b[2J"

Stamps = dict[str, tuple[int, int, int]]


class Memory:
    """What this process has found, before a cache that outlives it."""

    def __init__(self, behind: Cache | None) -> None:
        self._behind = behind
        self._known: dict[bytes, Kept] = {}

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Kept]:
        """What is known of these files."""
        wanted = list(keys)
        if self._behind and (unknown := [key for key in wanted if key not in self._known]):
            self._known |= self._behind.get(unknown)
        return {key: self._known[key] for key in wanted if key in self._known}

    def put(self, made: Mapping[bytes, Kept]) -> None:
        """Keeps what was found."""
        self._known |= made
        if self._behind:
            self._behind.put(made)

    def close(self) -> None:
        """A report lets go of it; it stays for the next one."""


def watch(
    paths: Sequence[Path], folders: Sequence[Path], report: Callable[[], str], pause: Callable[[float], None]
) -> int:
    """Prints a report at once, and again whenever something has changed, until Ctrl+C."""
    seen: Stamps | None = None
    try:
        while True:
            began = time.monotonic()
            now = dict(_stamps([*paths, *folders]))
            if now != seen and all(path.exists() for path in paths):
                _print(report(), sorted(_changed(seen, now)) if seen is not None else [])
                seen = now
            pause(max(PAUSE, _SHARE * (time.monotonic() - began)))
    except KeyboardInterrupt:
        complain("\nThe files are no longer watched.\n")
        return INTERRUPTED


def _print(report: str, changed: Sequence[str]) -> None:
    clear = _CLEAR if sys.stdout.isatty() and os.environ.get("TERM") != "dumb" else ""
    more = f" and {counted(len(changed) - 1, 'other file')}" if len(changed) > 1 else ""
    head = f"Changed: {visible(changed[0])}{more}\n" if changed else ""
    sys.stdout.write(f"{clear}{head}{report}Waiting for changes; Ctrl+C ends.\n")
    sys.stdout.flush()


def _changed(before: Stamps, now: Stamps) -> Iterator[str]:
    return (path for path in before.keys() | now.keys() if before.get(path) != now.get(path))


def _stamps(paths: Iterable[Path]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """What changes with every save of a file, for all files that may be meant."""
    todo = [os.path.normpath(path) for path in paths]
    while todo:
        path = todo.pop()
        with suppress(OSError):
            if not os.path.isdir(path):  # noqa: PTH112 - thousands, several times a second
                yield path, _stamp(os.stat(path))  # noqa: PTH116
                continue
            with os.scandir(path) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(entry.path)
                    elif entry.name.endswith(SUFFIXES):
                        yield entry.path, _stamp(entry.stat())


def _stamp(state: os.stat_result) -> tuple[int, int, int]:
    return state.st_mtime_ns, state.st_size, state.st_ino
