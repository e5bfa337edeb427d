"""One picture of a tree, or of a library: boxes and the ways between them; every drawing is made from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tshoot.authoring.flow import Flow
from tshoot.engine.markup import to_plain
from tshoot.engine.ways import FIXED, NOWHERE, Way, WayKind, ways_out
from tshoot.language.clean import clean
from tshoot.model.record import record
from tshoot.model.tree import (
    RETURN,
    Ask,
    Branch,
    Call,
    Check,
    DecisionTree,
    Do,
    End,
    Handoff,
    Input,
    Node,
    Set,
    Tell,
    Try,
    Wait,
)
from tshoot.model.wording import Wording

BoxKind = Literal[
    "ask", "input", "do", "tell", "check", "branch", "set", "wait", "try", "call", "handoff", "end",
    "missing", "tree", "queue",
]  # fmt: skip
"""A node's kind; `missing` stands for a node that is named and not there; `tree` and `queue` are of libraries."""

LEFT = "(left)"
"""The box for the end of the file: the tree is left by its own way out."""


@record
class FixLine:
    """One fix of a list."""

    id: str
    text: str
    cost: float
    chance: float
    when: str = ""
    then: bool = False
    """Whether it has further steps."""
    tried: int = 0
    helped: int = 0


@record(kw_only=True)
class Box:
    """One node, or one tree of a library."""

    id: str
    kind: BoxKind
    text: str = ""
    """One line, plain."""
    outcome: str = ""
    """Of an end or a hand-off: how it ends; of a library's tree that is no `live` one: its status."""
    to: str = ""
    """The tree or `queue:NAME` on which it goes on."""
    fixes: tuple[FixLine, ...] = ()
    group: str = ""
    """Boxes of a library that belong together."""
    reached: bool = True
    stopped: int = 0
    """Cases that stand here without an end."""
    person: int = 0
    """How often a person was asked for here."""
    unsure: int = 0


@record(kw_only=True)
class Line:
    """One way from a box to another."""

    source: str
    target: str
    key: str = ""
    """The name of the way; see `engine.ways`."""
    kind: WayKind | Literal["between"] = "between"
    label: str = ""
    when: str = ""
    asked: bool = False
    """Of a check: the answer of a person, where it could not look."""
    times: int = 0


@record(kw_only=True)
class Picture:
    """All boxes, in the order of the file, and all lines between them, in the author's order."""

    title: str
    name: str = ""
    about: str = ""
    """What else is to be known of it, in a few words."""
    start: str = ""
    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()
    """Sentences below the drawing."""
    counted: bool = False
    """Whether its counts are of real cases."""

    @property
    def by_id(self) -> dict[str, Box]:
        """The boxes by their ids."""
        return {box.id: box for box in self.boxes}


def picture_of(tree: DecisionTree) -> Picture:
    """The picture of a tree, as far as it goes: what it names and does not have is a box too."""
    flow = Flow(tree, tree.start)
    lines = tuple(line for node in tree.nodes.values() for line in _lines(node, tree, flow))
    boxes = [_box(node, node.id in flow.reachable, tree.escalate.to) for node in tree.nodes.values()]
    named = dict.fromkeys(line.target for line in lines)
    boxes += [_no_node(name, tree) for name in named if name not in tree.nodes]
    return Picture(
        title=clean(tree.title, limit=200), name=clean(tree.id), start=tree.start, boxes=tuple(boxes), lines=lines,
        about=", ".join([f"tier {tree.tier}", *([] if tree.status == "live" else [tree.status])]),
    )  # fmt: skip


def _lines(node: Node, tree: DecisionTree, flow: Flow) -> Iterator[Line]:
    for way in ways_out(node):
        for target in _targets(way, node, tree, flow):
            yield Line(
                source=node.id, target=target, key=way.key, kind=way.kind, label=clean(way.label, limit=200),
                when=clean(way.when, limit=200), asked=way.kind == "option" and isinstance(node, Check),
            )  # fmt: skip


def _targets(way: Way, node: Node, tree: DecisionTree, flow: Flow) -> tuple[str, ...]:
    if way.target == NOWHERE:
        return (LEFT,)
    if way.target == RETURN and RETURN not in tree.nodes:
        return tuple(name for name in tree.nodes if name in flow.returns.get(node.id, ())) or (RETURN,)
    return (way.target,)


def _no_node(name: str, tree: DecisionTree) -> Box:
    if name == FIXED:
        return Box(id=FIXED, kind="end", outcome="resolved")
    if name == LEFT:
        return Box(id=LEFT, kind="end", outcome="escalate", to=clean(tree.escalate.to))
    return Box(id=name, kind="missing")


def _box(node: Node, reached: bool, beyond: str) -> Box:
    text, outcome, to, fixes = "", "", "", tuple[FixLine, ...]()
    match node:
        case Ask() | Do() | Tell():
            text = _text(node.text)
        case Input():
            text = _text(node.fact.prompt) or clean(node.fact.title)
        case Check():
            text = _text(node.text) or clean(node.check)
        case Set():
            text = ", ".join(clean(f"{fact} = {source}") for fact, source in node.set)
        case Branch():
            text = ""
        case Wait():
            text = f"{_duration(node.seconds)}: {_text(node.text)}" if node.text else _duration(node.seconds)
        case Try():
            fixes = tuple(
                FixLine(fix.id, _text(fix.text), fix.cost, fix.chance, clean(fix.when), bool(fix.then))
                for fix in node.fixes
            )
        case Call():
            to = clean(node.tree)
        case Handoff():
            text, outcome, to = _text(node.reason), "handed off", clean(node.to)
        case End():
            text, outcome, to = _text(node.text) or _text(node.reason), node.end, clean(_whither(node, beyond))
    return Box(
        id=node.id, kind=_kind(node), text=text, outcome=outcome, to=to, fixes=fixes, reached=reached
    )  # fmt: skip


def _whither(node: End, beyond: str) -> str:
    """Where the case goes: an escalation that names no place takes the one of its tree."""
    return node.to or (beyond if node.end == "escalate" else "")


def _kind(node: Node) -> BoxKind:
    return node.kind  # type: ignore[return-value]  # the kinds of nodes are those of boxes


def _text(wording: Wording | None) -> str:
    """The text for all systems, else the first one, on one line."""
    return clean(to_plain(next(iter(wording.texts[::-1]), ""))) if wording else ""


def _duration(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} min" if minutes and not rest else f"{seconds} s"
