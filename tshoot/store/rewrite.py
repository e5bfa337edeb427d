"""Replaces the content of an author's file: as a whole or not at all, and only what was read."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from tshoot.authoring.source import read_bytes
from tshoot.errors import StorageError, UsageError
from tshoot.language.clean import clean


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Writes the file anew, with its mode and owner; a link stays one. Refused when it has changed meanwhile."""
    real = path.resolve()
    beside = real.with_name(f".{real.name}.{os.getpid()}.part")
    try:
        _write_beside(real, beside, after)
        if read_bytes(real) != before:
            raise UsageError(
                f"{_shown(path)} was changed while tshoot looked at it.", "Nothing was written to it. Try again."
            )
        beside.replace(real)
    except OSError as error:
        raise StorageError(
            f"{_shown(path)} cannot be written: {error.strerror or error}.", "It is as it was before."
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _write_beside(real: Path, beside: Path, content: bytes) -> None:
    state = real.stat()
    # A folder may be open where the file is not: replacing it would pass by its mode.
    if not os.access(real, os.W_OK):
        raise PermissionError(13, "it is closed to you")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.chmod(state.st_mode & 0o7777)
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(beside, state.st_uid, state.st_gid)


def _shown(path: Path) -> str:
    return clean(str(path), limit=200)
