"""Leaving a tree: hand-off, escalation, asking for a person. No path ends in silence."""

from __future__ import annotations

from dataclasses import replace

from tshoot.engine.context import Context, ask_fact, declared, entry
from tshoot.engine.markup import escape
from tshoot.engine.state import Ending, Frame, Leaving, LeavingKind, State
from tshoot.engine.texts import filled, quoted, template
from tshoot.model.case import Outcome
from tshoot.model.standard import LEAVING_FACTS
from tshoot.model.tree import DecisionTree, End, Handoff

MAX_ENTERED = 3
"""A tree entered this often is not entered again: the case goes to the next tier's queue instead."""

IN_CIRCLES = "The steps went round in circles."
NO_MORE_STEPS = "The steps of this tree were used up."
NO_TREE = "No tree fitted what they described."

REASONS: dict[LeavingKind, str] = {
    "handoff": "The steps of this tree lead there.",
    "escalate": "The steps of this tree did not solve it.",
    "replace": "It has to be replaced.",
    "request": "Somebody has to carry it out.",
}
"""Why a case is left for somebody else, where the author does not say."""

OUTCOMES: dict[LeavingKind, Outcome] = {
    "handoff": "handed off",
    "escalate": "escalated",
    "replace": "replaced",
    "request": "handed off",
    "person": "handed off",
}


def exhausted(state: State, context: Context, reason: str) -> State:
    """Nothing is left to try: leave by the way out of the tree that the walk is in, whatever it called."""
    state = replace(state, frames=state.frames[:1])
    tree = context.tree(state.tree)
    if reason == NO_MORE_STEPS and tree:
        reason = template(tree.escalate.reason, state, tree, ask=False) or reason
    return begin(state, context, Leaving(kind="escalate", to="", reason=reason), tree)


def gone(state: State, context: Context, name: str) -> State:
    """The tree that is to be walked is not in the library."""
    return exhausted(state, context, f"The tree '{quoted(name)}' is not in the library any more.")


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
    """The person wants to talk to a person: a user gets an agent of this tier, an agent the next tier.

    The walk keeps its place for the agent; after an end there is none, so the tree begins anew.
    """
    tree = context.tree(state.frames[0].tree) if state.frames else None
    if tree and state.ending:
        state = replace(state, frames=(Frame(tree.id, tree.start, since=state.done),))
    state = replace(state, ending=None, prompt=None)
    reason = quoted(reason) or "They asked to talk to a person."
    if state.persona == "agent":
        return begin(state, context, Leaving(kind="person", to="", reason=reason), tree)
    return replace(
        state, leaving=Leaving(kind="person", to=f"queue:tier-{tree.tier if tree else 1}", reason=reason)
    )


def begin(state: State, context: Context, leaving: Leaving, tree: DecisionTree | None) -> State:
    """Leave the tree, with its own defaults where nothing else is said."""
    if tree:
        own = tree.escalate
        leaving = replace(
            leaving,
            to=leaving.to or _way_out(leaving, context, tree),
            needs=leaving.needs or (() if _sideways(leaving, context, tree) else own.needs),
            reason=leaving.reason or template(own.reason, state, tree, ask=False),
            first=leaving.first or template(own.first, state, tree, ask=False),
            priority=leaving.priority or own.priority or "",
        )
    leaving = replace(leaving, to=leaving.to or "queue:tier-1")
    state = replace(state, leaving=leaving, prompt=None)
    there = _target(state, context)
    if there and state.entered.get(there.id, 0) >= MAX_ENTERED:
        leaving = replace(leaving, kind="escalate", to=f"queue:tier-{there.tier + 1}", reason=IN_CIRCLES)
    return replace(state, leaving=leaving)


def _way_out(leaving: Leaving, context: Context, tree: DecisionTree) -> str:
    """Where the tree is left to when the node does not say; an order or a request needs no more diagnosis."""
    there = _tree_at(tree.escalate.to, context)
    if there and leaving.kind in ("replace", "request"):
        return f"queue:tier-{there.tier}"
    return tree.escalate.to or f"queue:tier-{tree.tier + 1}"


