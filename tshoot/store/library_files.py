"""The library's own files in the catalogue: compiled when they change, merged over all folders when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tshoot.authoring.files import LibraryKind
from tshoot.model.diagnostic import Diagnostic, Span
from tshoot.model.library import Aliases, Glossary, Settings, Term
from tshoot.store import catalogue_db
from tshoot.store.compiled import REFUSED, CompiledFile, read_source
from tshoot.store.database import Database
from tshoot.store.scan import Found, find_file
from tshoot.store.texts import encoded, storable

FILE_NAME = "settings.yaml"
"""What the data folder may hold, for one computer."""


def keep(database: Database, folder: Path, key: str, found: Found, kind: LibraryKind, digest: str) -> bool:
    """Compiles a file that is new or has changed; False where its content is the one that is known."""
    from hashlib import sha256

    if found.refusal:
        catalogue_db.put_library_file(database, key, _refused(folder, found, kind, found.refusal))
        return True
    try:
        source = read_source(folder, found)
    except OSError as error:
        reason = f"it cannot be read: {error.strerror}"
        catalogue_db.put_library_file(database, key, _refused(folder, found, kind, reason))
        return True
    if (present := sha256(source).hexdigest()) == digest:
        return False
    catalogue_db.put_library_file(database, key, _compiled(folder, found, kind, source, present))
    return True


def keep_state(database: Database, state: Path) -> None:
    """Brings what is known of the settings of this computer in step with their file."""
    found = find_file(state, FILE_NAME)
    known = catalogue_db.stamps_of(database, catalogue_db.STATE)
    if found is None:
        if known:
            catalogue_db.forget_library_files(database, catalogue_db.STATE)
        return
    stamp, digest = known.get(FILE_NAME, ("", ""))
    if not (found.settled and stamp == found.stamp):
        keep(database, state, catalogue_db.STATE, found, "settings", digest)


def _compiled(folder: Path, found: Found, kind: LibraryKind, source: bytes, digest: str) -> CompiledFile:
    from tshoot.authoring.glossary import parse_glossary
    from tshoot.authoring.settings import parse_settings

    path = str(folder / found.path)
    parsed = parse_settings(source, path) if kind == "settings" else parse_glossary(source, path)
    errors = tuple(one for one in parsed.diagnostics if one.severity == "error")
    text = storable(source.decode("utf-8", "replace"))
    stamp = found.stamp if found.settled else "?"
    return CompiledFile(found.path, stamp, digest, kind, encoded(parsed.value), text, encoded(errors))


def _refused(folder: Path, found: Found, kind: LibraryKind, reason: str) -> CompiledFile:
    path = storable(str(folder / found.path))
    problem = Diagnostic(path, Span(), "error", REFUSED, f"the file is not read: {reason}")
    # Settings that cannot be read may take the consent back.
    value = Settings(learn=False) if kind == "settings" else Glossary()
    return CompiledFile(found.path, found.stamp, "", kind, encoded(value), problems=encoded((problem,)))


def merged_settings(found: Sequence[Settings]) -> Settings:
    """One from all: the words of all of them; for the consent, the first that says something counts."""
    words: dict[str, dict[str, None]] = {}
    for settings in found:
        for name, also in settings.aliases:
            words.setdefault(name, {}).update(dict.fromkeys(also))
    aliases: Aliases = tuple((name, tuple(also)) for name, also in words.items())
    return Settings(aliases, next((one.learn for one in found if one.learn is not None), False))


def merged_glossary(found: Sequence[Glossary]) -> Glossary:
    """One from all; of two terms with the same name, the first counts."""
    terms: dict[str, Term] = {}
    for glossary in found:
        for term in glossary.terms:
            terms.setdefault(term.name.casefold(), term)
    return Glossary(tuple(terms.values()))
