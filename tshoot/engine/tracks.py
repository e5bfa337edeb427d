"""Which ways a session took through a tree: it is walked again over targets that know which way they end.

The engine keeps no trace of silent moves, and two options may lead to the same node. So every target of a tree is made
a text that carries the name of its way, and the nodes note under which of these they are asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tshoot.engine.ways import FIXED, NONE, NOWHERE, Way, ways_out
from tshoot.model.record import record
from tshoot.model.tree import (
    RETURN,
    Arm,
    Ask,
    Branch,
    Call,
    Check,
    DecisionTree,
    Do,
    End,
    Handoff,
    Node,
    Option,
    Try,
)

Taken = tuple[str, str, str]
"""A node, the name of one of its ways, and where that led."""

START = ("", "start")


class Target(str):
    """The id of a node that knows by which way of which node it is reached."""

    way: tuple[str, str]

    @staticmethod
    def of(name: str, node: str, key: str) -> Target:
        """The target of a way."""
        made = Target(name)
        made.way = (node, key)
        return made


@record
class Marked:
    """A tree whose targets know their ways, and the trail that a walk over it leaves."""

    tree: DecisionTree
    nodes: Mapping[str, Node]
    """The nodes as they were."""
    ways: Mapping[str, tuple[Way, ...]]
    trail: list[str]


def marked(tree: DecisionTree) -> Marked:
    """The tree, ready to be walked."""
    trail: list[str] = []
    ways = {name: ways_out(node) for name, node in tree.nodes.items()}
    nodes = {name: _marked(node, ways[name]) for name, node in tree.nodes.items()}
    nodes[FIXED] = End(id=FIXED, end="resolved")
    walked = replace(tree, start=Target.of(tree.start, *START), nodes=_Nodes(nodes, trail))
    return Marked(walked, tree.nodes, ways, trail)


class _Nodes(dict[str, Node]):
    """Nodes that note how they are asked for."""

    def __init__(self, nodes: Mapping[str, Node], trail: list[str]) -> None:
        super().__init__(nodes)
        self._trail = trail

    def get(self, key: str, default: object = None) -> Node | None:  # type: ignore[override]
        """The node of this id."""
        self._trail.append(key)
        return super().get(key)


def _marked(node: Node, found: tuple[Way, ...]) -> Node:
    ways = {way.key: Target.of(way.target, node.id, way.key) for way in found}
    changes: dict[str, Any] = {"after": ways.get("when", node.after)}
    match node:
        case Handoff() | End():
            pass
        case Ask(many=False, options=(_, *_)):
            changes |= {"options": _options(node.options, ways), "then": ways.get(NONE, node.then)}
        case Do(then="") | Try():
            changes |= {"fixed": ways["fixed"], "otherwise": ways["else"]}
            if isinstance(node, Try):
                fixes = enumerate(node.fixes)
                changes["fixes"] = tuple(replace(fix, then=ways.get(f"try.{i}", "")) for i, fix in fixes)
        case Check():
            changes |= {
                "options": _options(node.options, ways),
                "on": {word: ways[f"on.{word}"] for word in node.on},
            }
            changes |= {"otherwise": ways["else"]} if "else" in ways else {}
            changes["then"] = ways.get("then") or ways.get(NONE, node.then)
        case Branch():
            arms = tuple(Arm(arm.when, ways[f"branch.{i}"]) for i, arm in enumerate(node.arms))
            changes["arms"] = (*arms, *((Arm("", ways["else"]),) if "else" in ways else ()))
        case Call():
            changes |= {"on": {word: ways[f"on.{word}"] for word in node.on}}
            changes["otherwise"] = ways.get("else") or ways["then"]
        case _:
            changes["then"] = ways["then"]
    return replace(node, **changes)


def _options(options: tuple[Option, ...], ways: Mapping[str, Target]) -> tuple[Option, ...]:
    return tuple(replace(option, goto=ways[f"options.{option.key}"]) for option in options)


class Tracker:
    """Reads the trail of a walk, step by step."""

    def __init__(self, walked: Marked) -> None:
        self._nodes, self._ways, self._trail = walked.nodes, walked.ways, walked.trail
        self._trail.clear()
        self._here = ""
        """The node that was visited last."""
        self._last: str | None = None
        """The target by which it was reached."""
        self.entered = 0
        self.taken: list[Taken] = []

    def follow(self, answer: str = "") -> None:
        """Take in what one event left on the trail; `answer` is the key of the option, where it was one."""
        for name in self._trail:
            if isinstance(name, Target):
                self._arrive(name, answer)
            elif name in self._nodes:
                if name != self._here:
                    self._returned(name, answer)
                self._here = name
            elif name == NOWHERE:
                self._unmarked(NOWHERE, NOWHERE, answer)
                self._here = NOWHERE
        self._trail.clear()

    def _arrive(self, name: Target, answer: str) -> None:
        source, key = name.way
        asked_anew = name is self._last and name == self._here and source != name
        if asked_anew:
            return
        if name.way == START:
            self.entered += 1
        else:
            if source != self._here:
                self._returned(source, answer)
            self.taken.append((source, key, str(name)))
        self._here, self._last = str(name), name

    def _returned(self, there: str, answer: str) -> None:
        """The steps of a fix led back to their list."""
        if isinstance(self._nodes.get(there), Try):
            self._unmarked(RETURN, there, answer)

    def _unmarked(self, target: str, there: str, answer: str) -> None:
        """Two targets do not show on the trail: `return`, and the end of the file."""
        ways = [way for way in self._ways.get(self._here, ()) if way.target == target]
        if ways:
            self.taken.append((self._here, _by_answer(ways, answer).key, there))


def _by_answer(ways: list[Way], answer: str) -> Way:
    wanted = {f"options.{answer}", "fixed" if answer == "Yes" else "else"}
    return next((way for way in ways if way.key in wanted), ways[0])
