"""The tables of a search index, and what ranking asks of them.

An index is a file of its own beside the catalogue and as disposable. A question reads the documents that may fit alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from tshoot.language.profile import Packed, unpacked
from tshoot.language.spelling import allowed_errors
from tshoot.language.symptoms import Candidate, Section
from tshoot.store.database import Database
from tshoot.store.failures import damaged

ALL = 100
"""With so many documents, all of them may fit: they are kept at hand, decoded."""

BEST = 64
"""Trees that are compared with a message in a larger library."""

ROWS = 15_000
"""Documents that are looked at for the best; the commonest stems would bring in more and say the least."""

ALIKE = 4000
"""Words that a misspelt one is held against."""

KEPT = 512
"""Documents of a larger library that are kept at hand."""

TABLES = (
    "CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID",
    # What each tree says: `said` as the catalogue has it, `learned` what people have called it.
    "CREATE TABLE trees (tree TEXT PRIMARY KEY, language TEXT NOT NULL, said TEXT NOT NULL, learned TEXT NOT NULL)"
    " WITHOUT ROWID",
    """CREATE TABLE documents (
        number INTEGER PRIMARY KEY, tree TEXT NOT NULL, language TEXT NOT NULL, against INTEGER NOT NULL,
        agents_only INTEGER NOT NULL, size INTEGER NOT NULL, plain REAL NOT NULL, everyday REAL NOT NULL,
        meaning BLOB NOT NULL, uses BLOB NOT NULL
    )""",
    "CREATE INDEX documents_by_tree ON documents (tree)",
    "CREATE TABLE counts (feature INTEGER PRIMARY KEY, documents INTEGER NOT NULL)",
    """CREATE TABLE words (
        language TEXT NOT NULL, word TEXT NOT NULL, initial TEXT NOT NULL, length INTEGER NOT NULL,
        rest TEXT NOT NULL, documents INTEGER NOT NULL, PRIMARY KEY (language, word)
    ) WITHOUT ROWID""",
    "CREATE INDEX words_by_length ON words (language, initial, length)",
    "CREATE INDEX words_by_rest ON words (language, rest)",
    "CREATE TABLE sections (language TEXT PRIMARY KEY, documents INTEGER NOT NULL, middling REAL NOT NULL,"
    " measured INTEGER NOT NULL) WITHOUT ROWID",
    # The stems of trees that everybody may walk, and of those that only agents may.
    "CREATE VIRTUAL TABLE stems USING fts5 (everybody, agents, tokenize = 'unicode61 remove_diacritics 0')",
)

_COLUMNS = "tree, against, agents_only, size, plain, everyday, meaning, uses"


def term(stem: str, language: str) -> str:
    """How a stem is written in the table of stems, where all languages are."""
    return stem if language == "en" else f"{language}0{stem}"


class Shelf:
    """A library in its tables, for agents or for everybody."""

    def __init__(self, database: Database, agent: bool) -> None:
        self._database = database
        self._agent = agent
        self._sections = [
            Section(*row) for row in database.rows("SELECT language, documents, middling FROM sections")
        ]
        self._small = sum(one.documents for one in self._sections) <= ALL
        self._all: dict[str, list[Candidate]] = {}
        self._kept: dict[int, Candidate] = {}

    def sections(self) -> Sequence[Section]:
        """One for each language."""
        return self._sections

    def counts(self, features: Collection[int]) -> Mapping[int, int]:
        """How many documents have each feature."""
        marks = ",".join("?" * len(features))
        sql = f"SELECT feature, documents FROM counts WHERE feature IN ({marks})"  # noqa: S608
        return dict(self._database.rows(sql, tuple(features)))

    def candidates(self, language: str, stems: Mapping[str, int]) -> Sequence[Candidate]:
        """All trees of a small library, else those that have the rarest stems most."""
        if self._small:
            if language not in self._all:
                self._all[language] = self._read("language = ? AND agents_only <= ?", (language, self._agent))
            return self._all[language]
        return self._documents_of(self._best(language, stems), language) if stems else ()

    def _best(self, language: str, stems: Mapping[str, int]) -> list[int]:
        """The numbers of the documents that full-text search finds best."""
        rows = 0
        chosen: list[str] = []
        for stem, count in stems.items():
            if chosen and rows + count > ROWS:
                break
            rows += count
            chosen.append(f'"{term(stem, language)}"')
        column = "" if self._agent else "everybody : "
        sql = "SELECT rowid FROM stems WHERE stems MATCH ? ORDER BY rank LIMIT ?"
        return [row[0] for row in self._database.rows(sql, (f"{column}({' OR '.join(chosen)})", BEST))]

    def _documents_of(self, numbers: Sequence[int], language: str) -> list[Candidate]:
        """These documents, and what speaks against their trees."""
        if len(self._kept) > KEPT:
            self._kept.clear()
        wanted = [number for number in numbers if number not in self._kept]
        marks = ",".join("?" * len(wanted))
        for number, *row in self._rows(f"number IN ({marks})", wanted, "number, "):
            self._kept[number] = self._candidate(row)
        found = [self._kept[number] for number in numbers if number in self._kept]
        trees = [one.tree for one in found]
        marks = ",".join("?" * len(trees))
        return found + self._read(f"tree IN ({marks}) AND language = ? AND against", (*trees, language))

    def _read(self, where: str, values: Sequence[object]) -> list[Candidate]:
        return [self._candidate(row) for row in self._rows(where, values)]

    def _rows(self, where: str, values: Sequence[object], more: str = "") -> list[tuple[Any, ...]]:
        # `where` and `more` are made of the words above and of question marks.
        sql = f"SELECT {more}{_COLUMNS} FROM documents WHERE {where} ORDER BY number"  # noqa: S608
        return self._database.rows(sql, values)

    def _candidate(self, row: Sequence[Any]) -> Candidate:
        tree, against, _, size, plain, everyday, meaning, uses = row
        try:
            return Candidate(tree, unpacked(Packed(uses, size, plain, everyday, meaning)), bool(against))
        except (ValueError, TypeError) as error:
            raise damaged(self._database.path) from error

    def alike(self, language: str, word: str) -> Iterable[str]:
        """The words of about this length that begin like it, or that differ in the first letter alone."""
        errors = allowed_errors(word)
        initials = sorted({word[:1], word[1:2]})
        marks = ",".join("?" * len(initials))
        rows = self._database.rows(
            f"SELECT word, documents FROM words WHERE language = ? AND initial IN ({marks})"  # noqa: S608
            " AND length BETWEEN ? AND ? UNION SELECT word, documents FROM words WHERE language = ? AND rest IN (?, ?)"
            " UNION SELECT word, documents FROM words WHERE language = ? AND word = ?"
            " ORDER BY documents DESC, word LIMIT ?",
            (language, *initials, len(word) - errors, len(word) + errors, language, word, word[1:], language, word[1:],
             ALIKE),
        )  # fmt: skip
        return [row[0] for row in rows]
