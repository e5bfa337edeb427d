"""How much of a tree its tests take: nodes, ways (options, results, arms, fixes) and outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tshoot.authoring.findings import quote
from tshoot.authoring.testrun import TestResult, describe_way, never_taken, ways_of
from tshoot.model.record import record
from tshoot.model.tree import DecisionTree, End, Handoff


@record
class Share:
    """How many of some things were taken."""

    taken: int = 0
    all: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.taken + other.taken, self.all + other.all)

    @property
    def percent(self) -> float:
        """0 to 100; of nothing, all is taken."""
        return 100 * self.taken / self.all if self.all else 100.0

    def __str__(self) -> str:
        return f"{self.taken} of {self.all}"


@record(kw_only=True)
class Coverage:
    """What the tests of a tree take, and what they do not."""

    tree: str = ""
    nodes: Share = Share()
    ways: Share = Share()
    outcomes: Share = Share()
    missing: tuple[str, ...] = ()
    """What no test takes, in an author's words."""
    failed: int = 0
    """Tests that fail. What they take is not counted: it is not the walk that their author means."""

    @property
    def percent(self) -> float:
        """Of nodes, ways and outcomes together."""
        return (self.nodes + self.ways + self.outcomes).percent

    def __str__(self) -> str:
        return f"{self.nodes} nodes, {self.ways} ways, {self.outcomes} outcomes ({shown(self.percent)} %)"


def cover(tree: DecisionTree, results: Sequence[TestResult]) -> Coverage:
    """What those of these tests that pass take of their tree."""
    passing = [result for result in results if result.passed]
    visited = {name for result in passing for name in result.visited}
    outcomes = [name for name, node in tree.nodes.items() if isinstance(node, (End, Handoff))]
    others = [name for name in tree.nodes if name not in outcomes]
    ways, untaken = len(ways_of(tree)), never_taken(tree, passing)
    return Coverage(
        tree=tree.id,
        failed=len(results) - len(passing),
        nodes=Share(sum(name in visited for name in tree.nodes), len(tree.nodes)),
        ways=Share(ways - len(untaken), ways),
        outcomes=Share(sum(name in visited for name in outcomes), len(outcomes)),
        missing=(
            *(f"the node {quote(name)}" for name in others if name not in visited),
            *(describe_way(node, way, tree) for node, way in untaken),
            *(f"the outcome {quote(name)}" for name in outcomes if name not in visited),
        ),
    )


def total(found: Iterable[Coverage]) -> Coverage:
    """All of some trees together."""
    nodes, ways, outcomes, failed = Share(), Share(), Share(), 0
    for one in found:
        nodes, ways, outcomes = nodes + one.nodes, ways + one.ways, outcomes + one.outcomes
        failed += one.failed
    return Coverage(nodes=nodes, ways=ways, outcomes=outcomes, failed=failed)


def shown(percent: float) -> str:
    """A share in percent; 100 only where nothing is missing."""
    return f"{int(percent * 10) / 10:g}"
