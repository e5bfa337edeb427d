"""The walk: from a state that asks nothing to the next question or the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import singledispatch

from tshoot.engine import leaving
from tshoot.engine.answering import choice_for, follow
from tshoot.engine.context import (
    MAX_VISITS,
    RESOLVED,
    VISITS_BEFORE_WAY_OUT,
    Context,
    arguments,
    ask_fact,
    assigned,
    at_frame,
    entry,
    fact_prompt,
    fulfilled,
    goto,
    with_fact,
)
from tshoot.engine.markup import escape
from tshoot.engine.planning import next_fix
from tshoot.engine.state import DONE, YES_NO, Choice, Ending, Frame, Prompt, PromptKind, State
from tshoot.engine.texts import SOURCES, Missing, fact_type, show, wording
from tshoot.model.case import Outcome
from tshoot.model.fact import FactType
from tshoot.model.tree import (
    Ask,
    Branch,
    Call,
    Check,
    DecisionTree,
    Do,
    End,
    Fix,
    Handoff,
    Input,
    Node,
    Option,
    Set,
    Tell,
    Try,
    Wait,
)
from tshoot.model.wording import Wording

MAX_SILENT = 1000
MAX_DEPTH = 10
IN_CIRCLES = "The steps went round in circles."
NO_MORE_STEPS = "The steps of this tree were used up."
FIXED_QUESTION = "Did that fix it?"

ENDINGS: dict[str, Outcome] = {
    "resolved": "resolved",
    "workaround": "workaround",
    "unsupported": "unsupported",
    "cancelled": "abandoned",
}


def advance(state: State, context: Context) -> State:
    """The state at its next question or its end; always one of the two."""
    for _ in range(MAX_SILENT):
        if state.prompt or state.ending:
            return state
        state = _move(state, context)
    state = replace(state, entered=dict.fromkeys(state.entered, leaving.MAX_ENTERED))
    state = leaving.exhausted(replace(state, frames=state.frames[:1]), context, IN_CIRCLES)
    return leaving.go_on(state, context)


def _move(state: State, context: Context) -> State:
    if state.leaving:
        return leaving.go_on(state, context)
    if not state.frames:
        return leaving.person(state, context, "")
    tree = context.tree(state.tree)
    if tree is None:
        return leaving.exhausted(state, context, f"The tree '{state.tree}' is not in the library any more.")
    place = state.frames[-1].node
    if place == RESOLVED:
        ended = Ending(outcome="resolved", tier=tree.tier)
        return _returned(state, context, ("resolved",)) or replace(state, ending=ended)
    node = tree.nodes.get(place)
    if node is None:
        return _returned(state, context, ("unsupported",)) or leaving.exhausted(state, context, NO_MORE_STEPS)
    try:
        if not fulfilled(node.when, state, tree):
            return goto(state, node.after)
        return _visit(node, state, tree, context)
    except Missing as missing:
        return ask_fact(state, context, missing.fact)


# Classes are named to `register`: read from annotations, each would cost 0.2 ms at the start.
@singledispatch
def _visit(node: Node, state: State, tree: DecisionTree, context: Context) -> State:
    """The state after visiting a node: at its question, or moved on."""
    return goto(state, node.after)


@_visit.register(Ask)
def _(node: Ask, state: State, tree: DecisionTree, context: Context) -> State:
    if node.fact and (state.tree, node.id) not in state.visits:
        known = _known_answer(node, state, tree, context)
        if known:
            return known
    kind: PromptKind = "many" if node.many else "ask"
    return _options(node, kind, node.text, node.options, state, tree, context, none=node.none)


def _known_answer(node: Ask, state: State, tree: DecisionTree, context: Context) -> State | None:
    """The way on where the answer is known already."""
    value = state.value(node.fact)
    if value is None:
        return None
    said = _say_known(state, context, node.fact, fact_type(node.fact, tree))
    if node.many:
        return goto(said, node.then or node.after)
    option = choice_for(node.options, value)
    if option is None or not fulfilled(option.when, state, tree):
        return None
    return follow(said, context, option, node.then or node.after)


def _say_known(state: State, context: Context, fact: str, kind: FactType) -> State:
    known = state.facts[fact]
    text = f"Already known: {kind.title}: **{escape(show(known.value, kind))}** ({SOURCES[known.source]})"
    return entry(state, context, "known", text, what=fact)


def _options(
    node: Ask | Check, kind: PromptKind, text: Wording | None, options: Sequence[Option], state: State,
    tree: DecisionTree, context: Context, *, none: str = "",
) -> State:  # fmt: skip
    offered = tuple(
        Choice(option.key, option.label, option.means) for option in options if fulfilled(option.when, state, tree)
    )
    if not offered:
        return goto(state, (node.then if isinstance(node, Ask | Check) else "") or node.after)
    prompt = Prompt(
        tree=tree.id, node=node.id, kind=kind, choices=offered, none=none, text=wording(text, state, tree)
    )  # fmt: skip
    return _asked(state, context, prompt, node)


def _asked(state: State, context: Context, prompt: Prompt, node: Node | Fix) -> State:
    """The state that asks; a question that was asked too often leaves the tree instead."""
    visits = state.visits.get((prompt.tree, prompt.node), 0)
    if visits >= MAX_VISITS:
        return leaving.exhausted(state, context, IN_CIRCLES)
    tree = context.tree(prompt.tree)
    prompt = replace(
        prompt,
        again=visits >= VISITS_BEFORE_WAY_OUT,
        why=wording(node.why, state, tree) or prompt.why,
        how=wording(node.how, state, tree) or prompt.how,
        say=wording(node.say, state, tree),
        agent=wording(node.agent, state, tree),
    )
    return replace(state, prompt=prompt)


@_visit.register(Input)
def _(node: Input, state: State, tree: DecisionTree, context: Context) -> State:
    name, then = node.fact.name, node.then or node.after
    if name in state.facts:
        return goto(_say_known(state, context, name, node.fact), then)
    if name in state.declined:
        return goto(state, then)
    return _asked(state, context, fact_prompt(state, tree, node.id, node.fact), node)


@_visit.register(Do)
def _(node: Do, state: State, tree: DecisionTree, context: Context) -> State:
    prompt = Prompt(
        tree=tree.id, node=node.id, kind="do", text=wording(node.text, state, tree),
        question="" if node.then else FIXED_QUESTION, choices=DONE if node.then else YES_NO,
    )  # fmt: skip
    return _asked(state, context, prompt, node)


@_visit.register(Tell)
def _(node: Tell, state: State, tree: DecisionTree, context: Context) -> State:
    return goto(
        entry(state, context, "tell", wording(node.text, state, tree), node=node.id), node.then or node.after
    )


@_visit.register(Check)
def _(node: Check, state: State, tree: DecisionTree, context: Context) -> State:
    if state.frames[-1].asking or state.persona == "agent":  # the computer here is not the caller's
        if node.text is None:
            return goto(state, node.otherwise or node.then or node.after)
        return _options(node, "ask", node.text, node.options, state, tree, context)
    prompt = Prompt(
        tree=tree.id, node=node.id, kind="check", check=node.check, text="", choices=YES_NO,
        arguments=arguments(node.arguments, state, tree), consented=bool(state.consented),
    )  # fmt: skip
    return _asked(state, context, prompt, node)


@_visit.register(Branch)
def _(node: Branch, state: State, tree: DecisionTree, context: Context) -> State:
    arm = next((arm for arm in node.arms if fulfilled(arm.when, state, tree)), None)
    return goto(state, arm.goto if arm else node.after)


@_visit.register(Set)
def _(node: Set, state: State, tree: DecisionTree, context: Context) -> State:
    return goto(assigned(state, context, node.set, {}), node.then or node.after)


@_visit.register(Wait)
def _(node: Wait, state: State, tree: DecisionTree, context: Context) -> State:
    text = wording(node.text, state, tree) or "Please wait a moment."
    prompt = Prompt(
        tree=tree.id, node=node.id, kind="wait", text=text, seconds=node.seconds, choices=DONE
    )  # fmt: skip
    return _asked(state, context, prompt, node)


@_visit.register(Try)
def _(node: Try, state: State, tree: DecisionTree, context: Context) -> State:
    frame = state.frames[-1]
    if frame.trying == node.id and frame.asking:
        fix = next(fix for fix in node.fixes if fix.id == frame.fix)
        prompt = Prompt(tree=tree.id, node=fix.id, kind="do", text="", question=FIXED_QUESTION, choices=YES_NO)
        return replace(state, prompt=prompt)
    following = next_fix(
        node,
        context.tried(tree.id),
        lambda fix: (tree.id, fix.id) in state.fixes,
        lambda fix: fulfilled(fix.when, state, tree),
    )
    if following is None:
        return at_frame(state, Frame(tree.id, node.otherwise or node.after))
    state = replace(state, frames=(*state.frames[:-1], replace(frame, trying=node.id, fix=following.id)))
    prompt = Prompt(
        tree=tree.id, node=following.id, kind="do", text=wording(following.text, state, tree),
        question="" if following.then else FIXED_QUESTION, choices=DONE if following.then else YES_NO,
    )  # fmt: skip
    return _asked(state, context, prompt, following)


@_visit.register(Call)
def _(node: Call, state: State, tree: DecisionTree, context: Context) -> State:
    called = context.tree(node.tree)
    if called is None or len(state.frames) >= MAX_DEPTH or not called.walkable_by(state.persona):
        return goto(state, node.otherwise or node.then or node.after)
    for name, text in arguments(node.arguments, state, tree):
        state = with_fact(state, context, name, text, "tree")
    entered = {**state.entered, called.id: state.entered.get(called.id, 0) + 1}
    return replace(state, frames=(*state.frames, Frame(called.id, called.start)), entered=entered)


@_visit.register(Handoff)
def _(node: Handoff, state: State, tree: DecisionTree, context: Context) -> State:
    return leaving.handoff(state, context, node, tree)


@_visit.register(End)
def _(node: End, state: State, tree: DecisionTree, context: Context) -> State:
    text = wording(node.text, state, tree)
    returned = _returned(state, context, (node.code, node.end))
    if returned:
        return entry(returned, context, "tell", text, node=node.id) if text else returned
    if node.end not in ENDINGS:
        return leaving.by_end(state, context, node, tree)
    ending = Ending(outcome=ENDINGS[node.end], text=text, code=node.code, tier=tree.tier)
    return entry(replace(state, ending=ending), context, "end", text, node=node.id)


def _returned(state: State, context: Context, words: tuple[str, ...]) -> State | None:
    """The state back in the calling tree, or `None` when this tree was not called."""
    if len(state.frames) < 2:
        return None
    state = replace(state, frames=state.frames[:-1])
    caller = context.tree(state.tree)
    node = caller.nodes.get(state.frames[-1].node) if caller else None
    if not isinstance(node, Call):
        return goto(state, "")
    target = next((node.on[word] for word in words if word in node.on), "")
    return goto(state, target or node.otherwise or node.then or node.after)
