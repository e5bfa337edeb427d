"""What is different for people between two versions of a tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, get_args

from tshoot.authoring.facets import Facet, Facets, Group, facets
from tshoot.model.record import record
from tshoot.model.tree import Ask, Check, DecisionTree, Node, Try

ChangeKind = Literal["added", "removed", "changed", "renamed"]

GROUPS: tuple[Group, ...] = get_args(Group)
_NEAR = 80
"""How alike two nodes must be, in percent, for the one to be the other under a new id."""
_PAIRS = 4000
"""More are not compared: a tree that is wholly new has no renamed nodes."""


@record
class Change:
    """One difference."""

    group: Group
    kind: ChangeKind
    node: str
    """The node's id in the new version, else in the old one; empty: the tree itself."""
    what: str
    """What changed, in an author's words."""
    before: str = ""
    after: str = ""
    way: str = ""
    """The way of the node that it is about, as coverage names it; empty: all of the node."""


def changes(old: DecisionTree, new: DecisionTree) -> tuple[Change, ...]:
    """All differences that somebody meets, in the order of the new version, group by group."""
    names = renamed(old, new)
    before, after = _called(facets(old), names), facets(new)
    found = [Change("questions", "renamed", now, "the node", was, now) for was, now in names.items()]
    found += _nodes(old, new, names)
    found += _orders(old, new, names)
    whole = {change.node for change in found if change.kind in ("added", "removed")}
    found += _pieces({place: one for place, one in before.items() if place[0] not in whole},
                     {place: one for place, one in after.items() if place[0] not in whole})  # fmt: skip
    order = {name: index for index, name in enumerate(["", *new.nodes, *old.nodes])}
    return tuple(sorted(found, key=lambda change: (GROUPS.index(change.group), order[change.node])))


def renamed(old: DecisionTree, new: DecisionTree) -> dict[str, str]:
    """Old ids of nodes to their new ones, where what stands in them is the same or nearly so."""
    gone = {name: _body(old, name) for name in old.nodes if name not in new.nodes}
    come = {name: _body(new, name) for name in new.nodes if name not in old.nodes}
    if not gone or not come or len(gone) * len(come) > _PAIRS:
        return {}
    from rapidfuzz.fuzz import ratio

    pairs = [
        (ratio(text, other), was, now)
        for was, text in gone.items()
        for now, other in come.items()
        if old.nodes[was].kind == new.nodes[now].kind
    ]
    found: dict[str, str] = {}
    for score, was, now in sorted(pairs, key=lambda pair: -pair[0]):
        if score >= _NEAR and was not in found and now not in found.values():
            found[was] = now
    return found


def _body(tree: DecisionTree, name: str) -> str:
    """What stands in a node, without where it leads: targets may have been renamed, too."""
    return "\n".join(
        f"{key} {facet.value}" for (node, key), facet in facets_of(tree, name) if not key.startswith("to.")
    )


def facets_of(tree: DecisionTree, name: str) -> Iterator[tuple[tuple[str, str], Facet]]:
    """The pieces of one node."""
    alone = replace(tree, nodes={name: tree.nodes[name]}, facts={}, faq=())
    return ((place, facet) for place, facet in facets(alone).items() if place[0] == name)


def _called(pieces: Facets, names: Mapping[str, str]) -> Facets:
    """The pieces of the old version, with the nodes as they are called in the new one."""
    if not names:
        return pieces
    return {
        (names.get(node, node), key): replace(facet, value=_naming(key, facet.value, names))
        for (node, key), facet in pieces.items()
    }


def _naming(key: str, value: str, names: Mapping[str, str]) -> str:
    """A piece that names nodes, with their new names."""
    if key == "branch":
        rows = (row.rpartition(": ") for row in value.split("\n"))
        return "\n".join(f"{when}{colon}{names.get(target, target)}" for when, colon, target in rows)
    if key.startswith("faq.") and key.endswith(".at"):
        return ", ".join(names.get(node, node) for node in value.split(", "))
    return names.get(value, value) if key == "start" or key.startswith("to.") else value


def _nodes(old: DecisionTree, new: DecisionTree, names: Mapping[str, str]) -> Iterator[Change]:
    """Nodes that are new or gone as a whole."""
    for name in new.nodes:
        if name not in old.nodes and name not in names.values():
            yield Change(_group(new, name), "added", name, _noun(new, name), "", _text(new, name))
    for name in old.nodes:
        if name not in new.nodes and name not in names:
            yield Change(_group(old, name), "removed", name, _noun(old, name), _text(old, name), "")


