"""What kind of terminal this is."""

from __future__ import annotations

import os
import sys

MAX_WIDTH = 100
"""Longer lines are hard to read."""


def columns() -> int:
    """Columns of the terminal on standard output, at most 100, else 80."""
    try:
        return max(20, min(os.get_terminal_size(sys.stdout.fileno()).columns, MAX_WIDTH))
    except (OSError, ValueError, AttributeError):
        return 80


def has_screen() -> bool:
    """Whether a screen can be drawn: a terminal on both sides that can place its cursor."""
    simple = os.environ.get("TERM", "dumb" if os.name == "posix" else "console") in ("dumb", "unknown", "")
    return not simple and sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
