"""Replaying events: the fold that turns a session's history into its state, kept up as events are added.

What counts (the *script*) is every answer, check and fact that was not taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import pairwise

from tshoot.engine.context import Context
from tshoot.engine.items import apply, began
from tshoot.engine.script import Item, Script
from tshoot.engine.state import Entry, Prompt, State
from tshoot.engine.trees import Chances, Trees, Version
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
from tshoot.model.tree import Input

KEPT = (Consented, Learned)
"""What the person told us outside the questions: going back and restarting keep it."""


class Replay:
    """The state of a session, event by event."""

    def __init__(self, version: Version, events: Iterable[Event] = (), chances: Chances | None = None) -> None:
        self.trees = Trees(version, chances)
        self.events: list[Event] = []
        self.notes: list[tuple[int, Noted]] = []
        self.helped: bool | None = None
        self.dropped: tuple[Entry, ...] = ()
        """Steps that did not apply after the latest change; they come back where their question does."""
        self._script = self._new_script()
        self._put_aside: list[Script] = []
        """What a restart left behind: going back from its first question returns there."""
        self._waiting: list[Item] = []
        self._before: dict[int, int] = {}
        """Of each item that a change walked anew: the item that had come before it."""
        events = list(events)
        for event in events:  # a tree's first version is written down after the walk has looked at it
            if isinstance(event, Pinned) and event.tree not in self.trees.pins:
                self.trees.pin(event, 0)
        for event in events:
            self.add(event)

    @property
    def state(self) -> State:
        """The state that all events so far lead to."""
        return self._script.state

    @property
    def items(self) -> list[Item]:
        """The events that count, in order; not to be changed."""
        return self._script.items

    def add(self, event: Event) -> None:
        """Take one more event in."""
        item = (len(self.events), event)
        self.events.append(event)
        match event:
            case Started():
                self._start(item)
            case Pinned():
                self.trees.pin(event, item[0])
            case Repinned():
                self.trees.repin(event)
                self._put_aside = []
                self._rewalk(self._script.items)
            case Noted():
                self.notes.append((item[0], event))
            case Rated():
                self.helped = event.helped
            case WentBack():
                self._back(event.steps)
            case Changed():
                self._change(event)
            case Learned():
                self._learn(item, event.fact)
            case Answered() | Checked() | Consented() | AskedForPerson() | PickedUp():
                self._go_on(item)

    def would_apply(self, event: Event) -> bool:
        """Whether an event would count if it came now."""
        return apply(self.state, (item := (len(self.events), event)), self._context(item)) is not None

    def retrace(self, seen: Callable[[int, State], None]) -> None:
        """Walk all that counts once more, telling of every state on the way with the event that led there."""
        state = State()
        for number, item in enumerate(self._script.items):
            context = replace(self._context(item), seen=partial(seen, item[0]))
            state = (apply(state, item, context) if number else began(item[1], context)) or state

    @property
    def kept(self) -> list[Item]:
        """The events that still count, with their numbers, in the order of the walk."""
        return list(self._script.items)

    def _go_on(self, item: Item) -> None:
        self.dropped = ()
        if self._script.append(item):
            self._use_waiting()

    def _context(self, item: Item) -> Context:
        seq, event = item
        return Context(
            lambda name: self.trees.get(name, seq), self.trees.tried, self.trees.left, event.at, seq, event.by
        )

    def _start(self, item: Item) -> None:
        event = item[1]
        assert isinstance(event, Started)
        kept = _kept(self._script.items)
        if self._script.items:
            self._put_aside.append(self._script)
            self._script = self._new_script()
        self._script.begin(item, began(event, self._context(item)))
        self._waiting, self.dropped = [], ()
        self._append_all(kept)

    def _new_script(self) -> Script:
        return Script(lambda state, item: apply(state, item, self._context(item)))

    def _append_all(self, items: Iterable[Item]) -> None:
        for item in items:
            self._script.append(item)

    # Going back

    def _back(self, steps: int) -> None:
        self.dropped = ()
        if index := self._index_before(steps):
            self._append_all(_kept(self._script.cut(index)))
        elif steps > 0 and self._restarted:
            told, self._script = self._script.items, self._put_aside.pop()
            self._waiting = []
            known = {seq for seq, _ in self._script.items}
            self._append_all(item for item in _kept(told) if item[0] not in known)

    def _index_before(self, steps: int) -> int:
        """Index of the answer at which going back so many steps arrives; 0: there is none to take back."""
        found = 0
        for index in range(len(self._script.items) - 1, 0, -1):
            event = self._script.items[index][1]
            if steps <= 0 or isinstance(event, PickedUp):  # what somebody else did is not theirs to take back
                break
            if _is_step(event):
                found, steps = index, steps - 1
        return found

    @property
    def can_go_back(self) -> bool:
        """Whether there is an answer, or a restart, to take back."""
        return self._index_before(1) > 0 or self._restarted

    @property
    def _restarted(self) -> bool:
        """Whether a restart can be taken back: not past somebody who picked the case up since."""
        return bool(self._put_aside) and not self._picked_up_at

    @property
    def steps_since_pick_up(self) -> int | None:
        """Answers that can be taken back to where the case was picked up; nothing where it was not."""
        last = self._picked_up_at
        return sum(_is_step(event) for _, event in self._script.items[last:]) if last else None

    @property
    def _picked_up_at(self) -> int:
        """Index at which somebody picked the case up; 0: nobody did."""
        items = self._script.items
        return max((index for index, (_, event) in enumerate(items) if isinstance(event, PickedUp)), default=0)

    def asked_at(self, step: int) -> Prompt | None:
        """What was asked where an answer was given that still counts and can be changed, by its sequence number."""
        index = self._index_of(step)
        return self._script.state_at(index - 1).prompt if index and index > self._picked_up_at else None

    def _index_of(self, step: int) -> int | None:
        return next((i for i, (seq, _) in enumerate(self._script.items) if seq == step), None)

    # Changing

    def _change(self, event: Changed) -> None:
        index = self._index_of(event.step)
        if not index:
            return
        items = self._script.items
        old = items[index][1]
        if not isinstance(old, Answered | Checked):
            return
        new = Answered(
            at=event.at, by=event.by, tree=old.tree, node=old.node, answer=event.answer, value=event.value,
            text=event.text,
        )  # fmt: skip
        self._rewalk([*items[:index], (event.step, new), *items[index + 1 :]])

    def _learn(self, item: Item, fact: str) -> None:
        """A fact told from the side counts from where it was told or known first, but not from before a pick-up."""
        items, known = self._script.items, self.state.facts.get(fact)
        told = ((index, event) for index, (_, event) in enumerate(items))
        index = max((i for i, event in told if isinstance(event, Learned) and event.fact == fact), default=0)
        if index > self._picked_up_at:
            self._rewalk([*items[:index], item, *items[index + 1 :]])
        elif known and items and known.step == items[0][0] and not self._picked_up_at:
            self._rewalk([items[0], item, *items[1:]])
        else:
            self._go_on(item)

    def _rewalk(self, items: list[Item]) -> None:
        """Walk the script anew, keeping every item that still applies, wherever its question comes up."""
        before = {entry.step: entry for entry in self.state.entries if entry.kind in ("step", "check")}
        first, *waiting = items
        self._before |= {later[0]: earlier[0] for earlier, later in pairwise(items)}
        self._script.begin(first, began(first[1], self._context(first)))
        self._waiting = [*waiting, *self._waiting]
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
        if isinstance(event, Answered):
            event = self._moved(event)
            # A loop asks again because something was done in between: only what came right after that is its answer.
            again = (event.tree, event.node) in self.state.visits
            if again and self._before.get(seq) != self._script.items[-1][0]:
                return False
        return self._script.append((seq, event))

    def _moved(self, event: Answered) -> Answered:
        """The answer at the present question, where that asks for the very fact elsewhere."""
        prompt = self.state.prompt
        if prompt is None or prompt.fact is None or self._fact_of(event) != prompt.fact.name:
            return event
        return Answered(
            at=event.at, by=event.by, tree=prompt.tree, node=prompt.node, answer=event.answer, value=event.value,
            text=event.text,
        )  # fmt: skip

    def _fact_of(self, event: Answered) -> str:
        """The fact that an answer was asked for, wherever that was."""
        if event.node.startswith("fact:"):
            return event.node.removeprefix("fact:")
        tree = self.trees.get(event.tree)
        node = tree.nodes.get(event.node) if tree else None
        return node.fact.name if isinstance(node, Input) else ""


def _kept(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if isinstance(item[1], KEPT)]


def _is_step(event: Event) -> bool:
    """Whether the person did this and can take it back: a check that ran came by itself."""
    return isinstance(event, Answered | AskedForPerson) or (
        isinstance(event, Checked) and event.status == "refused"
    )
