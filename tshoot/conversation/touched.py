"""Open cases that walk an older version of a tree, and what going on over a new one would cost them."""

from __future__ import annotations

from collections.abc import Iterator

from tshoot.engine.session import Session
from tshoot.engine.state import Entry
from tshoot.model.case import CaseRecord
from tshoot.model.event import Pinned
from tshoot.model.record import record
from tshoot.model.tree import DecisionTree
from tshoot.store.cases import CaseStore

MOST = 2000
"""Open cases that are looked at, the latest first."""

_AT = "2000-01-01T00:00:00.000+00:00"
"""A time for what is only tried."""


@record
class Touched:
    """One open case that walks another version of the tree."""

    case: str
    title: str
    node: str
    """Where it stands."""
    lost: tuple[Entry, ...]
    """The answers that would no longer apply."""


def touched(store: CaseStore, tree: DecisionTree) -> Iterator[Touched]:
    """The unfinished cases that going on over this version of a tree would touch."""
    for header in store.headers(status="open", limit=MOST):
        record = store.load(header.case)
        # Only what is replayed tells where a case stands; most need not be replayed to see that it is elsewhere.
        if any(isinstance(event, Pinned) and event.tree == tree.id for event in record.events):
            yield from _touched(record, header.title, tree)


def standing(store: CaseStore, name: str) -> Iterator[Touched]:
    """The unfinished cases that stand in a tree, whichever version: where it is gone, they go on over theirs."""
    for header in store.headers(status="open", limit=MOST):
        record = store.load(header.case)
        if any(isinstance(event, Pinned) and event.tree == name for event in record.events):
            state = Session(_Kept(record, None).version, record.events).state
            if not state.ending and any(frame.tree == name for frame in state.frames):
                yield Touched(record.case, header.title, state.prompt.node if state.prompt else "", ())


def _touched(record: CaseRecord, title: str, tree: DecisionTree) -> Iterator[Touched]:
    session = Session(_Kept(record, tree).version, record.events)
    state = session.state
    stands_there = any(frame.tree == tree.id for frame in state.frames)
    if state.ending or not stands_there or session.pins.get(tree.id) == tree.digest:
        return
    lost = session.lost_by(lambda copy: copy.repin(tree.id, tree.digest, at=_AT))
    yield Touched(record.case, title, state.prompt.node if state.prompt else "", lost)


class _Kept:
    """The versions that a case keeps, and the new one."""

    def __init__(self, record: CaseRecord, new: DecisionTree | None) -> None:
        self._sources = record.sources
        self._new = new

    def version(self, name: str, digest: str) -> DecisionTree | None:
        """The tree of this name and digest."""
        if self._new and name == self._new.id and digest in ("", self._new.digest):
            return self._new
        source = self._sources.get(digest)
        if source is None:
            return None
        from tshoot.authoring.parse import parse_tree

        return parse_tree(source, f"{name}.yaml").tree
