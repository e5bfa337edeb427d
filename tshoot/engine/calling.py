"""Trees that are called as a sub-procedure: in with arguments, back with an outcome and what was learned."""

from __future__ import annotations

from dataclasses import replace

from tshoot.engine.context import Context, forgotten, goto, restored, with_fact
from tshoot.engine.state import Argument, Frame, State
from tshoot.engine.texts import argument, as_declared, fact_type
from tshoot.model.tree import Call, DecisionTree

MAX_DEPTH = 10


def called(node: Call, state: State, tree: DecisionTree, context: Context) -> State:
    """The state at the start of the called tree; one that cannot be walked is passed by."""
    there = context.tree(node.tree)
    if there is None or len(state.frames) >= MAX_DEPTH or not tree.may_lead(there, state.persona):
        return goto(state, node.otherwise or node.then or node.after)
    given = []
    for name, value in [(name, argument(text, state, tree)) for name, text in node.arguments]:
        if value is not None and value != "":
            before, declined = state.facts.get(name), name in state.declined
            typed = as_declared(value, fact_type(name, there))
            state = with_fact(state, context, name, typed, "tree")
            given.append(Argument(state.facts[name], before, declined))
    frame = Frame(there.id, there.start, since=state.done, arguments=tuple(given))
    # A call is no hand-off: it does not count towards going in circles between trees.
    entered = {**state.entered, there.id: state.entered.get(there.id, 0)}
    return replace(state, frames=(*state.frames, frame), entered=entered)


def returned(state: State, context: Context, words: tuple[str, ...]) -> State | None:
    """The state back in the calling tree, or `None` when this tree was not called."""
    if len(state.frames) < 2:
        return None
    state = _without(state, state.frames[-1].arguments)
    state = replace(state, frames=state.frames[:-1])
    caller = context.tree(state.tree)
    # Not `get`: tests of trees note what is visited by it.
    here = state.frames[-1].node
    node = caller.nodes[here] if caller and here in caller.nodes else None
    if not isinstance(node, Call):
        return goto(state, "")
    target = next((node.on[word] for word in words if word in node.on), "")
    return goto(state, target or node.otherwise or node.then or node.after)


def _without(state: State, arguments: tuple[Argument, ...]) -> State:
    """The facts as they were before the call, but for what the called tree changed."""
    for one in arguments:
        name = one.given.name
        if state.facts.get(name) is one.given:
            state = forgotten(state, name) if one.before is None else restored(state, one.before)
            state = replace(state, declined=state.declined | {name}) if one.declined else state
    return state
