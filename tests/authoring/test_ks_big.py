"""What is said to be known holds for what the engine does: random small trees, walked at random."""

from __future__ import annotations

import json
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.engine import wild
from tests.support import AT, Library, tree
from tshoot.authoring.flow import Flow
from tshoot.authoring.knowledge import Knowledge
from tshoot.authoring.knowledge_conditions import State
from tshoot.authoring.knowledge_values import holds_value
from tshoot.engine import state as engine
from tshoot.engine.session import Session
from tshoot.model.fact import Value
from tshoot.model.tree import Try

SEEDS = st.integers(0, 2**32 - 1)
CONDITIONS = (
    "fc == 'Red'", "fc != 'Red'", "fc in ('Red', 'Blue')", "fc not in ['Blue']", "not known(fc) or fc == 'Blue'",
    "fn < 5", "fn >= 5 and fn < 9", "3 < fn < 8", "fn + 1 > 6", "fn == 3 or fn == 4", "fn / 2 > 1", "len(ft) > 3",
    "known(ft)", "ft", "ft != 'plain'", "ft == fc", "'lai' in ft", "os != 'macOS'", "os == 'macOS' and fc == 'Red'",
    "'One' in fm", "'Two' not in fm", "'One' in fm and 'Two' in fm", "known(fm)", "len(fm) == 2", "not fy",
    "fy == 'Yes'", "fb", "fb == true", "not fb", "known(fb) and not fb", "true", "1 > 2", "ft < 'n'", "fn", "-fn < -4",
    "fg > 10 and known(ft)", "fg > 4", "fd < '2024-01-02'", "fd >= '2024-01-01' and fd < '2024-01-02'", "fd == '2024-01-02'",
    "fd in ['2024-01-02', '2025-03-04']", "'2024' in fd", "fd < fe", "fd == fe", "fd == ft", "fd != '2019-06-01'",
    "fd <= '2024-01-01' or fe > '2024-01-01'", "known(fd)", "not fd", "fg == fn",
    "not known(fd) or fd >= '2020-01-01'", "not (fg > 10)", "fe < fd and fd < '2024-01-03'",
)  # fmt: skip
FACTS = {
    **wild.FACTS,
    "fg": {"type": "number", "min": 0, "max": 10, "prompt": "How many?"},
    "fb": {"type": "boolean"},
    "fd": {"type": "date", "min": "2020-01-01", "max": "2026-12-31", "prompt": "Since when?"},
    "fe": {"type": "date"},
    "fm": {"type": "list", "values": ["One", "Two"]},
    "fy": {"type": "choice", "values": ["Yes", "No", "Not sure", "*Odd* {zz}"]},
}
BEFORE: dict[str, list[Value]] = {
    "fc": ["Red", "Blue", "Green"], "os": ["Red", "macOS", "Windows"], "fn": [3, 4.5, 12, -1], "ft": ["plain", "x"],
    "fb": [True, False], "fm": [("One",), (), ("One", "Two"), ("Three",)], "fy": ["Yes", "Maybe"],
    "fd": ["2020-01-01", "2024-01-01", "2026-12-31"], "fg": [0, 10],
    "fe": ["1999-12-31", "2024-01-01", "2024-01-02"],
}  # fmt: skip


def library(random: Random, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Wild trees that declare their facts alike and look at them in many ways."""
    monkeypatch.setattr(wild, "CONDITIONS", CONDITIONS)
    found = {}
    for name, source in wild.library(random).items():
        read = json.loads(source)
        found[name] = json.dumps({**read, "facts": FACTS})
    return found


class Watch:
    """The trees of a session, with what is said to be known at their nodes."""

    def __init__(self, trees: Library, own: frozenset[str] = frozenset()) -> None:
        self.trees = dict(trees.newest)
        self._said = {name: Knowledge(one, Flow(one, one.start), own) for name, one in self.trees.items()}

    def look(self, state: engine.State) -> None:
        """The state of a walk that asks something is among what is said of its node."""
        if state.prompt is None or state.leaving or not state.frames:
            return
        frame = state.frames[-1]
        said, node = self._said[frame.tree], frame.node
        assert node in said.arrivals, f"a walk came to {frame.tree}.{node}, which is said never to happen"
        here = said.arrivals[node]
        if not state.prompt.node.startswith("fact:"):
            assert contains(said.inside[node], state), (node, state.facts)
        assert contains(here, state, half_asked=True), (node, state.facts, here)
        if state.prompt.kind in ("ask", "many"):
            for choice in state.prompt.choices:
                came = said.conditions.get(f"nodes.{node}.options.{choice.key}.when")
                assert came is None or came.holds is not None
        self._fix(said, state, node)

    def _fix(self, said: Knowledge, state: engine.State, node: str) -> None:
        found = self.trees[state.tree].nodes[node]
        if isinstance(found, Try) and state.prompt:
            for index, fix in enumerate(found.fixes):
                if fix.id == state.prompt.node and not state.frames[-1].asking:
                    came = said.conditions.get(f"nodes.{node}.try.{index}.when")
                    assert came is None or came.holds is not None


def contains(said: State, state: engine.State, *, half_asked: bool = False) -> bool:
    """Whether the facts of a walk are among those that are said to be possible."""
    for name, known in said.items():
        value = state.value(name)
        if value is not None:
            if not holds_value(known.values, value) and not (half_asked and known.unknown):
                return False
        elif not (half_asked or known.unasked or (known.declined and name in state.declined)):
            return False
    return True


def walk(session: Session, watch: Watch, random: Random) -> None:
    for _ in range(40):
        watch.look(session.state)
        if session.state.prompt is None:
            break
        wild.answer(session, random)


@settings(max_examples=4000, deadline=None)
@given(SEEDS)
def test_what_a_walk_through_several_trees_knows_is_among_what_is_said(seed: int) -> None:
    random = Random(seed)
    with pytest.MonkeyPatch.context() as patched:
        trees = Library(**library(random, patched))
    facts = {name: random.choice(values) for name, values in BEFORE.items() if random.random() < 0.3}
    session = Session(trees)
    session.start("a", at=AT, persona=random.choice(["user", "agent"]), facts=facts)
    walk(session, Watch(trees), random)


@settings(max_examples=6000, deadline=None)
@given(SEEDS)
@example(1714)
def test_what_a_walk_from_nothing_knows_is_among_what_is_said(seed: int) -> None:
    random = Random(seed)
    trees = Library(a=alone(random))
    watch = Watch(trees, frozenset(FACTS))
    for _ in range(4):
        session = Session(trees)
        session.start("a", at=AT, persona=random.choice(["user", "agent"]))
        walk(session, watch, random)


def alone(random: Random) -> str:
    """A tree that names no tree that exists."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(wild, "TREES", ("b",))
        return library(random, patched)["b"]


def test_the_trees_of_these_tests_are_no_trees_without_conditions() -> None:
    found = [tree(alone(Random(seed)), "b") for seed in range(120)]
    said = [Knowledge(one, Flow(one, one.start), frozenset(FACTS)) for one in found]
    came = [one for known in said for one in known.conditions.values()]
    assert sum(one.holds is None for one in came) > 10
    assert sum(one.fails is None for one in came) > 5
    assert any(len(one.arrivals) < len(known.nodes) for one, known in zip(said, found, strict=True))
