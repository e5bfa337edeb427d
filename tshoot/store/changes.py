"""Which trees of the catalogue have changed, in order, so that an index can follow them one by one.

A change is noted in the transaction that makes it; an index remembers the last one that it has taken in.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from tshoot.store.database import Database

MOST = 10_000
"""Changes that are kept; an index that has missed more is made anew."""

TABLES = (
    "CREATE TABLE changes (number INTEGER PRIMARY KEY AUTOINCREMENT, folder TEXT NOT NULL, tree TEXT NOT NULL)",
    # Another catalogue counts its changes from 1 again.
    "CREATE TABLE epoch (name TEXT NOT NULL)",
)


def begin(connection: Connection) -> None:
    """Gives a new catalogue its name."""
    connection.execute("INSERT INTO epoch (name) VALUES (?)", (os.urandom(8).hex(),))


def note(connection: Connection, folder: str, trees: Iterable[str]) -> None:
    """These trees of the folder have come, changed or gone."""
    connection.executemany("INSERT INTO changes (folder, tree) VALUES (?, ?)", [(folder, tree) for tree in trees])
    connection.execute("DELETE FROM changes WHERE number <= (SELECT max(number) FROM changes) - ?", (MOST,))


def latest(database: Database) -> tuple[str, int]:
    """The catalogue's name, and the number of its last change."""
    rows = database.rows("SELECT name, (SELECT seq FROM sqlite_sequence WHERE name = 'changes') FROM epoch")
    return (str(rows[0][0]), int(rows[0][1] or 0)) if rows else ("", 0)


def since(database: Database, number: int, folders: Sequence[str]) -> list[str] | None:
    """The trees of these folders that have changed after this one; None where that is no longer known."""
    (first,) = database.rows("SELECT min(number) FROM changes")[0]
    if first is not None and first > number + 1:
        return None
    rows = database.rows("SELECT folder, tree FROM changes WHERE number > ? ORDER BY number", (number,))
    return list(dict.fromkeys(tree for folder, tree in rows if folder in folders))
