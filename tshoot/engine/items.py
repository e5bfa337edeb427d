"""What each event that counts does to a state."""

from __future__ import annotations

from dataclasses import replace

from tshoot.engine import answering, leaving
from tshoot.engine.context import Context, entry, forgotten, with_fact
from tshoot.engine.script import Item
from tshoot.engine.state import State
from tshoot.engine.walk import advance
from tshoot.model.event import Answered, AskedForPerson, Checked, Consented, Event, Learned, PickedUp, Started
from tshoot.model.standard import COMPUTER_FACTS


def began(event: Event, context: Context) -> State:
    """The state at the first question."""
    assert isinstance(event, Started)
    state = State(persona=event.persona, problem=event.problem, zone=event.zone)
    for name, value in event.facts.items():
        state = with_fact(state, context, name, value, "computer" if name in COMPUTER_FACTS else "case")
    if tree := context.tree(event.tree):
        return advance(leaving.enter(state, context, tree), context)
    return advance(leaving.gone(state, context, event.tree) if event.tree else state, context)


def apply(state: State, item: Item, context: Context) -> State | None:
    """The state after an event; `None` where it does not fit what is asked."""
    match item[1]:
        case Answered() | Checked() as event:
            answered = answering.applied(state, event, context)
            return advance(answered, context) if answered else None
        case Learned(fact=fact, value=value, source=source):
            told = with_fact(state, context, fact, value, source) if value != "" else forgotten(state, fact)
            return _asked_anew(told, context)
        case Consented(computer=computer):
            return _asked_anew(replace(state, consented=computer), context)
        case AskedForPerson(reason=reason):
            return advance(leaving.person(state, context, reason), context)
        case PickedUp() as event:
            return _picked_up(state, event, context)
    return None


def _asked_anew(state: State, context: Context) -> State:
    """Visit the present node anew after a fact came in from the side."""
    return state if state.ending else advance(replace(state, prompt=None), context)


def _picked_up(state: State, event: PickedUp, context: Context) -> State | None:
    """Go on as this persona: on the tree of their choice, on the one that the case waits for, or where it stands."""
    ending, here = state.ending, context.tree(state.tree)
    taken_from_agent = ending is None and here and not here.walkable_by(event.persona)
    if taken_from_agent:
        return None
    state = replace(state, persona=event.persona)
    waits_for = ending.to if ending and not ending.to.startswith("queue:") else ""
    tree = context.tree(event.tree or waits_for)
    # Whoever names a tree may walk a draft; a case is not led to one.
    led_by = None if event.tree else here
    if tree and (led_by.may_lead(tree, event.persona) if led_by else tree.walkable_by(event.persona)):
        return advance(leaving.enter(state, context, tree), context)
    if event.tree or (ending and ending.kind != "person"):
        return None
    if ending and ending.reason:  # why they asked for a person must outlive this ending
        text = "We go on where it stood. Everything that was said so far goes along."
        state = entry(state, context, "handoff", text, what=state.tree, answer=ending.reason, words=ending.first)
    return advance(replace(state, ending=None, prompt=None), context)
