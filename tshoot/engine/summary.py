"""What a case's hand-off summary contains, from a session."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tshoot.engine.header import priority, text_of, title
from tshoot.engine.markup import to_plain
from tshoot.engine.session import Session
from tshoot.engine.state import Entry, State
from tshoot.engine.texts import show
from tshoot.engine.trying import FIXED_QUESTION
from tshoot.model.fact import FactType, Known
from tshoot.model.standard import LEAVING_FACTS, impact_of
from tshoot.model.summary import Contact, FactLine, NoteLine, StepTaken, Summary, TreeWalked

STEP_KINDS = {"step", "check", "handoff"}
REQUESTER_FACTS = ("requester", "contact", "since", "affected", "urgency", "computer")
"""Shown in their own places, not among the facts."""

SOURCES = {
    "person": "said by the person",
    "computer": "from this computer",
    "check": "from a check",
    "tree": "worked out",
    "case": "known before",
}
"""Where a fact came from, as the next person reads it."""

BY_AGENT = "entered by an agent"


def summarize(session: Session, case: str) -> Summary:
    """All that the next person needs, from what the session has come to."""
    state, events = session.state, session.events
    told = _named(state)
    ending = state.ending
    there = session.tree(ending.to) if ending and ending.to and not ending.to.startswith("queue:") else None
    return Summary(
        case=case,
        zone=state.zone,
        title=title(session),
        outcome=ending.outcome if ending else None,
        code=ending.code if ending else "",
        created=events[0].at if events else "",
        updated=events[-1].at if events else "",
        minutes=minutes_between(events[0].at, events[-1].at) if events else 0.0,
        contact=Contact(
            name=text_of(state, "requester"), reach=text_of(state, "contact"), computer=text_of(state, "computer")
        ),
        problem=state.problem,
        since=text_of(state, "since"),
        affected=text_of(state, "affected"),
        impact=impact_of(text_of(state, "affected")),
        urgency=text_of(state, "urgency"),
        priority=priority(state),
        facts=fact_lines(session),
        steps=tuple(_step(entry) for entry in told if entry.kind in STEP_KINDS),
        ruled_out=_ruled_out(told),
        notes=tuple(NoteLine(at=note.at, by=note.by, text=note.text) for _, note in session.notes),
        reason=to_plain(ending.reason) if ending else "",
        to=ending.to if ending else "",
        to_title=there.title if there else "",
        first=to_plain(ending.first) if ending else "",
        missing=_missing(session),
        trees=_trees(session),
    )


def fact_lines(session: Session, *, everything: bool = False) -> tuple[FactLine, ...]:
    """The facts as a person reads them, in the order of learning; `everything` with who and how bad."""
    lines = []
    for name, known in session.state.facts.items():
        kind = session.fact_type(name) or FactType(name)
        if kind.secret or (name in REQUESTER_FACTS and not everything):
            continue
        source = BY_AGENT if _by_agent(session, known) else SOURCES[known.source]
        lines.append(FactLine(name=name, title=kind.title, value=show(known.value, kind), source=source))
    return tuple(lines)


def _by_agent(session: Session, known: Known) -> bool:
    return known.source == "person" and known.step >= 0 and session.events[known.step].by == "agent"


def _named(state: State) -> list[Entry]:
    """The conversation, with each "Did that fix it?" after a fix's further steps under the name of its fix."""
    names: dict[tuple[str, str], str] = {}
    told = []
    for entry in state.entries:
        place = entry.tree, entry.node
        if entry.text == FIXED_QUESTION and place in names:
            entry = replace(entry, text=names[place])
        elif entry.what in ("fix", "instruction"):
            names[place] = entry.text
        told.append(entry)
    return told


def _step(entry: Entry) -> StepTaken:
    kind = {"check": "check", "handoff": "handoff"}.get(entry.kind, entry.what)
    if kind == "check":
        entry = replace(entry, text=entry.what.capitalize(), answer=to_plain(entry.text))
    if kind == "handoff":
        entry = replace(entry, answer=to_plain(entry.answer), words=to_plain(entry.words))
    return StepTaken(
        at=entry.at, tree=entry.tree, node=entry.node, kind=kind, text=to_plain(entry.text),
        answer=entry.answer, words=entry.words, how=entry.how or "option", by=entry.by,  # type: ignore[arg-type]
    )  # fmt: skip


def _ruled_out(told: list[Entry]) -> tuple[str, ...]:
    """Fixes that were tried and did not help, and instructions that did not."""
    found = [entry.text for entry in told if entry.what == "fix" and entry.answer == "No"]
    return tuple(dict.fromkeys(to_plain(text) for text in found if text))


def _missing(session: Session) -> tuple[str, ...]:
    """Titles of the facts that had to be known before leaving and are not, who and how bad first."""
    state = session.state
    declined = [name for name in LEAVING_FACTS if name in state.declined and state.value(name) is None]
    missing = state.ending.missing if state.ending else declined
    names = sorted(missing, key=lambda name: name not in LEAVING_FACTS)
    return tuple((session.fact_type(name) or FactType(name)).title for name in names)


def _trees(session: Session) -> tuple[TreeWalked, ...]:
    walked = []
    for name in session.state.entered:
        tree = session.tree(name)
        if tree:
            walked.append(TreeWalked(tree=name, title=tree.title, tier=tree.tier, digest=tree.digest))
    return tuple(walked)


def minutes_between(first: str, last: str) -> float:
    """Minutes between two times in ISO 8601; 0 where either cannot be read."""
    try:
        return round((datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds() / 60, 1)
    except (ValueError, TypeError):
        return 0.0
