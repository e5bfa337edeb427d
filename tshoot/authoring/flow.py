"""Where each node of a tree leads, with the places of its targets: what the rules about ways look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tshoot.model.tree import (
    RETURN,
    Ask,
    Branch,
    Call,
    Check,
    DecisionTree,
    Do,
    End,
    Handoff,
    Input,
    Node,
    Option,
    Set,
    Tell,
    Try,
    Wait,
)


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
    passed = (_implied("when", node.after),) if node.when else ()
    return (*_own_exits(node), *passed)


def _own_exits(node: Node) -> Iterator[Exit]:
    match node:
        case Ask(many=True) | Ask(options=()) | Input() | Tell() | Set() | Wait():
            yield _then(node.then, node.after)
        case Ask():
            yield from _options(node.options, node.then, node.after)
        case Do(then=then) if then:
            yield Exit("then", then)
        case Do() | Try():
            yield from _fixing(node)
        case Check():
            yield from _check(node)
        case Branch():
            yield from (Exit(f"branch.{index}.goto", arm.goto) for index, arm in enumerate(node.arms))
            if all(arm.when for arm in node.arms):
                yield _implied("branch", node.after)
        case Call():
            yield from (Exit(f"on.{word}", target) for word, target in node.on.items())
            yield Exit("else", node.otherwise) if node.otherwise else _then(node.then, node.after)
        case Handoff() | End():
            yield Exit("", ENDS)


def _then(then: str, after: str) -> Exit:
    return Exit("then", then) if then else _implied("then", after)


def _implied(where: str, target: str) -> Exit:
    return Exit(where, target, written=False)


def _options(options: tuple[Option, ...], then: str, after: str) -> Iterator[Exit]:
    for option in options:
        where = f"options.{option.key}.goto"
        yield Exit(where, option.goto) if option.goto else _then(then, after)


def _fixing(node: Do | Try) -> Iterator[Exit]:
    yield Exit("fixed", node.fixed or ENDS)
    yield Exit("else", node.otherwise) if node.otherwise else _implied("else", node.after)
    for index, fix in enumerate(node.fixes if isinstance(node, Try) else ()):
        if fix.then:
            yield Exit(f"try.{index}.then", fix.then)


def _check(node: Check) -> Iterator[Exit]:
    yield from (Exit(f"on.{word}", target) for word, target in node.on.items())
    yield from _options(node.options, node.then, node.after)
    if node.otherwise:
        yield Exit("else", node.otherwise)
    elif not node.options:
        yield _then(node.then, node.after)


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
