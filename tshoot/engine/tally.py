"""What many sessions made of one tree: how often each way was taken, where people gave up, which fixes worked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from tshoot.engine.context import Context
from tshoot.engine.graph import Left
from tshoot.engine.items import apply, began
from tshoot.engine.planning import Tried
from tshoot.engine.replay import Replay
from tshoot.engine.script import Item
from tshoot.engine.state import State
from tshoot.engine.tracks import Marked, Taken, Tracker, marked
from tshoot.engine.trees import ABSENT, Version
from tshoot.model.event import (
    Answered,
    AskedForPerson,
    Changed,
    Event,
    Learned,
    PickedUp,
    Pinned,
    Repinned,
    Started,
    WentBack,
)
from tshoot.model.record import record
from tshoot.model.tree import DecisionTree

KEPT = 32
"""Versions of the tree that are kept ready; cases are walked on few."""

_REWRITING = (WentBack, Changed, Repinned, Learned, PickedUp)
_NOTHING_LEFT: Mapping[str, Left] = defaultdict(Left)


@record
class Tally:
    """The counts of one tree."""

    cases: int
    """Cases that were walked on it."""
    entered: int
    """How often it was entered: a case may come back to it."""
    ways: Mapping[Taken, int]
    stopped: Mapping[str, int]
    """Node to the cases that stand there without an end."""
    person: Mapping[str, int]
    """Node to how often a person was asked for there."""
    unsure: Mapping[str, int]
    """Node to how often the answer was "I don't know"."""
    fixes: Mapping[str, tuple[int, int]]
    """Fix to (times tried, times it helped)."""
    steps: Mapping[int, int]
    """Number of answers in this tree to the cases that gave so many."""
    unread: int
    """Cases that could not be read, or whose version of the tree is gone."""
    versions: int
    """How many versions of the tree they were walked on."""

    @property
    def median_steps(self) -> float:
        """The median of the answers that a case gave in this tree."""
        total, seen, low = sum(self.steps.values()), 0, None
        for steps in sorted(self.steps):
            seen += self.steps[steps]
            if low is None and seen * 2 >= total:
                low = steps
            if seen * 2 > total:
                return (steps + (steps if low is None else low)) / 2
        return 0.0


class Counting:
    """Counts sessions, one after the other; what it keeps does not grow with their number."""

    def __init__(self, tree: str, version: Version) -> None:
        self._tree = tree
        self._version = version
        self._marked: dict[str, Marked] = {}
        self._ways: Counter[Taken] = Counter()
        self._stopped: Counter[str] = Counter()
        self._person: Counter[str] = Counter()
        self._unsure: Counter[str] = Counter()
        self._tried: Counter[str] = Counter()
        self._helped: Counter[str] = Counter()
        self._steps: Counter[int] = Counter()
        self._digests: set[str] = set()
        self._cases = self._entered = self._unread = 0

    def add(self, events: Iterable[Event] | None) -> None:
        """Count one session; None: it could not be read."""
        walk = None if events is None else _walk_of(tuple(events), self._version)
        if walk is None:
            self._unread += 1
        elif digest := walk.pins.get(self._tree, ABSENT):
            tree = walk.tree(self._tree)
            if tree is None:
                self._unread += 1
            else:
                self._digests.add(digest)
                self._count(walk, self._ready(tree))

    def result(self) -> Tally:
        """The counts so far."""
        fixes = {fix: (times, self._helped[fix]) for fix, times in self._tried.items()}
        return Tally(
            self._cases, self._entered, self._ways, self._stopped, self._person, self._unsure, fixes, self._steps,
            self._unread, len(self._digests),
        )  # fmt: skip

    def _ready(self, tree: DecisionTree) -> Marked:
        if tree.digest not in self._marked:
            if len(self._marked) >= KEPT:
                self._marked.clear()
            self._marked[tree.digest] = marked(tree)
        return self._marked[tree.digest]

    def _count(self, walk: _Walk, ready: Marked) -> None:
        tracker = Tracker(ready)
        state, steps = State(), 0
        for item in walk.items:
            event, before = item[1], state
            context = walk.context(item, ready.tree)
            state = began(event, context) if isinstance(event, Started) else apply(state, item, context) or state
            here = self._place(before)
            if isinstance(event, Answered) and event.tree == self._tree:
                steps += not event.node.startswith("fact:")
                self._unsure[here] += event.answer == "unknown"
            elif isinstance(event, AskedForPerson) and here:
                self._person[here] += 1
            tracker.follow(str(getattr(event, "value", "")))
        if not tracker.entered and not steps:
            return  # it was looked at, and never walked
        self._cases += 1
        self._entered += tracker.entered
        self._ways.update(tracker.taken)
        self._steps[steps] += 1
        self._finish(state)

    def _finish(self, state: State) -> None:
        if state.ending is None and (here := self._place(state)):
            self._stopped[here] += 1
        for (tree, fix), helped in state.fixes.items():
            if tree == self._tree:
                self._tried[fix] += 1
                self._helped[fix] += bool(helped)

    def _place(self, state: State) -> str:
        """The node of this tree where a state stands, also while a tree is called from there."""
        return next((str(frame.node) for frame in reversed(state.frames) if frame.tree == self._tree), "")


class _Walk:
    """The events of a session that count, and the versions of trees that it walked."""

    def __init__(
        self, items: list[Item], pins: Mapping[str, str], tried: Callable[[str], Tried],
        find: Callable[[str, int | None], DecisionTree | None],
    ) -> None:  # fmt: skip
        self.items = items
        self.pins = pins
        self._tried = tried
        self._find = find

    def tree(self, name: str) -> DecisionTree | None:
        """The version of a tree that was walked."""
        return self._find(name, None)

    def context(self, item: Item, ready: DecisionTree) -> Context:
        """What one step may look at: the tree that is counted leaves its trail."""
        seq, event = item

        def there(name: str) -> DecisionTree | None:
            found = self._find(name, seq)
            return ready if found and found.id == ready.id else found

        return Context(there, self._tried, lambda _: _NOTHING_LEFT, event.at, seq, event.by)


def _walk_of(events: tuple[Event, ...], version: Version) -> _Walk | None:
    if not events or not isinstance(events[0], Started):
        return None
    if any(isinstance(event, (*_REWRITING, Started)) for event in events[1:]):
        replay = Replay(version, events)
        return _Walk(replay.items, replay.trees.pins, replay.trees.tried, replay.trees.get)
    # Most sessions took nothing back: walking them once is enough.
    pinned = {event.tree: event for event in reversed(events) if isinstance(event, Pinned)}
    pins = {name: event.digest for name, event in pinned.items()}

    def find(name: str, _: int | None) -> DecisionTree | None:
        return version(name, pins[name]) if pins.get(name) else None

    def tried(name: str) -> Tried:
        return pinned[name].tried if name in pinned else {}

    return _Walk(list(enumerate(events)), pins, tried, find)
