"""What the next person needs to act without asking anything twice; all texts are plain, without markup."""

from __future__ import annotations

from tshoot.model.case import Outcome
from tshoot.model.event import AnswerKind, CheckStatus
from tshoot.model.record import record


@record(kw_only=True)
class Contact:
    """Who has the problem and how to reach them."""

    name: str = ""
    reach: str = ""
    """Phone, mail or whatever they gave."""
    computer: str = ""


@record(kw_only=True)
class StepTaken:
    """One step in order: what was asked or tried, and what came of it."""

    at: str
    tree: str
    node: str
    kind: str
    """`question`, `fix`, `instruction`, `check`, `wait`, `call`, `handoff`."""
    text: str
    answer: str = ""
    """The answer or result, as a person reads it."""
    words: str = ""
    """Their own words, where they typed any."""
    how: AnswerKind | CheckStatus = "option"
    by: str = "user"


@record(kw_only=True)
class FactLine:
    """One fact, ready to read."""

    name: str
    title: str
    value: str
    source: str
    """"said by the person", "from this computer", "from a check" …"""


@record(kw_only=True)
class NoteLine:
    """One note with its time and author."""

    at: str
    by: str
    text: str


@record(kw_only=True)
class TreeWalked:
    """One tree version that the case went through."""

    tree: str
    title: str
    tier: int
    digest: str


@record(kw_only=True)
class Summary:
    """The whole packet of a hand-off, an escalation or an ending."""

    case: str
    zone: str = "UTC"
    title: str = ""
    outcome: Outcome | None = None
    code: str = ""
    created: str = ""
    updated: str = ""
    minutes: float = 0.0
    """From the first event to the last one."""
    contact: Contact = Contact()
    problem: str = ""
    """In their own words."""
    since: str = ""
    affected: str = ""
    impact: str = ""
    urgency: str = ""
    priority: str = ""
    """low, medium, high or critical: from impact and urgency unless the tree says."""
    facts: tuple[FactLine, ...] = ()
    steps: tuple[StepTaken, ...] = ()
    ruled_out: tuple[str, ...] = ()
    notes: tuple[NoteLine, ...] = ()
    reason: str = ""
    """Why it is escalated."""
    to: str = ""
    """The tree or `queue:NAME` it goes to."""
    to_title: str = ""
    first: str = ""
    """What the next person should do first."""
    missing: tuple[str, ...] = ()
    """Titles of required facts that the person could not or would not give."""
    trees: tuple[TreeWalked, ...] = ()
