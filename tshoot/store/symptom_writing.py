"""Puts trees into a search index and takes them out again; what all trees share is counted along."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from tshoot.language.features import stem_of, word_feature, words_of
from tshoot.language.profile import Document, Packed, packed, parted
from tshoot.store.failures import damaged
from tshoot.store.symptom_db import term

NOTHING = "[]"
"""What people have called a tree of which that is not known."""

_HELD = 60_000
"""Counts that are added up before they are written, so that memory stays small."""


def document_from(tree: str, said: str, learned: str) -> Document:
    """What a tree says, as it is kept; raises ValueError or TypeError where that is damaged."""
    title, summary, symptoms, not_symptoms, area, language = json.loads(said)
    return Document(
        tree, title, summary, tuple(symptoms), tuple(not_symptoms), area, language, tuple(json.loads(learned))
    )


class Writing:
    """One transaction that changes an index."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._counts: Counter[int] = Counter()
        self._words: Counter[tuple[str, str]] = Counter()
        self._documents: Counter[str] = Counter()

    def put(self, document: Document, said: str, learned: str, agents_only: bool) -> None:
        """Puts a tree in that is not there."""
        self._connection.execute(
            "INSERT INTO trees (tree, language, said, learned) VALUES (?, ?, ?, ?)",
            (document.tree, document.code, said, learned),
        )
        for against, phrases in _profiles(document):
            number = self._insert(document, against, agents_only, packed(phrases, document.code))
            words = {word for phrase in phrases for word in words_of(phrase, document.code)}
            self._count_words(document.code, words, 1)
            if not against:
                self._insert_stems(number, document.code, words, agents_only)
        if len(self._counts) + len(self._words) > _HELD:
            self.flush()

    def take_out(self, tree: str) -> str:
        """Takes a tree out, if it is there; what people have called it."""
        rows = self._connection.execute("SELECT said, learned FROM trees WHERE tree = ?", (tree,)).fetchall()
        if not rows:
            return NOTHING
        try:
            document = document_from(tree, *rows[0])
        except (ValueError, TypeError) as error:
            raise damaged(self._path) from error
        for _, phrases in _profiles(document):
            words = {word for phrase in phrases for word in words_of(phrase, document.code)}
            self._count_words(document.code, words, -1)
        for number, uses in self._connection.execute(
            "SELECT number, uses FROM documents WHERE tree = ?", (tree,)
        ).fetchall():
            self._count(uses, -1)
            self._documents[document.code] -= 1
            self._connection.execute("DELETE FROM stems WHERE rowid = ?", (number,))
        self._connection.execute("DELETE FROM documents WHERE tree = ?", (tree,))
        self._connection.execute("DELETE FROM trees WHERE tree = ?", (tree,))
        return str(rows[0][1])

    def flush(self) -> None:
        """Writes what was counted."""
        self._add("counts (feature, documents) VALUES (?, ?)", "feature", sorted(self._counts.items()))
        words = [(*key, key[1][:1], len(key[1]), key[1][1:], count) for key, count in sorted(self._words.items())]
        self._add(
            "words (language, word, initial, length, rest, documents) VALUES (?, ?, ?, ?, ?, ?)",
            "language, word", words,
        )  # fmt: skip
        self._connection.executemany(
            "DELETE FROM counts WHERE feature = ? AND documents <= 0", _keys(self._counts, one=True)
        )
        self._connection.executemany(
            "DELETE FROM words WHERE language = ? AND word = ? AND documents <= 0", _keys(self._words)
        )
        self._counts.clear()
        self._words.clear()

    def finish(self) -> None:
        """Writes everything that is left."""
        self.flush()
        self._add(
            "sections (language, documents, middling, measured) VALUES (?, ?, 0, 0)",
            "language", sorted(self._documents.items()),
        )  # fmt: skip
        self._connection.execute("DELETE FROM sections WHERE documents <= 0")
        self._documents.clear()

    def _add(self, into: str, key: str, rows: Iterable[Sequence[Any]]) -> None:
        # `into` and `key` are the words above.
        self._connection.executemany(
            f"INSERT INTO {into} ON CONFLICT ({key}) DO UPDATE SET documents = documents + excluded.documents",
            rows,
        )

    def _insert(self, document: Document, against: bool, agents_only: bool, profile: Packed) -> int:
        self._count(profile.uses, 1)
        self._documents[document.code] += 1
        row = self._connection.execute(
            "INSERT INTO documents (tree, language, against, agents_only, size, plain, everyday, meaning, uses)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (document.tree, document.code, against, agents_only, profile.size, profile.plain, profile.everyday,
             profile.meaning, profile.uses),
        )  # fmt: skip
        return int(row.lastrowid or 0)

    def _insert_stems(self, number: int, language: str, words: Iterable[str], agents_only: bool) -> None:
        stems = dict.fromkeys(stem_of(word, language) for word in sorted(words) if word_feature(word, language))
        text = " ".join(term(stem, language) for stem in stems)
        everybody, agents = ("", text) if agents_only else (text, "")
        self._connection.execute(
            "INSERT INTO stems (rowid, everybody, agents) VALUES (?, ?, ?)", (number, everybody, agents)
        )

    def _count(self, uses: bytes, by: int) -> None:
        features, _ = parted(uses)
        counts = self._counts
        if by > 0:
            counts.update(features)
        else:
            counts.subtract(features)

    def _count_words(self, language: str, words: Iterable[str], by: int) -> None:
        for word in words:
            self._words[language, word] += by


def _profiles(document: Document) -> list[tuple[bool, list[str]]]:
    """What speaks for a tree, and what against it, if anything does."""
    against = [text for text in document.not_symptoms if text.strip()]
    return [(False, document.phrases()), *([(True, against)] if against else [])]


def _keys(counts: Mapping[Any, int], one: bool = False) -> list[tuple[Any, ...]]:
    """Those of which there may be none left."""
    return [(key,) if one else key for key, count in counts.items() if count < 0]
