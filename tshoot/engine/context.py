"""What one step of a walk may look at beside the state, and the small moves that all steps share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from tshoot.engine.expressions import evaluate, holds
from tshoot.engine.graph import Left
from tshoot.engine.planning import Tried
from tshoot.engine.state import Asked, Entry, EntryKind, Frame, Prompt, State
from tshoot.engine.texts import Missing, fact_type, needed, value_of, wording
from tshoot.model.event import By
from tshoot.model.fact import FactType, Known, Source, Value
from tshoot.model.record import record
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import RETURN, Assignments, Condition, DecisionTree

MAX_VISITS = 8
"""A question asked this often ends the tree: the steps go round in circles."""

VISITS_BEFORE_WAY_OUT = 3
"""From then on each further asking of the same question offers the way out."""

CHECK_PLACE = "check:"
"""Runs of a check are counted under this and its node, apart from the question that stands in for it."""

RESOLVED = "\0resolved"
"""Stands for the ending of a fix that worked and names no node; no node can have this id."""


@record
class Context:
    """The trees of this session, and the event that is being applied."""

    tree: Callable[[str], DecisionTree | None]
    tried: Callable[[str], Tried]
    left: Callable[[str], Mapping[str, Left]]
    """From a tree's id to what is left from each of its nodes."""
    at: str = ""
    seq: int = -1
    by: By = "user"
    seen: Callable[[State], None] | None = None
    """Is told of every state on the way, for those who want to know how a walk came where it is."""


def goto(state: State, target: str) -> State:
    """The state at another node of the same tree; `return` leads back to the list of fixes."""
    frame = state.frames[-1]
    if target == RETURN and frame.trials:
        return at_frame(state, replace(frame, node=frame.trials[-1].node, asking=True))
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
    return restored(state, Known(name, value, source, context.at, context.seq))


def restored(state: State, known: Known) -> State:
    """The state with a fact as it was learned once."""
    return replace(state, facts={**state.facts, known.name: known}, declined=state.declined - {known.name})


def forgotten(state: State, name: str) -> State:
    """The state without a fact."""
    return replace(state, facts={other: known for other, known in state.facts.items() if other != name})


def assigned(
    state: State, context: Context, assignments: Assignments, result: Mapping[str, Value] | None = None, *,
    ask: bool = False,
) -> State:  # fmt: skip
    """The state after computing facts; an unknown number that is declared counts as 0.

    With `ask`, Missing is raised for a fact that must be asked first.
    """
    tree = context.tree(state.tree)
    for name, source in assignments:

        def lookup(fact: str, state: State = state) -> Value | None:
            value = (needed if ask else value_of)(fact, state, tree)
            return 0 if value is None and fact_type(fact, tree).kind == "number" else value

        value = evaluate(source, lookup, result)
        if value is not None:
            state = with_fact(state, context, name, value, "check" if result else "tree")
    return state


def fulfilled(condition: Condition, state: State, tree: DecisionTree | None) -> bool:
    """Whether a condition holds; raises Missing for a fact that must be asked first."""
    return holds(condition, lambda fact: needed(fact, state, tree), lambda fact: state.value(fact) is not None)


def met_again(state: State, node: str) -> bool:
    """Whether a question was answered before since the walk entered its tree: a loop asks it again on purpose."""
    asked, frame = state.visits.get((state.tree, node)), state.frames[-1]
    return asked is not None and asked.last > frame.since


def counted(state: State, tree: str, node: str) -> State:
    """The state with a question answered once more."""
    times = state.visits.get((tree, node), Asked()).times
    return replace(state, visits={**state.visits, (tree, node): Asked(times + 1, state.done)})


def declared(name: str, state: State, context: Context) -> FactType:
    """The declaration of a fact in force where the walk stands: this tree's, else its caller's, else a standard one."""
    for frame in reversed(state.frames):
        tree = context.tree(frame.tree)
        if tree and name in tree.facts:
            return tree.facts[name]
    return STANDARD_FACTS.get(name) or FactType(name)


def fact_prompt(state: State, tree: DecisionTree | None, node: str, kind: FactType) -> Prompt:
    """The question that asks for a fact; an agent is asked about the caller."""
    ask = kind.name != "os"  # what it is worded by cannot be asked before itself
    question = wording(kind.prompt, state, tree, ask=ask) or f"{kind.title}?"
    about_caller = wording(kind.caller, state, tree, ask=ask) if state.persona == "agent" else ""
    return Prompt(
        tree=state.tree, node=node, kind="input", fact=kind, text=about_caller or question,
        say=question if about_caller else "",
        why=wording(kind.why, state, tree, ask=ask), how=wording(kind.how, state, tree, ask=ask),
    )  # fmt: skip


def ask_fact(state: State, context: Context, name: str) -> State:
    """The state that asks for one fact, wherever it stands."""
    tree = context.tree(state.tree)
    try:
        prompt = fact_prompt(state, tree, f"fact:{name}", declared(name, state, context))
    except Missing as missing:  # it is worded by system, and that is not known yet
        return ask_fact(state, context, missing.fact)
    return replace(state, prompt=prompt)
