"""Wordings that people have confirmed: what they called a problem, and what an answer of theirs meant.

Who calls this has the organisation's consent and has redacted the words. All of it stays on this computer.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from sqlite3 import Connection
from typing import Any, Literal

from tshoot.errors import UsageError
from tshoot.language.clean import clean
from tshoot.language.redact import FEWEST_WORDS, MAX_PHRASE, MOST_WORDS
from tshoot.language.words import tokens
from tshoot.model.record import record
from tshoot.store.database import Database
from tshoot.store.texts import encoded, storable

MOST = 50
"""Phrases kept for one tree or option: those said most often stay, of these the latest."""

WordingKind = Literal["tree", "option"]
Where = tuple[str, str, str, str]
"""Kind, tree, node, option."""

_COLUMNS = "id, kind, tree, node, option, text, times, first_seen, last_seen, off"


@record
class Taught:
    """What one case teaches: a phrase for a tree, or for an option of a question."""

    tree: str
    text: str
    node: str = ""
    """Empty: the phrase is for the tree."""
    option: str = ""
    off: bool = False
    """Kept, but not used until somebody switches it on."""

    @property
    def where(self) -> Where:
        """What it is a phrase for."""
        return ("option" if self.node else "tree", self.tree, self.node, self.option)


@record
class Wording:
    """One phrase that is kept."""

    id: int
    kind: WordingKind
    tree: str
    node: str
    option: str
    text: str
    times: int
    """In how many cases it was confirmed."""
    first_seen: str
    last_seen: str
    off: bool


class Wordings:
    """The table of wordings in the database of cases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # What reading uses

    def phrases_by_tree(self) -> dict[str, tuple[str, ...]]:
        """Tree to the phrases that people have called its problem, those said most often first."""
        rows = self._database.rows(
            "SELECT tree, text FROM wordings WHERE kind = 'tree' AND NOT off ORDER BY tree, times DESC, last_seen DESC"
        )
        found: dict[str, list[str]] = {}
        for tree, text in rows:
            found.setdefault(tree, []).append(text)
        return {tree: tuple(texts) for tree, texts in found.items()}

    def means_at(self, tree: str, node: str) -> dict[str, tuple[str, ...]]:
        """Option to the phrases that meant it at this question; what meant two of them is left out."""
        rows = self._database.rows(
            "SELECT option, text FROM wordings WHERE tree = ? AND node = ? AND kind = 'option' AND NOT off"
            " ORDER BY times DESC, last_seen DESC",
            (storable(tree), storable(node)),
        )
        meant: dict[str, set[str]] = {}
        for option, text in rows:
            meant.setdefault(" ".join(tokens(text)), set()).add(option)
        found: dict[str, list[str]] = {}
        for option, text in rows:
            if len(meant[" ".join(tokens(text))]) == 1:
                found.setdefault(option, []).append(text)
        return {option: tuple(texts) for option, texts in found.items()}

    def generation(self) -> int:
        """Another number after every change of what reading uses."""
        return int(self._database.rows("SELECT number FROM wordings_generation")[0][0])

    # Learning

    def add(self, case: str, taught: Sequence[Taught], *, at: str) -> None:
        """Keep what a case teaches, durable on return; given again, it replaces what the case taught before."""
        now = tuple(dict.fromkeys(one for one in taught if _is_phrase(one.text)))
        if _as_row(now) == self._taught_by(case):
            return
        with self._database.writing() as connection:
            rows = connection.execute("SELECT taught FROM cases WHERE number = ?", (storable(case),)).fetchall()
            before = json.loads(rows[0][0]) if rows else []
            wanted = [_key(one) for one in now]
            changed = False
            for key in before:
                if tuple(key) not in wanted:
                    changed = _unlearn(connection, key) or changed
            for one in now:
                if list(_key(one)) not in before:
                    changed = _learn(connection, one, at) or changed
            if rows:
                connection.execute("UPDATE cases SET taught = ? WHERE number = ?", (_as_row(now), storable(case)))
            if changed:
                _changed(connection)

    def _taught_by(self, case: str) -> str:
        rows = self._database.rows("SELECT taught FROM cases WHERE number = ?", (storable(case),))
        return str(rows[0][0]) if rows else "[]"

    # For an admin

    def listed(self, tree: str = "") -> list[Wording]:
        """All wordings, or those of one tree: by tree and place, those said most often first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM wordings WHERE ? IN ('', tree)"  # noqa: S608
            " ORDER BY tree, node, option, times DESC, last_seen DESC, id",
            (storable(tree),),
        )
        return [_wording(row) for row in rows]

    def get(self, number: int) -> Wording:
        """The wording of this number; raises UsageError."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM wordings WHERE id = ?", (number,))  # noqa: S608
        if not rows:
            raise _unknown(number)
        return _wording(rows[0])

    def edit(self, number: int, text: str) -> str:
        """Put other words in place of a wording; returns them as they are kept."""
        words = clean(text, limit=MAX_PHRASE + 1)
        if not _is_phrase(words):
            raise UsageError(
                f"A wording has {FEWEST_WORDS} to {MOST_WORDS} words and at most {MAX_PHRASE} characters.",
                "Type it again, in other words.",
            )
        with self._database.writing() as connection:
            same = connection.execute(
                "SELECT 1 FROM wordings JOIN wordings AS this USING (kind, tree, node, option)"
                " WHERE this.id = ? AND wordings.id <> this.id AND wordings.text = ?",
                (number, storable(words)),
            ).fetchone()
            if same:
                raise UsageError(
                    "The same words are there already, for the same tree or option.", "Remove one of the two."
                )
            _set(connection, number, "text", storable(words))
        return words

    def switch(self, number: int, *, on: bool) -> None:
        """Use a wording, or no longer use it and keep it."""
        with self._database.writing() as connection:
            _set(connection, number, "off", int(not on))

    def remove(self, number: int) -> None:
        """Take a wording away; said again, it is learned again."""
        with self._database.writing() as connection:
            if not connection.execute("DELETE FROM wordings WHERE id = ?", (number,)).rowcount:
                raise _unknown(number)
            _changed(connection)

    def forget(self) -> int:
        """Take all wordings away; how many there were."""
        with self._database.writing() as connection:
            count = connection.execute("DELETE FROM wordings").rowcount
            connection.execute("UPDATE cases SET taught = '[]'")
            _changed(connection)
        # The write-ahead log would keep what was deleted readable.
        self._database.fold()
        return count


