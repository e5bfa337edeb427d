"""One tree file as it is on the disk, with its tests: what could be read of it, and everything that is wrong."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tshoot.authoring.files import SUFFIXES, kind_of
from tshoot.authoring.ignoring import heed
from tshoot.authoring.library import QUEUE, references
from tshoot.authoring.lint import is_broken, lint_library, lint_tree
from tshoot.authoring.parse import Parsed, parse_tree
from tshoot.authoring.source import read_bytes
from tshoot.authoring.testlint import lint_tests
from tshoot.authoring.translation import parse_translation
from tshoot.authoring.treetest import parse_tests
from tshoot.engine.graph import reachable
from tshoot.engine.markup import to_plain
from tshoot.model.diagnostic import Diagnostic, Span
from tshoot.model.tree import (
    Ask,
    Call,
    Check,
    DecisionTree,
    Do,
    End,
    Handoff,
    Input,
    Node,
    Set,
    Tell,
    Try,
    Wait,
)
from tshoot.model.wording import Wording

LONGEST = 200
"""Characters of a text in an outline."""

Trees = Callable[[str], DecisionTree | None]
"""From a tree's id to the tree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a look at a file has come to."""

    parsed: Parsed
    findings: tuple[Diagnostic, ...]
    """About the tree and the trees that it names, by place; then about its tests and translations."""
    sound: DecisionTree | None
    """The tree, where it can be walked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineNode:
    """One node, as an outline shows it."""

    id: str
    kind: str
    line: int
    text: str = ""
    """The beginning of what it says."""
    reachable: bool = True
    findings: tuple[Diagnostic, ...] = ()


def look_at(path: Path, trees: Trees, today: str = "") -> Look:
    """Reads a tree file, its tests and its translations; never raises."""
    try:
        source = read_bytes(path)
    except OSError as error:
        return _unread(path, error.strerror or str(error))
    parsed = parse_tree(source, str(path))
    own = lint_tree(parsed, str(path), today)
    sound = None if is_broken(own) else parsed.tree
    if parsed.tree is None:
        return Look(parsed=parsed, findings=own, sound=None)
    heeded = heed(str(path), parsed.text, (*own, *_about_library(parsed, trees)))
    beside = sorted(finding for other in neighbours(path) for finding in _about_neighbour(other, parsed.tree))
    return Look(parsed=parsed, findings=(*sorted(heeded), *beside), sound=sound)


def neighbours(path: Path) -> tuple[Path, ...]:
    """The tests of a tree, there or not, and its translations."""
    stem = path.name.removesuffix(path.suffix)
    tests = [path.with_name(f"{stem}.test{suffix}") for suffix in SUFFIXES]
    try:
        beside = sorted(other for other in path.parent.iterdir() if other.name.startswith(f"{stem}."))
    except OSError:
        beside = []
    found = (other for other in beside if other.suffix in SUFFIXES and other != path)
    return tuple(dict.fromkeys((*tests, *found)))


def outline(shown: Parsed, found: Look) -> tuple[OutlineNode, ...]:
    """The nodes in the order of the file, each with what is wrong there.

    `shown` has the nodes: of the file as it is, or of the last version that could be read.
    """
    tree = shown.tree
    if tree is None:
        return ()
    places = found.parsed.places if found.parsed.tree else shown.places
    lines = {name: places[key].line for name in tree.nodes if (key := f"@nodes.{name}") in places}
    at = _by_node(lines, found)
    reached = reachable(tree, tree.start if tree.start in tree.nodes else next(iter(tree.nodes)))
    return tuple(
        OutlineNode(
            id=name, kind=node.kind, line=lines.get(name, 0), text=_said(node), reachable=name in reached,
            findings=tuple(at.get(name, ())),
        )
        for name, node in tree.nodes.items()
    )  # fmt: skip


def _said(node: Node) -> str:
    """What a node says, asks for or names, on one line."""
    match node:
        case Input(fact=fact):
            return fact.name
        case Check(check=name) | Call(tree=name) | Handoff(to=name):
            return name
        case Set():
            return ", ".join(name for name, _ in node.set)
        case Try():
            return ", ".join(fix.id for fix in node.fixes)
        case Ask() | Do() | Tell() | Wait():
            text = node.text
        case End():
            text, word = node.text, node.end
            return word if text is None else f"{word}: {_first(text)}"
        case _:
            return ""
    return _first(text)


def _first(text: Wording | None) -> str:
    words = (text.text or next((one for _, one in text.variants), "")) if text else ""
    return " ".join(to_plain(words[:LONGEST]).split())


def _by_node(lines: dict[str, int], found: Look) -> dict[str, list[Diagnostic]]:
    """Findings by the node in whose lines they are."""
    names = sorted(lines, key=lambda name: lines[name])
    starts = [lines[name] for name in names]
    at: dict[str, list[Diagnostic]] = {}
    for finding in found.findings:
        index = bisect_right(starts, finding.span.line) - 1
        if index >= 0 and finding.path == found.parsed.path:
            at.setdefault(names[index], []).append(finding)
    return at


def _unread(path: Path, reason: str) -> Look:
    message = f"the file cannot be read: {reason}"
    finding = Diagnostic(str(path), Span(), "error", "unread-file", message)
    return Look(parsed=Parsed(path=str(path), tree=None, diagnostics=()), findings=(finding,), sound=None)


def _about_library(parsed: Parsed, trees: Trees) -> tuple[Diagnostic, ...]:
    """What is wrong between the tree and those that it names, directly and by way of others."""
    if parsed.tree is None:
        return ()
    named: dict[str, Parsed] = {}
    todo = [parsed.tree]
    while todo:
        for reference in references(todo.pop(), "", {}):
            name = reference.target
            if name.startswith(QUEUE) or name in named or name == parsed.tree.id:
                continue
            other = trees(name)
            named[name] = Parsed(path=f"tree {name}", tree=other, diagnostics=())
            todo += [other] if other else []
    return lint_library({parsed.path: parsed}, named)


def _about_neighbour(path: Path, tree: DecisionTree) -> tuple[Diagnostic, ...]:
    """What is wrong with a file of tests or with a translation."""
    try:
        source = read_bytes(path) if path.exists() else None
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        return (Diagnostic(str(path), Span(), "error", "unread-file", message),)
    if source is None:
        return ()
    if kind_of(path) == "translation":
        found = parse_translation(source, str(path), tree)
        return tuple(heed(str(path), found.text, found.diagnostics))
    tests = parse_tests(source, str(path))
    return tuple(heed(str(path), tests.text, lint_tests(tests, tree))) if kind_of(path) == "test" else ()