def _orders(old: DecisionTree, new: DecisionTree, names: Mapping[str, str]) -> Iterator[Change]:
    """Options, and fixes that are tried as written, that come in another order; new and lost ones aside."""
    for was, node in old.nodes.items():
        name = names.get(was, was)
        before, after = _in_order(node), _in_order(new.nodes.get(name))
        first, then = [key for key in before if key in after], [key for key in after if key in before]
        if first != then:
            what = "the order of the fixes" if isinstance(node, Try) else "the order of the options"
            yield Change("questions", "changed", name, what, ", ".join(first), ", ".join(then))


def _in_order(node: Node | None) -> list[str]:
    """What people meet in the order in which it is written."""
    if isinstance(node, (Ask, Check)):
        return [option.key for option in node.options]
    return [fix.id for fix in node.fixes] if isinstance(node, Try) and node.written else []


def _group(tree: DecisionTree, name: str) -> Group:
    kind = tree.nodes[name].kind
    return (
        "outcomes" if kind in ("end", "handoff") else "ways" if kind in ("branch", "set", "call") else "questions"
    )


_NOUNS = {
    "ask": "the question", "input": "the question", "do": "the instruction", "tell": "the text",
    "check": "the check", "branch": "the branch", "set": "the computed facts", "wait": "the wait",
    "try": "the list of fixes", "call": "the call", "handoff": "the hand-off", "end": "the end",
}  # fmt: skip


def _noun(tree: DecisionTree, name: str) -> str:
    return _NOUNS[tree.nodes[name].kind]


def _text(tree: DecisionTree, name: str) -> str:
    """What best stands for a node: what people read there, else where it leads."""
    pieces = {key: facet.value for (_, key), facet in facets_of(tree, name)}
    order = ("ask", "do", "tell", "input.prompt", "handoff", "end", "call", "branch", "set", "check")
    fixes = [value for key, value in pieces.items() if key.startswith("try.") and key.endswith(".do")]
    return next((pieces[key] for key in order if pieces.get(key)), "\n".join(fixes))


def _pieces(before: Facets, after: Facets) -> Iterator[Change]:
    """Pieces that are new, gone or different; those of a new or lost option or fix are one."""
    fresh = _owners(after, before)
    lost = _owners(before, after)
    for place, facet in after.items():
        was = before.get(place)
        if was is None and not _owned(place, facet, fresh):
            yield Change(
                facet.group, "added", place[0], facet.what, "", facet.value + _to(place, after), facet.way
            )
        elif was is not None and was.value != facet.value:
            yield Change(facet.group, "changed", place[0], facet.what, was.value, facet.value, facet.way)
    for place, facet in before.items():
        if place not in after and not _owned(place, facet, lost):
            yield Change(facet.group, "removed", place[0], facet.what, facet.value, "", facet.way)


def _owners(here: Facets, there: Facets) -> frozenset[tuple[str, str]]:
    """Options and fixes that are only here, by node and way."""
    owners = ((node, facet.way) for (node, key), facet in here.items() if facet.way and key in _keys_of(facet.way))
    return frozenset((node, way) for node, way in owners if not any((node, key) in there for key in _keys_of(way)))


def _keys_of(way: str) -> tuple[str, ...]:
    """The places that stand for a whole option or fix."""
    return (way, f"{way}.do")


def _owned(place: tuple[str, str], facet: Facet, owners: Iterable[tuple[str, str]]) -> bool:
    """Whether a piece goes with an option or fix that is new or gone as a whole."""
    return (place[0], facet.way) in owners and place[1] not in _keys_of(facet.way)


def _to(place: tuple[str, str], pieces: Facets) -> str:
    """Where a new option leads."""
    leads = pieces.get((place[0], f"to.{place[1]}"))
    return f" (leads to {leads.value})" if leads else ""


@record
class Walk:
    """What one test of the new version takes."""

    test: str
    path: frozenset[str]
    """The nodes that it passes."""
    taken: frozenset[tuple[str, str]]
    """The ways that it takes."""
    passed: bool = True


def covering(change: Change, walks: Sequence[Walk]) -> tuple[str, ...]:
    """The tests that come upon a change."""
    return tuple(walk.test for walk in walks if _comes_upon(change, walk))


def _comes_upon(change: Change, walk: Walk) -> bool:
    if change.node not in walk.path or change.kind == "removed":
        return False
    kind = change.way.partition(".")[0]
    return (change.node, change.way) in walk.taken if kind in ("options", "on", "try", "branch") else True
