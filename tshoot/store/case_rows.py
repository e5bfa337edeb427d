"""The rows of a case: how events, headers, tree versions and counts are written and found."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from sqlite3 import Connection, IntegrityError

from tshoot.errors import CaseBusy, UnknownCase
from tshoot.language.clean import clean
from tshoot.model.case import CaseHeader
from tshoot.model.event import Event
from tshoot.store import numbers
from tshoot.store.database import Database
from tshoot.store.texts import encoded, storable

Fixes = Sequence[tuple[str, str, bool]]
"""Tree, fix, and whether it helped."""


def insert_case(connection: Connection, case: str) -> None:
    """An empty case, to be filled in the same transaction."""
    try:
        connection.execute(
            "INSERT INTO cases (number, status, queue, tier, updated, events, header)"
            " VALUES (?, '', '', 0, '', 0, '')",
            (case,),
        )
    except IntegrityError as error:
        raise CaseBusy(f"A case with the number {case} is already here.") from error


def add_events(connection: Connection, header: CaseHeader, events: Sequence[Event], after: int) -> bool:
    """Adds them to the `after` ones that are there; False, and nothing written, when there are not as many."""
    total = after + len(events)
    header = replace(header, events=total)
    moved = connection.execute(
        "UPDATE cases SET status = ?, queue = ?, tier = ?, updated = ?, events = ?, header = ?"
        " WHERE number = ? AND events = ?",
        (header.status, storable(header.queue), header.tier, storable(header.updated), total, encoded(header),
         header.case, after),
    ).rowcount  # fmt: skip
    if moved:
        rows = [(header.case, seq, encoded(event)) for seq, event in enumerate(events, after)]
        connection.executemany("INSERT INTO events (number, seq, event) VALUES (?, ?, ?)", rows)
    return bool(moved)


def add_sources(connection: Connection, case: str, sources: Mapping[str, str]) -> None:
    """The tree versions that the case was walked on; each is kept once for all cases."""
    for digest, source in sources.items():
        connection.execute(
            "INSERT OR IGNORE INTO sources (digest, source) VALUES (?, ?)", (digest, storable(source))
        )
        connection.execute("INSERT OR IGNORE INTO case_sources (number, digest) VALUES (?, ?)", (case, digest))


def count_fixes(connection: Connection, case: str, fixes: Fixes) -> None:
    """Counts what a closed case has tried, in place of what it counted when it was closed before."""
    (before,) = connection.execute("SELECT counted FROM cases WHERE number = ?", (case,)).fetchone()
    changes = [(tree, fix, -1, -int(helped)) for tree, fix, helped in json.loads(before)]
    changes += [(storable(tree), storable(fix), 1, int(helped)) for tree, fix, helped in fixes]
    connection.executemany(
        "INSERT INTO fixes (tree, fix, tried, helped) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET tried = tried + excluded.tried, helped = helped + excluded.helped",
        changes,
    )
    connection.execute("UPDATE cases SET counted = ? WHERE number = ?", (encoded(tuple(fixes)), case))


def exists(database: Database, case: str) -> bool:
    """Whether there is a case of exactly this number."""
    return bool(database.rows("SELECT 1 FROM cases WHERE number = ?", (storable(case),)))


def resolve(database: Database, text: str) -> str:
    """The one number that was meant: in any case, with or without its dash, or by its beginning."""
    if exists(database, text):
        return text
    begin = numbers.canonical(text)
    rows = database.rows(
        "SELECT number FROM cases WHERE number BETWEEN ? AND ? || '~' ORDER BY updated DESC LIMIT 4",
        (begin, begin),
    )
    found = [str(number) for (number,) in rows] if begin else []
    if len(found) > 1:
        raise UnknownCase(
            f'More than one case begins with "{begin}".', f"Type more of it, such as {' or '.join(found)}."
        )
    if not found:
        raise unknown_case(database, text)
    return found[0]


def unknown_case(database: Database, text: str) -> UnknownCase:
    """The failure that names the nearest cases that are there."""
    from difflib import get_close_matches

    known = [
        str(number) for (number,) in database.rows("SELECT number FROM cases ORDER BY updated DESC LIMIT 500")
    ]
    near = get_close_matches(numbers.canonical(text)[:60] or text.upper()[:60], known)
    hint = f"Did you mean {' or '.join(near)}?" if near else "See all of them with `tshoot cases list`."
    return UnknownCase(f'There is no case "{clean(text, limit=60)}" here.', hint)
