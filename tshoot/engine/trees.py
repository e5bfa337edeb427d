"""Which versions of trees a session walks: each is written down when the walk first looks at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tshoot.engine.graph import Left, steps_left
from tshoot.engine.planning import Tried
from tshoot.model.event import Pinned, Repinned
from tshoot.model.tree import DecisionTree

Version = Callable[[str, str], DecisionTree | None]
"""From a tree's id and digest to that very version; an empty digest: the newest."""

Chances = Callable[[str], Tried]
"""From a tree's id to what earlier cases say of its fixes."""

ABSENT = ""
"""The digest under which a tree is pinned that was not in the library."""


class Trees:
    """The versions of trees that a session walks, and what it needs to know about them."""

    def __init__(self, version: Version, chances: Chances | None) -> None:
        self._version = version
        self._chances = chances
        self._found: dict[str, DecisionTree | None] = {}
        self._since: dict[str, int] = {}
        """Trees that were absent at first, and the event from which on they are there."""
        self._left: dict[str, Mapping[str, Left]] = {}
        self._tried: dict[str, Tried] = {}
        self.pins: dict[str, str] = {}
        """Tree id to the digest of the version that this session walks, or `ABSENT`."""

    def get(self, name: str, seq: int | None = None) -> DecisionTree | None:
        """The version of a tree that this session walks, as it was at the event of this number."""
        if seq is not None and seq < self._since.get(name, 0):
            return None
        if name and name not in self._found:
            digest = self.pins.get(name)
            self._found[name] = None if digest == ABSENT else self._version(name, digest or "")
        return self._found.get(name)

    def left(self, name: str) -> Mapping[str, Left]:
        """What is left from each node of a tree."""
        if name not in self._left:
            tree = self.get(name)
            self._left[name] = steps_left(tree) if tree else {}
        return self._left[name]

    def tried(self, name: str) -> Tried:
        """What earlier cases said of a tree's fixes when this session came to it; it does not change later."""
        if name not in self._tried:
            self._tried[name] = self._chances(name) if self._chances and name not in self.pins else {}
        return self._tried[name]

    def pin(self, event: Pinned, seq: int) -> None:
        """Walk this version of a tree: always, or from this event on where there was none before."""
        name = event.tree
        before = self.pins.get(name)
        if before is None:
            self._tried[name] = event.tried
        elif before == ABSENT and event.digest != ABSENT:
            self._since[name] = seq
        else:
            return
        self._take(name, event.digest)

    def repin(self, event: Repinned) -> None:
        """Walk this version of a tree from the beginning on."""
        self._since.pop(event.tree, None)
        self._take(event.tree, event.digest)

    def _take(self, name: str, digest: str) -> None:
        known = self._found.get(name)
        if known is None or known.digest != digest:
            self._found.pop(name, None)
            self._left.pop(name, None)
        self.pins[name] = digest

    def unpinned(self) -> list[tuple[str, str]]:
        """Trees that the walk has looked at and whose versions are not yet written down, with their digests."""
        found = [(name, tree) for name, tree in self._found.items() if name not in self.pins]
        return [(name, tree.digest if tree else ABSENT) for name, tree in found]
