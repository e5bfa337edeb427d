"""A way to a node: the shortest walk of made-up answers that comes past it, where there is one."""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from heapq import heappop, heappush
from itertools import count

from tshoot.engine.context import Context
from tshoot.engine.expressions import ExpressionError, fact_names, parse
from tshoot.engine.graph import targets
from tshoot.engine.items import apply, began
from tshoot.engine.state import Prompt, State
from tshoot.engine.trees import Trees, Version
from tshoot.model.checks import CHECK_RESULTS
from tshoot.model.event import Answered, AnswerKind, Checked, Event, Started
from tshoot.model.fact import FactType, Value
from tshoot.model.tree import Arm, Ask, Branch, Check, DecisionTree, Fix, Node, Option, Try

MOST = 3000
"""Answers that are tried before a search gives up: half a second or so."""

FAR = 50
"""Counts for the distance from where the file itself shows no way to the node."""

SAMPLES: Mapping[str, tuple[Value, ...]] = {
    "text": ("sample",), "email": ("sample@example.org",), "phone": ("+1 555 0100",), "file": ("sample.txt",),
    "date": ("2027-01-01",), "boolean": (True, False), "list": (("sample",),),
}  # fmt: skip
"""Values of each kind of fact that say nothing."""

Constants = Mapping[str, tuple[Value, ...]]
"""Facts to the values that the tree's conditions compare them with."""


def route(version: Version, start: Started, target: str) -> tuple[Event, ...] | None:
    """The answers and results of checks by which a walk comes past a node; `None`: none was found."""
    tree = version(start.tree, "")
    far = _distances(tree, target) if tree else {}
    if tree is None or tree.start not in far:
        return None
    return _Search(Trees(version, None), tree, far, target).go(start)


class _Search:
    def __init__(self, trees: Trees, tree: DecisionTree, far: Mapping[str, int], target: str) -> None:
        self._trees = trees
        self._tree = tree
        self._far = far
        self._target = target
        self._constants = _constants(tree)
        self._there = False

    def go(self, start: Started) -> tuple[Event, ...] | None:
        """From the most promising state on, until one comes past the target."""
        state = began(start, self._context(start, 0))
        if self._there:
            return ()
        order, seen, tries = count(), {_likeness(state)}, 0
        waiting: list[tuple[int, int, State, tuple[Event, ...]]] = [(0, 0, state, ())]
        while waiting:
            _, _, state, past = heappop(waiting)
            for event in self._moves(state, start.at):
                if (tries := tries + 1) > MOST:
                    return None
                after = apply(state, (len(past) + 1, event), self._context(event, len(past) + 1))
                if self._there:
                    return (*past, event)
                if after is None or after.prompt is None or (likeness := _likeness(after)) in seen:
                    continue
                seen.add(likeness)
                left = self._far.get(after.frames[0].node, FAR) if after.frames else FAR
                heappush(waiting, (len(past) + left, next(order) + 1, after, (*past, event)))
        return None

    def _context(self, event: Event, seq: int) -> Context:
        return Context(self._trees.get, lambda name: {}, self._trees.left, event.at, seq, seen=self._look)

    def _look(self, state: State) -> None:
        frame = state.frames[-1] if state.frames and not state.leaving else None
        if frame and (frame.tree, frame.node) == (self._tree.id, self._target):
            self._there = True

    def _moves(self, state: State, at: str) -> Iterator[Event]:
        prompt = state.prompt
        if prompt is None or state.leaving:
            return
        answered = partial(Answered, at=at, tree=prompt.tree, node=prompt.node)
        if prompt.kind == "check":
            yield from self._results(prompt, at)
        for kind, value in _answers(prompt, self._constants):
            yield answered(answer=kind, value=value)

    def _results(self, prompt: Prompt, at: str) -> Iterator[Event]:
        tree = self._trees.get(prompt.tree)
        node = tree.nodes.get(prompt.node) if tree else None
        if not isinstance(node, Check):
            return
        found = partial(Checked, at=at, by="system", tree=prompt.tree, node=prompt.node, check=prompt.check)
        for word in dict.fromkeys((*node.on, *CHECK_RESULTS.get(prompt.check, ()))):
            for values in _found(node, self._constants):
                yield found(status="done", result=word, values=values)
        yield found(status="refused")


