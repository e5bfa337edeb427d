"""One tree file as the catalogue keeps it."""

from __future__ import annotations

from pathlib import Path

from tshoot.authoring.files import LibraryKind
from tshoot.model.diagnostic import Diagnostic, Span
from tshoot.model.record import record
from tshoot.model.tree import Audience, DecisionTree, Status
from tshoot.store.scan import MAX_BYTES, Found, tree_name
from tshoot.store.texts import encoded, storable

REFUSED = "unreadable-file"
"""The rule of a file that was not even read."""


@record
class TreeEntry:
    """What a list of trees shows."""

    id: str
    title: str
    summary: str
    tier: int
    audience: Audience
    area: str
    status: Status
    path: str
    digest: str
    broken: bool
    """It cannot be walked; `Catalogue.problems` says why."""
    symptoms: int
    """How many it names."""


@record
class Compiled:
    """The rows of one file."""

    path: str
    stamp: str
    digest: str
    tree: str
    """Its id."""
    broken: bool
    searchable: bool
    entry: str
    """JSON list, in the order of TreeEntry's fields."""
    body: str = ""
    """JSON of the tree; empty when it is broken."""
    document: str = ""
    """JSON list of what the search index reads."""
    source: str = ""
    problems: str = "[]"
    """JSON of its diagnostics, when it is broken."""


@record
class CompiledFile:
    """The row of a file of the library's own: its settings or its glossary."""

    path: str
    stamp: str
    digest: str
    kind: LibraryKind
    body: str
    """JSON of what is sound in it."""
    source: str = ""
    problems: str = "[]"
    """JSON of the mistakes in it."""


def read_source(folder: Path, found: Found) -> bytes:
    """The content of the file; an OSError when it is gone or closed to this person."""
    with (folder / found.path).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def compile_file(folder: Path, found: Found, source: bytes, digest: str) -> Compiled:
    """Parses a file that was read."""
    from tshoot.authoring.lint import mistakes
    from tshoot.authoring.parse import parse_tree

    path = str(folder / found.path)
    parsed = parse_tree(source, path)
    tree = parsed.tree
    errors = mistakes(parsed)
    if tree is None or errors:
        return _broken(path, found, digest, tree, errors, source)
    document = (tree.title, tree.summary, tree.symptoms, tree.not_symptoms, tree.area, tree.language)
    return Compiled(
        found.path,
        found.stamp,
        digest,
        tree.id,
        False,
        tree.status == "live",
        _entry(path, found, digest, tree, False),
        encoded(tree),
        encoded(document),
        storable(source.decode("utf-8", "replace")),
    )


def refuse_file(folder: Path, found: Found, reason: str) -> Compiled:
    """A file that is not read."""
    path = storable(str(folder / found.path))
    problem = Diagnostic(path, Span(), "error", REFUSED, f"the file is not read: {reason}")
    return _broken(path, found, "", None, (problem,), b"")


def _broken(
    path: str,
    found: Found,
    digest: str,
    tree: DecisionTree | None,
    problems: tuple[Diagnostic, ...],
    source: bytes,
) -> Compiled:
    return Compiled(
        storable(found.path),
        found.stamp,
        digest,
        tree.id if tree else storable(tree_name(found.path)),
        True,
        False,
        _entry(path, found, digest, tree, True),
        source=storable(source.decode("utf-8", "replace")),
        problems=encoded(problems),
    )


def _entry(path: str, found: Found, digest: str, tree: DecisionTree | None, broken: bool) -> str:
    tree = tree or DecisionTree(id=tree_name(found.path), title=tree_name(found.path), start="", nodes={})
    return encoded(
        (tree.id, tree.title, tree.summary, tree.tier, tree.audience, tree.area, tree.status, path, digest, broken,
         len(tree.symptoms))
    )  # fmt: skip
