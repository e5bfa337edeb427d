"""The log: where tracebacks go, so that they never reach a person."""

from __future__ import annotations

import os
from pathlib import Path

MAX_BYTES = 1_000_000


def write_traceback(state: str | None) -> Path | None:
    """Append the exception that is being handled; the path of the log, or `None` where it cannot be written."""
    import traceback

    from tshoot.store.paths import log_file, state_folder

    try:
        path = log_file(state_folder(state))
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.exists() and path.stat().st_size > MAX_BYTES
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if fresh else os.O_APPEND)
        with os.fdopen(os.open(path, flags, 0o600), "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(traceback.format_exc() + "\n")
    except Exception:  # a failing log must not hide the failure it was to tell of
        return None
    return path
