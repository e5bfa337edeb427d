"""What a session has come to: the frozen state that replaying its events gives, and what faces show of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from tshoot.model.case import Outcome
from tshoot.model.event import AnswerKind, By, Persona
from tshoot.model.fact import FactType, Known, Value
from tshoot.model.record import record

PromptKind = Literal["ask", "many", "input", "do", "check", "wait"]
"""`do` covers instructions and fixes; `check` asks for consent, or may be run at once with `consented`."""

EntryKind = Literal["step", "tell", "known", "check", "note", "handoff", "system", "end"]

LeavingKind = Literal["handoff", "escalate", "replace", "request", "person"]


@record
class Choice:
    """One option as it is offered now."""

    key: str
    label: str
    means: tuple[str, ...] = ()


YES_NO = (Choice("Yes", "Yes"), Choice("No", "No"))
DONE = (Choice("Done", "Done", ("ok", "okay", "next", "continue", "ready", "go on", "finished")),)


@record
class Progress:
    """How far the walk has come: questions and instructions done, and left by the likeliest and longest ways."""

    done: int = 0
    likely: int = 0
    longest: int = 0
    least: float = 0.0
    """The fraction does not fall below this: a longer way than expected moves it back by little at a time."""

    @property
    def fraction(self) -> float:
        """0 to 1, by the likeliest way."""
        return max(self.done / (self.done + self.likely), self.least) if self.done + self.likely else 1.0


@record(kw_only=True)
class Prompt:
    """The one thing that is asked now. Texts are Markdown with all facts filled in and escaped."""

    tree: str
    node: str
    """A node's or a fix's id, or `fact:NAME`."""
    kind: PromptKind
    text: str
    question: str = ""
    """With `do`: what is asked after the instruction ("Did that fix it?")."""
    choices: tuple[Choice, ...] = ()
    none: str = ""
    """With `many`: the label of "none of these"."""
    fact: FactType | None = None
    """With `input`: what the answer must be."""
    why: str = ""
    how: str = ""
    say: str = ""
    agent: str = ""
    check: str = ""
    arguments: tuple[tuple[str, str], ...] = ()
    consented: bool = False
    seconds: int = 0
    again: bool = False
    """The walk has been here often: offer the way out."""


@record(kw_only=True)
class Entry:
    """One line of the conversation."""

    kind: EntryKind
    at: str
    text: str
    """Markdown; with `step`, the question or instruction."""
    answer: str = ""
    """With `step`: what was answered, as a label; with `handoff`, its reason."""
    words: str = ""
    """The words as typed, where they differ from the answer; with `handoff`, what to do first."""
    how: AnswerKind | str = ""
    """The kind of answer, or a check's status."""
    by: By = "system"
    tree: str = ""
    node: str = ""
    what: str = ""
    """With `step`: `question`, `fix`, `instruction`, `wait`; with `check`, its name; with `known`, the fact."""
    step: int = -1
    """Sequence number of the event behind it; what `change` names."""


@record(kw_only=True)
class Leaving:
    """The tree is being left for somebody or something else; facts may still have to be asked.

    `reason`, `first` and `text` are templates until then.
    """

    kind: LeavingKind
    to: str
    """A tree, or `queue:NAME`."""
    needs: tuple[str, ...] = ()
    reason: str = ""
    first: str = ""
    priority: str = ""
    text: str = ""
    code: str = ""


@record(kw_only=True)
class Ending:
    """How the session stands at its end."""

    outcome: Outcome
    text: str = ""
    code: str = ""
    to: str = ""
    """With a hand-off or an escalation: the tree, or `queue:NAME`, that it waits for."""
    queue: str = ""
    tier: int = 0
    reason: str = ""
    first: str = ""
    priority: str = ""
    kind: LeavingKind | Literal["end"] = "end"
    missing: tuple[str, ...] = ()
    """Facts that had to be known before leaving and are not."""


@record
class Trial:
    """A list of fixes that is being gone through, and the fix of it that is being tried."""

    node: str
    fix: str


@record
class Argument:
    """A fact that a call gave to the called tree."""

    given: Known
    before: Known | None
    """What was known under its name before the call, and is again after it."""
    declined: bool = False
    """The person had not known it before the call."""


@record
class Frame:
    """Where the walk stands in one tree; a called tree has a frame of its own on top."""

    tree: str
    node: str
    trials: tuple[Trial, ...] = ()
    """Lists of fixes in whose steps the walk is, the innermost last."""
    asking: bool = False
    """A fix's further steps are done, or a check cannot run: its question is due."""
    since: int = 0
    """`State.done` when the walk entered this tree."""
    arguments: tuple[Argument, ...] = ()


@record
class Asked:
    """How often a question was answered, and when the last time (as `State.done` was then)."""

    times: int = 0
    last: int = 0


@record(kw_only=True)
class State:
    """A session after some events."""

    persona: Persona = "user"
    problem: str = ""
    zone: str = "UTC"
    frames: tuple[Frame, ...] = ()
    facts: Mapping[str, Known] = field(default_factory=dict)
    declined: frozenset[str] = frozenset()
    """Facts that the person does not know or will not give: not asked again."""
    fixes: Mapping[tuple[str, str], bool | None] = field(default_factory=dict)
    """Each fix tried by (tree, fix): whether it helped; `None`: nobody knows, or it was skipped."""
    visits: Mapping[tuple[str, str], Asked] = field(default_factory=dict)
    """Each question that was answered, by tree and node."""
    entered: Mapping[str, int] = field(default_factory=dict)
    """Trees walked, in order, and how often each was entered by a start or a hand-off."""
    entries: tuple[Entry, ...] = ()
    consented: str = ""
    """The computer that may be looked at."""
    leaving: Leaving | None = None
    prompt: Prompt | None = None
    ending: Ending | None = None
    done: int = 0
    """Questions and instructions answered."""
    progress: Progress = Progress()

    def value(self, fact: str) -> Value | None:
        """The value of a fact, or `None`; `problem` is what is wrong in the person's words."""
        if fact == "problem":
            return self.problem or None
        known = self.facts.get(fact)
        return known.value if known else None

    @property
    def tree(self) -> str:
        """The tree in which the walk stands."""
        return self.frames[-1].tree if self.frames else ""
