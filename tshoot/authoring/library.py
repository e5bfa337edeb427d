"""What a rule about a whole library looks at: the trees by their ids, and who names whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from tshoot.model.diagnostic import Diagnostic, Severity, Span
from tshoot.model.tree import Call, DecisionTree, End, Handoff

if TYPE_CHECKING:
    from tshoot.authoring.parse import Parsed

T = TypeVar("T")

QUEUE = "queue:"


@dataclass(frozen=True, slots=True)
class Reference:
    """A place where one tree names another."""

    path: str
    span: Span
    verb: str
    target: str
    node: str = ""
    call: Call | None = None


class Member:
    """One file of a library that holds a tree; the tree and its places are made when somebody asks for them."""

    def __init__(
        self,
        id: str,
        references: Sequence[Reference],
        load_tree: Callable[[], DecisionTree],
        load_places: Callable[[], Mapping[str, Span]],
        load_gathered: Callable[[], dict[str, object]] = dict,
    ) -> None:
        self.id = id
        """The id of its tree."""
        self.references = references
        """Where it names other trees and queues."""
        self._load_tree = load_tree
        self._load_places = load_places
        self._load_gathered = load_gathered

    @cached_property
    def tree(self) -> DecisionTree:
        """The tree."""
        return self._load_tree()

    def gathered(self, rule: str, gather: Callable[[DecisionTree, Mapping[str, Span]], T]) -> T:
        """What the `gather` of a rule makes of the tree; it may be known from before."""
        if rule not in self._gathered:
            self._gathered[rule] = gather(self.tree, self.places)
        return cast("T", self._gathered[rule])

    @cached_property
    def _gathered(self) -> dict[str, object]:
        return self._load_gathered()

    @cached_property
    def places(self) -> Mapping[str, Span]:
        """The places of what is in the file, as in `Parsed`."""
        return self._load_places()


def member(parsed: Parsed, tree: DecisionTree, path: str) -> Member:
    """A file that was parsed."""
    named = tuple(references(tree, path, parsed.places))
    return Member(tree.id, named, lambda: tree, lambda: parsed.places)


def _members(files: Mapping[str, Parsed | Member]) -> dict[str, Member]:
    """Those of the files that hold a tree."""
    found = {}
    for path, file in files.items():
        if isinstance(file, Member):
            found[path] = file
        elif file.tree:
            found[path] = member(file, file.tree, path)
    return found


class _Trees(Mapping[str, DecisionTree]):
    """Trees by their ids; asking for ids alone makes no tree."""

    def __init__(self, members: Mapping[str, Member]) -> None:
        self._members = members

    def __getitem__(self, name: str) -> DecisionTree:
        return self._members[name].tree

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)


class Library:
    """Trees that are looked at together."""

    def __init__(self, files: Mapping[str, Parsed | Member], others: Mapping[str, Parsed | Member]) -> None:
        self.files = _members(files)
        self.paths: dict[str, list[str]] = {}
        """Tree id to the files under inspection that have it."""
        self.members: dict[str, Member] = {}
        """By the ids of their trees."""
        for found in _members(others).values():
            self.members[found.id] = found
        for path, found in self.files.items():
            self.members[found.id] = found
            self.paths.setdefault(found.id, []).append(path)
        self.trees: Mapping[str, DecisionTree] = _Trees(self.members)

    def has_all(self) -> bool:
        """Whether every tree that is named is here."""
        return all(reference.target in self.trees for reference in self.references())

    def calls_itself(self, reference: Reference) -> bool:
        """Whether a tree names itself, after which nothing else needs to be said about the place."""
        return self.files[reference.path].id == reference.target

    def references(self) -> Iterator[Reference]:
        """All places where a file under inspection names another tree."""
        for found in self.files.values():
            yield from (one for one in found.references if not one.target.startswith(QUEUE))


def references(tree: DecisionTree, path: str, places: Mapping[str, Span]) -> Iterator[Reference]:
    """All places where a tree names another tree or a queue."""
    if tree.escalate.to:
        span = places.get("escalate.to", places.get("escalate", Span()))
        yield Reference(path, span, "escalates to", tree.escalate.to)
    for name, node in tree.nodes.items():
        where = f"nodes.{name}"
        if isinstance(node, Call) and node.tree:
            yield Reference(path, places.get(f"{where}.call", Span()), "calls", node.tree, name, node)
        elif isinstance(node, Handoff) and node.to:
            yield Reference(path, places.get(f"{where}.handoff", Span()), "hands off to", node.to, name)
        elif isinstance(node, End) and node.to:
            yield Reference(path, places.get(f"{where}.to", Span()), "leads to", node.to, name)


def finding(
    rule: str, path: str, span: Span, message: str, hint: str = "", severity: Severity = "error"
) -> Diagnostic:
    """A finding of a rule about a library."""
    return Diagnostic(path, span, severity, rule, message, hint)
