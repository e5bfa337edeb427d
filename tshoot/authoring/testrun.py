"""Whether what came of a walk is what its test expects, and what no test of a tree takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tshoot.authoring.findings import quote
from tshoot.authoring.testwalk import Hear, Trees, Walked, walk
from tshoot.authoring.treetest import TreeTest
from tshoot.engine.session import Session
from tshoot.model.fact import Value
from tshoot.model.tree import Ask, Branch, Call, Check, DecisionTree, Do, Node, Try

SummaryText = Callable[[Session], str]
"""The summary of a session as people read it."""


@dataclass(frozen=True, slots=True)
class TestResult:
    """What came of one test."""

    test: TreeTest
    failures: tuple[str, ...]
    steps: tuple[str, ...]
    """The walk so far."""
    taken: frozenset[tuple[str, str]] = frozenset()

    @property
    def passed(self) -> bool:
        """Whether everything came as expected."""
        return not self.failures


def run_test(test: TreeTest, tree: DecisionTree, trees: Trees, hear: Hear, summary: SummaryText) -> TestResult:
    """Runs one test of a tree."""
    walked = walk(test, tree, trees, hear)
    # A walk that went astray fails all that is expected of its end: only the first mistake helps.
    failures = tuple(walked.failures) or tuple(_unexpected(test, walked, summary))
    steps = (*walked.steps, f"the end: {_reached(walked)}") if walked.session.state.ending else walked.steps
    return TestResult(test, failures, tuple(steps), frozenset(_taken(tree, walked)))


def _unexpected(test: TreeTest, walked: Walked, summary: SummaryText) -> Iterator[str]:
    yield from _wrong_end(test, walked)
    missing = _not_passed(test.passed, walked.path)
    if missing:
        yield f"did not pass {quote(missing)} in this order; passed {', '.join(walked.path)}"
    for name, wanted in test.learned.items():
        found = walked.session.state.value(name)
        if not _same(found, wanted):
            yield f"learned {name}: {_shown(found)}, expected {_shown(wanted)}"
    if test.summary:
        text = _one_line(summary(walked.session))
        yield from (
            f"the summary does not contain {quote(part)}" for part in test.summary if _one_line(part) not in text
        )


def _wrong_end(test: TreeTest, walked: Walked) -> Iterator[str]:
    ending = walked.session.state.ending
    target = walked.left_for or (ending.to if ending else "")
    found = [walked.left_for and "handed off", *((ending.outcome, ending.kind) if ending else ())]
    if ending and ending.outcome == "abandoned":
        found.append("cancelled")
    reached = _reached(walked)
    if test.end and test.end not in found:
        yield f"ended with {reached}, expected {test.end}"
    if test.handoff and not (test.handoff == target or (ending and test.handoff == f"queue:{ending.queue}")):
        yield f"ended with {reached}, expected a hand-off to {test.handoff}"


def _reached(walked: Walked) -> str:
    """How a walk came out, in words."""
    ending = walked.session.state.ending
    target = walked.left_for or (ending.to if ending else "")
    outcome: str = ending.outcome if ending else "handed off" if walked.left_for else "no end"
    if ending and ending.kind in ("request", "cancelled"):
        outcome = f"{ending.kind}, {outcome}"
    return f"{outcome} to {target}" if target else outcome


def _not_passed(wanted: Iterable[str], path: Iterable[str]) -> str:
    """The first node that was not passed in order."""
    rest = iter(path)
    return next((node for node in wanted if node not in rest), "")


def _same(found: Value | None, wanted: Value) -> bool:
    if found == wanted:
        return True
    if isinstance(found, str) and not isinstance(wanted, (str, tuple)):
        return found == (str(wanted).lower() if isinstance(wanted, bool) else str(wanted))
    return False


def _shown(value: Value | None) -> str:
    return "nothing" if value is None else ", ".join(value) if isinstance(value, tuple) else str(value)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _taken(tree: DecisionTree, walked: Walked) -> Iterator[tuple[str, str]]:
    """What was taken at each node: by answers, and by the nodes that were passed one after the other."""
    yield from walked.taken
    for place, following in pairwise(walked.path):
        found = tree.nodes.get(place)
        if isinstance(found, Branch):
            yield from ((place, f"branch.{i}") for i, arm in enumerate(found.arms) if arm.goto == following)
    for name, node in tree.nodes.items():
        if isinstance(node, Try):
            yield from _taken_fixes(tree.id, name, node, walked)


def _taken_fixes(tree: str, name: str, node: Try, walked: Walked) -> Iterator[tuple[str, str]]:
    tried = {fix.id: walked.session.state.fixes[tree, fix.id] for fix in node.fixes
             if (tree, fix.id) in walked.session.state.fixes}  # fmt: skip
    yield from ((name, f"try.{fix}") for fix in tried)
    if any(tried.values()):
        yield name, "fixed"
    elif tried and walked.path[-1:] != [list(tried)[-1]]:
        yield name, "else"


def ways_of(tree: DecisionTree) -> tuple[tuple[str, str], ...]:
    """Everything that tests of a tree can take: options, results, branches and fixes."""
    return tuple((name, way) for name, node in tree.nodes.items() for way in _ways(node))


def _ways(node: Node) -> Iterator[str]:
    match node:
        case Ask() | Check():
            yield from (f"options.{option.key}" for option in node.options)
            if isinstance(node, Ask) and node.none:
                yield "none"
            if isinstance(node, Check):
                yield from (f"on.{word}" for word in node.on)
        case Do(then=""):
            yield from ("options.Yes", "options.No")
        case Branch(arms=arms):
            yield from (f"branch.{index}" for index in range(len(arms)))
        case Call(on=on):
            yield from (f"on.{word}" for word in on)
        case Try(fixes=fixes):
            yield from (f"try.{fix.id}" for fix in fixes)
            yield from ("fixed", "else")


def never_taken(tree: DecisionTree, results: Iterable[TestResult]) -> tuple[tuple[str, str], ...]:
    """The ways that no test takes, in the order of the file."""
    taken = {way for result in results for way in result.taken}
    return tuple(way for way in ways_of(tree) if way not in taken)


def describe_way(node: str, way: str, tree: DecisionTree | None = None) -> str:
    """A way, in an author's words; with the tree, also where a branch leads."""
    kind, _, name = way.partition(".")
    words = {
        "options": f"the option {quote(name)}",
        "on": f"the result {quote(name)}",
        "branch": f"the branch {int(name) + 1 if name.isdecimal() else name}",
        "try": f"the fix {quote(name)}",
        "none": "'none'",
        "fixed": "'fixed'",
        "else": "'else'",
    }
    return f"{words[kind]} of {quote(node)}{_arm(tree.nodes.get(node), name) if tree and kind == 'branch' else ''}"


def _arm(node: Node | None, index: str) -> str:
    arm = node.arms[int(index)] if isinstance(node, Branch) else None
    return f" ({f'when {arm.when}' if arm.when else 'else'}, to {quote(arm.goto)})" if arm else ""
