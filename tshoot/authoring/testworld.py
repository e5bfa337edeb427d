"""What stands in for the surroundings of a tree while its tests walk it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from tshoot.model.fact import FactType, Value
from tshoot.model.tree import DecisionTree, End, EndKind, Node


class Trail(dict[str, Node]):
    """The nodes of a tree; looking one up leaves a trace, also for nodes that ask nothing."""

    def __init__(self, nodes: Mapping[str, Node], path: list[str], visited: set[str]) -> None:
        super().__init__(nodes)
        self._path = path
        self._visited = visited

    def get(self, key: str, default: object = None) -> Node | None:  # type: ignore[override]
        """The node of this id."""
        if key in self and self._path[-1:] != [key]:
            self._path.append(key)
            self._visited.add(key)
        return super().get(key)


def typed(value: Value, fact: FactType | None) -> Value:
    """A value as its fact holds it: what looks like a number may be a text."""
    if fact is None or fact.kind in ("number", "boolean", "list"):
        return (value,) if fact and fact.kind == "list" and isinstance(value, str) else value
    return (
        value if isinstance(value, (str, tuple)) else str(value).lower() if isinstance(value, bool) else str(value)
    )


def returning(name: str, word: str, called: DecisionTree | None) -> DecisionTree:
    """A tree that ends at once, with this code or outcome."""
    ends = [node for node in called.nodes.values() if isinstance(node, End)] if called else []
    kinds: tuple[EndKind, ...] = get_args(EndKind)
    meant: list[EndKind] = [kind for kind in kinds if kind == word]
    meant += [end.end for end in ends if end.code == word]
    end = End(id="end", end=meant[0] if meant else "resolved", code="" if word in kinds else word)
    audience = called.audience if called else "both"
    return DecisionTree(id=name, title=name, start="end", nodes={"end": end}, audience=audience, digest=name)
