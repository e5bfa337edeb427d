"""The files of search indexes: one for each sequence of folders, beside the catalogue.

A new index is made beside the old one and moved into its place, so that nobody waits for it and a crash leaves nothing
half done.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from tshoot.errors import StorageError
from tshoot.store.catalogue_db import PATIENCE
from tshoot.store.database import Database
from tshoot.store.failures import folder_error
from tshoot.store.symptom_build import Learned, State, fill

_LEFT_BEHIND = 3600
"""Seconds after which a file that was being made belongs to nobody any more."""


def index_file(state: Path, folders: Sequence[str]) -> Path:
    """Where the index of these folders is."""
    return state / f"symptoms-{crc32(json.dumps(list(folders)).encode()):08x}.db"


def open_index(path: Path) -> Database:
    """The index in this file, or a new empty one."""
    return Database(path, journal="DELETE", patience=PATIENCE)


def build(path: Path, catalogue: Database, folders: Sequence[str], state: State, learned: Learned | None) -> None:
    """Makes the index in this file anew."""
    _sweep(path.parent)
    beside = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")
    try:
        database = open_index(beside)
        try:
            # It is nobody's yet: when it fails, it is thrown away.
            for pragma in ("journal_mode = OFF", "synchronous = OFF", "secure_delete = OFF"):
                database.rows(f"PRAGMA {pragma}")
            fill(database, catalogue, folders, state, learned)
        finally:
            database.close()
        _move(beside, path)
    finally:
        remove(beside)


def _move(beside: Path, path: Path) -> None:
    try:
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise folder_error(error, path) from error


def remove(path: Path) -> None:
    """Takes an index away."""
    for name in (path, Path(f"{path}-journal")):
        with suppress(OSError):
            name.unlink()


def prune(state: Path) -> None:
    """Takes away the indexes of folders that no longer exist."""
    for path in state.glob("symptoms-*.db"):
        if not all(Path(folder).is_dir() for folder in _folders_of(path)):
            remove(path)


def _folders_of(path: Path) -> list[str]:
    """The folders of an index; none where it does not say."""
    try:
        database = open_index(path)
    except StorageError:
        return []
    try:
        return [
            str(folder)
            for folder in json.loads(database.rows("SELECT value FROM about WHERE name = 'folders'")[0][0])
        ]
    except (StorageError, LookupError, ValueError, TypeError):
        return []
    finally:
        database.close()


def _sweep(state: Path) -> None:
    for path in state.glob("symptoms-*.new*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _LEFT_BEHIND:
                path.unlink()
