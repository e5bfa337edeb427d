"""What is kept of a file that lint has looked at: its findings, whom it names, and its tree to be made when needed."""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from tshoot.authoring.files import FileKind
from tshoot.authoring.library import Member, Reference, member
from tshoot.model.diagnostic import Diagnostic, Span
from tshoot.model.record import record
from tshoot.model.tree import DecisionTree

if TYPE_CHECKING:
    from tshoot.authoring.parse import Parsed

_REFERENCE = (Reference.__module__, Reference.__name__)
_HARMLESS = ("tshoot.model.", "tshoot.authoring.library_rules.")


@record
class Kept:
    """One file, without its path, as it may move."""

    id: str
    """That of its tree; empty: it holds none that can be looked at."""
    findings: tuple[Diagnostic, ...]
    references: bytes = b""
    tree: bytes = b""
    gathered: bytes = b""
    """What the rules between trees need to know of it."""
    places: bytes = b""
    later: Callable[[], tuple[bytes, bytes]] | None = None
    """Gives tree and places where they were left in the cache: they are large, and few are asked for."""

    def large(self) -> tuple[bytes, bytes]:
        """Tree and places."""
        return self.later() if self.later else (self.tree, self.places)


def lint_source(path: str, source: bytes, today: str) -> Kept:
    """Looks at a tree file by itself."""
    from tshoot.authoring.lint import lint_tree
    from tshoot.authoring.parse import parse_tree

    parsed = parse_tree(source, path)
    return kept_of(parsed, lint_tree(parsed, path, today))


def kept_of(parsed: Parsed, findings: tuple[Diagnostic, ...]) -> Kept:
    """What is kept of a tree file."""
    from tshoot.authoring.library_rule_list import gatherers

    tree = parsed.tree
    if tree is None:
        return Kept("", findings)
    file = member(parsed, tree, parsed.path)
    named = tuple(file.references)
    # Each by itself: a rule that has nothing to ask about a tree need not have its part made.
    gathered = {rule: pickle.dumps(gather(file), 5) for rule, gather in gatherers().items()}
    spans = parsed.places.items()
    places = {where: (span.line, span.column, span.end_line, span.end_column) for where, span in spans}
    return Kept(
        tree.id,
        findings,
        pickle.dumps(named, 5) if named else b"",
        pickle.dumps(tree, 5),
        pickle.dumps(gathered, 5),
        pickle.dumps(places, 5),
    )


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
            made: DecisionTree = _loaded(kept.large()[0])
        except Exception:
            return _read_again(path, source).tree
        return made

    def places() -> Mapping[str, Span]:
        try:
            return _Places(_loaded(kept.large()[1]))
        except Exception:
            return _read_again(path, source).places

    def gathered(rule: str) -> object:
        try:
            return _loaded(_loaded(kept.gathered)[rule])
        except Exception:
            return None  # made from the tree, then

    return Member(kept.id, named, tree, places, gathered)


class _Places(Mapping[str, Span]):
    """Places that become spans when they are asked for: of hundreds, a finding or two needs one."""

    def __init__(self, kept: dict[str, tuple[int, int, int, int]]) -> None:
        self._kept = kept

    def __getitem__(self, where: str) -> Span:
        return Span(*self._kept[where])

    def __contains__(self, where: object) -> bool:
        return where in self._kept

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def _read_again(path: str, source: bytes) -> Member:
    from tshoot.authoring.parse import parse_tree

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
    name = os.path.basename(path).encode("utf-8", "surrogateescape")  # noqa: PTH119 - of thousands
    parts = (kind.encode(), name, also, source)
    return sha256(b"%d %d %d %d " % tuple(map(len, parts)) + b"".join(parts)).digest()


class _Unpickler(pickle.Unpickler):
    """Makes values of the model and of rules, and nothing else: whoever writes into the cache runs nothing by it."""

    def find_class(self, module: str, name: str) -> Any:
        if (module.startswith(_HARMLESS) and "." not in name) or (module, name) == _REFERENCE:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place here")


def _loaded(data: bytes) -> Any:
    return _Unpickler(io.BytesIO(data)).load()
