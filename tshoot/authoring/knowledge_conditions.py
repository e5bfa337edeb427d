"""What a condition can come out as where so much is known, and what is known then.

A comparison is asked of samples by the engine itself, so that texts, numbers and unknown facts mean here what they
mean in a walk.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from itertools import product

from tshoot.authoring.knowledge_formulas import Atom, Both, Either, Formula, Neither, formula
from tshoot.authoring.knowledge_regions import Part, bounds, parts
from tshoot.authoring.knowledge_values import UNASKED, Dates, Known, Lists, domain, joined, joined_values
from tshoot.engine.expressions import worth
from tshoot.model.fact import FactType, Value

State = Mapping[str, Known]
"""What may be known of each fact that is followed; a fact that is not in it is never known."""

Outcome = tuple[State | None, State | None]
"""What is known where a condition holds, and where it does not; `None`: that cannot be."""

Sides = tuple[tuple[Known, ...] | None, tuple[Known, ...] | None]
"""What is known of a comparison's facts where it holds, and where it does not; `None`: that cannot be."""

MOST_TOGETHER = 128
"""Combinations of parts; a comparison of more is not followed."""


class Facts:
    """How conditions see the facts of one tree: asked for, by default, or as they are."""

    def __init__(self, types: Mapping[str, FactType]) -> None:
        self.types = types
        self.on_read: Callable[[str, Known], None] | None = None
        """Told of each fact that a condition reads, and of what is known of it there."""
        self.on_asked: Callable[[State], None] | None = None
        """Told of what is known once a fact was asked for: the walk then visits the node anew."""
        self._seen: dict[tuple[Atom, tuple[Known, ...]], Sides] = {}

    def settled(self, state: State, names: tuple[str, ...]) -> State:
        """The state behind a look at facts: those with a question of their own are asked for."""
        for name in names:
            known, fact = state.get(name, UNASKED), self.types.get(name)
            if known.unasked and fact is not None and fact.prompt is not None:
                values = known.values if fact.secret else joined_values(known.values, domain(fact))
                state = {**state, name: Known(False, True, values)}
                if self.on_asked:
                    self.on_asked(state)
        return state

    def default(self, name: str) -> Value | None:
        """What a fact counts as where it is not known."""
        fact = self.types.get(name)
        return fact.default if fact else None

    def outcome(self, source: str, state: State) -> Outcome:
        """What is known where a condition holds, and where it does not."""
        reading = formula(source) if source else None
        if reading is None:
            return (state, None) if not source else (None, state)
        held, failed = self.assumed(reading.formula, state)
        if reading.divides:
            failed = both(failed, both(state, held))
        return held, failed

    def assumed(self, body: Formula, state: State) -> Outcome:
        """The same for a part of a condition, with what is asked for on the way."""
        match body:
            case Atom():
                return self._atom(body, state)
            case Neither(part=part):
                held, failed = self.assumed(part, state)
                return failed, held
            case Both(parts=items):
                return self._all(items, state)
            case Either(parts=items):
                return self._any(items, state)

    def _all(self, items: tuple[Formula, ...], state: State) -> Outcome:
        held: State | None = state
        failed: State | None = None
        for item in items:
            if held is None:
                break
            held, without = self.assumed(item, held)
            failed = both(failed, without)
        return held, failed

    def _any(self, items: tuple[Formula, ...], state: State) -> Outcome:
        failed: State | None = state
        held: State | None = None
        for item in items:
            if failed is None:
                break
            found, failed = self.assumed(item, failed)
            held = both(held, found)
        return held, failed

    def _atom(self, atom: Atom, state: State) -> Outcome:
        state = self.settled(state, atom.facts)
        names = atom.names
        here = tuple(state.get(name, UNASKED) for name in names)
        if self.on_read:
            for name, known in zip(names[: len(atom.facts)], here, strict=False):
                self.on_read(name, known)
        found = self._seen.get((atom, here))
        if found is None:
            found = self._divided(atom, here) if atom.exact else self._compared(atom, state)
            self._seen[atom, here] = found
        held, failed = found
        return _with(state, names, here, held), _with(state, names, here, failed)

    def _compared(self, atom: Atom, state: State) -> Sides:
        """The two outcomes of a comparison of what is computed; nothing is learned from it."""
        from tshoot.authoring.knowledge_computing import truth

        here = tuple(state.get(name, UNASKED) for name in atom.names)
        can_hold, can_fail = truth(atom.body, lambda name: self._lookup(name, state))
        return (here if can_hold else None), (here if can_fail else None)

    def _lookup(self, name: str, state: State) -> Known:
        known, default = state.get(name, UNASKED), self.default(name)
        if known.unknown and default is not None:
            return Known(False, False, joined_values(known.values, frozenset((default,))))
        return known

    def _divided(self, atom: Atom, here: tuple[Known, ...]) -> Sides:
        """What is known of the facts where the comparison holds, and where it does not."""
        split = _split(atom, here)
        if split is None:
            return here, here
        sides: list[list[tuple[Known, ...]]] = [[], []]
        for chosen in product(*split):
            came = self._tried(atom, chosen)
            for side, outcome in zip(sides, (True, False), strict=True):
                if outcome in came:
                    side.append(tuple(known for known, _ in chosen))
        return _merged(sides[0]), _merged(sides[1])

    def _tried(self, atom: Atom, chosen: tuple[Part, ...]) -> set[bool]:
        """What the engine makes of the comparison for samples of these parts."""
        samples = [found for _, found in chosen if found is not None]
        if len(samples) < len(chosen):
            return {True, False}
        return {self._holds(atom, values) for values in product(*samples)}

    def _holds(self, atom: Atom, values: tuple[Value | None, ...]) -> bool:
        given = dict(zip(atom.names, values, strict=True))

        def lookup(name: str) -> Value | None:
            value = given.get(name)
            return self.default(name) if value is None else value

        return bool(worth(atom.body, lookup, known=lambda name: given.get(name) is not None))


