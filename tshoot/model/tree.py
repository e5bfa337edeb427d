"""A decision tree and its nodes, as an author wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar, Literal

from tshoot.model.fact import FactType
from tshoot.model.record import record
from tshoot.model.wording import Wording

Audience = Literal["user", "agent", "both"]
Status = Literal["draft", "live", "retired"]
EndKind = Literal["resolved", "workaround", "escalate", "replace", "request", "unsupported", "cancelled"]
Priority = Literal["low", "medium", "high", "critical"]

RETURN = "return"
"""The target that leads from the steps of a fix back to its list of fixes."""

Condition = str
"""A condition or expression over facts in the language of `engine.expressions`; empty: none."""

Assignments = tuple[tuple[str, Condition], ...]
"""Facts and the expressions that compute them, in the author's order."""

Texts = tuple[tuple[str, str], ...]
"""Names and texts with placeholders: the arguments of a check or a call."""


@record
class Option:
    """One answer that the author offers."""

    key: str
    """Its name in the file: what events, facts and tests keep."""
    label: str
    """What a person reads; the key, unless the author gave another."""
    means: tuple[str, ...] = ()
    """Other ways people say it."""
    goto: str = ""
    """Target node; empty: the node's `then`."""
    set: Assignments = ()
    when: Condition = ""


@record(kw_only=True)
class Node:
    """What every kind of node has."""

    kind: ClassVar[str] = ""

    id: str
    why: Wording | None = None
    """Why we ask."""
    how: Wording | None = None
    """How to find out, or how to do it."""
    say: Wording | None = None
    """What an agent reads aloud."""
    agent: Wording | None = None
    """Internal note, never shown to a user."""
    when: Condition = ""
    """The node is passed over (to `then`, else the next node in the file) unless this holds."""
    after: str = ""
    """Where a passed-over node leads: its `then`, else the next node in the file; filled in by the parser."""


@record(kw_only=True)
class Ask(Node):
    """A question with options: one, or several with `many`."""

    kind: ClassVar[str] = "ask"
    text: Wording
    options: tuple[Option, ...]
    many: bool = False
    none: str = ""
    """With `many`: the label of the exclusive "none of these"; empty: at least one must be taken."""
    fact: str = ""
    then: str = ""


@record(kw_only=True)
class Input(Node):
    """Asks for a typed fact."""

    kind: ClassVar[str] = "input"
    fact: FactType
    """The declaration in force: the tree's, with what the node adds."""
    then: str = ""


@record(kw_only=True)
class Do(Node):
    """An instruction; then "Did that fix it?" or, with `then`, just on."""

    kind: ClassVar[str] = "do"
    text: Wording
    fixed: str = ""
    """Target when it helped; empty with `otherwise` given: the session is resolved."""
    otherwise: str = ""
    """Target when it did not help (`else` in the file)."""
    then: str = ""


@record(kw_only=True)
class Tell(Node):
    """Information, then on."""

    kind: ClassVar[str] = "tell"
    text: Wording
    then: str = ""


@record(kw_only=True)
class Check(Node):
    """A local check that branches on its result, and asks the person where it cannot run."""

    kind: ClassVar[str] = "check"
    check: str
    arguments: Texts = ()
    set: Assignments = ()
    """Facts from the check's values, as `result.NAME`."""
    on: Mapping[str, str] = field(default_factory=dict)
    """Result word to target."""
    text: Wording | None = None
    """The question that replaces it (`ask` in the file)."""
    options: tuple[Option, ...] = ()
    fact: str = ""
    otherwise: str = ""
    """Target of a result that `on` does not name (`else`); empty: the question is asked."""
    then: str = ""


@record
class Arm:
    """One arm of a branch; an empty condition is its `else`."""

    when: Condition
    goto: str


@record(kw_only=True)
class Branch(Node):
    """Goes on by conditions over facts, silently."""

    kind: ClassVar[str] = "branch"
    arms: tuple[Arm, ...]


@record(kw_only=True)
class Set(Node):
    """Computes facts, silently."""

    kind: ClassVar[str] = "set"
    set: Assignments
    then: str = ""


