"""A case: the durable record of a session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from tshoot.model.event import Event
from tshoot.model.record import record

Outcome = Literal["resolved", "workaround", "handed off", "escalated", "replaced", "unsupported", "abandoned"]
"""How a session ends."""

CaseStatus = Literal["open", "waiting", "closed"]
"""`open`: a person is walking it; `waiting`: in a queue for the next tier; `closed`: it has its outcome."""


@record(kw_only=True)
class CaseHeader:
    """What a list of cases shows; derived from the events each time one is added."""

    case: str
    """The number that people read to each other, such as `K7F3-Q2DM`."""
    title: str = ""
    """Title of the tree it stands in."""
    tree: str = ""
    tier: int = 1
    queue: str = ""
    status: CaseStatus = "open"
    outcome: Outcome | None = None
    requester: str = ""
    problem: str = ""
    priority: str = ""
    created: str = ""
    updated: str = ""
    events: int = 0
    """How many events it has."""


@record(kw_only=True)
class CaseRecord:
    """A whole case: what an export holds and an import brings."""

    case: str
    events: tuple[Event, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    """Digest to the exact source of each tree version that was walked."""
