"""Where each node of a tree leads, with the places of its targets: what the rules about ways look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tshoot.engine.ways import NONE, Way, ways_out
from tshoot.model.tree import RETURN, Ask, Branch, Check, DecisionTree, End, Handoff, Node, Try


@dataclass(frozen=True, slots=True)
class Exit:
    """One way out of a node."""

    where: str
    """Dotted path of the target, below the node."""
    target: str
    """A node; empty: the end of the file; see `ENDS`."""
    written: bool = True
    """Whether the author wrote the target, or it follows from the order of nodes."""


ENDS = "\0ends"
"""Stands for the end of the session."""


def exits(node: Node) -> tuple[Exit, ...]:
    """All ways out of a node."""
    ways = tuple(_exit(node, way) for way in ways_out(node))
    return (Exit("", ENDS), *ways) if isinstance(node, (Handoff, End)) else ways


def _exit(node: Node, way: Way) -> Exit:
    where, written = _place(node, way)
    ends = way.kind == "fixed" and not getattr(node, "fixed", "")
    return Exit(where, ENDS if ends else way.target, written)


def _place(node: Node, way: Way) -> tuple[str, bool]:
    """Where the target of a way is written, or would be."""
    match way.kind:
        case "option" if isinstance(node, (Ask, Check)) and any(
            option.goto for option in node.options if way.key == f"options.{option.key}"
        ):
            return f"{way.key}.goto", True
        case "passed":
            return way.key, False
        case "fix":
            return f"{way.key}.then", True
        case "fixed" | "result" | "returned":
            return way.key, True
        case _ if isinstance(node, Branch):
            return ("branch", False) if way.key == "else" else (f"{way.key}.goto", True)
        case "else" if way.key != NONE:
            return way.key, bool(getattr(node, "otherwise", ""))
    return "then", bool(getattr(node, "then", ""))


def spread(start: Iterable[str], ways: Iterable[tuple[str, str]]) -> set[str]:
    """All names that these lead to by such ways, these included."""
    onward: dict[str, list[str]] = {}
    for name, target in ways:
        onward.setdefault(name, []).append(target)
    found = set(start)
    todo = list(found)
    while todo:
        fresh = set(onward.get(todo.pop(), ())) - found
        found |= fresh
        todo += fresh
    return found


class Flow:
    """The ways of one tree, for questions about them."""

    def __init__(self, tree: DecisionTree, start: str) -> None:
        self._tree = tree
        self.exits: Mapping[str, tuple[Exit, ...]] = {name: exits(node) for name, node in tree.nodes.items()}
        self.returns = self._returns()
        self.reachable = self.reached({start})

    def _returns(self) -> dict[str, frozenset[str]]:
        """Each node that a fix's further steps come through, to the lists of fixes it can return to."""
        lists: dict[frozenset[str], set[str]] = {}
        for name, node in self._tree.nodes.items():
            if isinstance(node, Try):
                lists.setdefault(frozenset(fix.then for fix in node.fixes if fix.then), set()).add(name)
        found: dict[str, set[str]] = {}
        for starts, names in lists.items():
            for step in self._closure(set(starts), {}):
                found.setdefault(step, set()).update(names)
        return {step: frozenset(names) for step, names in found.items()}

    def targets(self, name: str) -> Iterator[str]:
        """Where a node leads; `return` is followed."""
        yield from self._targets(name, self.returns)

    def _targets(self, name: str, returns: Mapping[str, frozenset[str]]) -> Iterator[str]:
        for way in self.exits.get(name, ()):
            if way.target == RETURN:
                yield from returns.get(name, ())
            else:
                yield way.target

    @cached_property
    def into(self) -> Mapping[str, list[str]]:
        """From each target to the nodes that lead there, in their order; `return` is followed."""
        found: dict[str, list[str]] = {}
        for name in self.exits:
            for target in dict.fromkeys(self.targets(name)):
                found.setdefault(target, []).append(name)
        return found

    def reached(self, starts: set[str]) -> frozenset[str]:
        """All nodes that can be reached from some nodes, these included."""
        return self._closure(starts, self.returns)

    def outside_fixes(self, start: str) -> frozenset[str]:
        """All nodes that can be reached without going through a fix's further steps."""
        seen: set[str] = set()
        todo = [start]
        while todo:
            name = todo.pop()
            if name in self._tree.nodes and name not in seen:
                seen.add(name)
                todo += [way.target for way in self.exits[name] if not way.where.startswith("try.")]
        return frozenset(seen)

    def _closure(self, starts: set[str], returns: Mapping[str, frozenset[str]]) -> frozenset[str]:
        seen: set[str] = set()
        todo = list(starts)
        while todo:
            name = todo.pop()
            if name in self._tree.nodes and name not in seen:
                seen.add(name)
                todo += self._targets(name, returns)
        return frozenset(seen)
