"""A session's walk of one tree as a test of that tree: answers as typed, with what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tshoot.authoring.testcase import AT, WALK, Simulated, Step, TreeTest
from tshoot.authoring.treetest import ENDS
from tshoot.authoring.writing import expressions, needs, texts, wordings
from tshoot.engine.expressions import ExpressionError, names
from tshoot.engine.placeholders import PlaceholderError, facts_in
from tshoot.engine.session import Session
from tshoot.engine.state import Entry
from tshoot.model.event import AskedForPerson, Checked, Learned, Started
from tshoot.model.fact import Value
from tshoot.model.record import record
from tshoot.model.standard import LEAVING_FACTS
from tshoot.model.tree import DecisionTree, Try

_SILENT = ("instruction", "wait")
"""Steps that a test takes by itself."""


@record(kw_only=True)
class Recorded:
    """A walk that became a test."""

    test: TreeTest
    secrets: tuple[str, ...] = ()
    """Questions whose answers are secret: the test passes over them, which leads the same way."""
    reordered: bool = False
    """Whether the fixes stand in another order than they came: that of the author, which a test takes."""
    made_up: tuple[str, ...] = ()
    """Fixes that this order comes to, and the walk did not."""


@record(kw_only=True)
class _Part:
    """What happened in one tree, until the walk ended or left it."""

    entries: tuple[Entry, ...]
    since: int
    """Number of the event with which the tree was entered."""
    until: int
    """Number of the first event behind it."""
    left_for: str = ""


def record_walk(session: Session, tree: DecisionTree, name: str) -> Recorded | None:
    """The walk of a tree, where this session came to it; nothing where it did not."""
    part = next((part for part_tree, part in _parts(session) if part_tree == tree.id), None)
    if part is None:
        return None
    steps = tuple(entry for entry in part.entries if entry.kind == "step" and entry.what not in _SILENT)
    steps = tuple(entry for entry in steps if not _border(entry, part))
    given = _given(session, tree, part)
    called = dict.fromkeys(entry.tree for entry in part.entries if entry.kind in ("step", "check", "tell"))
    walk = [(entry.step, Step(entry.node, _said(entry))) for entry in steps]
    walk += _for_person(session, part)
    test = TreeTest(
        name=name,
        persona=session.state.persona,
        at=_moment(session, tree),
        facts=given,
        checks=_checks(session, part),
        calls={other: WALK for other in called if other != tree.id},
        walk=tuple(step for _, step in sorted(walk, key=lambda one: one[0])),
        learned=_learned(session, tree, part, given),
    )
    return Recorded(test=_with_end(test, session, part), secrets=tuple(e.node for e in steps if _is_secret(e)))


def in_authors_order(recorded: Recorded, tree: DecisionTree, asked: str, waiting: str) -> Recorded | None:
    """The walk with its fixes nearer to the author's order, which a test takes, where the case had learned another.

    The fix that is asked comes before the one that the walk goes on at; one that is not come to any more is left out.
    Nothing where that is not what is wrong.
    """
    lists = [{fix.id for fix in node.fixes} for node in tree.nodes.values() if isinstance(node, Try)]
    fixes = next((fixes for fixes in lists if waiting in fixes), set[str]())
    walk = list(recorded.test.walk)
    places = [step.place for step in walk]
    if not fixes or waiting not in places or asked in recorded.made_up:
        return None
    at = places.index(waiting)
    made_up = recorded.made_up
    if asked not in fixes:
        if fixes.isdisjoint(places[:at]):
            return None
        del walk[at]
    elif asked in places[at:]:
        walk.insert(at, walk.pop(places.index(asked, at)))
    else:
        walk.insert(at, Step(asked, "No"))
        made_up = (*made_up, asked)
    passed = tuple(step.place for step in walk) if recorded.test.passed else ()
    test = replace(recorded.test, walk=tuple(walk), passed=passed)
    return replace(recorded, test=test, made_up=made_up, reordered=True)


def trees_walked(session: Session) -> tuple[str, ...]:
    """The trees of a session in which something was answered, each once."""
    return tuple(
        dict.fromkeys(tree for tree, part in _parts(session) if any(e.kind == "step" for e in part.entries))
    )


def _parts(session: Session) -> Iterator[tuple[str, _Part]]:
    """Each tree that was walked by itself, with what happened in it."""
    starts = [(seq, event) for seq, event in enumerate(session.events) if isinstance(event, Started)]
    if not starts:
        return
    since, started = starts[-1]
    root, entries = started.tree, list[Entry]()
    for entry in session.state.entries:
        if entry.kind == "handoff" and entry.what:
            yield root, _Part(entries=tuple(entries), since=since, until=entry.step, left_for=entry.what)
            root, entries, since = entry.what, [], entry.step
        else:
            entries.append(entry)
    yield root, _Part(entries=tuple(entries), since=since, until=len(session.events))


def _border(entry: Entry, part: _Part) -> bool:
    """Whether a question belongs to the leaving for a tree that the test does not enter."""
    return bool(part.left_for) and entry.node.removeprefix("fact:") in LEAVING_FACTS and ":" in entry.node


def _is_secret(entry: Entry) -> bool:
    return entry.how == "value" and entry.answer == "(kept secret)"


def _said(entry: Entry) -> str:
    """An answer as it was typed, else as a test takes it."""
    if _is_secret(entry) or entry.how == "skip":
        return "/skip"
    if entry.how == "unknown":
        return entry.words or "/unknown"
    return entry.words or entry.answer


def _for_person(session: Session, part: _Part) -> list[tuple[int, Step]]:
    """That the person asked for a person, where the walk stood then."""
    state = session.state
    way = state.ending or state.leaving
    asked = [seq for seq, event in enumerate(session.events) if isinstance(event, AskedForPerson)]
    if part.left_for or not asked or not way or way.kind != "person" or not state.frames:
        return []
    frame = state.frames[-1]
    place = frame.trials[-1].fix if frame.trials and frame.trials[-1].node == frame.node else frame.node
    return [(asked[-1], Step(place, "/person"))]


def _checks(session: Session, part: _Part) -> dict[str, Simulated]:
    """What each check found, run by run."""
    runs: dict[str, list[Simulated]] = {}
    for entry in part.entries:
        event = session.events[entry.step] if entry.kind == "check" else None
        if isinstance(event, Checked):
            word = event.result if event.status == "done" else event.status
            values = event.values if event.status == "done" else {}
            runs.setdefault(event.check, []).append(Simulated(word, dict(values)))
    return {name: _joined(found) for name, found in runs.items()}


def _joined(found: Sequence[Simulated]) -> Simulated:
    return found[0] if all(one == found[0] for one in found) else replace(found[0], later=tuple(found[1:]))


def _given(session: Session, tree: DecisionTree, part: _Part) -> dict[str, Value]:
    """Facts that the tree uses and that were known when it was entered, or told from the side."""
    used = used_facts(tree)
    given: dict[str, Value] = {}
    for name, known in session.state.facts.items():
        told = 0 <= known.step < part.until and isinstance(session.events[known.step], Learned)
        kind = session.fact_type(name)
        if name in used and (known.step <= part.since or told) and not (kind and kind.secret):
            given[name] = known.value
    return given


def used_facts(tree: DecisionTree) -> frozenset[str]:
    """The facts that a tree asks for, needs, compares or names in a text."""
    used = {*tree.facts, *(fact for _, fact in needs(tree))}
    for item in expressions(tree):
        try:
            used |= names(item.source)
        except ExpressionError:
            continue
    for text in texts(tree):
        try:
            used |= {name for name, _ in facts_in(text.text)}
        except PlaceholderError:
            continue
    if any(wording.variants for _, wording in wordings(tree)):
        used.add("os")
    return frozenset(used)


def _learned(session: Session, tree: DecisionTree, part: _Part, given: dict[str, Value]) -> dict[str, Value]:
    """What the walk taught of the tree's own facts."""
    return {
        name: known.value
        for name, known in session.state.facts.items()
        if name in tree.facts and name not in given and part.since < known.step < part.until
        and not tree.facts[name].secret
    }  # fmt: skip


def _moment(session: Session, tree: DecisionTree) -> str:
    """The day of the walk, where dates matter to the tree."""
    dated = any(fact.kind == "date" for fact in tree.facts.values())
    return f"{session.events[0].at[:10]}{AT[10:]}" if dated and session.events else AT


def _with_end(test: TreeTest, session: Session, part: _Part) -> TreeTest:
    """The test with how the walk came out; one without an end expects what was passed."""
    ending = session.state.ending
    if part.left_for:
        return replace(test, handoff=part.left_for)
    if ending is None:
        return replace(test, passed=tuple(step.place for step in test.walk))
    target = ending.to or (f"queue:{ending.queue}" if ending.queue else "")
    words = [
        word for word in (ending.kind, ending.outcome) if word in ENDS and not (target and word == "handed off")
    ]
    return replace(test, end=words[0] if words else "", handoff=target)