def _likeness(state: State) -> object:
    """What tells states apart for which another way may be open."""
    facts = frozenset((name, known.value) for name, known in state.facts.items())
    places = tuple((frame.tree, frame.node, frame.asking) for frame in state.frames)
    asked = state.prompt.node if state.prompt else ""
    return places, asked, facts, state.declined, frozenset(state.fixes.items())


def _answers(prompt: Prompt, constants: Constants) -> Iterator[tuple[AnswerKind, Value]]:
    keys = tuple(choice.key for choice in prompt.choices)
    match prompt.kind:
        case "ask" | "do":
            yield from (("done" if key == "Done" else "option", "" if key == "Done" else key) for key in keys)
        case "wait":
            yield "done", ""
        case "many":
            sets = [(key,) for key in keys] + ([keys] if len(keys) > 1 else []) + ([()] if prompt.none else [])
            yield from (("options", some) for some in sets)
        case "input" if prompt.fact:
            yield from (("value", value) for value in _values(prompt.fact, constants))
            yield "unknown", ""


def _values(kind: FactType, constants: Constants) -> tuple[Value, ...]:
    """Values of a fact that may make a difference, first those that conditions ask for."""
    known = constants.get(kind.name, ())
    match kind.kind:
        case "choice":
            return kind.values
        case "list":
            return (*((value,) for value in kind.values), *SAMPLES["list"][: not kind.values])
        case "number":
            edges = [edge for edge in (kind.minimum, kind.maximum) if isinstance(edge, (int, float))]
            near = [value + by for value in known if isinstance(value, (int, float)) for by in (0, -1, 1)]
            return tuple(dict.fromkeys((*near, *edges, *([1] if not edges else []))))
        case "boolean":
            return SAMPLES["boolean"]
    return (*(value for value in known if isinstance(value, str)), *SAMPLES[kind.kind])


def _found(node: Check, constants: Constants) -> Iterator[dict[str, Value]]:
    """What a check may find beside its word: nothing, or for one fact at a time what conditions ask for."""
    yield {}
    for fact, source in node.set:
        if source.startswith("result.") and source.removeprefix("result.").isidentifier():
            for value in constants.get(fact, ()):
                near = (value - 1, value, value + 1) if isinstance(value, (int, float)) else (value,)
                yield from ({source.removeprefix("result."): one} for one in near)


def _constants(tree: DecisionTree) -> Constants:
    found: dict[str, dict[Value, None]] = {}
    for node in tree.nodes.values():
        for condition in _conditions(node):
            try:
                body = parse(condition)
            except ExpressionError:
                continue
            written = [one.value for one in ast.walk(body) if isinstance(one, ast.Constant)]
            for name in fact_names(body):
                found.setdefault(name.id, {}).update(
                    dict.fromkeys(value for value in written if isinstance(value, (str, int, float)))
                )
    return {name: tuple(values) for name, values in found.items()}


def _conditions(node: Node) -> Iterator[str]:
    parts: Sequence[Option | Arm | Fix] = ()
    match node:
        case Ask(options=options) | Check(options=options):
            parts = options
        case Branch(arms=arms):
            parts = arms
        case Try(fixes=fixes):
            parts = fixes
    return (condition for condition in (node.when, *(one.when for one in parts)) if condition)


def _distances(tree: DecisionTree, target: str) -> dict[str, int]:
    """From each node how many moves it is to the target, as far as the file alone tells."""
    before: dict[str, list[str]] = {}
    for name, node in tree.nodes.items():
        for after in dict.fromkeys((*targets(node), node.after if node.when else "")):
            before.setdefault(after, []).append(name)
    far, todo = {target: 0}, deque([target])
    while todo:
        name = todo.popleft()
        for earlier in before.get(name, ()):
            if earlier not in far:
                far[earlier] = far[name] + 1
                todo.append(earlier)
    return far if target in tree.nodes else {}


def elsewhere(tree: DecisionTree, start: str) -> DecisionTree:
    """The same tree, begun at another node: where no walk leads there."""
    return replace(tree, start=start, digest=f"{tree.digest}:{start}")
