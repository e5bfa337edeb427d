"""Leaving a tree: hand-off, escalation, asking for a person. No path ends in silence."""

from __future__ import annotations

from dataclasses import replace

from tshoot.engine.context import Context, ask_fact, entry
from tshoot.engine.markup import escape
from tshoot.engine.state import Ending, Frame, Leaving, LeavingKind, State
from tshoot.engine.texts import fact_type, filled, quoted, template
from tshoot.model.case import Outcome
from tshoot.model.standard import LEAVING_FACTS
from tshoot.model.tree import DecisionTree, End, Handoff

MAX_ENTERED = 3
"""A tree entered this often is not entered again: the case goes to the next tier's queue instead."""

OUTCOMES: dict[LeavingKind, Outcome] = {
    "handoff": "handed off",
    "escalate": "escalated",
    "replace": "replaced",
    "request": "handed off",
    "person": "handed off",
}


def exhausted(state: State, context: Context, reason: str) -> State:
    """Nothing in this tree is left to try: leave it by its way out."""
    tree = context.tree(state.tree)
    return begin(state, context, Leaving(kind="escalate", to="", reason=reason), tree)


def handoff(state: State, context: Context, node: Handoff, tree: DecisionTree) -> State:
    """Leave by a hand-off node."""
    leaving = Leaving(
        kind="handoff", to=node.to, needs=node.needs, priority=node.priority or "",
        reason=template(node.reason, state, tree), first=template(node.first, state, tree),
    )  # fmt: skip
    return begin(state, context, leaving, tree)


def by_end(state: State, context: Context, node: End, tree: DecisionTree) -> State:
    """Leave by an end that somebody else must go on from: escalate, replace or request."""
    assert node.end in ("escalate", "replace", "request")
    leaving = Leaving(
        kind=node.end, to=node.to, needs=node.needs, priority=node.priority or "", code=node.code,
        text=template(node.text, state, tree), reason=template(node.reason, state, tree),
        first=template(node.first, state, tree),
    )  # fmt: skip
    return begin(state, context, leaving, tree)


def person(state: State, context: Context, reason: str) -> State:
    """The person wants to talk to a person: a user gets an agent of this tier, an agent the next tier."""
    tree = context.tree(state.tree)
    reason = quoted(reason) or "They asked to talk to a person."
    if state.persona == "agent":
        return begin(state, context, Leaving(kind="escalate", to="", reason=reason), tree)
    leaving = Leaving(kind="person", to=f"queue:tier-{tree.tier if tree else 1}", reason=reason)
    return replace(state, leaving=leaving, prompt=None)


def begin(state: State, context: Context, leaving: Leaving, tree: DecisionTree | None) -> State:
    """Leave the tree, with its own defaults where nothing else is said."""
    if tree:
        own = tree.escalate
        leaving = replace(
            leaving,
            to=leaving.to or own.to or f"queue:tier-{tree.tier + 1}",
            needs=leaving.needs or (() if _sideways(leaving, context, tree) else own.needs),
            reason=leaving.reason or template(own.reason, state, tree),
            first=leaving.first or template(own.first, state, tree),
            priority=leaving.priority or own.priority or "",
        )
    else:
        leaving = replace(leaving, to=leaving.to or "queue:tier-1")
    return replace(state, leaving=leaving, prompt=None)


def _sideways(leaving: Leaving, context: Context, tree: DecisionTree) -> bool:
    """On to a tree of the same tier: not a leaving that the tree's defaults are about."""
    there = None if leaving.to.startswith("queue:") or not leaving.to else context.tree(leaving.to)
    return there is not None and there.tier <= tree.tier


def go_on(state: State, context: Context) -> State:
    """Ask the next fact that must be known before leaving; then leave."""
    leaving = state.leaving
    assert leaving is not None
    target = _target(state, context, leaving)
    needs = leaving.needs if target else (*leaving.needs, *LEAVING_FACTS)
    tree = context.tree(state.tree)
    for name in needs:
        if name not in state.facts and name not in state.declined and fact_type(name, tree).prompt:
            return ask_fact(state, context, name)
    leaving = replace(
        leaving,
        text=filled(leaving.text, state, tree),
        reason=filled(leaving.reason, state, tree),
        first=filled(leaving.first, state, tree),
    )
    state = replace(state, leaving=leaving)
    return enter(state, context, target) if target else _end(state, context, leaving)


def enter(state: State, context: Context, tree: DecisionTree) -> State:
    """Go on at the start of another tree, with all facts."""
    walked, left = bool(state.frames), state.leaving or state.ending
    state = replace(
        state, leaving=None, ending=None, prompt=None, frames=(Frame(tree.id, tree.start),),
        entered={**state.entered, tree.id: state.entered.get(tree.id, 0) + 1},
    )  # fmt: skip
    if walked:
        text = f"We go on with **{escape(tree.title)}**. What you told me so far goes along."
        reason, first = (left.reason, left.first) if left else ("", "")
        state = entry(state, context, "handoff", text, what=tree.id, answer=reason, words=first)
    return state


def _target(state: State, context: Context, leaving: Leaving) -> DecisionTree | None:
    """The tree on which this very person goes on; `None`: the case is left for somebody else."""
    if leaving.to.startswith("queue:") or leaving.kind == "person":
        return None
    tree = context.tree(leaving.to)
    if not tree or not tree.walkable_by(state.persona) or state.entered.get(tree.id, 0) >= MAX_ENTERED:
        return None
    return tree


def _end(state: State, context: Context, leaving: Leaving) -> State:
    here = context.tree(state.tree)
    there = None if leaving.to.startswith("queue:") else context.tree(leaving.to)
    queue = leaving.to.removeprefix("queue:")
    if not leaving.to.startswith("queue:"):
        queue = f"tier-{there.tier if there else (here.tier if here else 0) + 1}"
    ending = Ending(
        outcome=OUTCOMES[leaving.kind], kind=leaving.kind, to=leaving.to, queue=queue,
        tier=_tier(queue, here, there), text=leaving.text, code=leaving.code, reason=leaving.reason,
        first=leaving.first, priority=leaving.priority,
    )  # fmt: skip
    state = replace(state, leaving=None, ending=ending, prompt=None)
    return entry(state, context, "end", leaving.text) if leaving.text else state


def _tier(queue: str, here: DecisionTree | None, there: DecisionTree | None) -> int:
    number = queue.removeprefix("tier-")
    if number.isascii() and number.isdigit() and len(number) < 4:
        return int(number)
    return there.tier if there else here.tier if here else 1
