"""What happened in a session: its state is nothing but the replay of these, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar, Literal

from tshoot.model.fact import Source, Value
from tshoot.model.record import record

Persona = Literal["user", "agent"]
By = Literal["user", "agent", "system"]

AnswerKind = Literal["option", "options", "value", "unknown", "skip", "done"]
"""`unknown`: "I don't know"; `skip`: passed over; `done`: an instruction carried out or a wait over."""

CheckStatus = Literal["done", "refused", "failed", "unsupported", "unavailable"]


@record(kw_only=True)
class Event:
    """What every event has."""

    kind: ClassVar[str] = ""

    at: str
    """ISO 8601 in UTC."""
    by: By = "user"


@record(kw_only=True)
class Started(Event):
    """A person begins to walk a tree; always the first event, and again after a restart."""

    kind: ClassVar[str] = "started"
    tree: str
    persona: Persona = "user"
    problem: str = ""
    """What is wrong, in the person's own words."""
    zone: str = "UTC"
    """The person's time zone, for showing times."""
    facts: Mapping[str, Value] = field(default_factory=dict)
    """What is known before the first question: who it is, and what this computer says of itself."""


@record(kw_only=True)
class Pinned(Event):
    """The exact version of a tree that this session walks from now on."""

    kind: ClassVar[str] = "pinned"
    tree: str
    digest: str
    """Empty: there was no such tree, and a replay goes on without it too."""
    tried: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Fix id to (times tried, times it helped) in earlier cases: what the order of fixes learns from."""


@record(kw_only=True)
class Answered(Event):
    """An answer to the question at a node."""

    kind: ClassVar[str] = "answered"
    tree: str
    node: str
    """A node's or a fix's id, or `fact:NAME` for a fact that must be known before leaving."""
    answer: AnswerKind
    value: Value = ""
    """An option's key, several keys, or a typed value; a secret is never here."""
    text: str = ""
    """The words as typed; empty when an option was taken by key or mouse."""


@record(kw_only=True)
class Checked(Event):
    """A local check was run, or was refused or impossible."""

    kind: ClassVar[str] = "checked"
    tree: str
    node: str
    check: str
    status: CheckStatus
    result: str = ""
    """One word that `on` reads."""
    values: Mapping[str, Value] = field(default_factory=dict)
    sentence: str = ""
    """What was found, for the person."""
    seconds: float = 0.0


@record(kw_only=True)
class Consented(Event):
    """The person lets tshoot look at this computer, from now on."""

    kind: ClassVar[str] = "consented"
    computer: str = ""
    """Its name: consent does not travel to another one."""


@record(kw_only=True)
class Learned(Event):
    """A fact given or corrected outside a question; an empty text forgets it."""

    kind: ClassVar[str] = "learned"
    fact: str
    value: Value
    source: Source = "person"


@record(kw_only=True)
class WentBack(Event):
    """The latest answers that still count were taken back."""

    kind: ClassVar[str] = "went_back"
    steps: int = 1


@record(kw_only=True)
class Changed(Event):
    """An earlier answer is replaced; the later ones stay where they still apply."""

    kind: ClassVar[str] = "changed"
    step: int
    """Sequence number (from 0) of the `Answered` or `Checked` event that it replaces."""
    answer: AnswerKind
    value: Value = ""
    text: str = ""


@record(kw_only=True)
class Repinned(Event):
    """The session goes on over a newer version of a tree; answers stay where they still apply."""

    kind: ClassVar[str] = "repinned"
    tree: str
    digest: str


@record(kw_only=True)
class Noted(Event):
    """A note, at any moment."""

    kind: ClassVar[str] = "noted"
    text: str


@record(kw_only=True)
class AskedForPerson(Event):
    """The person wants to talk to a person: leave the tree by its way out."""

    kind: ClassVar[str] = "asked_for_person"
    reason: str = ""


@record(kw_only=True)
class PickedUp(Event):
    """Somebody goes on with the case, at the tree or queue where it waits, as this persona."""

    kind: ClassVar[str] = "picked_up"
    persona: Persona
    tree: str = ""
    """The tree to go on with, where the case waits in a queue without one."""


@record(kw_only=True)
class Left(Event):
    """The person left before an outcome; the case can be gone on with."""

    kind: ClassVar[str] = "left"


@record(kw_only=True)
class Rated(Event):
    """Whether it helped, asked once at the end."""

    kind: ClassVar[str] = "rated"
    helped: bool


EVENTS: tuple[type[Event], ...] = (
    Started, Pinned, Answered, Checked, Consented, Learned, WentBack, Changed, Repinned, Noted,
    AskedForPerson, PickedUp, Left, Rated,
)  # fmt: skip
