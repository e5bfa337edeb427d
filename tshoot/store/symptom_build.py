"""Fills a search index from the catalogue, and brings single trees of one in step."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from tshoot.language.profile import Document
from tshoot.language.symptoms import Section
from tshoot.language.threshold import middling, sample_of
from tshoot.model.record import record
from tshoot.store import catalogue_db
from tshoot.store.database import Database
from tshoot.store.failures import damaged
from tshoot.store.symptom_db import TABLES, Shelf
from tshoot.store.symptom_writing import Writing, document_from
from tshoot.store.texts import encoded

_BATCH = 500
"""Trees that are read from the catalogue at once."""

_DRIFT = 0.2
"""The share of documents that come or go before the threshold is measured again."""

_AGENT_ONLY = "agent"


class Learned(Protocol):
    """What people have called the trees."""

    def generation(self) -> int:
        """Another number after every change."""

    def phrases_by_tree(self) -> Mapping[str, tuple[str, ...]]:
        """Tree to the phrases that people have called its problem."""


@record
class State:
    """What an index has taken in."""

    epoch: str
    """The name of the catalogue."""
    change: int
    """The number of its last change."""
    learned: int
    """The generation of what people have called the trees; -1: nothing of that."""


def fill(
    database: Database, catalogue: Database, folders: Sequence[str], state: State, learned: Learned | None
) -> None:
    """Makes the index in this empty database."""
    called = learned.phrases_by_tree() if learned else {}
    with database.writing() as connection:
        for statement in TABLES:
            connection.execute(statement)
        writing = Writing(connection, database.path)
        for tree, said, agents_only in _said(catalogue, folders):
            _put(writing, tree, said, encoded(called.get(tree, ())), agents_only, catalogue)
        writing.finish()
        _measure(database, -1.0)
        _remember(database, state, folders)
        connection.execute(f"PRAGMA user_version = {catalogue_db.version_of_code()}")


def _said(catalogue: Database, folders: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    """Id, document and audience of every tree that is searched; of those with one id, the first counts."""
    seen: set[str] = set()
    for folder in folders:
        path = ""
        while rows := catalogue_db.documents_after(catalogue, folder, path, _BATCH):
            path = rows[-1][0]
            for _, tree, searchable, said, entry in rows:
                if tree not in seen and searchable:
                    yield tree, said, _for_agents(entry, catalogue)
                seen.add(tree)


def _for_agents(entry: str, catalogue: Database) -> bool:
    try:
        return bool(json.loads(entry)[4] == _AGENT_ONLY)
    except (ValueError, TypeError, LookupError) as error:
        raise damaged(catalogue.path) from error


def _put(writing: Writing, tree: str, said: str, learned: str, agents_only: bool, catalogue: Database) -> None:
    try:
        document = document_from(tree, said, learned)
    except (ValueError, TypeError) as error:
        raise damaged(catalogue.path) from error
    writing.put(document, said, learned, agents_only)


def update(
    database: Database, catalogue: Database, folders: Sequence[str], trees: Iterable[str], before: State, after: State,
    learned: Learned | None,
) -> None:  # fmt: skip
    """Brings these trees in step, unless somebody else has done so."""
    called = learned.phrases_by_tree() if learned else None
    with database.writing() as connection:
        if state_of(database) != before:
            return
        writing = Writing(connection, database.path)
        for tree in trees:
            kept = writing.take_out(tree)
            phrases = kept if called is None else encoded(called.get(tree, ()))
            rows = catalogue_db.rows_of_tree(catalogue, "tree", tree, folders, "searchable, document, entry")
            if rows and rows[0][0]:
                _put(writing, tree, rows[0][1], phrases, _for_agents(rows[0][2], catalogue), catalogue)
        writing.finish()
        _measure(database, _DRIFT)
        _remember(database, after, folders)


def _measure(database: Database, drift: float) -> None:
    """Finds the threshold of each language whose trees have changed more than this."""
    shelf = Shelf(database, agent=True)
    for language, documents, measured in database.rows("SELECT language, documents, measured FROM sections"):
        if abs(documents - measured) > drift * measured:
            trees = [row[0] for row in database.rows("SELECT tree FROM trees WHERE language = ?", (language,))]
            sample = sample_of(trees, lambda tree: document_of(database, tree))
            found = middling(sample, Section(language, documents, 0.0), shelf)
            database.rows(
                "UPDATE sections SET middling = ?, measured = ? WHERE language = ?", (found, documents, language)
            )


def document_of(database: Database, tree: str) -> Document:
    """What a tree says that is in the index."""
    rows = database.rows("SELECT said, learned FROM trees WHERE tree = ?", (tree,))
    try:
        return document_from(tree, *rows[0])
    except (LookupError, ValueError, TypeError) as error:
        raise damaged(database.path) from error


def _remember(database: Database, state: State, folders: Sequence[str]) -> None:
    known = {
        "epoch": state.epoch, "change": state.change, "learned": state.learned, "folders": json.dumps(list(folders)),
    }  # fmt: skip
    for name, value in known.items():
        database.rows("REPLACE INTO about (name, value) VALUES (?, ?)", (name, value))


def state_of(database: Database) -> State | None:
    """What the index has taken in; None: it is none, or another version's."""
    if database.version() != catalogue_db.version_of_code():
        return None
    known = dict(database.rows("SELECT name, value FROM about"))
    try:
        return State(str(known["epoch"]), int(known["change"]), int(known["learned"]))
    except (LookupError, ValueError, TypeError) as error:
        raise damaged(database.path) from error


def learned_differently(database: Database, learned: Learned) -> list[str]:
    """The trees that people have called otherwise than the index knows."""
    called = {tree: encoded(phrases) for tree, phrases in learned.phrases_by_tree().items() if phrases}
    rows = database.rows("SELECT tree, learned FROM trees")
    return [tree for tree, known in rows if known != called.get(tree, "[]")]
