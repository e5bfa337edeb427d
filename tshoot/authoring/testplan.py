"""What a test has still to say: the items of its walk, and its answers wherever the walk stands."""

from __future__ import annotations

from collections.abc import Mapping

from tshoot.authoring.findings import quote
from tshoot.authoring.testcase import Answer, Step, TreeTest, is_fact_question
from tshoot.engine.state import State
from tshoot.model.fact import Value
from tshoot.model.tree import Ask, Check, Input, Node


class Plan:
    """The answers of a test that were not given yet."""

    def __init__(self, test: TreeTest, nodes: Mapping[str, Node]) -> None:
        self._nodes = nodes
        self._items = list(test.walk)
        self._answers = list(test.answers)

    @property
    def waiting(self) -> str:
        """The place at which the walk goes on; empty: nowhere in particular."""
        return self._items[0].place if self._items else ""

    def is_next(self, node: str) -> bool:
        """Whether the walk goes on at this node."""
        return bool(self._items) and self._items[0].place in (node, node.removeprefix("fact:"))

    def next(self, node: str) -> Step | None:
        """What is said at this node."""
        if self.is_next(node):
            return self._items[0]
        return Step(node, self._answers[0]) if self._answers else None

    def take(self, node: str) -> None:
        """What is said at this node has been said."""
        del (self._items if self.is_next(node) else self._answers)[0]

    def drop(self, node: str) -> None:
        """Pass over what the walk says at this node, if it says something there."""
        if self.is_next(node):
            self.take(node)

    def skip_known(self, node: str, state: State) -> None:
        """Passes over items of the walk whose answers were known already."""
        while self._items and not self.is_next(node) and self._is_known(self._items[0], state):
            del self._items[0]

    def rest(self, state: State) -> tuple[str, str]:
        """What the walk did not come to, as the end of a sentence; and its place, where the test names one."""
        unsaid = next((item for item in self._items if not self._is_known(item, state)), None)
        if unsaid:
            return quote(unsaid.place), unsaid.place
        return (f"the answer {quote(str(self._answers[0]))}" if self._answers else ""), ""

    def _is_known(self, item: Step, state: State) -> bool:
        node = self._nodes.get(item.place)
        fact = asks_for(item.place, node)
        value = state.value(fact) if fact else None
        if value is None:
            return False
        options = node.options if isinstance(node, (Ask, Check)) else ()
        same = {str(value).casefold(), *(_plain(o.label, *o.means) for o in options if o.key == value)}
        said = _plain(*item.say) if isinstance(item.say, tuple) else item.say.casefold()
        if isinstance(value, tuple):
            return said == _plain(*value)
        return any(said in known.split("\0") for known in same)


def asks_for(place: str, node: Node | None) -> str:
    """The fact that is asked for at a place; empty where none is."""
    if is_fact_question(place):
        return place.removeprefix("fact:")
    return node.fact.name if isinstance(node, Input) else node.fact if isinstance(node, (Ask, Check)) else ""


def split_facts(test: TreeTest, nodes: Mapping[str, Node]) -> tuple[dict[str, Value], dict[str, Value]]:
    """The facts of a test: those that are known from the start, and those that its walk asks for."""
    asked = {asks_for(step.place, nodes.get(step.place)) for step in test.walk}
    given = {name: value for name, value in test.facts.items() if name not in asked}
    return given, {name: value for name, value in test.facts.items() if name in asked}


def _plain(*words: str | Answer) -> str:
    return "\0".join(str(word).casefold() for word in words)
