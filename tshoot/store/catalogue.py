"""The library of trees, compiled: kept in step with the files, quick to ask, and never worth a failure."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tshoot.errors import StorageError
from tshoot.model.codec import CodecError, from_data
from tshoot.model.diagnostic import Diagnostic, Span
from tshoot.model.tree import DecisionTree
from tshoot.store import catalogue_db
from tshoot.store.catalogue_db import Column
from tshoot.store.compiled import TreeEntry
from tshoot.store.database import IN_MEMORY, Database
from tshoot.store.failures import Damaged, damaged
from tshoot.store.refresh import refresh_folder
from tshoot.store.texts import storable

if TYPE_CHECKING:
    from tshoot.language.symptoms import Ranked
    from tshoot.model.library import Glossary, Settings, Wordbook
    from tshoot.store.symptom_index import Learned, SymptomIndex

__all__ = ["Catalogue", "TreeEntry"]

T = TypeVar("T")


KEPT = 64
"""Trees kept decoded; a walk asks for few, many times."""


class Catalogue:
    """The trees of these folders; of two with the same id, the one in the earlier folder counts.

    It lives in the state folder when it can and in memory when it cannot: a full disk or a read-only home cost
    time, never trees.
    """

    def __init__(self, folders: Sequence[Path], state: Path) -> None:
        self._folders = tuple(folders)
        self._keys = tuple(storable(str(folder)) for folder in folders)
        self._state = state
        self._path = state / catalogue_db.FILE_NAME
        self._database: Database | None = None
        self._index: SymptomIndex | None = None
        self._trees: dict[str, DecisionTree] = {}
        """Decoded trees by their stored body."""
        self._settings: Settings | None = None
        self._glossary: Glossary | None = None
        self._learned: Learned | None = None
        self._lock = threading.RLock()

    def learn_from(self, learned: Learned) -> None:
        """Also search by what people have called the trees."""
        with self._lock:
            self._learned = learned
            if self._index:
                self._index.close()
            self._index = None

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            if self._index:
                self._index.close()
            if self._database:
                self._database.close()
            self._database = self._index = self._settings = self._glossary = None

    def refresh(self) -> None:
        """Compiles what has changed in the folders since the last time."""
        # Opening refreshes by itself.
        if self._database is None:
            self._ask(lambda _: None)
        else:
            self._ask(self._refresh)

    def entries(self) -> list[TreeEntry]:
        """All trees, broken ones too, in the order of their folders and files."""
        return self._ask(lambda database: [TreeEntry(*row) for row in self._first_of_each(database)])

    def entry(self, name: str) -> TreeEntry | None:
        """The tree of this id, broken or not, without reading the others."""
        return self._ask(lambda database: self._entry(database, name))

    def tree(self, name: str) -> DecisionTree | None:
        """The tree of this id; None when there is none or when it is broken."""
        return self._ask(lambda database: self._tree(database, "tree", name))

    def by_digest(self, digest: str) -> DecisionTree | None:
        """The tree of exactly this source, when it is still in the folders."""
        return self._ask(lambda database: self._tree(database, "digest", digest))

    def source(self, name: str) -> str | None:
        """The exact text of the tree's file."""
        return self._ask(lambda database: self._first(database, "tree", name, "source"))

    def source_by_digest(self, digest: str) -> str | None:
        """The exact text of this digest, when it is still in the folders."""
        return self._ask(lambda database: self._first(database, "digest", digest, "source"))

    def problems(self, name: str) -> list[Diagnostic]:
        """Why the tree of this id is broken; empty when it is not."""
        return self._ask(
            lambda database: self._diagnostics(self._first(database, "tree", name, "problems") or "[]")
        )

    def all_problems(self) -> list[Diagnostic]:
        """Everything that keeps a file from being walked, by path."""
        return self._ask(lambda database: sorted([*self._broken(database), *self._doubles(database)]))

    def search(self, text: str, *, persona: str = "user", limit: int = 5, explain: bool = False) -> list[Ranked]:
        """The live trees that fit the words best, of those that this person may walk.

        To `explain` adds the nearest phrase of each, and what is near in meaning, which takes a little longer.
        """
        if aliases := self.settings().aliases:
            from tshoot.language.aliases import widened

            text = widened(text, aliases)
        return self._ask(lambda database: self._symptoms(database).search(text, persona, limit, explain))

    # What the library says beside its trees

    def settings(self) -> Settings:
        """The settings of all folders and of this computer, as they were at the last refresh."""
        if self._settings is None:
            self._settings = self._ask(self._merged_settings)
        return self._settings

    def glossary(self) -> Glossary:
        """The terms that the folders explain, as they were at the last refresh."""
        if self._glossary is None:
            self._glossary = self._ask(self._merged_glossary)
        return self._glossary

    def words(self) -> Wordbook:
        """All that is said about words."""
        from tshoot.model.library import Wordbook

        return Wordbook(self.settings().aliases, self.glossary().terms)

    def library_problems(self) -> list[tuple[str, list[Diagnostic]]]:
        """Source and mistakes of each file with settings or a glossary that has any; what is sound in it is used."""
        return self._ask(self._library_problems)

    # One place that decides what to do when the cache fails

    def _ask(self, question: Callable[[Database], T]) -> T:
        with self._lock:
            try:
                return question(self._opened())
            except Damaged:
                self._start_over(self._path)
            except StorageError:
                self._start_over(IN_MEMORY)
            try:
                return question(self._opened())
            except StorageError:
                self._start_over(IN_MEMORY)
                return question(self._opened())

    def _opened(self) -> Database:
        if self._database is None:
            self._database = catalogue_db.open_catalogue(self._path)
            self._refresh(self._database)
        return self._database

    def _start_over(self, path: Path) -> None:
        self.close()
        if path != IN_MEMORY:
            catalogue_db.remove_catalogue(path)
        self._path = path

    def _refresh(self, database: Database) -> None:
        self._settings = self._glossary = None
        changed = [refresh_folder(database, folder) for folder in self._folders]
        if any(changed) and catalogue_db.forget_folders_that_are_gone(database):
            from tshoot.store.symptom_files import prune

            prune(self._state)

    # Reading

    def _first(self, database: Database, column: Column, key: str, select: str) -> str | None:
        rows = catalogue_db.rows_of_tree(database, column, storable(key), self._keys, select)
        return str(rows[0][0]) if rows else None

    def _entry(self, database: Database, name: str) -> TreeEntry | None:
        found = self._first(database, "tree", name, "entry")
        return TreeEntry(*self._json(found)) if found else None

    def _tree(self, database: Database, column: Column, key: str) -> DecisionTree | None:
        body = self._first(database, column, key, "body")
        if not body:
            return None
        if body not in self._trees:
            if len(self._trees) >= KEPT:
                self._trees.clear()
            self._trees[body] = self._decoded(DecisionTree, self._json(body))
        return self._trees[body]

    def _first_of_each(self, database: Database) -> list[list[Any]]:
        seen: dict[str, list[Any]] = {}
        for _, _, _, entry in self._files(database):
            seen.setdefault(entry[0], entry)
        return list(seen.values())

    def _files(self, database: Database) -> list[tuple[str, str, bool, list[Any]]]:
        """Folder, path, whether it is broken, and entry of every file, in the order that counts."""
        return [row for folder in self._keys for row in self._files_of(database, folder)]

    def _files_of(self, database: Database, folder: str) -> list[tuple[str, str, bool, list[Any]]]:
        rows = catalogue_db.files_of(database, folder)
        # One text for the JSON reader is several times faster than one for each file.
        entries = self._json(f"[{','.join(entry for _, _, entry in rows)}]")
        return [
            (folder, path, bool(broken), entry) for (path, broken, _), entry in zip(rows, entries, strict=True)
        ]

    def _broken(self, database: Database) -> list[Diagnostic]:
        texts = [text for folder in self._keys for text in catalogue_db.problems_of(database, folder)]
        return [problem for text in texts for problem in self._diagnostics(text)]

    def _doubles(self, database: Database) -> list[Diagnostic]:
        first: dict[str, str] = {}
        found = []
        for _, _, _, entry in self._files(database):
            name, path = entry[0], entry[7]
            if name in first:
                message = f'the tree "{name}" is passed over: {first[name]} has the same id'
                found.append(Diagnostic(path, Span(), "error", "duplicate-tree", message, "give it another id"))
            first.setdefault(name, path)
        return found

    def _merged_settings(self, database: Database) -> Settings:
        from tshoot.model.library import Settings
        from tshoot.store.library_files import keep_state, merged_settings

        keep_state(database, self._state)
        bodies = catalogue_db.library_files_of(database, "settings", (catalogue_db.STATE, *self._keys))
        return merged_settings([self._decoded(Settings, self._json(body)) for body in bodies])

    def _merged_glossary(self, database: Database) -> Glossary:
        from tshoot.model.library import Glossary
        from tshoot.store.library_files import merged_glossary

        bodies = catalogue_db.library_files_of(database, "glossary", self._keys)
        return merged_glossary([self._decoded(Glossary, self._json(body)) for body in bodies])

    def _library_problems(self, database: Database) -> list[tuple[str, list[Diagnostic]]]:
        from tshoot.store.library_files import keep_state

        keep_state(database, self._state)
        rows = catalogue_db.library_problems_of(database, (*self._keys, catalogue_db.STATE))
        return [(str(source), self._diagnostics(str(problems))) for source, problems in rows]

    def _symptoms(self, database: Database) -> SymptomIndex:
        if self._index is None:
            from tshoot.store.symptom_index import SymptomIndex

            self._index = SymptomIndex(database, self._keys, self._learned)
        return self._index

    def _diagnostics(self, text: str) -> list[Diagnostic]:
        return [self._decoded(Diagnostic, one) for one in self._json(text)]

    def _decoded(self, cls: type[T], data: object) -> T:
        try:
            return from_data(cls, data)
        except CodecError as error:
            raise damaged(self._path) from error

    def _json(self, text: str) -> Any:
        try:
            return json.loads(text)
        except ValueError as error:
            raise damaged(self._path) from error
