"""Replaying events: the fold that turns a session's history into its state, kept up as events are added.

What counts (the *script*) is every answer, check and fact that was not taken back. Behind each of its items stands
the state it led to, so that going back is a cut and never a recomputation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from tshoot.engine import answering, leaving
from tshoot.engine.context import Context, with_fact
from tshoot.engine.planning import Tried
from tshoot.engine.state import Entry, Prompt, State
from tshoot.engine.walk import advance
from tshoot.model.event import (
    Answered,
    AskedForPerson,
    Changed,
    Checked,
    Consented,
    Event,
    Learned,
    Noted,
    PickedUp,
    Pinned,
    Rated,
    Repinned,
    Started,
    WentBack,
)
from tshoot.model.standard import COMPUTER_FACTS
from tshoot.model.tree import DecisionTree, Input

Item = tuple[int, Event]
"""An event that counts, with its sequence number."""

Version = Callable[[str, str], DecisionTree | None]
"""From a tree's id and digest to that very version; an empty digest: the newest."""

Chances = Callable[[str], Tried]
"""From a tree's id to what earlier cases say of its fixes."""

KEPT = (Consented, Learned)
"""What the person told us outside the questions: going back and restarting keep it."""


class Replay:
    """The state of a session, event by event."""

    def __init__(self, version: Version, events: Iterable[Event] = (), chances: Chances | None = None) -> None:
        self._version = version
        self._chances = chances
        self._pins: dict[str, str] = {}
        self._tried: dict[str, Tried] = {}
        self._trees: dict[str, DecisionTree | None] = {}
        self.events: list[Event] = []
        self.script: list[Item] = []
        self._states: list[State] = []
        self._waiting: list[Item] = []
        self.notes: list[tuple[int, Noted]] = []
        self.helped: bool | None = None
        self.dropped: tuple[Entry, ...] = ()
        """Steps that did not apply after the latest change; they come back where their question does."""
        events = list(events)
        for event in events:
            if isinstance(event, Pinned | Repinned):
                self._pin(event)
        for event in events:
            self.add(event)

    @property
    def state(self) -> State:
        """The state that all events so far lead to."""
        return self._states[-1] if self._states else State()

    @property
    def pins(self) -> Mapping[str, str]:
        """Tree id to the digest of the version that this session walks."""
        return self._pins

    def tree(self, name: str) -> DecisionTree | None:
        """The version of a tree that this session walks."""
        if name not in self._trees:
            self._trees[name] = self._version(name, self._pins.get(name, ""))
        return self._trees[name]

    def tried(self, name: str) -> Tried:
        """What earlier cases said of a tree's fixes when this session came to it; it does not change later."""
        if name not in self._tried:
            self._tried[name] = self._chances(name) if self._chances and name not in self._pins else {}
        return self._tried[name]

    def unpinned(self) -> list[DecisionTree]:
        """Trees that the walk has looked at whose versions are not yet written down."""
        return [tree for name, tree in self._trees.items() if tree and name not in self._pins]

    def add(self, event: Event) -> None:
        """Take one more event in."""
        seq = len(self.events)
        self.events.append(event)
        match event:
            case Started():
                self._start(seq, event)
            case Pinned():
                self._pin(event)
            case Repinned():
                self._pin(event)
                self._rewalk(self.script)
            case Noted():
                self.notes.append((seq, event))
            case Rated():
                self.helped = event.helped
            case WentBack():
                self._back(event.steps)
            case Changed():
                self._change(seq, event)
            case Learned() if self._earlier(event.fact) is not None:
                self._correct(seq, event)
            case Answered() | Checked() | Learned() | Consented() | AskedForPerson() | PickedUp():
                self.dropped = ()
                if self._append((seq, event)):
                    self._use_waiting()

    def _context(self, item: Item) -> Context:
        seq, event = item
        return Context(self.tree, self.tried, event.at, seq, event.by)

    def _pin(self, event: Pinned | Repinned) -> None:
        known = self._trees.get(event.tree)
        if known and known.digest != event.digest:
            del self._trees[event.tree]
        self._pins[event.tree] = event.digest
        if isinstance(event, Pinned):
            self._tried[event.tree] = event.tried

    def _start(self, seq: int, event: Started) -> None:
        kept = [item for item in self.script if isinstance(item[1], KEPT)]
        first = (seq, event)
        state = State(persona=event.persona, problem=event.problem, zone=event.zone)
        tree = self.tree(event.tree) if event.tree else None
        context = self._context(first)
        for name, value in event.facts.items():
            state = with_fact(state, context, name, value, "computer" if name in COMPUTER_FACTS else "case")
        if tree:
            state = advance(leaving.enter(state, context, tree), context)
        self.script, self._states, self._waiting = [first], [state], []
        for item in kept:
            self._append(item)

    def _append(self, item: Item) -> bool:
        """Apply one item to the latest state; one that does not fit is left out."""
        after = self._applied(self.state, item)
        if after is None:
            return False
        self.script.append(item)
        self._states.append(after)
        return True

    def _applied(self, state: State, item: Item) -> State | None:
        context = self._context(item)
        match item[1]:
            case Answered() | Checked() as event:
                answered = answering.applied(state, event, context)
                return advance(answered, context) if answered else None
            case Learned(fact=fact, value=value, source=source):
                return _ask_again(with_fact(state, context, fact, value, source), context)
            case Consented(computer=computer):
                return _ask_again(replace(state, consented=computer), context)
            case AskedForPerson(reason=reason):
                left = leaving.person(replace(state, ending=None), context, reason)
                return advance(left, context)
            case PickedUp() as event:
                return _picked_up(state, event, context)
        return None

    def _back(self, steps: int) -> None:
        for _ in range(steps):
            latest = self._latest_step()
            if latest is None:
                return
            kept = [item for item in self.script[latest:] if isinstance(item[1], KEPT)]
            del self.script[latest:], self._states[latest:]
            for item in kept:
                self._append(item)

    def _latest_step(self) -> int | None:
        """Index of the latest answer that can be taken back: not one from before a pick-up."""
        for index in range(len(self.script) - 1, 0, -1):
            match self.script[index][1]:
                case PickedUp():
                    return None
                case Answered() | AskedForPerson():
                    return index
        return None

    @property
    def can_go_back(self) -> bool:
        """Whether there is an answer to take back."""
        return self._latest_step() is not None

    def asked_at(self, step: int) -> Prompt | None:
        """What was asked where an answer that still counts was given, by its sequence number."""
        index = next((i for i, (seq, _) in enumerate(self.script) if seq == step and i > 0), None)
        return self._states[index - 1].prompt if index else None

    def _change(self, seq: int, event: Changed) -> None:
        index = next((i for i, item in enumerate(self.script) if item[0] == event.step), None)
        if index is None:
            return
        old = self.script[index][1]
        if not isinstance(old, Answered | Checked):
            return
        new = Answered(
            at=event.at, by=event.by, tree=old.tree, node=old.node, answer=event.answer, value=event.value,
            text=event.text,
        )  # fmt: skip
        self._rewalk([*self.script[:index], (event.step, new), *self.script[index + 1 :]])

    def _correct(self, seq: int, event: Learned) -> None:
        index = self._earlier(event.fact)
        assert index is not None
        self._rewalk([*self.script[:index], (seq, event), *self.script[index + 1 :]])

    def _earlier(self, fact: str) -> int | None:
        return next(
            (i for i, (_, item) in enumerate(self.script) if isinstance(item, Learned) and item.fact == fact), None
        )

    def _rewalk(self, script: list[Item]) -> None:
        """Walk the script anew, keeping every item that still applies, wherever its question comes up."""
        before = {entry.step: entry for entry in self.state.entries if entry.kind in ("step", "check")}
        first, *waiting = script
        event = first[1]
        assert isinstance(event, Started)
        self.script = []
        self._start(first[0], event)
        self._waiting = waiting
        self._use_waiting()
        self._waiting = [item for item in self._waiting if not isinstance(item[1], AskedForPerson)]
        self.dropped = tuple(before[seq] for seq, _ in self._waiting if seq in before)

    def _use_waiting(self) -> None:
        """Answers from before a change answer their questions as these come up again."""
        while True:
            index = next((i for i, item in enumerate(self._waiting) if self._fits_now(i, item)), None)
            if index is None:
                return
            del self._waiting[index]

    def _fits_now(self, index: int, item: Item) -> bool:
        seq, event = item
        if isinstance(event, AskedForPerson) and index > 0:
            return False
        prompt = self.state.prompt
        if isinstance(event, Answered) and prompt and prompt.fact and self._fact_of(event) == prompt.fact.name:
            event = replace(event, tree=prompt.tree, node=prompt.node)
        return self._append((seq, event))

    def _fact_of(self, event: Answered) -> str:
        """The fact that an answer was asked for, wherever that was."""
        if event.node.startswith("fact:"):
            return event.node.removeprefix("fact:")
        tree = self.tree(event.tree)
        node = tree.nodes.get(event.node) if tree else None
        return node.fact.name if isinstance(node, Input) else ""


def _ask_again(state: State, context: Context) -> State:
    """Visit the present node anew after a fact came in from the side."""
    if state.ending:
        return state
    return advance(replace(state, prompt=None), context)


def _picked_up(state: State, event: PickedUp, context: Context) -> State:
    ending = state.ending
    state = replace(state, persona=event.persona)
    if ending is None:
        return _ask_again(state, context)
    tree = context.tree(event.tree or ("" if ending.to.startswith("queue:") else ending.to))
    if tree and tree.walkable_by(event.persona):
        return advance(leaving.enter(state, context, tree), context)
    if ending.kind == "person" and state.frames:
        return advance(replace(state, ending=None, prompt=None), context)
    return state
