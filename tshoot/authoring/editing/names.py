"""The names in a file of trees, tests or a translation, each with its place: nodes, facts, trees and checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from tshoot.authoring.parse import Parsed
from tshoot.authoring.source import split_lines, word_inside
from tshoot.authoring.testcase import TreeTest, is_fact_question
from tshoot.authoring.translatable import Original
from tshoot.authoring.translation import ParsedTranslation
from tshoot.authoring.treetest import ParsedTests
from tshoot.authoring.writing import expressions, needs, texts
from tshoot.engine.expressions import ExpressionError, fact_names, parse
from tshoot.engine.placeholders import PlaceholderError, facts_in
from tshoot.model.diagnostic import Span
from tshoot.model.record import record
from tshoot.model.tree import RETURN, Ask, Branch, Call, Check, DecisionTree, Handoff, Input, Node, Try

NameKind = Literal["node", "fact", "tree", "check"]
QUEUE = "queue:"


@record
class Name:
    """One place where something is named."""

    kind: NameKind
    name: str
    span: Span
    defines: bool = False

    def __lt__(self, other: Name) -> bool:
        """By place."""
        return self.span < other.span

    def holds(self, line: int, column: int) -> bool:
        """Whether a place, counted from 1, is on it or right behind it."""
        return self.span.line == line and self.span.column <= column <= self.span.end_column


def names_in_tree(parsed: Parsed) -> tuple[Name, ...]:
    """All names of a tree file, by place; none while the file cannot be read."""
    return tuple(sorted(_Tree(parsed, parsed.tree).names())) if parsed.tree else ()


def names_in_tests(parsed: ParsedTests) -> tuple[Name, ...]:
    """All names of a file of tests, by place."""
    return tuple(sorted(_Tests(parsed).names()))


def names_in_translation(parsed: ParsedTranslation, tree: DecisionTree) -> tuple[Name, ...]:
    """The nodes, fixes and facts whose texts a file translates, by place."""
    return tuple(sorted(_Translated(parsed, tree).names()))


class _Places:
    """Where names stand, without their quotes."""

    def __init__(self, text: str, places: Mapping[str, Span]) -> None:
        self._lines = split_lines(text.removeprefix("\ufeff"))
        self._places = places

    def name(
        self, kind: NameKind, name: str, where: str, defines: bool = False, inner: tuple[str, int] | None = None
    ) -> Iterator[Name]:
        """The name at a dotted path, or within the text there at an offset."""
        text, offset = inner or (name, 0)
        if name and where in self._places:
            yield Name(kind, name, word_inside(self._lines, self._places[where], text, offset, len(name)), defines)

    def shown(self, text: str, where: str) -> Iterator[Name]:
        """The facts that the text at a dotted path shows."""
        try:
            found: Sequence[tuple[str, int]] = facts_in(text)
        except PlaceholderError:
            return
        for fact, offset in found:
            yield from self.name("fact", fact, where, inner=(text, text.index(fact, offset)))

    def has(self, where: str) -> bool:
        """Whether something stands there."""
        return where in self._places


class _Tree(_Places):
    def __init__(self, parsed: Parsed, tree: DecisionTree) -> None:
        super().__init__(parsed.text, parsed.places)
        self._tree = tree

    def names(self) -> Iterator[Name]:
        """All of them, in no order."""
        tree = self._tree
        yield from self.name("tree", tree.id, "id", True)
        if self.has("start"):
            yield from self.name("node", tree.start, "start")
        for index, entry in enumerate(tree.faq):
            for place, target in enumerate(entry.at):
                yield from self.name("node", target, f"faq.{index}.at.{place}")
        yield from self._tree_name(tree.escalate.to, "escalate.to" if self.has("escalate.to") else "escalate")
        for name, node in tree.nodes.items():
            yield from self.name("node", name, f"@nodes.{name}", True)
            yield from self._of_node(node, f"nodes.{name}")
        yield from self._facts()

    def _of_node(self, node: Node, where: str) -> Iterator[Name]:
        for place, target in targets(node):
            if target != RETURN:
                yield from self.name("node", target, f"{where}.{place}")
        match node:
            case Call():
                yield from self._tree_name(node.tree, f"{where}.call")
                for fact, _ in node.arguments:
                    yield from self.name("fact", fact, f"@{where}.with.{fact}")
            case Check():
                yield from self.name("check", node.check, f"{where}.check")
            case Try():
                for index, fix in enumerate(node.fixes):
                    yield from self.name("node", fix.id, f"{where}.try.{index}.id", True)
        to = getattr(node, "to", "")
        yield from self._tree_name(to, f"{where}.{'handoff' if isinstance(node, Handoff) else 'to'}")

    def _tree_name(self, name: str, where: str) -> Iterator[Name]:
        if not name.startswith(QUEUE):
            yield from self.name("tree", name, where)

    def _facts(self) -> Iterator[Name]:
        for name in self._tree.facts:
            yield from self.name("fact", name, f"@facts.{name}", True)
        for node in self._tree.nodes.values():
            yield from self._asked(node, f"nodes.{node.id}")
        for where, fact in needs(self._tree):
            yield from self.name("fact", fact, where)
        for text in texts(self._tree):
            yield from self.shown(text.text, text.where)
        yield from self._in_expressions()

    def _asked(self, node: Node, where: str) -> Iterator[Name]:
        if isinstance(node, Input):
            place = f"{where}.input.fact" if self.has(f"{where}.input.fact") else f"{where}.input"
            yield from self.name("fact", node.fact.name, place, True)
        elif isinstance(node, (Ask, Check)):
            yield from self.name("fact", node.fact, f"{where}.fact", True)

    def _in_expressions(self) -> Iterator[Name]:
        for item in expressions(self._tree):
            yield from self.name("fact", item.fact, f"@{item.where}")
            try:
                body = parse(item.source)
            except ExpressionError:
                continue
            for found in fact_names(body):
                column = len(item.source.encode()[: found.col_offset].decode(errors="ignore"))
                yield from self.name("fact", found.id, item.where, inner=(item.source, column))


def targets(node: Node) -> Iterator[tuple[str, str]]:
    """The targets that a node names, each with its dotted path below the node."""
    for key, attribute in (("then", "then"), ("fixed", "fixed"), ("else", "otherwise")):
        yield key, getattr(node, attribute, "")
    yield from ((f"on.{word}", target) for word, target in getattr(node, "on", {}).items())
    yield from ((f"options.{option.key}.goto", option.goto) for option in getattr(node, "options", ()))
    if isinstance(node, Branch):
        yield from ((f"branch.{n}.{'goto' if arm.when else 'else'}", arm.goto) for n, arm in enumerate(node.arms))
    if isinstance(node, Try):
        yield from ((f"try.{index}.then", fix.then) for index, fix in enumerate(node.fixes))


class _Tests(_Places):
    def __init__(self, parsed: ParsedTests) -> None:
        super().__init__(parsed.text, parsed.places)
        self._tests = parsed.tests

    def names(self) -> Iterator[Name]:
        """All of them, in no order."""
        for test in self._tests:
            yield from self._of(test, f"tests.{test.index}")

    def _of(self, test: TreeTest, where: str) -> Iterator[Name]:
        for index, step in enumerate(test.walk):
            name, place = step.place, f"@{where}.walk.{index}"
            if is_fact_question(name):
                head, fact = name[: name.index(":") + 1], name.partition(":")[2]
                yield from self.name("fact", fact, place, inner=(name, len(head)))
            else:
                yield from self.name("node", name, place)
        for index, name in enumerate(test.passed):
            yield from self.name("node", name, f"{where}.passed.{index}")
        for key in ("facts", "learned"):
            for name in getattr(test, key):
                yield from self.name("fact", name, f"@{where}.{key}.{name}")
        for name in test.checks:
            yield from self.name("check", name, f"@{where}.checks.{name}")
        for name in test.calls:
            yield from self.name("tree", name, f"@{where}.calls.{name}")
        if not test.handoff.startswith(QUEUE):
            to = f"{where}.handoff.to"
            yield from self.name("tree", test.handoff, to if self.has(to) else f"{where}.handoff")
        for index, fact in enumerate((test.packet.missing or ()) if test.packet else ()):
            yield from self.name("fact", fact, f"{where}.handoff.missing.{index}")


class _Translated(_Places):
    def __init__(self, parsed: ParsedTranslation, tree: DecisionTree) -> None:
        super().__init__(parsed.text, parsed.places)
        self._seen = parsed.seen
        self._texts = parsed.texts
        self._parts: dict[str, tuple[tuple[NameKind, str, int], ...]] = {}
        """The path of what has texts, to the names in it with their offsets."""
        self._parts |= {f"facts.{name}": (("fact", name, len("facts.")),) for name in tree.facts}
        for node in tree.nodes.values():
            own = self._parts[f"nodes.{node.id}"] = (("node", node.id, len("nodes.")),)
            for index, fix in enumerate(node.fixes if isinstance(node, Try) else ()):
                path = f"nodes.{node.id}.try."
                # A fix without an id of its own is called after its list.
                name = node.id if fix.id == f"{node.id}.{index + 1}" else fix.id
                self._parts[path + fix.id] = (*own, ("node", name, len(path)))

    def names(self) -> Iterator[Name]:
        """All of them, in no order."""
        for path, parts in self._parts.items():
            kind, name, offset = parts[-1]
            yield from self.name(kind, name, f"@{path}", inner=(path[offset:], 0))
        for path, text in self._texts.items():
            for own, part in _by_place(text):
                yield from self.shown(part, f"{path}.{own}" if self.has(f"{path}.{own}") else path)
        for path in self._seen:
            for kind, name, offset in self._parts.get(self._owner(path), ()):
                yield from self.name(kind, name, f"@seen.{path}", inner=(path, offset))

    def _owner(self, path: str) -> str:
        """The longest part of a path that has a name: ids may have dots."""
        while path and path not in self._parts:
            path = path.rpartition(".")[0]
        return path


def _by_place(text: Original) -> Iterable[tuple[str, str]]:
    """The parts of a text, each with the key or number that it has where there are several."""
    if isinstance(text, tuple):
        return ((str(index), part) for index, part in enumerate(text))
    return (*text.variants, ("else", text.text))
