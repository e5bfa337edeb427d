"""Noticing that files have changed, by looking at them again and again."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

Stamp = tuple[int, int, int, int, int] | None


class Watch:
    """Some files, and how they were when they were looked at last.

    Looking costs a few microseconds a file, and follows editors that save by writing a new file over the old one,
    also where the system cannot tell of changes, as on network drives.
    """

    def __init__(self, first: Path, others: Iterable[Path] = ()) -> None:
        self._paths = (first, *others)
        self._known = self._stamps()
        self._doubted: tuple[Stamp, ...] | None = None

    def also(self, others: Iterable[Path]) -> None:
        """Look at these beside the first file from now on."""
        paths = (self._paths[0], *others)
        if paths != self._paths:
            known = dict(zip(self._paths, self._known, strict=True))
            self._paths = paths
            self._known = tuple(known.get(path, _stamp(path)) for path in paths)

    def changed(self) -> bool:
        """Whether a file is another than it was at the last look.

        A first file that is gone or empty counts at the second look only: many editors leave it so for a moment.
        """
        found = self._stamps()
        if found == self._known:
            self._doubted = None
            return False
        if (found[0] is None or found[0][2] == 0) and found != self._doubted:
            self._doubted = found
            return False
        self._known, self._doubted = found, None
        return True

    def _stamps(self) -> tuple[Stamp, ...]:
        return tuple(map(_stamp, self._paths))


def _stamp(path: Path) -> Stamp:
    try:
        found = os.stat(path)  # noqa: PTH116 - asked many times a second
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev
