"""Whether what came of a walk is what its test expects, and what no test of a tree takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from tshoot.authoring.findings import quote
from tshoot.authoring.testcase import Packet, TreeTest
from tshoot.authoring.testplan import split_facts
from tshoot.authoring.testreading import Hear
from tshoot.authoring.testreport import Difference, Line, folded, not_in_order, read_by
from tshoot.authoring.testwalk import Trees, Walked, walk
from tshoot.engine.header import priority
from tshoot.engine.markup import to_plain
from tshoot.engine.session import Session
from tshoot.engine.state import Ending
from tshoot.model.fact import Value
from tshoot.model.record import record
from tshoot.model.tree import Ask, Branch, Call, Check, DecisionTree, Do, Node, Try

SummaryText = Callable[[Session], str]
"""The summary of a session as people read it."""


@record
class TestResult:
    """What came of one test."""

    test: TreeTest
    differences: tuple[Difference, ...]
    lines: tuple[Line, ...]
    """The conversation so far."""
    taken: frozenset[tuple[str, str]] = frozenset()
    visited: frozenset[str] = frozenset()
    """Nodes of the tree that were passed."""
    path: tuple[str, ...] = ()
    """Nodes and fixes in the order of passing, those of other trees among them."""

    @property
    def passed(self) -> bool:
        """Whether everything came as expected."""
        return not self.differences

    @property
    def failures(self) -> tuple[str, ...]:
        """What came otherwise, a sentence each."""
        return tuple(one.sentence for one in self.differences)


def run_test(test: TreeTest, tree: DecisionTree, trees: Trees, hear: Hear, summary: SummaryText) -> TestResult:
    """Runs one test of a tree."""
    walked = walk(test, tree, trees, hear)
    # A walk that went astray fails all that is expected of its end: only the first mistake helps.
    differences = tuple(walked.differences) or tuple(_unexpected(test, tree, walked, summary))
    end = (Line("end", reached(walked)),) if walked.session.state.ending or walked.left_for else ()
    return TestResult(
        test,
        differences,
        (*walked.lines, *end),
        frozenset(_taken(tree, walked)),
        frozenset(walked.visited),
        tuple(walked.path),
    )


def _unexpected(test: TreeTest, tree: DecisionTree, walked: Walked, summary: SummaryText) -> Iterator[Difference]:
    yield from _wrong_end(test, walked)
    missing = _not_passed(test.passed, walked.path)
    if missing:
        path = ", ".join(walked.path)
        sentence = f"did not pass {quote(missing)} in this order; passed {path}"
        yield Difference(sentence, "the nodes that are passed", ", ".join(test.passed), path)
    for name, wanted in {**split_facts(test, tree.nodes)[1], **test.learned}.items():
        found = walked.session.state.value(name)
        if not _same(found, wanted):
            sentence = f"learned {name}: {_shown(found)}, expected {_shown(wanted)}"
            yield Difference(sentence, f"the fact {quote(name)} at the end", _shown(wanted), _shown(found))
    if missing := not_in_order(test.texts, text := read_by(walked.lines)):
        found = "it is read earlier" if missing in text else ""
        yield Difference(f"the person does not read {quote(missing)}", "what the person reads", missing, found)
    if test.summary:
        text = summary(walked.session)
        for part in test.summary:
            if folded(part) not in folded(text):
                yield Difference(f"the summary does not contain {quote(part)}", "the summary", part, text)


def _wrong_end(test: TreeTest, walked: Walked) -> Iterator[Difference]:
    ending = walked.session.state.ending
    target = walked.left_for or (ending.to if ending else "")
    found = [walked.left_for and "handed off", *((ending.outcome, ending.kind) if ending else ())]
    if ending and ending.outcome == "abandoned":
        found.append("cancelled")
    out = reached(walked)
    if test.end and test.end not in found:
        yield Difference(f"ended with {out}, expected {test.end}", "how it ends", test.end, out)
    if test.handoff and not (test.handoff == target or (ending and test.handoff == f"queue:{ending.queue}")):
        wanted = f"a hand-off to {test.handoff}"
        yield Difference(f"ended with {out}, expected {wanted}", "how it ends", wanted, out)
    elif test.packet:
        yield from _wrong_packet(test.packet, ending, walked)


def _wrong_packet(packet: Packet, ending: Ending | None, walked: Walked) -> Iterator[Difference]:
    """What goes along with a hand-off otherwise than expected."""
    if ending is None or ending.kind == "end":
        out = reached(walked)
        yield Difference(f"ended with {out}, expected a hand-off", "how it ends", "a hand-off", out)
        return
    for name, wanted, found in (
        ("reason", packet.reason, to_plain(ending.reason)),
        ("first", packet.first, to_plain(ending.first)),
        ("priority", packet.priority, priority(walked.session.state)),
    ):
        if folded(wanted) not in folded(found):
            sentence = f"{quote(name)} of the hand-off is {quote(found)}, expected {quote(wanted)}"
            yield Difference(sentence, f"{quote(name)} of the hand-off", wanted, found or "nothing")
    if packet.missing is not None and set(packet.missing) != set(ending.missing):
        wanted, found = _shown(packet.missing) or "nothing", _shown(ending.missing) or "nothing"
        sentence = f"the facts that are missing at the hand-off are {found}, expected {wanted}"
        yield Difference(sentence, "the facts that are missing at the hand-off", wanted, found)


def reached(walked: Walked) -> str:
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
