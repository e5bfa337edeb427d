"""What a rule about a whole library looks at: the trees by their ids, and who names whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tshoot.authoring.parse import Parsed
from tshoot.model.diagnostic import Diagnostic, Severity, Span
from tshoot.model.tree import Call, DecisionTree, End, Handoff

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


class Library:
    """Trees that are looked at together."""

    def __init__(self, files: Mapping[str, Parsed], others: Mapping[str, Parsed]) -> None:
        self.files = {path: parsed for path, parsed in files.items() if parsed.tree}
        self.trees: dict[str, DecisionTree] = {}
        self.paths: dict[str, list[str]] = {}
        """Tree id to the files under inspection that have it."""
        for path, parsed in {**others, **files}.items():
            if parsed.tree:
                self.trees[parsed.tree.id] = parsed.tree
                if path in files:
                    self.paths.setdefault(parsed.tree.id, []).append(path)

    def has_all(self) -> bool:
        """Whether every tree that is named is here."""
        return all(reference.target in self.trees for reference in self.references())

    def calls_itself(self, reference: Reference) -> bool:
        """Whether a tree names itself, after which nothing else needs to be said about the place."""
        tree = self.files[reference.path].tree
        return tree is not None and tree.id == reference.target

    def references(self) -> Iterator[Reference]:
        """All places where a file under inspection names another tree."""
        for path, parsed in self.files.items():
            if parsed.tree:
                for reference in references(parsed.tree, path, parsed.places):
                    if not reference.target.startswith(QUEUE):
                        yield reference


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
