"""What lint has found before, by the content of the files; never worth a failure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from tshoot.errors import StorageError
from tshoot.model.diagnostic import Diagnostic, Severity, Span
from tshoot.store.database import Database
from tshoot.store.failures import Damaged
from tshoot.store.lint_kept import Kept

FILE_NAME = "lint.db"
PATIENCE = 0.5
"""Seconds to wait for another lint; then it goes without."""

_AT_ONCE = 500
_RULES = ("authoring/rules", "authoring/library_rules", "engine")
"""Folders of code that decide what is found, beside those that make trees."""

_SEVERITIES: dict[str, Severity] = {"error": "error", "warning": "warning", "info": "info"}

_TABLES = (
    "CREATE TABLE kept (key BLOB PRIMARY KEY, day TEXT NOT NULL, id TEXT NOT NULL, findings TEXT NOT NULL, "
    "refs BLOB NOT NULL, gathered BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE trees (key BLOB PRIMARY KEY, tree BLOB NOT NULL, places BLOB NOT NULL)",
)


class LintCache:
    """Findings of this day and this version of the code."""

    def __init__(self, state: Path, day: str) -> None:
        self._path = state / FILE_NAME
        self._day = day
        self._database: Database | None = None
        with self._surviving():
            self._database = _open(self._path)

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Kept]:
        """What is known of these files."""
        found: dict[bytes, Kept] = {}
        wanted = list(dict.fromkeys(keys))
        with self._surviving():
            for start in range(0, len(wanted), _AT_ONCE):
                found |= self._some(wanted[start : start + _AT_ONCE])
        return found

    def _some(self, keys: list[bytes]) -> dict[bytes, Kept]:
        if self._database is None:
            return {}
        marks = ",".join("?" * len(keys))
        rows = self._database.rows(
            f"SELECT key, id, findings, refs, gathered FROM kept WHERE day = ? AND key IN ({marks})",  # noqa: S608
            (self._day, *keys),
        )
        return {
            key: Kept(name, _findings(text), refs, gathered=gathered, later=partial(self._large, key))
            for key, name, text, refs, gathered in rows
        }

    def _large(self, key: bytes) -> tuple[bytes, bytes]:
        """Tree and places; nothing where they are not there any more, and the file is read again."""
        rows = (
            self._database.rows("SELECT tree, places FROM trees WHERE key = ?", (key,)) if self._database else []
        )
        return (rows[0][0], rows[0][1]) if rows else (b"", b"")

    def put(self, made: Mapping[bytes, Kept]) -> None:
        """Keeps what was found, and forgets what belongs to another day."""
        if self._database is None or not made:
            return
        rows = [
            (key, self._day, one.id, _text(one.findings), one.references, one.gathered)
            for key, one in made.items()
        ]
        trees = [(key, one.tree, one.places) for key, one in made.items() if one.tree]
        with self._surviving(), self._database.writing() as connection:
            gone = connection.execute("DELETE FROM kept WHERE day <> ?", (self._day,)).rowcount
            connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?)", rows)
            connection.executemany("INSERT OR REPLACE INTO trees VALUES (?, ?, ?)", trees)
            if gone:
                connection.execute("DELETE FROM trees WHERE key NOT IN (SELECT key FROM kept)")

    @contextmanager
    def _surviving(self) -> Iterator[None]:
        """A cache that is closed, full or damaged costs time, and nothing else."""
        try:
            yield
        except (Damaged, ValueError, TypeError, KeyError):
            self.close()
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        except (StorageError, OSError):
            self.close()

    def close(self) -> None:
        """Lets go of the file."""
        if self._database is not None:
            self._database.close()
            self._database = None


def _open(path: Path) -> Database:
    from tshoot.store.catalogue_db import version_of_code

    database = Database(path, journal="DELETE", patience=PATIENCE)
    try:
        # A power cut may cost what is kept; waiting for the disk would cost each lint.
        for pragma in ("synchronous = OFF", "secure_delete = OFF"):
            database.rows(f"PRAGMA {pragma}")
        if database.version() != (version := version_of_code(_RULES)):
            with database.writing() as connection:
                for name in ("kept", "trees"):
                    connection.execute(f"DROP TABLE IF EXISTS {name}")
                for statement in _TABLES:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version}")
    except BaseException:
        database.close()
        raise
    return database


def _text(findings: Iterable[Diagnostic]) -> str:
    rows = []
    for item in findings:
        span = item.span
        place = (span.line, span.column, span.end_line, span.end_column)
        rows.append((item.path, *place, item.severity, item.rule, item.message, item.hint))
    return json.dumps(rows)


def _findings(text: str) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(path, Span(*place), _SEVERITIES[severity], rule, message, hint)
        for path, *place, severity, rule, message, hint in (json.loads(text) if text != "[]" else ())
    )
