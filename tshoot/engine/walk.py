"""The walk: from a state that asks nothing to the next question or the end."""

from __future__ import annotations

from dataclasses import replace

from tshoot.engine import leaving
from tshoot.engine.calling import returned
from tshoot.engine.context import RESOLVED, Context, ask_fact, fulfilled, goto
from tshoot.engine.nodes import visit
from tshoot.engine.progress import progress_of
from tshoot.engine.state import Ending, State
from tshoot.engine.texts import Missing

MAX_SILENT = 1000
"""Moves without a question; a walk that needs more goes round in circles."""


def advance(state: State, context: Context) -> State:
    """The state at its next question or its end; always one of the two."""
    state = _to_question(state, context)
    while not (state.prompt or state.ending):
        # No tree that was walked may be entered once more, so this comes to an end.
        entered = dict.fromkeys(state.entered, leaving.MAX_ENTERED)
        state = leaving.exhausted(replace(state, entered=entered), context, leaving.IN_CIRCLES)
        state = _to_question(state, context)
    return replace(state, progress=progress_of(state, context))


def _to_question(state: State, context: Context) -> State:
    """The state at its next question or end, or after so many moves without one."""
    for _ in range(MAX_SILENT):
        if state.prompt or state.ending:
            break
        if context.seen:
            context.seen(state)
        state = _move(state, context)
    return state


def _move(state: State, context: Context) -> State:
    if state.leaving:
        return leaving.go_on(state, context)
    if not state.frames:
        return leaving.person(state, context, leaving.NO_TREE if state.problem else "")
    tree = context.tree(state.tree)
    if tree is None:
        return leaving.gone(state, context, state.tree)
    place = state.frames[-1].node
    if place == RESOLVED:
        ended = Ending(outcome="resolved", tier=tree.tier)
        return returned(state, context, ("resolved",)) or replace(state, ending=ended)
    node = tree.nodes.get(place)
    if node is None:
        return returned(state, context, ("unsupported",)) or leaving.exhausted(
            state, context, leaving.NO_MORE_STEPS
        )
    try:
        if not fulfilled(node.when, state, tree):
            return goto(state, node.after)
        return visit(node, state, tree, context)
    except Missing as missing:
        return ask_fact(state, context, missing.fact)