def _wording(row: tuple[Any, ...]) -> Wording:
    number, kind, tree, node, option, text, times, first_seen, last_seen, off = row
    return Wording(number, kind, tree, node, option, text, times, first_seen, last_seen, bool(off))


def _is_phrase(text: str) -> bool:
    words = len(text.split())
    return (
        text == clean(text)
        and len(text) <= MAX_PHRASE
        and words <= MOST_WORDS
        and len(tokens(text)) >= FEWEST_WORDS
    )


def _key(one: Taught) -> tuple[str, ...]:
    """What tells one from another; whether it is used may have been decided since."""
    return tuple(storable(part) for part in (*one.where, one.text))


def _as_row(taught: Sequence[Taught]) -> str:
    return encoded(tuple(_key(one) for one in taught))


def _learn(connection: Connection, one: Taught, at: str) -> bool:
    """Count it once more; whether reading changes."""
    key = _key(one)
    known = connection.execute(
        "UPDATE wordings SET times = times + 1, last_seen = max(last_seen, ?)"
        " WHERE kind = ? AND tree = ? AND node = ? AND option = ? AND text = ?",
        (at, *key),
    ).rowcount
    if known:
        return False
    new = connection.execute(
        "INSERT INTO wordings (kind, tree, node, option, text, times, first_seen, last_seen, off)"
        " VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?)",
        (*key, at, at, one.off),
    ).lastrowid
    # The newest stays in any case: it had no time to be said often. Those that are off have room of their own:
    # forgotten, they would be learned again and used.
    connection.execute(
        "DELETE FROM wordings WHERE id IN (SELECT id FROM wordings"
        " WHERE kind = ? AND tree = ? AND node = ? AND option = ? AND off = ?"
        " ORDER BY id = ? DESC, times DESC, last_seen DESC, id DESC LIMIT -1 OFFSET ?)",
        (*key[:4], one.off, new, MOST),
    )
    return not one.off


def _unlearn(connection: Connection, key: Sequence[str]) -> bool:
    """Count it once less, and take it away where no case has taught it any more; whether reading changes."""
    where = "WHERE kind = ? AND tree = ? AND node = ? AND option = ? AND text = ?"
    connection.execute(f"UPDATE wordings SET times = times - 1 {where}", key)  # noqa: S608
    return connection.execute(f"DELETE FROM wordings {where} AND times < 1", key).rowcount > 0  # noqa: S608


def _set(connection: Connection, number: int, column: Literal["text", "off"], value: object) -> None:
    # The name of the column is one of the two above.
    sql = f"UPDATE wordings SET {column} = ? WHERE id = ?"  # noqa: S608
    if not connection.execute(sql, (value, number)).rowcount:
        raise _unknown(number)
    _changed(connection)


def _changed(connection: Connection) -> None:
    connection.execute("UPDATE wordings_generation SET number = number + 1")


def _unknown(number: int) -> UsageError:
    return UsageError(f"There is no wording {number}.", "`tshoot wordings list` shows them with their numbers.")
