"""What a visit to each kind of node does: ask its question, or move on."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from tshoot.engine import leaving
from tshoot.engine.asking import ask_options, asked, say_known
from tshoot.engine.calling import called, returned
from tshoot.engine.context import CHECK_PLACE, Context, assigned, entry, fact_prompt, fulfilled, goto, met_again
from tshoot.engine.state import DONE, YES_NO, Ending, Prompt, State
from tshoot.engine.texts import argument, show, wording
from tshoot.engine.trying import FIXED_QUESTION, offer
from tshoot.model.case import Outcome
from tshoot.model.tree import (
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

ENDINGS: dict[str, Outcome] = {
    "resolved": "resolved",
    "workaround": "workaround",
    "unsupported": "unsupported",
    "cancelled": "abandoned",
}


# Classes are named to `register`: read from annotations, each would cost 0.2 ms at the start.
@singledispatch
def visit(node: Node, state: State, tree: DecisionTree, context: Context) -> State:
    """The state after visiting a node: at its question, or moved on; raises Missing for a fact to be asked first."""
    return goto(state, node.after)


@visit.register(Ask)
def _(node: Ask, state: State, tree: DecisionTree, context: Context) -> State:
    return ask_options(node, state, tree, context)


@visit.register(Input)
def _(node: Input, state: State, tree: DecisionTree, context: Context) -> State:
    name, then = node.fact.name, node.then or node.after
    if not met_again(state, node.id):
        if name in state.facts:
            return goto(say_known(state, context, name), then)
        if name in state.declined:
            return goto(state, then)
    return asked(state, context, fact_prompt(state, tree, node.id, node.fact), node)


@visit.register(Do)
def _(node: Do, state: State, tree: DecisionTree, context: Context) -> State:
    prompt = Prompt(
        tree=tree.id, node=node.id, kind="do", text=wording(node.text, state, tree),
        question="" if node.then else FIXED_QUESTION, choices=DONE if node.then else YES_NO,
    )  # fmt: skip
    return asked(state, context, prompt, node)


@visit.register(Tell)
def _(node: Tell, state: State, tree: DecisionTree, context: Context) -> State:
    told = entry(state, context, "tell", wording(node.text, state, tree), node=node.id)
    return goto(told, node.then or node.after)


@visit.register(Check)
def _(node: Check, state: State, tree: DecisionTree, context: Context) -> State:
    if state.frames[-1].asking or state.persona == "agent":  # the computer here is not the caller's
        if node.text is None:
            return goto(state, node.otherwise or node.then or node.after)
        return ask_options(node, state, tree, context)
    arguments = [(name, argument(text, state, tree)) for name, text in node.arguments]
    prompt = Prompt(
        tree=tree.id, node=node.id, kind="check", check=node.check, text="", choices=YES_NO,
        arguments=tuple((name, "" if value is None else show(value)) for name, value in arguments),
        consented=bool(state.consented),
    )  # fmt: skip
    return asked(state, context, prompt, node, place=CHECK_PLACE + node.id)


@visit.register(Branch)
def _(node: Branch, state: State, tree: DecisionTree, context: Context) -> State:
    arm = next((arm for arm in node.arms if fulfilled(arm.when, state, tree)), None)
    return goto(state, arm.goto if arm else node.after)


@visit.register(Set)
def _(node: Set, state: State, tree: DecisionTree, context: Context) -> State:
    return goto(assigned(state, context, node.set, ask=True), node.then or node.after)


@visit.register(Wait)
def _(node: Wait, state: State, tree: DecisionTree, context: Context) -> State:
    text = wording(node.text, state, tree) or "Please wait a moment."
    prompt = Prompt(
        tree=tree.id, node=node.id, kind="wait", text=text, seconds=node.seconds, choices=DONE
    )  # fmt: skip
    return asked(state, context, prompt, node)


@visit.register(Try)
def _(node: Try, state: State, tree: DecisionTree, context: Context) -> State:
    return offer(node, state, tree, context)


@visit.register(Call)
def _(node: Call, state: State, tree: DecisionTree, context: Context) -> State:
    return called(node, state, tree, context)


@visit.register(Handoff)
def _(node: Handoff, state: State, tree: DecisionTree, context: Context) -> State:
    return leaving.handoff(state, context, node, tree)


@visit.register(End)
def _(node: End, state: State, tree: DecisionTree, context: Context) -> State:
    text = wording(node.text, state, tree)
    if back := returned(state, context, (node.code, node.end)):
        return entry(back, context, "tell", text, node=node.id) if text else back
    if node.end not in ENDINGS:
        return leaving.by_end(state, context, node, tree)
    ending = Ending(outcome=ENDINGS[node.end], text=text, code=node.code, tier=tree.tier)
    return entry(replace(state, ending=ending), context, "end", text, node=node.id)
