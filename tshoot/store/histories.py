"""The events of many cases, read a few cases at a time: counting them takes little memory and keeps nobody waiting."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby

from tshoot.errors import StorageError
from tshoot.model.event import Event
from tshoot.store.database import Database
from tshoot.store.texts import decoded, storable

BATCH = 500
"""Cases that are looked at in one go."""


def histories(database: Database, tree: str) -> Iterator[tuple[Event, ...] | None]:
    """All events of each case that was walked on a tree; None for a case that cannot be read."""
    # What stands in another event's words only makes for one more case to look at.
    named = f'"tree":{json.dumps(storable(tree), ensure_ascii=False)}'
    last = ""
    while numbers := database.rows(
        "SELECT number FROM cases WHERE number > ? ORDER BY number LIMIT ?", (last, BATCH)
    ):
        first, last = numbers[0][0], numbers[-1][0]
        rows = database.rows(
            "SELECT number, event FROM events WHERE number IN (SELECT number FROM events"
            """ WHERE number BETWEEN ? AND ? AND event LIKE '{"kind":"pinned"%' AND instr(event, ?))"""
            " ORDER BY number, seq",
            (first, last, named),
        )
        for _, events in groupby(rows, lambda row: row[0]):
            yield _read(database, [text for _, text in events])


def _read(database: Database, texts: list[str]) -> tuple[Event, ...] | None:
    try:
        return tuple(decoded(Event, text, database.path) for text in texts)
    except StorageError:
        return None
