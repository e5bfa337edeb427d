"""The script of a session: every event that counts, with the state that it led to."""

from __future__ import annotations

from collections.abc import Callable

from tshoot.engine.state import State
from tshoot.model.event import Event

Item = tuple[int, Event]
"""An event that counts, with its sequence number."""

Apply = Callable[[State, Item], State | None]
"""From a state and an item to the next state; `None` where the item does not fit."""

RECENT = 64
"""So many of the latest states are kept: going back is a cut there, and not a recomputation."""

SPACING = 64
"""Of the others, every so manieth is kept; a state grows with its session, and thousands would fill the memory."""


class Script:
    """Items and the states behind them."""

    def __init__(self, apply: Apply) -> None:
        self._apply = apply
        self._items: list[Item] = []
        self._states: dict[int, State] = {}

    @property
    def items(self) -> list[Item]:
        """All items, in order; not to be changed."""
        return self._items

    @property
    def state(self) -> State:
        """The state that all items lead to."""
        return self._states[len(self._items) - 1] if self._items else State()

    def begin(self, first: Item, state: State) -> None:
        """Start anew, with what the first item leads to."""
        self._items, self._states = [first], {0: state}

    def append(self, item: Item) -> bool:
        """Apply one more item; one that does not fit is left out."""
        after = self._apply(self.state, item)
        if after is None:
            return False
        self._keep(len(self._items), after)
        self._items.append(item)
        return True

    def cut(self, index: int) -> list[Item]:
        """Take away the items from an index on, at least 1; these."""
        gone = self._items[index:]
        del self._items[index:]
        for place in [place for place in self._states if place >= index]:
            del self._states[place]
        self.state_at(index - 1, keep=True)
        return gone

    def state_at(self, index: int, *, keep: bool = False) -> State:
        """The state behind the item at an index."""
        place = next(place for place in range(index, -1, -1) if place in self._states)
        state = self._states[place]
        for later in range(place + 1, index + 1):
            after = self._apply(state, self._items[later])
            assert after is not None, "an item of the script fitted once and must fit again"
            state = after
            if keep:
                self._states[later] = state
        return state

    def _keep(self, index: int, state: State) -> None:
        self._states[index] = state
        if (index - RECENT) % SPACING:
            self._states.pop(index - RECENT, None)
