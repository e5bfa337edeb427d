"""How a walk came where it is: the nodes that it passed, and each condition that decided on the way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Literal

from tshoot.engine.expressions import ExpressionError, Known, Lookup, holds, names, parse
from tshoot.engine.planning import ordered
from tshoot.engine.session import Session
from tshoot.engine.state import State
from tshoot.engine.texts import value_of
from tshoot.model.fact import Value
from tshoot.model.record import record
from tshoot.model.tree import Ask, Branch, Check, Condition, DecisionTree, Node, Try

Verdict = Literal["true", "false", "unknown"]
"""`unknown`: it does not hold, for want of a fact."""

Where = Literal["node", "arm", "option", "fix"]
"""Whose condition it is: of the node itself, of an arm of a branch, of an option, of a fix."""


@record
class Decision:
    """One condition, and what it came to."""

    tree: str
    node: str
    where: Where
    name: str
    """The target of an arm, the key of an option, the id of a fix; of a node, its own."""
    condition: Condition
    """Empty: the `else` of a branch."""
    verdict: Verdict
    facts: tuple[tuple[str, Value | None], ...] = ()
    """What it reads, and the values of that moment."""
    step: int = -1
    """The number of the event behind which it was looked at."""


@record
class Trace:
    """What a walk passed."""

    path: tuple[tuple[str, str], ...] = ()
    """Tree and node of each visit, silent ones too."""
    decisions: tuple[Decision, ...] = ()


def trace(session: Session) -> Trace:
    """What the walk of a session passed, and what decided there."""
    path: list[tuple[str, str]] = []
    found: list[Decision] = []
    latest: list[Decision] = []

    def seen(step: int, state: State) -> None:
        tree = session.tree(state.tree) if state.frames and not state.leaving else None
        place = state.frames[-1].node if state.frames else ""
        if tree is None or place not in tree.nodes:
            return
        # A fact from the side has the same node visited anew: what comes out the same is said once.
        known = {_same(one) for one in latest} if path[-1:] == [(tree.id, place)] else set()
        if not known:
            latest.clear()
        if path[-1:] != [(tree.id, place)]:
            path.append((tree.id, place))
        new = [one for one in decided(tree, tree.nodes[place], state, step) if _same(one) not in known]
        found.extend(new)
        latest.extend(new)

    session.retrace(seen)
    return Trace(tuple(path), tuple(found))


def _same(one: Decision) -> tuple[object, ...]:
    return one.tree, one.node, one.where, one.name, one.condition, one.verdict, one.facts


def decided(tree: DecisionTree, node: Node, state: State, step: int = -1) -> Iterator[Decision]:
    """Each condition that a visit to a node looks at, up to the one that decides."""

    def judged(where: Where, name: str, condition: Condition) -> Decision:
        facts = tuple((fact, value_of(fact, state, tree)) for fact in sorted(_names(condition)))
        came = verdict(condition, dict(facts).get, lambda fact: state.value(fact) is not None)
        return Decision(tree.id, node.id, where, name, condition, came, facts, step)

    if node.when:
        own = judged("node", node.id, node.when)
        yield own
        if own.verdict != "true":
            return
    match node:
        case Branch(arms=arms):
            for arm in arms:
                yield (taken := judged("arm", arm.goto, arm.when))
                if taken.verdict == "true":
                    return
        case Ask(options=options) | Check(options=options):
            yield from (judged("option", option.key, option.when) for option in options if option.when)
        case Try():
            for fix in ordered(node, {}):
                if fix.when and (tree.id, fix.id) not in state.fixes:
                    yield judged("fix", fix.id, fix.when)


def verdict(condition: Condition, lookup: Lookup, known: Known | None = None) -> Verdict:
    """What a condition comes to: true where it holds, else false, or unknown where a fact would decide."""
    if holds(condition, lookup, known):
        return "true"
    try:
        return "unknown" if _three_valued(parse(condition), lookup, known) is None else "false"
    except (ExpressionError, ValueError):
        return "false"


def _three_valued(node: ast.expr, lookup: Lookup, known: Known | None) -> bool | None:
    """True, false, or nothing where it hangs on what is not known."""
    match node:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _negated(_three_valued(operand, lookup, known))
        case ast.BoolOp(op=ast.And(), values=values):
            return _all([_three_valued(value, lookup, known) for value in values])
        case ast.BoolOp(values=values):
            return _negated(_all([_negated(_three_valued(value, lookup, known)) for value in values]))
    source = ast.unparse(node)
    asks = not source.startswith("known(")
    if asks and any(lookup(name) is None for name in names(source)):
        return None
    return holds(source, lookup, known)


def _negated(value: bool | None) -> bool | None:
    return None if value is None else not value


def _all(values: list[bool | None]) -> bool | None:
    if False in values:
        return False
    return None if None in values else True


def _names(condition: Condition) -> frozenset[str]:
    try:
        return names(condition) if condition else frozenset()
    except ExpressionError:
        return frozenset()