def _sideways(leaving: Leaving, context: Context, tree: DecisionTree) -> bool:
    """On to a tree of the same tier: not a leaving that the tree's defaults are about."""
    there = _tree_at(leaving.to, context)
    return there is not None and there.tier <= tree.tier


def _tree_at(to: str, context: Context) -> DecisionTree | None:
    return None if not to or to.startswith("queue:") else context.tree(to)


def go_on(state: State, context: Context) -> State:
    """Ask the next fact that must be known before leaving; then leave."""
    leaving = state.leaving
    assert leaving is not None
    if names := unasked(state, context):
        return ask_fact(state, context, names[0])
    tree = context.tree(state.tree)
    leaving = replace(
        leaving,
        text=filled(leaving.text, state, tree),
        reason=filled(leaving.reason, state, tree),
        first=filled(leaving.first, state, tree),
    )
    state = replace(state, leaving=leaving)
    target = _target(state, context)
    return enter(state, context, target) if target else _end(state, context, leaving)


def unasked(state: State, context: Context) -> tuple[str, ...]:
    """The facts that are still to be asked before leaving."""
    return tuple(
        name
        for name in _missing(state, context)
        if name not in state.declined and declared(name, state, context).prompt
    )


def _missing(state: State, context: Context) -> tuple[str, ...]:
    """Facts that must be known before leaving and are not; who stays in charge need not say who they are."""
    leaving = state.leaving
    assert leaving is not None
    needs = leaving.needs if _target(state, context) else (*leaving.needs, *LEAVING_FACTS)
    return tuple(
        name
        for name in dict.fromkeys(needs)
        if state.value(name) is None and not (name in state.declined and declared(name, state, context).secret)
    )


def enter(state: State, context: Context, tree: DecisionTree) -> State:
    """Go on at the start of another tree, with all facts."""
    walked, left = bool(state.frames), state.leaving or state.ending
    state = replace(
        state, leaving=None, ending=None, prompt=None, frames=(Frame(tree.id, tree.start, since=state.done),),
        entered={**state.entered, tree.id: state.entered.get(tree.id, 0) + 1},
    )  # fmt: skip
    if walked:
        text = f"We go on with **{escape(tree.title)}**. Everything that was said so far goes along."
        reason, first = (left.reason, left.first) if left else ("", "")
        state = entry(state, context, "handoff", text, what=tree.id, answer=reason, words=first)
    return state


def _target(state: State, context: Context) -> DecisionTree | None:
    """The tree on which this very person goes on; `None`: the case is left for somebody else."""
    leaving = state.leaving
    if leaving is None or leaving.kind == "person":
        return None
    here, there = context.tree(state.tree), _tree_at(leaving.to, context)
    if there is None or not (here.may_lead(there, state.persona) if here else there.walkable_by(state.persona)):
        return None
    return there


def _end(state: State, context: Context, leaving: Leaving) -> State:
    here = context.tree(state.tree)
    there = _tree_at(leaving.to, context)
    queue = leaving.to.removeprefix("queue:")
    if not leaving.to.startswith("queue:"):
        queue = f"tier-{there.tier if there else (here.tier if here else 0) + 1}"
    ending = Ending(
        outcome=_outcome(leaving, state), kind=leaving.kind, to=leaving.to, queue=queue,
        tier=_tier(queue, here, there), text=leaving.text, code=leaving.code,
        reason=leaving.reason or REASONS.get(leaving.kind, ""),
        first=leaving.first, priority=leaving.priority, missing=_missing(state, context),
    )  # fmt: skip
    state = replace(state, leaving=None, ending=ending, prompt=None)
    return entry(state, context, "end", leaving.text) if leaving.text else state


def _outcome(leaving: Leaving, state: State) -> Outcome:
    return "escalated" if leaving.kind == "person" and state.persona == "agent" else OUTCOMES[leaving.kind]


def _tier(queue: str, here: DecisionTree | None, there: DecisionTree | None) -> int:
    number = queue.removeprefix("tier-")
    if number.isascii() and number.isdigit() and len(number) < 4:
        return int(number)
    return there.tier if there else here.tier if here else 1