@record(kw_only=True)
class Wait(Node):
    """A countdown that can be skipped."""

    kind: ClassVar[str] = "wait"
    seconds: int
    text: Wording | None = None
    then: str = ""


@record(kw_only=True)
class Fix:
    """One independent fix in a list of fixes."""

    id: str
    """Unique among the nodes and fixes of its tree."""
    text: Wording
    cost: float = 1.0
    """Expected minutes."""
    chance: float = 0.5
    """The author's guess that it helps, 0 to 1."""
    risk: float = 0.0
    """What it may break, 0 (nothing) to 5; each point counts as minutes of cost."""
    when: Condition = ""
    then: str = ""
    """First node of its further steps, which lead to `return`."""
    why: Wording | None = None
    how: Wording | None = None
    say: Wording | None = None
    agent: Wording | None = None


@record(kw_only=True)
class Try(Node):
    """A list of independent fixes, tried in the order of least expected cost."""

    kind: ClassVar[str] = "try"
    fixes: tuple[Fix, ...]
    written: bool = False
    """Keep the author's order."""
    fixed: str = ""
    """Target when a fix helped; empty: the session is resolved."""
    otherwise: str = ""
    """Target when all have failed (`else`)."""


@record(kw_only=True)
class Call(Node):
    """Another tree as a sub-procedure that returns an outcome and facts."""

    kind: ClassVar[str] = "call"
    tree: str
    arguments: Texts = ()
    on: Mapping[str, str] = field(default_factory=dict)
    """The called tree's end code or outcome, to a target."""
    otherwise: str = ""
    then: str = ""


@record(kw_only=True)
class Handoff(Node):
    """On to another tree, or to a queue (`queue:NAME`)."""

    kind: ClassVar[str] = "handoff"
    to: str
    needs: tuple[str, ...] = ()
    """Facts that must be known before leaving."""
    reason: Wording | None = None
    first: Wording | None = None
    """What the next person should do first."""
    priority: Priority | None = None


@record(kw_only=True)
class End(Node):
    """An outcome."""

    kind: ClassVar[str] = "end"
    end: EndKind
    text: Wording | None = None
    code: str = ""
    """Resolution code; in a called tree, the word that the caller's `on` reads."""
    to: str = ""
    """With escalate, replace and request: a tree or `queue:NAME`."""
    needs: tuple[str, ...] = ()
    reason: Wording | None = None
    first: Wording | None = None
    priority: Priority | None = None


@record
class Faq:
    """A question that people ask back, and its answer."""

    question: str
    answer: Wording
    also: tuple[str, ...] = ()
    """Other phrasings."""
    at: tuple[str, ...] = ()
    """The nodes where it belongs; empty: everywhere."""


@record
class Escalate:
    """Defaults for leaving a tree."""

    to: str = ""
    needs: tuple[str, ...] = ()
    reason: Wording | None = None
    first: Wording | None = None
    priority: Priority | None = None


@record(kw_only=True)
class DecisionTree:
    """One tree file."""

    id: str
    title: str
    summary: str = ""
    tier: int = 1
    audience: Audience = "both"
    area: str = ""
    owner: str = ""
    review_by: str = ""
    """Date, ISO 8601."""
    status: Status = "live"
    language: str = "en"
    symptoms: tuple[str, ...] = ()
    not_symptoms: tuple[str, ...] = ()
    start: str
    facts: Mapping[str, FactType] = field(default_factory=dict)
    faq: tuple[Faq, ...] = ()
    escalate: Escalate = Escalate()
    nodes: Mapping[str, Node]
    digest: str = ""
    """SHA-256 of the exact source, hexadecimal."""

    def walkable_by(self, persona: str) -> bool:
        """Whether this person (`user` or `agent`) may walk the tree: agents walk every tree."""
        return persona == "agent" or self.audience != "agent"

    def may_lead(self, there: DecisionTree, persona: str) -> bool:
        """Whether a person on this tree may be led on to another: from a live tree only to live ones."""
        return there.walkable_by(persona) and (there.status == "live" or self.status != "live")
