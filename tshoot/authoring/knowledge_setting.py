"""What is known once facts were computed: the `set` of nodes, options and checks."""

from __future__ import annotations

import ast
from collections.abc import Callable

from tshoot.authoring.knowledge_computing import computed
from tshoot.authoring.knowledge_conditions import Facts, State, both
from tshoot.authoring.knowledge_formulas import Atom, atom
from tshoot.authoring.knowledge_values import (
    NOTHING,
    UNASKED,
    Anything,
    Known,
    anything,
    joined,
    joined_values,
    surely,
)
from tshoot.engine.texts import fact_type
from tshoot.model.fact import Value
from tshoot.model.tree import Assignments, DecisionTree


class Setting:
    """Computes facts of one tree."""

    def __init__(self, tree: DecisionTree, facts: Facts) -> None:
        self._tree = tree
        self._facts = facts
        self.on_place: Callable[[str], None] = lambda where: None
        """Told of the dotted path of each condition or expression before it is looked at; empty: of none."""

    def assigned(
        self, where: str, assignments: Assignments, state: State, *, ask: bool = False, result: bool = False
    ) -> State:
        """The state once these facts were computed; with `ask`, what they are computed from is asked for."""
        if ask:
            # What is asked for leads to a new visit, before anything is set.
            for _, source in assignments:
                if body := atom(source):
                    asked = self._facts.settled(state, body.names)
                    state = asked if not _skips(body) else both(asked, state) or asked
        for name, source in assignments:
            body = atom(source)
            if body is None:
                continue
            self.on_place(f"{where}.set.{name}")
            if self._facts.on_read:
                for fact in body.facts:
                    # A number that counts itself up may begin at nothing.
                    seen = self.counted(fact, state) if fact == name else state.get(fact, UNASKED)
                    self._facts.on_read(fact, seen)
            if name not in state:
                continue
            value = computed(body, lambda fact, state=state: self.counted(fact, state))  # type: ignore[misc]
            values = value.values
            if isinstance(values, Anything) and result:
                values = anything(fact_type(name, self._tree))
            before = state[name]
            new = surely(values)
            if values == NOTHING:
                continue
            state = {**state, name: joined(before, new) if value.unknown else new}
        return state

    def counted(self, name: str, state: State) -> Known:
        """What a fact counts as where something is computed from it: its default, and 0 for a number."""
        known = state.get(name, UNASKED)
        if not known.unknown:
            return known
        kind = fact_type(name, self._tree)
        default: Value | None = kind.default
        if default is None and kind.kind == "number":
            default = 0
        return known if default is None else surely(joined_values(known.values, frozenset((default,))))


def _skips(body: Atom) -> bool:
    """Whether an expression may leave some of its facts unread."""
    return len(body.names) > 1 and any(isinstance(part, ast.BoolOp | ast.Compare) for part in ast.walk(body.body))
