"""Questions: with which options one is put, when it is not put at all, and when it was put too often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from tshoot.engine.context import (
    MAX_VISITS,
    VISITS_BEFORE_WAY_OUT,
    Context,
    assigned,
    declared,
    entry,
    fulfilled,
    goto,
    met_again,
)
from tshoot.engine.leaving import IN_CIRCLES, exhausted
from tshoot.engine.markup import escape
from tshoot.engine.state import Asked, Choice, Prompt, PromptKind, State
from tshoot.engine.texts import show, source_said, wording
from tshoot.model.fact import Value
from tshoot.model.tree import Ask, Check, DecisionTree, Fix, Node, Option

Offered = TypeVar("Offered", Option, Choice)

UNSURE_KEYS = frozenset(
    {"not sure", "i'm not sure", "i am not sure", "i don't know", "i do not know", "don't know", "unknown"}
)
"""Options of these names, in lower case, take the answer "I don't know"."""

LOOKED_BACK = 300
"""Lines of conversation in which a known fact is not told twice."""


def asked(state: State, context: Context, prompt: Prompt, node: Node | Fix, *, place: str = "") -> State:
    """The state that asks; a question that was answered too often leaves the tree instead."""
    times = state.visits.get((prompt.tree, place or prompt.node), Asked()).times
    if times >= MAX_VISITS:
        return exhausted(state, context, IN_CIRCLES)
    tree = context.tree(prompt.tree)
    prompt = replace(
        prompt,
        again=times >= VISITS_BEFORE_WAY_OUT,
        why=wording(node.why, state, tree) or prompt.why,
        how=wording(node.how, state, tree) or prompt.how,
    )
    if state.persona == "agent":  # a user's prompt does not even hold them
        say, note = wording(node.say, state, tree), wording(node.agent, state, tree)
        prompt = replace(prompt, say=say or prompt.say, agent=note)
    return replace(state, prompt=prompt)


def ask_options(node: Ask | Check, state: State, tree: DecisionTree, context: Context) -> State:
    """A question with options, unless its answer is known."""
    if known := _known_answer(node, state, tree, context):
        return known
    offered = tuple(
        Choice(option.key, option.label, option.means)
        for option in node.options
        if fulfilled(option.when, state, tree)
    )
    if not offered:
        return goto(state, node.then or node.after)
    kind: PromptKind = "many" if isinstance(node, Ask) and node.many else "ask"
    prompt = Prompt(
        tree=tree.id, node=node.id, kind=kind, choices=offered, none=node.none if isinstance(node, Ask) else "",
        text=wording(node.text, state, tree),
    )  # fmt: skip
    return asked(state, context, prompt, node)


def _known_answer(node: Ask | Check, state: State, tree: DecisionTree, context: Context) -> State | None:
    """The way on where the answer is known already; a loop asks again."""
    value = state.value(node.fact) if node.fact else None
    if value is None or met_again(state, node.id):
        return None
    if isinstance(node, Ask) and node.many:
        return take_many(say_known(state, context, node.fact), context, node, value)
    option = choice_for(node.options, value)
    if option is None or not fulfilled(option.when, state, tree):
        return None
    return take(say_known(state, context, node.fact), context, option, node.then or node.after)


def say_known(state: State, context: Context, fact: str) -> State:
    """The state with a line that tells what is known already, once in a tree."""
    known = state.facts.get(fact)
    if known is None:
        return state
    kind = declared(fact, state, context)
    text = f"**{escape(show(known.value, kind))}** ({source_said(known.source, state)})"
    text = f"Already known: {escape(kind.title)}: {text}"
    for line in islice(reversed(state.entries), LOOKED_BACK):
        if line.kind == "known" and line.text == text:
            return state
        if line.kind == "handoff":
            break
    return entry(state, context, "known", text, what=fact)


def take(state: State, context: Context, option: Option, otherwise: str) -> State:
    """The state behind an option that was taken."""
    return goto(assigned(state, context, option.set), option.goto or otherwise)


def take_many(state: State, context: Context, node: Ask, value: Value) -> State:
    """The state behind several options that were taken."""
    for option in node.options:
        if isinstance(value, tuple) and option.key in value:
            state = assigned(state, context, option.set)
    return goto(state, node.then or node.after)


def choice_for(options: Iterable[Offered], value: Value) -> Offered | None:
    """The option of this key, whatever its case."""
    wanted = ("yes" if value else "no") if isinstance(value, bool) else show(value).casefold()
    return next((option for option in options if option.key.casefold() == wanted), None)


def unsure(options: Sequence[Option]) -> Option | None:
    """The option that takes the answer "I don't know"."""
    return next((option for option in options if option.key.casefold() in UNSURE_KEYS), None)
