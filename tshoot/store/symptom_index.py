"""The search index of a library: follows the catalogue tree by tree, and what people have called the trees."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tshoot.errors import StorageError
from tshoot.language.symptoms import Ranked, rank
from tshoot.model.record import record
from tshoot.store import changes
from tshoot.store.database import IN_MEMORY, Database
from tshoot.store.failures import Damaged
from tshoot.store.symptom_build import Learned, State, document_of, fill, learned_differently, state_of, update
from tshoot.store.symptom_db import Shelf
from tshoot.store.symptom_files import build, index_file, open_index, remove

__all__ = ["Learned", "SymptomIndex"]

_FEW = 100
"""Changed trees that are always taken in one by one; of more, at most a third of the library's."""

_NOTHING_LEARNED = -1


@record
class _Opened:
    """An index, and what is at hand of it."""

    database: Database
    identity: tuple[int, int] | None
    state: State
    for_users: Shelf
    for_agents: Shelf


class SymptomIndex:
    """What the live trees of these folders say about themselves."""

    def __init__(self, catalogue: Database, folders: Sequence[str], learned: Learned | None = None) -> None:
        self._catalogue = catalogue
        self._folders = folders
        self._learned = learned
        memory = catalogue.path == IN_MEMORY
        self._path = IN_MEMORY if memory else index_file(catalogue.path.parent, folders)
        self._opened: _Opened | None = None

    def search(self, text: str, persona: str, limit: int, explain: bool = False) -> list[Ranked]:
        """The trees that fit best, of those that this person may walk."""
        try:
            return self._search(text, persona, limit, explain)
        except Damaged:
            self._start_over(self._path)
        except StorageError:
            self._start_over(IN_MEMORY)
        try:
            return self._search(text, persona, limit, explain)
        except StorageError:
            self._start_over(IN_MEMORY)
            return self._search(text, persona, limit, explain)

    def close(self) -> None:
        """Lets go of the file."""
        if self._opened:
            self._opened.database.close()
        self._opened = None

    def _start_over(self, path: Path) -> None:
        self.close()
        if path != IN_MEMORY:
            remove(path)
        self._path = path

    def _search(self, text: str, persona: str, limit: int, explain: bool) -> list[Ranked]:
        opened = self._in_step()
        found = rank(text, opened.for_agents if persona == "agent" else opened.for_users)[:limit]
        if not explain:
            return found
        from tshoot.language.explaining import explained

        return [explained(text, one, document_of(opened.database, one.tree)) for one in found]

    # Keeping in step

    def _in_step(self) -> _Opened:
        """The index as the catalogue is now."""
        known = self._at_hand()
        wanted = self._wanted(known)
        if known and known.state == wanted:
            return known
        if known is None or not self._follow(known, wanted):
            self._build(wanted)
        # Somebody else may have replaced it in the meantime, by one of another version at worst.
        return self._at_hand() or self._in_memory(wanted)

    def _at_hand(self) -> _Opened | None:
        """The index as it is; None: there is none yet."""
        if self._opened and self._opened.identity != _identity(self._path):
            self.close()
        if self._opened is None:
            return self._open(open_index(self._path)) if _identity(self._path) else None
        state = state_of(self._opened.database)
        return self._opened if state == self._opened.state else self._open(self._opened.database)

    def _open(self, database: Database) -> _Opened | None:
        self._opened = None
        try:
            state = state_of(database)
            if state:
                shelves = Shelf(database, agent=False), Shelf(database, agent=True)
                self._opened = _Opened(database, _identity(database.path), state, *shelves)
        finally:
            if self._opened is None:
                database.close()
        return self._opened

    def _wanted(self, known: _Opened | None) -> State:
        epoch, change = changes.latest(self._catalogue)
        if self._learned is not None:
            return State(epoch, change, self._learned.generation())
        return State(epoch, change, known.state.learned if known else _NOTHING_LEARNED)

    def _follow(self, known: _Opened, wanted: State) -> bool:
        """Takes in what has changed; False: so much that it is better made anew."""
        if known.state.epoch != wanted.epoch:
            return False
        trees = changes.since(self._catalogue, known.state.change, self._folders)
        if trees is None:
            return False
        if self._learned and known.state.learned != wanted.learned:
            trees = list(dict.fromkeys([*trees, *learned_differently(known.database, self._learned)]))
        if len(trees) > max(_FEW, sum(one.documents for one in known.for_agents.sections()) // 3):
            return False
        update(known.database, self._catalogue, self._folders, trees, known.state, wanted, self._learned)
        return True

    def _build(self, wanted: State) -> None:
        self.close()
        if self._path == IN_MEMORY:
            self._in_memory(wanted)
        else:
            build(self._path, self._catalogue, self._folders, wanted, self._learned)

    def _in_memory(self, wanted: State) -> _Opened:
        self._path = IN_MEMORY
        database = Database(IN_MEMORY)
        fill(database, self._catalogue, self._folders, wanted, self._learned)
        opened = self._open(database)
        assert opened
        return opened


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file the path names: another process may have put a new one there."""
    if path == IN_MEMORY:
        return None
    try:
        found = os.stat(path)  # noqa: PTH116 - asked at each search
    except OSError:
        return None
    return found.st_dev, found.st_ino