def _split(atom: Atom, here: tuple[Known, ...]) -> list[list[Part]] | None:
    mentioned = list(atom.constants)
    if len(atom.facts) > 1:
        mentioned += [value for known in here for value in bounds(known.values)]
        if any(isinstance(known.values, Lists) for known in here) or _mixes_dates(here):
            return None
    if any(isinstance(known.values, Lists) for known in here) and not _asks_lists_rightly(atom):
        return None
    split = [parts(known, mentioned) for known in here]
    together = 1
    for one in split:
        together *= max(len(one), 1)
    return split if together <= MOST_TOGETHER else None


def _mixes_dates(here: tuple[Known, ...]) -> bool:
    """Whether dates are compared with what is no range of dates: samples of the two never meet."""
    dates = [isinstance(known.values, Dates) for known in here if not isinstance(known.values, frozenset)]
    return any(dates) and not all(dates)


def _asks_lists_rightly(atom: Atom) -> bool:
    """Whether a list is looked into, not compared as a whole: samples say nothing about the order of its items."""
    return not (isinstance(atom.body, ast.Compare) and not isinstance(atom.body.ops[0], (ast.In, ast.NotIn)))


def _merged(found: list[tuple[Known, ...]]) -> tuple[Known, ...] | None:
    if not found:
        return None
    merged = list(found[0])
    for other in found[1:]:
        merged = [joined(one, two) for one, two in zip(merged, other, strict=True)]
    return tuple(merged)


def _with(
    state: State, names: tuple[str, ...], here: tuple[Known, ...], found: tuple[Known, ...] | None
) -> State | None:
    if found is None:
        return None
    changed = {name: new for name, old, new in zip(names, here, found, strict=True) if new is not old}
    return {**state, **changed} if changed else state


def both(one: State | None, other: State | None) -> State | None:
    """What is known where two ways meet; a way that cannot be adds nothing."""
    if one is None or other is None or one is other:
        return other if one is None else one
    return dict(_joined(one, other))


def _joined(one: State, other: State) -> Iterator[tuple[str, Known]]:
    for name, known in one.items():
        yield name, joined(known, other.get(name, UNASKED))
    for name, known in other.items():
        if name not in one:
            yield name, joined(known, UNASKED)
