"""Newer versions of the trees that a case was walked on."""

from __future__ import annotations

from tshoot.conversation.workplace import Workplace
from tshoot.engine.session import Session
from tshoot.engine.state import Entry
from tshoot.model.record import record
from tshoot.model.tree import DecisionTree


@record
class Newer:
    """A newer version of a tree, and the steps that going on over it would lose."""

    tree: str
    title: str
    digest: str
    lost: tuple[Entry, ...]


def newer_versions(workplace: Workplace, session: Session) -> tuple[Newer, ...]:
    """What has changed in the library since this unfinished session was walked."""
    if session.state.ending:
        return ()
    found = []
    # What was walked before a hand-off or a call that is over stays as it was done.
    for name in dict.fromkeys(frame.tree for frame in session.state.frames):
        digest = session.pins.get(name)
        tree = workplace.catalogue.tree(name) if digest else None
        if tree and tree.digest != digest:
            found.append(Newer(name, tree.title, tree.digest, _lost(workplace, session, tree)))
    return tuple(found)


def _lost(workplace: Workplace, session: Session, tree: DecisionTree) -> tuple[Entry, ...]:
    return session.lost_by(lambda copy: copy.repin(tree.id, tree.digest, at=workplace.now()))
