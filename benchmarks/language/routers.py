"""Ways of finding the tree that a message means: ours, parts of ours, and what others use for it."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from unittest.mock import patch

from tshoot.language import ranking
from tshoot.language.small_library import SmallLibrary
from tshoot.language.symptoms import Document, rank
from tshoot.language.words import tokens

Router = Callable[[str], tuple[str, float]]
"""From a message to the best tree and its score; no tree: nothing is found."""

Maker = Callable[[Sequence[Document]], Router]


def ours(documents: Sequence[Document]) -> Router:
    """As tshoot does it."""
    library = SmallLibrary(documents)

    def best(text: str) -> tuple[str, float]:
        found = rank(text, library)
        return (found[0].tree, found[0].score) if found else ("", 0.0)

    return best


def weighing(alike: float, present: float, means: float) -> Maker:
    """Ours with other weights, its threshold found with them."""

    def weighed() -> AbstractContextManager[object]:
        return patch.multiple(ranking, _ALIKE=alike, _PRESENT=present, _MEANS=means)

    def make(documents: Sequence[Document]) -> Router:
        with weighed():
            router = ours(documents)

        def best(text: str) -> tuple[str, float]:
            with weighed():
                return router(text)

        return best

    return make


def full_text(documents: Sequence[Document]) -> Router:
    """SQLite's FTS5 with its own Porter stemmer and bm25, one row a tree."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE said USING fts5 (phrases, tokenize = 'porter unicode61')")
    for number, document in enumerate(documents):
        database.execute("INSERT INTO said (rowid, phrases) VALUES (?, ?)", (number, " ".join(document.phrases())))

    def best(text: str) -> tuple[str, float]:
        asked = " OR ".join(f'"{word}"' for word in dict.fromkeys(tokens(text)))
        if not asked:
            return "", 0.0
        sql = "SELECT rowid, -rank FROM said WHERE said MATCH ? ORDER BY rank LIMIT 1"
        rows = database.execute(sql, (asked,)).fetchall()
        return (documents[rows[0][0]].tree, rows[0][1]) if rows else ("", 0.0)

    weakref.finalize(best, database.close)
    return best


def token_set(documents: Sequence[Document]) -> Router:
    """The phrase that rapidfuzz's token_set_ratio finds nearest."""
    from rapidfuzz import fuzz, process

    phrases = [(phrase.casefold(), document.tree) for document in documents for phrase in document.phrases()]
    texts = [phrase for phrase, _ in phrases]

    def best(text: str) -> tuple[str, float]:
        found = process.extractOne(text.casefold(), texts, scorer=fuzz.token_set_ratio)
        return (phrases[found[2]][1], found[1]) if found else ("", 0.0)

    return best


ROUTERS: dict[str, Maker] = {
    "rapidfuzz token_set, best phrase": token_set,
    "SQLite FTS5 bm25, porter": full_text,
    "alike alone": weighing(1.0, 0.0, 0.0),
    "present alone": weighing(0.0, 1.0, 0.0),
    "alike and present": weighing(0.5, 0.5, 0.0),
    "ours": ours,
}
OURS = "ours"
PEERS = frozenset(list(ROUTERS)[:2])
"""Those whose scores have no threshold."""
