"""What is kept of a file that lint has looked at: its findings, whom it names, and its tree to be made when needed."""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from tshoot.authoring.files import FileKind
from tshoot.authoring.library import Member, Reference, member
from tshoot.authoring.parse import Parsed, parse_tree
from tshoot.model.diagnostic import Diagnostic, Span
from tshoot.model.record import record
from tshoot.model.tree import DecisionTree

_REFERENCE = (Reference.__module__, Reference.__name__)
_MODEL = "tshoot.model."


@record
class Kept:
    """One file, without its path, as it may move."""

    id: str
    """That of its tree; empty: it holds none that can be looked at."""
    findings: tuple[Diagnostic, ...]
    references: bytes = b""
    tree: bytes = b""


def lint_source(path: str, source: bytes, today: str) -> Kept:
    """Looks at a tree file by itself."""
    from tshoot.authoring.lint import lint_tree

    parsed = parse_tree(source, path)
    return kept_of(parsed, lint_tree(parsed, path, today))


def kept_of(parsed: Parsed, findings: tuple[Diagnostic, ...]) -> Kept:
    """What is kept of a tree file."""
    from tshoot.authoring.library import references

    if parsed.tree is None:
        return Kept("", findings)
    named = tuple(references(parsed.tree, parsed.path, parsed.places))
    return Kept(parsed.tree.id, findings, pickle.dumps(named, 5) if named else b"", pickle.dumps(parsed.tree, 5))


def member_of(path: str, kept: Kept, source: bytes) -> Member | None:
    """The file as a member of its library; None where it holds no tree."""
    if not kept.id:
        return None
    try:
        named: tuple[Reference, ...] = _loaded(kept.references) if kept.references else ()
        named = tuple(replace(one, path=path) for one in named)
    except Exception:  # a damaged entry may raise anything
        return _read_again(path, source)

    def tree() -> DecisionTree:
        try:
            made: DecisionTree = _loaded(kept.tree)
        except Exception:
            return _read_again(path, source).tree
        return made

    def places() -> Mapping[str, Span]:
        # Only where there is something to say; keeping them all would cost more than reading a file again.
        return parse_tree(source, path).places

    return Member(kept.id, named, tree, places)


def _read_again(path: str, source: bytes) -> Member:
    parsed = parse_tree(source, path)
    if parsed.tree is None:
        raise ValueError(path)  # an entry that belongs to another file
    return member(parsed, parsed.tree, path)


def moved(path: str, findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The findings about a file that lies at this path now."""
    return tuple(item if item.path == path else replace(item, path=path) for item in findings)


def key_of(kind: FileKind, path: str, source: bytes, also: bytes = b"") -> bytes:
    """Stands for everything that the findings about a file depend on, beside the code and the day."""
    # A tree without an id has that of its file.
    name = Path(path).name.encode("utf-8", "surrogateescape")
    parts = (kind.encode(), name, also, source)
    return sha256(b"".join(sha256(part).digest() for part in parts)).digest()


class _Unpickler(pickle.Unpickler):
    """Makes values of the model, and nothing else: whoever writes into the cache must not run anything."""

    def find_class(self, module: str, name: str) -> Any:
        if (module.startswith(_MODEL) and "." not in name) or (module, name) == _REFERENCE:
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place here")


def _loaded(data: bytes) -> Any:
    return _Unpickler(io.BytesIO(data)).load()
