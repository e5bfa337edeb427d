"""Brings a database to this version's shape by numbered SQL files, each in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from tshoot.store.database import Database
from tshoot.store.failures import damaged, newer_version


def migrate(database: Database, folder: Path) -> None:
    """Applies what is missing; several processes may do so at once."""
    scripts = numbered(folder)
    latest = max(scripts)
    if (version := database.version()) == latest:
        return
    if version > latest:
        raise newer_version(database.path)
    if version == 0 and database.rows("SELECT 1 FROM sqlite_schema") and database.version() == 0:
        raise damaged(database.path)
    for number in sorted(scripts):
        _apply(database, number, scripts[number])


def numbered(folder: Path) -> dict[int, Path]:
    """Migration numbers to their files, such as `0001_cases.sql`."""
    return {int(script.name.split("_")[0]): script for script in folder.glob("*.sql")}


def _apply(database: Database, number: int, script: Path) -> None:
    with database.writing() as connection:
        # Asked again under the write lock: another process may have been faster.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version >= number:
            return
        for statement in _statements(script.read_text(encoding="utf-8")):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")


def _statements(script: str) -> Iterator[str]:
    """One by one: `executescript` would end the transaction first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
