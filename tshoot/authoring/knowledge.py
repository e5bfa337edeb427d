"""What may be known at each node of a tree: all walks at once, as sets of values that are joined where ways meet.

Nothing is run and nobody is asked. What a walk by answers and checks can know is always among what is said here, so a
rule may say "never" (see decision 31).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush

from tshoot.authoring.flow import ENDS, Flow
from tshoot.authoring.knowledge_conditions import Facts, Outcome, State, both
from tshoot.authoring.knowledge_steps import Steps, Way
from tshoot.authoring.knowledge_values import (
    NOTHING,
    UNASKED,
    Anything,
    Known,
    from_before,
    joined,
    widened,
)
from tshoot.authoring.writing import expressions, needs, texts
from tshoot.engine.expressions import ExpressionError, names
from tshoot.engine.graph import children_first
from tshoot.engine.placeholders import PlaceholderError, facts_in
from tshoot.engine.texts import fact_type
from tshoot.model.record import record
from tshoot.model.tree import RETURN, DecisionTree

JOINS_BEFORE_WIDENING = 8
JOINS_BEFORE_ANYTHING = 60
"""Ways that met at a node; a tree that needs more has its facts counted as not known to us."""


@record
class Came:
    """What a condition can come out as, over all walks."""

    holds: State | None
    """What is known where it holds; `None`: it never does."""
    fails: State | None


class Knowledge:
    """What all walks of one tree can know, and where they can come.

    A walk begins with nothing known of the tree's `own` facts; all others may be known from before, with any value of
    their type: another tree, the computer or the case may have taught them.
    """

    def __init__(self, tree: DecisionTree, flow: Flow, own: frozenset[str] = frozenset()) -> None:
        self._tree = tree
        self._flow = flow
        self._facts = Facts({name: fact_type(name, tree) for name in followed(tree)})
        self._steps = Steps(tree, flow, self._facts)
        self._order = {name: index for index, name in enumerate(reversed(tuple(children_first(tree))))}
        self.arrivals: dict[str, State] = {}
        """What is known where a walk comes to each node; no walk comes to the others."""
        self.ways: dict[str, tuple[Way, ...]] = {}
        """The ways that walks take out of each node."""
        self.conditions: dict[str, Came] = {}
        """What each condition that a walk looks at can come out as, by its dotted path."""
        self.reads: dict[tuple[str, str], Known] = {}
        """What is known of a fact where an expression reads it, by dotted path and fact."""
        self._watch()
        self._walk({name: UNASKED if name in own else self._from_before(name) for name in self._facts.types})

    def _from_before(self, name: str) -> Known:
        return Known(True, True, from_before(fact_type(name, self._tree)))

    @property
    def inside(self) -> Mapping[str, State]:
        """What is known where each node that is not passed over shows its texts."""
        return self._steps.inside

    def _walk(self, first: State) -> None:
        start = self._tree.start
        if start not in self._order:
            return
        self.arrivals[start] = first
        met: dict[str, int] = {}
        todo, waiting = [self._order[start]], {start}
        nodes = list(self._order)
        while todo:
            name = nodes[heappop(todo)]
            waiting.discard(name)
            self.ways[name] = tuple(self._steps.ways(name, self.arrivals[name]))
            for way in self.ways[name]:
                for target in self.targets(name, way):
                    if self._arrives(target, way.state, met) and target not in waiting:
                        waiting.add(target)
                        heappush(todo, self._order[target])

    def targets(self, name: str, way: Way) -> Iterator[str]:
        """The nodes that a way leads to; `return` is followed."""
        if way.target == RETURN and RETURN not in self._order:
            yield from self._flow.returns.get(name, ())
        elif way.target in self._order:
            yield way.target

    def _arrives(self, target: str, state: State, met: dict[str, int]) -> bool:
        """Whether a way to a node brings something new."""
        before = self.arrivals.get(target)
        if before is None:
            self.arrivals[target] = state
            return True
        after = both(before, state)
        if after is None or after is before or after == before:
            return False
        met[target] = times = met.get(target, 0) + 1
        if times > JOINS_BEFORE_WIDENING:
            after = {name: _let_go(before[name], known, times) for name, known in after.items()}
        self.arrivals[target] = after
        return True

    def _watch(self) -> None:
        """Notes what conditions come to. The last look at a node counts, when most may be known there."""
        place = ""

        def here(where: str) -> None:
            nonlocal place
            place = where

        def looked(where: str, held: State | None, failed: State | None) -> None:
            self.conditions[where] = Came(held, failed)

        def read(fact: str, known: Known) -> None:
            if not place:
                return
            before = self.reads.get((place, fact))
            self.reads[place, fact] = joined(before, known) if before else known

        self._steps.watch(looked, here)
        self._facts.on_read = read

    def anywhere(self, source: str) -> Outcome:
        """What a condition comes to where nothing is known of its facts but their types."""
        return self._facts.outcome(source, {name: self._from_before(name) for name in self._facts.types})

    def at(self, name: str, fact: str) -> Known | None:
        """What is known of a fact where a node shows its texts; `None`: no walk comes there."""
        state = self.inside.get(name)
        return None if state is None else state.get(fact, UNASKED)

    def ends(self) -> frozenset[str]:
        """The nodes from which some walk comes to an end."""
        before: dict[str, list[str]] = {}
        todo: list[str] = []
        for name, ways in self.ways.items():
            for way in ways:
                found = list(self.targets(name, way))
                for target in found:
                    before.setdefault(target, []).append(name)
                if way.target == ENDS or not found:
                    todo.append(name)
        seen: set[str] = set()
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo += before.get(name, ())
        return frozenset(seen)


def _let_go(before: Known, after: Known, times: int) -> Known:
    if before == after or before.values == after.values or before.values == NOTHING:
        return after
    if times > JOINS_BEFORE_ANYTHING:
        return Known(after.unasked, after.declined, Anything())
    return widened(before, after) if not isinstance(after.values, frozenset) or _counts(after) else after


def _counts(known: Known) -> bool:
    """Whether the single values are numbers, of which a loop can make ever more."""
    values = known.values
    return isinstance(values, frozenset) and any(
        isinstance(v, (int, float)) and v not in (True, False) for v in values
    )


def followed(tree: DecisionTree) -> tuple[str, ...]:
    """The facts that something in the tree reads: conditions, computed facts, texts, `needs`, and its questions."""
    found: dict[str, None] = {}
    for item in expressions(tree):
        try:
            found |= dict.fromkeys(sorted(names(item.source)))
        except ExpressionError:
            continue
        if item.fact:
            found[item.fact] = None
    for text in texts(tree):
        if "{" in text.text:
            try:
                found |= dict.fromkeys(name for name, _ in facts_in(text.text))
            except PlaceholderError:
                continue
        if text.where.count(".") > 2:  # it may be worded by system
            found["os"] = None
    found |= dict.fromkeys(fact for _, fact in needs(tree))
    for node in tree.nodes.values():
        if fact := getattr(node, "fact", ""):
            found[fact if isinstance(fact, str) else fact.name] = None
    return tuple(found)
