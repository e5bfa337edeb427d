"""Standard output and error as they may be: closed, full, read by nobody, of a narrow encoding."""

from __future__ import annotations

import os
import sys
from typing import TextIO

CANNOT_WRITE = 3


def prepare() -> None:
    """Open what is closed to nowhere, and let no character be one that cannot be written."""
    # In the order of their numbers, so that no database is opened as what others take for standard output.
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - until the end
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")


def say(text: str) -> int:
    """Print this and nothing else; the exit code."""
    prepare()
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        return not_written(error)
    return 0


def complain(text: str) -> None:
    """Print to standard error, if anybody can read it."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _forget(sys.stderr)


def not_written(error: OSError) -> int:
    """Say that the output is not complete; the exit code. A reader who has read enough is no failure."""
    forget_output()
    if isinstance(error, BrokenPipeError):
        return 0
    complain(f"tshoot: The output cannot be written: {error.strerror}.\n")
    return CANNOT_WRITE


def settle() -> None:
    """Nothing is left that Python would complain about at exit."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        forget_output()


def forget_output() -> None:
    """Nobody gets the rest of standard output."""
    _forget(sys.stdout)


def _forget(stream: TextIO) -> None:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):  # it is no file of this process
        return
