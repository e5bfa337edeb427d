"""What a list of cases shows of a session."""

from __future__ import annotations

from tshoot.engine.session import Session
from tshoot.engine.state import Ending, State
from tshoot.engine.texts import show
from tshoot.model.case import CaseHeader, CaseStatus
from tshoot.model.standard import priority_of


def header(session: Session, case: str) -> CaseHeader:
    """The line that a list of cases shows."""
    state, events = session.state, session.events
    ending = state.ending
    tree = session.tree()
    return CaseHeader(
        case=case,
        title=title(session),
        tree=state.tree,
        tier=ending.tier if ending and ending.queue else tree.tier if tree else 1,
        queue=ending.queue if ending else "",
        status=_status(ending),
        outcome=ending.outcome if ending else None,
        requester=text_of(state, "requester"),
        problem=state.problem,
        priority=priority(state) if ending and ending.queue else "",
        created=events[0].at if events else "",
        updated=events[-1].at if events else "",
        events=len(events),
    )


def title(session: Session) -> str:
    """What the case is about: the tree that it began on, whatever it was handed to; else the person's words."""
    first = next((tree for name in session.state.entered if (tree := session.tree(name))), None)
    return first.title if first else session.state.problem


def _status(ending: Ending | None) -> CaseStatus:
    if ending is None:
        return "open"
    return "waiting" if ending.queue else "closed"


def text_of(state: State, fact: str) -> str:
    """A fact's value as text; empty when it is not known."""
    value = state.value(fact)
    return "" if value is None else show(value)


def priority(state: State) -> str:
    """What the tree says, else by impact and urgency."""
    said = state.ending.priority if state.ending else ""
    return said or priority_of(text_of(state, "affected"), text_of(state, "urgency"))
