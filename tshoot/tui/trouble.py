"""Bugs: into the log, never before a person."""

from __future__ import annotations

import os
from pathlib import Path


def logged(error: Exception, state: Path) -> Path | None:
    """Write an exception down; the path of the log, or `None` where it cannot be written."""
    from tshoot.store.log import write_traceback

    try:
        raise error
    except Exception:
        return write_traceback(os.fspath(state))
