"""A tree as a graph: where each node leads, and how much is left from there."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from math import prod

from tshoot.engine.planning import chance, ordered
from tshoot.engine.ways import FIXED, NONE, NOWHERE, Way, ways_out
from tshoot.model.record import record
from tshoot.model.tree import (
    RETURN,
    Ask,
    Call,
    Check,
    DecisionTree,
    Do,
    Input,
    Node,
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


def ways(node: Node) -> tuple[tuple[str, float], ...]:
    """The targets of a node, `return` among them, each with how likely it is taken."""
    found = [way for way in ways_out(node) if way.target not in (FIXED, NOWHERE)]
    # Passed over, led through the further steps of a fix, left without an option: possible, and no one's plan.
    usual = sum(_is_usual(way) for way in found) or 1
    helps = _helps(node)
    weights = {} if helps is None else {"fixed": helps, "else": 1 - helps}
    return tuple((way.target, weights.get(way.kind, 1 / usual) if _is_usual(way) else 0.0) for way in found)


def _is_usual(way: Way) -> bool:
    return way.kind not in ("passed", "fix") and way.key != NONE


def _helps(node: Node) -> float | None:
    """How likely an instruction or a list of fixes helps; None for what is not there to help."""
    match node:
        case Do() if not node.then:
            return 0.4
        case Try():
            return 1 - prod(1 - fix.chance for fix in node.fixes)
    return None


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
