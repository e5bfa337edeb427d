"""SQLite, opened so that what is acknowledged stays: immediate transactions, full sync, private files."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

from tshoot.errors import StorageError
from tshoot.store.failures import damaged, folder_error, gone, locked, storage_error

PATIENCE = 5.0
"""Seconds to wait for another process that is writing."""

IN_MEMORY = Path(":memory:")

_LONG_WAL = 4 * 1024 * 1024
"""Bytes of write-ahead log after which it is folded into the database."""

_SMALLEST = 512
"""Bytes of SQLite's smallest page; it would take a file that was cut shorter for a new one."""

_BUG_FIXED_IN = ((3, 44, 6), (3, 50, 7))

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def wal_bug(version: tuple[int, ...]) -> bool:
    """Whether this SQLite may lose data when two processes fold the write-ahead log at once."""
    backported = any(version[:2] == fixed[:2] and version >= fixed for fixed in _BUG_FIXED_IN)
    return (3, 7, 0) <= version < (3, 51, 3) and not backported


def private_folder(folder: Path) -> None:
    """Makes the folder for this person alone; one that exists is closed to others only while it is empty."""
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _sync_folder(folder.parent)
        elif sys.platform != "win32" and not any(folder.iterdir()) and folder.stat().st_uid == os.geteuid():
            folder.chmod(0o700)
    except OSError as error:
        raise folder_error(error, folder) from error


def _sync_folder(folder: Path) -> None:
    """A new entry outlives a power cut only when its folder was synced; not every system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _private_file(path: Path) -> None:
    """SQLite gives its -wal and -shm files the mode of the database, so that mode is set before it opens it."""
    try:
        try:
            # Never opens an existing database: closing it again would drop the locks of this process.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            _look_at(path)
    except OSError as error:
        raise folder_error(error, path) from error


def _look_at(path: Path) -> None:
    found = path.stat()
    if 0 < found.st_size < _SMALLEST:
        raise damaged(path)
    if sys.platform != "win32" and found.st_mode & 0o077:
        for file in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            with suppress(OSError):
                file.chmod(0o600)


class Database:
    """One open SQLite file (or `IN_MEMORY`), usable from any thread; its failures are StorageErrors."""

    def __init__(self, path: Path, journal: Literal["WAL", "DELETE"] = "WAL", patience: float = PATIENCE) -> None:
        self.path = path
        self._wal = Path(f"{path}-wal") if journal == "WAL" else None
        self._fold_at = _LONG_WAL
        self._patience = patience
        self._lock = threading.RLock()
        if path != IN_MEMORY:
            private_folder(path.parent)
            _private_file(path)
        with self._plain():
            self._connection = sqlite3.connect(
                path, timeout=patience, isolation_level=None, check_same_thread=False
            )
        self._file = self._identity()
        try:
            self._configure(journal)
        except BaseException:
            self._connection.close()
            raise

    def _configure(self, journal: str) -> None:
        # Passive checkpoints by several processes are what the WAL-reset bug needs: see `_fold_long_wal`.
        for pragma in ("synchronous = FULL", "fullfsync = ON", "foreign_keys = ON", "secure_delete = ON",
                       "trusted_schema = OFF", "wal_autocheckpoint = 0"):  # fmt: skip
            self.rows(f"PRAGMA {pragma}")
        if self.version() == 0:
            self._patiently(f"PRAGMA journal_mode = {journal}")

    def _patiently(self, sql: str) -> None:
        """SQLite does not wait by itself when two processes set the journal mode of a new file at once."""
        deadline = time.monotonic() + self._patience
        while True:
            try:
                self._connection.execute(sql).fetchall()
                return
            except sqlite3.Error as error:
                if error.sqlite_errorcode & 0xFF not in _BUSY:
                    raise storage_error(error, self.path) from error
                if time.monotonic() > deadline:
                    raise locked(self.path) from error
            time.sleep(0.01)

    def version(self) -> int:
        """The number of the latest migration that was applied."""
        return int(self.rows("PRAGMA user_version")[0][0])

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of one statement."""
        with self._lock, self._plain():
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Several reads of one and the same state."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: on return everything in it is on the disk, after an exception nothing of it is."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection
            if self._identity() != self._file:
                raise gone(self.path)
        self._fold_long_wal()

    def _identity(self) -> tuple[int, int] | None:
        """Which file the path names: SQLite would go on writing into one that nobody finds any more."""
        try:
            found = os.stat(self.path)  # noqa: PTH116 - asked at each answer
        except OSError:
            return None
        return found.st_dev, found.st_ino

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._lock, self._plain():
            self._connection.execute(begin)
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _plain(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            raise storage_error(error, self.path) from error

    def _fold_long_wal(self) -> None:
        with suppress(OSError):
            if self._wal and self._wal.stat().st_size >= self._fold_at:
                self.fold()
                self._fold_at = max(_LONG_WAL, 2 * self._wal.stat().st_size)

    def fold(self) -> None:
        """Folds the write-ahead log into the database and empties it; left for later when others are reading."""
        # TRUNCATE holds the write lock, so no other process can begin the log anew in the middle of it.
        with self._lock:
            self.rows("PRAGMA busy_timeout = 250")
            with suppress(StorageError):
                self.rows("PRAGMA wal_checkpoint(TRUNCATE)")
            self.rows(f"PRAGMA busy_timeout = {int(self._patience * 1000)}")

    def findings(self) -> list[str]:
        """What is wrong inside the file; empty when all is well."""
        found = [str(row[0]) for row in self.rows("PRAGMA integrity_check(20)")]
        return [] if found == ["ok"] else found

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock, suppress(sqlite3.Error):
            self._connection.close()
