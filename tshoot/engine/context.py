"""What one step of a walk may look at beside the state, and the small moves that all steps share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tshoot.engine.expressions import evaluate, holds
from tshoot.engine.planning import Tried
from tshoot.engine.state import Entry, EntryKind, Frame, Prompt, State
from tshoot.engine.texts import fact_type, filled, needed, wording
from tshoot.model.event import By
from tshoot.model.fact import FactType, Known, Source, Value
from tshoot.model.record import record
from tshoot.model.tree import RETURN, Assignments, Condition, DecisionTree

MAX_VISITS = 8
"""A question asked this often ends the tree: the steps go round in circles."""

VISITS_BEFORE_WAY_OUT = 3
"""From then on each further asking of the same question offers the way out."""

RESOLVED = "\0resolved"
"""Stands for the ending of a fix that worked and names no node; no node can have this id."""


@record
class Context:
    """The trees of this session, and the event that is being applied."""

    tree: Callable[[str], DecisionTree | None]
    tried: Callable[[str], Tried]
    at: str = ""
    seq: int = -1
    by: By = "user"


def goto(state: State, target: str) -> State:
    """The state at another node of the same tree; `return` leads back to the list of fixes."""
    frame = state.frames[-1]
    if target == RETURN:
        return at_frame(state, replace(frame, node=frame.trying, asking=True))
    return at_frame(state, replace(frame, node=target, asking=False))


def at_frame(state: State, frame: Frame) -> State:
    """The state with another top frame and nothing asked."""
    return replace(state, frames=(*state.frames[:-1], frame), prompt=None)


def entry(
    state: State, context: Context, kind: EntryKind, text: str, *, node: str = "", what: str = "", answer: str = "",
    words: str = "",
) -> State:  # fmt: skip
    """The state with one more line of conversation."""
    line = Entry(
        kind=kind, text=text, at=context.at, step=context.seq, tree=state.tree, node=node, what=what, answer=answer,
        words=words,
    )  # fmt: skip
    return replace(state, entries=(*state.entries, line))


def with_fact(state: State, context: Context, name: str, value: Value, source: Source) -> State:
    """The state with a fact learned."""
    known = Known(name, value, source, context.at, context.seq)
    return replace(state, facts={**state.facts, name: known}, declined=state.declined - {name})


def assigned(state: State, context: Context, assignments: Assignments, result: dict[str, Value]) -> State:
    """The state after computing facts; an unknown number that is declared counts as 0."""
    tree = context.tree(state.tree)
    for name, source in assignments:

        def lookup(fact: str, state: State = state) -> Value | None:
            value = needed(fact, state, tree)
            return 0 if value is None and fact_type(fact, tree).kind == "number" else value

        value = evaluate(source, lookup, result)
        if value is not None:
            state = with_fact(state, context, name, value, "check" if result else "tree")
    return state


def fulfilled(condition: Condition, state: State, tree: DecisionTree | None) -> bool:
    """Whether a condition holds; raises Missing for a fact that must be asked first."""
    return holds(condition, lambda fact: needed(fact, state, tree), lambda fact: fact in state.facts)


def arguments(texts: tuple[tuple[str, str], ...], state: State, tree: DecisionTree) -> tuple[tuple[str, str], ...]:
    """Arguments of a check or a call, filled in as plain text."""
    return tuple((name, filled(text, state, tree, plain=True)) for name, text in texts)


def fact_prompt(state: State, tree: DecisionTree | None, node: str, kind: FactType) -> Prompt:
    """The question that asks for a fact."""
    return Prompt(
        tree=state.tree, node=node, kind="input", fact=kind,
        text=wording(kind.prompt, state, tree) or f"{kind.title}?",
        why=wording(kind.why, state, tree), how=wording(kind.how, state, tree),
    )  # fmt: skip


def ask_fact(state: State, context: Context, name: str) -> State:
    """The state that asks for one fact, wherever it stands."""
    tree = context.tree(state.tree)
    return replace(state, prompt=fact_prompt(state, tree, f"fact:{name}", fact_type(name, tree)))
