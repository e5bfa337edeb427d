"""The tables of the compiled catalogue: a cache, made anew whenever anything about it is wrong."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from sqlite3 import Connection
from typing import Any, Literal

from tshoot import __version__
from tshoot.store import changes
from tshoot.store.compiled import Compiled, CompiledFile
from tshoot.store.database import Database

FILE_NAME = "catalogue.db"

PATIENCE = 2.0
"""Seconds to wait for another process; after that, memory is quicker."""

STATE = ""
"""Stands for the data folder among the folders."""

Column = Literal["tree", "digest"]
"""What a tree is looked up by."""

_PACKAGE = Path(__file__).parent.parent
_COMPILERS = ("authoring", "language", "model", "store")
"""The folders of code that decide what a compiled tree looks like."""

_TABLES = (
    "CREATE TABLE folders (folder TEXT PRIMARY KEY, listing BLOB NOT NULL)",
    """CREATE TABLE files (
        folder TEXT NOT NULL, path TEXT NOT NULL, stamp TEXT NOT NULL, digest TEXT NOT NULL, tree TEXT NOT NULL,
        broken INTEGER NOT NULL, searchable INTEGER NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (folder, path)
    ) WITHOUT ROWID""",
    "CREATE INDEX files_by_tree ON files (tree)",
    "CREATE INDEX files_by_digest ON files (digest)",
    # Apart from `files`, so that looking at all files does not read all trees.
    """CREATE TABLE bodies (
        folder TEXT NOT NULL, path TEXT NOT NULL, body TEXT NOT NULL, document TEXT NOT NULL,
        source TEXT NOT NULL, problems TEXT NOT NULL, PRIMARY KEY (folder, path),
        FOREIGN KEY (folder, path) REFERENCES files ON DELETE CASCADE
    )""",
    # What a library says beside its trees; `folder` is `STATE` for what holds on this computer.
    """CREATE TABLE library_files (
        folder TEXT NOT NULL, path TEXT NOT NULL, stamp TEXT NOT NULL, digest TEXT NOT NULL, kind TEXT NOT NULL,
        body TEXT NOT NULL, source TEXT NOT NULL, problems TEXT NOT NULL, PRIMARY KEY (folder, path)
    )""",
    *changes.TABLES,
)

_OF_FILES = ("files", "library_files")


def open_catalogue(path: Path) -> Database:
    """The catalogue in this file, emptied when another version of the code has written it."""
    database = Database(path, journal="DELETE", patience=PATIENCE)
    try:
        if database.version() != (version := version_of_code()):
            _make_tables(database, version)
    except BaseException:
        database.close()
        raise
    return database


def remove_catalogue(path: Path) -> None:
    """Takes a damaged catalogue away."""
    for name in (path, Path(f"{path}-journal")):
        with suppress(OSError):
            name.unlink()


def version_of_code(also: Sequence[str] = ()) -> int:
    """Changes with tshoot's version, and for its developers with every edit of what compiles trees, or of `also`."""
    from zlib import crc32

    newest = max((_newest(_PACKAGE / name) for name in (*_COMPILERS, *also)), default=0)
    return crc32(f"{__version__} {newest}".encode()) % 0x7FFFFFFF + 1


def _newest(folder: Path) -> int:
    with suppress(OSError), os.scandir(folder) as entries:
        return max((entry.stat().st_mtime_ns for entry in entries if entry.name.endswith(".py")), default=0)
    return 0


def _make_tables(database: Database, version: int) -> None:
    with database.writing() as connection:
        if connection.execute("PRAGMA user_version").fetchone() == (version,):
            return
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for (name,) in tables:
            connection.execute(f'DROP TABLE "{name}"')
        for statement in _TABLES:
            connection.execute(statement)
        changes.begin(connection)
        connection.execute(f"PRAGMA user_version = {version}")


def listing_of(database: Database, folder: str) -> bytes | None:
    """What the folder looked like when it was last compiled."""
    rows = database.rows("SELECT listing FROM folders WHERE folder = ?", (folder,))
    return rows[0][0] if rows else None


def stamps_of(database: Database, folder: str) -> dict[str, tuple[str, str]]:
    """Path to stamp and digest of every file of the folder."""
    rows = database.rows(
        "SELECT path, stamp, digest FROM files WHERE folder = ?"
        " UNION ALL SELECT path, stamp, digest FROM library_files WHERE folder = ?",
        (folder, folder),
    )
    return {path: (stamp, digest) for path, stamp, digest in rows}


def put_files(database: Database, folder: str, files: Sequence[Compiled]) -> None:
    """Keeps these files in place of what was known of them."""
    with database.writing() as connection:
        changes.note(connection, folder, _named(connection, folder, [one.path for one in files]))
        changes.note(connection, folder, [one.tree for one in files])
        for one in files:
            connection.execute(
                "REPLACE INTO files (folder, path, stamp, digest, tree, broken, searchable, entry)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (folder, one.path, one.stamp, one.digest, one.tree, one.broken, one.searchable, one.entry),
            )
            connection.execute(
                "REPLACE INTO bodies (folder, path, body, document, source, problems) VALUES (?, ?, ?, ?, ?, ?)",
                (folder, one.path, one.body, one.document, one.source, one.problems),
            )


