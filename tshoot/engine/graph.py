"""A tree as a graph: where each node leads, and how much is left from there."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from functools import singledispatch

from tshoot.engine.planning import chance, ordered
from tshoot.model.record import record
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
    Set,
    Tell,
    Try,
    Wait,
)

CALLED_STEPS = 2.0
"""What a called tree counts for in the progress."""


@record
class Left:
    """Questions and instructions left from a node, this one included."""

    likely: float = 0.0
    longest: int = 0
    returns: bool = False
    """Whether a way leads back to a list of fixes; what is left there is not counted here."""


_RETURNING = Left(returns=True)


@singledispatch
def ways(node: Node) -> tuple[tuple[str, float], ...]:
    """The targets of a node, each with how likely it is taken; an empty target is the end of the file."""
    return ((node.after, 1.0),)


@ways.register(Ask)
def _(node: Ask) -> tuple[tuple[str, float], ...]:
    if node.many:
        return ((node.then or node.after, 1.0),)
    return _even(option.goto or node.then or node.after for option in node.options)


@ways.register(Input)
@ways.register(Tell)
@ways.register(Wait)
@ways.register(Set)
def _(node: Input | Tell | Wait | Set) -> tuple[tuple[str, float], ...]:
    return ((node.then or node.after, 1.0),)


@ways.register(Do)
def _(node: Do) -> tuple[tuple[str, float], ...]:
    if node.then:
        return ((node.then, 1.0),)
    return _real(((node.fixed, 0.4), (node.otherwise or node.after, 0.6)))


@ways.register(Check)
def _(node: Check) -> tuple[tuple[str, float], ...]:
    asked = [option.goto or node.then or node.after for option in node.options]
    return _even(
        [*node.on.values(), *([node.otherwise] if node.otherwise else []), *asked] or [node.then or node.after]
    )


@ways.register(Branch)
def _(node: Branch) -> tuple[tuple[str, float], ...]:
    return _even(
        [arm.goto for arm in node.arms] + ([] if any(not arm.when for arm in node.arms) else [node.after])
    )


@ways.register(Try)
def _(node: Try) -> tuple[tuple[str, float], ...]:
    failed = 1.0
    for fix in node.fixes:
        failed *= 1 - fix.chance
    steps = [(fix.then, 0.0) for fix in node.fixes if fix.then]
    return _real(((node.fixed, 1 - failed), (node.otherwise or node.after, failed), *steps))


@ways.register(Call)
def _(node: Call) -> tuple[tuple[str, float], ...]:
    return _even([*node.on.values(), node.otherwise or node.then or node.after])


@ways.register(Handoff)
@ways.register(End)
def _(node: Handoff | End) -> tuple[tuple[str, float], ...]:
    return ()


def _even(targets: Iterable[str]) -> tuple[tuple[str, float], ...]:
    found = [target for target in targets if target]
    return tuple((target, 1 / len(found)) for target in found)


def _real(pairs: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    return tuple((target, weight) for target, weight in pairs if target)


def targets(node: Node) -> tuple[str, ...]:
    """Where a node may lead, without `return` and without doubles."""
    return tuple(dict.fromkeys(target for target, _ in ways(node) if target != RETURN))


def own_steps(node: Node, tried: Container[str] = ()) -> Left:
    """What a node itself asks of the person; of a list of fixes, those that were not tried."""
    match node:
        case Try():
            likely, reached = 0.0, 1.0
            rest = [fix for fix in ordered(node, {}) if fix.id not in tried]
            for fix in rest:
                likely += reached
                reached *= 1 - chance(fix, {})
            return Left(likely, len(rest))
        case Call():
            return Left(CALLED_STEPS, int(CALLED_STEPS))
        case Ask() | Input() | Do() | Wait():
            return Left(1.0, 1)
        case Check():
            return Left(0.5 if node.options else 0.0, 1)
    return Left()


def steps_left(tree: DecisionTree) -> Mapping[str, Left]:
    """For every node, what is left from it; a way back to an earlier node counts as nothing."""
    left: dict[str, Left] = {}
    for name in children_first(tree):
        node = tree.nodes[name]
        own = own_steps(node)
        following = [(left.get(target, _RETURNING if target == RETURN else Left()), w) for target, w in ways(node)]
        left[name] = Left(
            own.likely + sum(weight * after.likely for after, weight in following),
            own.longest + max((after.longest for after, _ in following), default=0),
            any(after.returns for after, _ in following),
        )
    return left


def reachable(tree: DecisionTree, start: str) -> frozenset[str]:
    """All nodes that can be reached from a node, itself included."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        name = todo.pop()
        if name in tree.nodes and name not in seen:
            seen.add(name)
            todo += targets(tree.nodes[name])
    return frozenset(seen)


def most_left(tree: DecisionTree, candidates: Iterable[str]) -> str:
    """The target from which most can still be tried: the way to take when nobody knows."""

    def promise(target: str) -> tuple[int, int]:
        nodes = [tree.nodes[name] for name in reachable(tree, target)]
        return sum(len(node.fixes) if isinstance(node, Try) else isinstance(node, Do) for node in nodes), len(
            nodes
        )

    return max(candidates, key=promise, default="")


def children_first(tree: DecisionTree) -> list[str]:
    """Node ids in depth-first postorder, without recursion: a tree may be thousands of nodes deep."""
    done: list[str] = []
    seen: set[str] = set()
    for first in (tree.start, *tree.nodes):
        stack = [(first, False)]
        while stack:
            name, expanded = stack.pop()
            if expanded:
                done.append(name)
            elif name in tree.nodes and name not in seen:
                seen.add(name)
                stack.append((name, True))
                stack.extend((target, False) for target in targets(tree.nodes[name]))
    return done
