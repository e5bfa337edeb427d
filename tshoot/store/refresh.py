"""Keeps the compiled catalogue in step with the files: what has not changed is not opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tshoot.authoring.files import library_kind
from tshoot.store import catalogue_db
from tshoot.store.compiled import Compiled, compile_file, read_source, refuse_file
from tshoot.store.database import Database
from tshoot.store.scan import Found, scan
from tshoot.store.texts import storable

_BATCH = 50
"""Files that are compiled before they are written."""


def refresh_folder(database: Database, folder: Path) -> bool:
    """Compiles the files of this folder that are new or have changed; False when it looks as it did before."""
    found = scan(folder)
    settled = all(one.settled for one in found)
    if settled and _listing(found) == catalogue_db.listing_of(database, storable(str(folder))):
        return False
    _Refresh(database, folder).run(found)
    return True


def _listing(found: Sequence[Found]) -> bytes:
    """Stands for all paths and stamps; that of an unsettled file is not in it, so that it is read again."""
    from hashlib import sha256

    seen = sha256()
    for one in found:
        stamp = one.stamp if one.settled else "?"
        seen.update(f"{one.path}\0{stamp}\0".encode("utf-8", "surrogateescape"))
    return seen.digest()


class _Refresh:
    """The work on one folder that has changed."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self._key = storable(str(folder))
        self._known = catalogue_db.stamps_of(database, self._key)
        self._batch: list[Compiled] = []
        self._same: list[tuple[str, str]] = []

    def run(self, found: Sequence[Found]) -> None:
        """Looks at every file."""
        for one in found:
            self._look_at(one)
            if len(self._batch) >= _BATCH:
                self._flush()
        self._flush()
        gone = self._known.keys() - {storable(one.path) for one in found}
        catalogue_db.finish_folder(self._database, self._key, _listing(found), self._same, gone)

    def _look_at(self, found: Found) -> None:
        stamp, digest = self._known.get(storable(found.path), ("", ""))
        if found.settled and stamp == found.stamp:
            return
        if kind := library_kind(found.path):
            from tshoot.store.library_files import keep

            if not keep(self._database, self._folder, self._key, found, kind, digest):
                self._same.append((found.path, found.stamp if found.settled else "?"))
            return
        compiled = self._compile(found, digest)
        if compiled is None:
            self._same.append((found.path, found.stamp if found.settled else "?"))
        else:
            self._batch.append(compiled)

    def _compile(self, found: Found, digest: str) -> Compiled | None:
        """None: its content is the one that is known."""
        from hashlib import sha256

        if found.refusal:
            return refuse_file(self._folder, found, found.refusal)
        if storable(found.path) != found.path:
            return refuse_file(self._folder, found, "its name is not UTF-8 text")
        try:
            source = read_source(self._folder, found)
        except OSError as error:
            return refuse_file(self._folder, found, f"it cannot be read: {error.strerror}")
        if (present := sha256(source).hexdigest()) == digest:
            return None
        return compile_file(self._folder, found, source, present)

    def _flush(self) -> None:
        if self._batch:
            catalogue_db.put_files(self._database, self._key, self._batch)
            self._batch = []