def _named(connection: Connection, folder: str, paths: Iterable[str]) -> list[str]:
    """The ids of the trees that are known under these paths."""
    sql = "SELECT tree FROM files WHERE folder = ? AND path = ?"
    return [row[0] for path in paths for row in connection.execute(sql, (folder, path))]


def put_library_file(database: Database, folder: str, one: CompiledFile) -> None:
    """Keeps a file of the library in place of what was known of it."""
    with database.writing() as connection:
        connection.execute(
            "REPLACE INTO library_files (folder, path, stamp, digest, kind, body, source, problems)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (folder, one.path, one.stamp, one.digest, one.kind, one.body, one.source, one.problems),
        )


def forget_library_files(database: Database, folder: str) -> None:
    """Takes out all files of the library that were known of this folder."""
    with database.writing() as connection:
        connection.execute("DELETE FROM library_files WHERE folder = ?", (folder,))


def library_files_of(database: Database, kind: str, folders: Sequence[str]) -> list[str]:
    """What the files of this kind say, in the order of folders and paths."""
    rows = database.rows("SELECT folder, path, body FROM library_files WHERE kind = ?", (kind,))
    inside = [row for row in rows if row[0] in folders]
    return [str(row[2]) for row in sorted(inside, key=lambda row: (folders.index(row[0]), row[1]))]


def library_problems_of(database: Database, folders: Sequence[str]) -> list[tuple[Any, ...]]:
    """Source and problems of every file of the library that has any."""
    rows = database.rows("SELECT folder, source, problems FROM library_files WHERE problems != '[]'")
    return [row[1:] for row in rows if row[0] in folders]


def finish_folder(
    database: Database, folder: str, listing: bytes, stamps: Sequence[tuple[str, str]], gone: Collection[str]
) -> None:
    """Keeps what the folder looks like now."""
    with database.writing() as connection:
        changes.note(connection, folder, _named(connection, folder, gone))
        for table in _OF_FILES:
            connection.executemany(
                f"DELETE FROM {table} WHERE folder = ? AND path = ?",  # noqa: S608
                [(folder, path) for path in gone],
            )
            connection.executemany(
                f"UPDATE {table} SET stamp = ? WHERE folder = ? AND path = ?",  # noqa: S608
                [(stamp, folder, path) for path, stamp in stamps],
            )
        connection.execute("REPLACE INTO folders (folder, listing) VALUES (?, ?)", (folder, listing))


def forget_folders_that_are_gone(database: Database) -> bool:
    """Takes out what is known of folders that no longer exist; whether there were any."""
    folders = [str(row[0]) for row in database.rows("SELECT folder FROM folders")]
    if gone := [(folder,) for folder in folders if not Path(folder).is_dir()]:
        with database.writing() as connection:
            for table in _OF_FILES:
                connection.executemany(f"DELETE FROM {table} WHERE folder = ?", gone)  # noqa: S608
            connection.executemany("DELETE FROM folders WHERE folder = ?", gone)
    return bool(gone)


def files_of(database: Database, folder: str) -> list[tuple[Any, ...]]:
    """Path, whether it is broken, and entry of every file of the folder, by path."""
    return database.rows("SELECT path, broken, entry FROM files WHERE folder = ? ORDER BY path", (folder,))


def problems_of(database: Database, folder: str) -> list[str]:
    """The problems of every broken file of the folder."""
    rows = database.rows(
        "SELECT problems FROM files JOIN bodies USING (folder, path) WHERE folder = ? AND broken", (folder,)
    )
    return [str(row[0]) for row in rows]


def documents_after(database: Database, folder: str, path: str, limit: int) -> list[tuple[Any, ...]]:
    """Path, id, whether it can be found by its symptoms, document and entry of the next files of the folder."""
    return database.rows(
        "SELECT path, tree, searchable, document, entry FROM files JOIN bodies USING (folder, path)"
        " WHERE folder = ? AND path > ? ORDER BY path LIMIT ?",
        (folder, path, limit),
    )


def rows_of_tree(
    database: Database, column: Column, key: str, folders: Sequence[str], select: str
) -> list[tuple[Any, ...]]:
    """`select` of the files whose `column` is `key`, in the order of folders and paths: the first one counts."""
    rows = database.rows(
        f"SELECT folder, path, {select} FROM files JOIN bodies USING (folder, path) WHERE {column} = ?",  # noqa: S608
        (key,),
    )
    inside = [row for row in rows if row[0] in folders]
    return [row[2:] for row in sorted(inside, key=lambda row: (folders.index(row[0]), row[1]))]
