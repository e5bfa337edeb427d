"""The values of a test of a tree: what is given, what is answered, and what must come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from tshoot.model.event import Persona
from tshoot.model.fact import Value
from tshoot.model.record import record

Answer = str | tuple[str, ...]
"""Words as typed; several with `many`."""

WALK = "walk"
"""What stands for a called tree that is really walked."""

AT = "2000-01-01T00:00:00.000+00:00"
"""The time of a test that names none."""

UNCLEAR = "unclear"
"""What words are understood as that must be asked again."""


@record
class Simulated:
    """What a check is to find."""

    result: str
    values: Mapping[str, Value] = field(default_factory=dict)
    later: tuple[Simulated, ...] = ()
    """What it finds when it is run again; the last one stays."""

    def run(self, times: int) -> Simulated:
        """What it finds when it has been run this often before."""
        return (self, *self.later)[min(times, len(self.later))]


@record
class Step:
    """One item of a walk: a node or a fix, what is said there, and what must be seen and understood."""

    place: str
    say: Answer
    shows: tuple[str, ...] = ()
    """Texts that stand in what the person reads there, in this order."""
    understood: str = ""
    """The label, value or question of the tree that the words must be read as."""


@record(kw_only=True)
class Packet:
    """What the next person must get with a hand-off."""

    reason: str = ""
    first: str = ""
    priority: str = ""
    missing: tuple[str, ...] | None = None
    """Facts that had to be known and are not; nothing: whatever they are."""


@record(kw_only=True)
class TreeTest:
    """One test."""

    name: str
    index: int = 0
    """Its place among the tests of its file."""
    line: int = 1
    persona: Persona = "user"
    at: str = AT
    """The time that it plays at, ISO 8601 in UTC."""
    facts: Mapping[str, Value] = field(default_factory=dict)
    """Known from the start, and where the walk asks for them: what must have been learned."""
    checks: Mapping[str, Simulated] = field(default_factory=dict)
    walk: tuple[Step, ...] = ()
    answers: tuple[Answer, ...] = ()
    """Answers wherever the walk stands, when `walk` does not name the place."""
    chance: bool | None = None
    """Whether fixes help once the answers have run out."""
    calls: Mapping[str, str] = field(default_factory=dict)
    """Called tree to the word that it returns, or `walk`."""
    follow: bool = False
    """Hand-offs are followed into the other tree."""
    end: str = ""
    handoff: str = ""
    packet: Packet | None = None
    passed: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    """Texts that the person reads in this order."""
    learned: Mapping[str, Value] = field(default_factory=dict)
    summary: tuple[str, ...] = ()


def is_fact_question(name: str) -> bool:
    """Whether a place in a walk is a fact that is asked for by itself."""
    return name.startswith("fact:")
