"""The search index of a library, kept in the catalogue: a question reads the postings of its own words alone."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence

from tshoot.language.symptoms import Built, CorpusStats, Document, DocumentStats, Ranked, build, rank
from tshoot.store import catalogue_db
from tshoot.store.database import Database
from tshoot.store.failures import damaged


class SymptomIndex:
    """What the live trees of these folders say about themselves."""

    def __init__(self, database: Database, folders: Sequence[str]) -> None:
        self._database = database
        self._folders = folders
        self._library = json.dumps(folders)
        self._generations = ""
        self._stats = CorpusStats()
        self._words: tuple[str, ...] = ()
        self._agents_only: frozenset[str] = frozenset()

    def search(self, text: str, persona: str, limit: int) -> list[Ranked]:
        """The trees that fit best, of those that this person may walk."""
        self._keep_in_step()
        hidden = frozenset() if persona == "agent" else self._agents_only
        ranked = rank(text, self._stats, self._postings, lambda _: self._words)
        return [one for one in ranked if one.tree not in hidden][:limit]

    def _keep_in_step(self) -> None:
        generations = json.dumps([catalogue_db.generation_of(self._database, folder) for folder in self._folders])
        if generations != self._generations:
            if not self._read(generations):
                self._build(generations)
                self._read(generations)
            self._generations = generations

    def _read(self, generations: str) -> bool:
        rows = self._database.rows(
            "SELECT stats, words FROM indexes WHERE library = ? AND generations = ?", (self._library, generations)
        )
        if not rows:
            return False
        try:
            documents, average, middling, agents_only = json.loads(rows[0][0])
            self._stats = CorpusStats(tuple(DocumentStats(*one) for one in documents), average, middling)
        except (ValueError, TypeError) as error:
            raise damaged(self._database.path) from error
        self._agents_only = frozenset(agents_only)
        self._words = tuple(rows[0][1].split("\n"))
        return True

    def _build(self, generations: str) -> None:
        documents, agents_only = self._documents()
        built = build(documents)
        stats = [
            [[one.tree, one.norm, one.length, one.against] for one in built.stats.documents],
            built.stats.average_length,
            built.stats.middling,
            agents_only,
        ]
        with self._database.writing() as connection:
            connection.execute("DELETE FROM indexes WHERE library = ?", (self._library,))
            connection.execute(
                "INSERT INTO indexes (library, generations, stats, words) VALUES (?, ?, ?, ?)",
                (self._library, generations, json.dumps(stats), "\n".join(built.vocabulary)),
            )
            connection.executemany(
                "INSERT INTO postings (library, feature, postings) VALUES (?, ?, ?)", self._rows(built)
            )

    def _rows(self, built: Built) -> Iterable[tuple[str, str, bytes]]:
        for feature in sorted(built.postings):
            numbers, uses = zip(*built.postings[feature], strict=True)
            yield self._library, feature, array("I", numbers).tobytes() + array("d", uses).tobytes()

    def _documents(self) -> tuple[list[Document], list[str]]:
        """What to index, and the trees that only agents may walk."""
        documents: dict[str, Document | None] = {}
        agents_only = []
        for folder in self._folders:
            for tree, searchable, document, entry in catalogue_db.documents_of(self._database, folder):
                if tree not in documents:
                    documents[tree] = _document(tree, document) if searchable else None
                    if json.loads(entry)[4] == "agent":
                        agents_only.append(tree)
        return [document for document in documents.values() if document], agents_only

    def _postings(self, features: Sequence[str]) -> Mapping[str, Sequence[tuple[int, float]]]:
        marks = ",".join("?" * len(features))
        rows = self._database.rows(
            f"SELECT feature, postings FROM postings WHERE library = ? AND feature IN ({marks})",  # noqa: S608
            (self._library, *features),
        )
        try:
            return {feature: _unpacked(blob) for feature, blob in rows}
        except ValueError as error:
            raise damaged(self._database.path) from error


def _document(tree: str, text: str) -> Document:
    title, summary, symptoms, not_symptoms, area, language = json.loads(text)
    return Document(tree, title, summary, tuple(symptoms), tuple(not_symptoms), area, language)


def _unpacked(blob: bytes) -> list[tuple[int, float]]:
    numbers, uses = array("I"), array("d")
    count = len(blob) // (numbers.itemsize + uses.itemsize)
    numbers.frombytes(blob[: count * numbers.itemsize])
    uses.frombytes(blob[count * numbers.itemsize :])
    return list(zip(numbers, uses, strict=True))
