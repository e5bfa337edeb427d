"""What the system says when a file cannot be read or written, in sentences for a person."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from tshoot.errors import StorageError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_SAFE = "Everything that was saved before is still there."


class Damaged(StorageError):
    """The file does not hold what it should."""


def disk_full(path: Path) -> StorageError:
    """No room is left."""
    return StorageError(
        f"The disk is full, so tshoot could not save to {path}.", f"Free some space and try again. {_SAFE}"
    )


def not_writable(path: Path) -> StorageError:
    """The folder does not let this person write."""
    place = next((folder for folder in (path, *path.parents) if folder.is_dir()), path)
    return StorageError(
        f"tshoot may not write to {path}.",
        f"Give yourself write access to {place}, or name another folder with --state.",
    )


def read_only_disk(path: Path) -> StorageError:
    """The disk takes no writes from anybody."""
    return StorageError(
        f"tshoot cannot write to {path}: the disk is read-only.",
        f"Name a folder on another disk with --state. {_SAFE}",
    )


def gone(path: Path) -> StorageError:
    """The file is no longer where it was."""
    return StorageError(
        f"The file {path} was moved or deleted while tshoot was using it. The last answer was not saved.",
        "Put the file back if you can, then start tshoot again.",
    )


def damaged(path: Path) -> Damaged:
    """The file does not hold what it should."""
    return Damaged(
        f"The file {path} is damaged, or it is not one of tshoot's.",
        "tshoot leaves it as it is. Move it away or bring back a copy, then start again.",
    )


def locked(path: Path) -> StorageError:
    """Somebody else holds the file."""
    return StorageError(
        f"Another program is using {path} and does not let go of it.",
        f"Close other tshoot windows and try again. {_SAFE}",
    )


def newer_version(path: Path) -> StorageError:
    """A later tshoot has changed the file's shape."""
    return StorageError(
        f"The cases in {path} were written by a newer version of tshoot.",
        "Update tshoot, then start it again. Nothing was changed.",
    )


def storage_error(error: sqlite3.Error, path: Path) -> StorageError:
    """The sentence for what SQLite reports about this file."""
    # The low byte is the kind of failure; an error without a code comes from text that does not decode.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return disk_full(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return not_writable(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return locked(path)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path)
    if code == sqlite3.SQLITE_IOERR:
        return StorageError(
            f"The disk refused to read or write {path}.",
            f"Check its free space, your quota and its health, then try again. {_SAFE}",
        )
    return StorageError(f"tshoot cannot use {path}: {error}.", "Run `tshoot doctor` to see what is wrong.")


def folder_error(error: OSError, path: Path) -> StorageError:
    """The sentence for what the system reports about this folder or file."""
    if error.errno in _FULL:
        return disk_full(path)
    if error.errno == errno.EROFS:
        return read_only_disk(path)
    if isinstance(error, FileExistsError | NotADirectoryError):
        return StorageError(
            f"tshoot needs a folder at {path}, and there is a file in the way.",
            "Move that file away, or name another folder with --state.",
        )
    return not_writable(path)
