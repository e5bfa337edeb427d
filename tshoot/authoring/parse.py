"""From the source of a tree file to a tree, with all of its mistakes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import PurePath
from typing import get_args

from tshoot.authoring.context import Context
from tshoot.authoring.facts import tree_facts
from tshoot.authoring.fields import INDENT_IT, NAME, Fields
from tshoot.authoring.files import LANGUAGE
from tshoot.authoring.findings import Findings, quote
from tshoot.authoring.fixes import ID_RULE, is_id
from tshoot.authoring.items import Hole, Items, Pair, Pairs, Scalar
from tshoot.authoring.leaving import destination, leaving
from tshoot.authoring.nodes import node
from tshoot.authoring.reader import read
from tshoot.authoring.vocabulary import head as vocabulary
from tshoot.authoring.vocabulary.key import names
from tshoot.model.diagnostic import Diagnostic, Span
from tshoot.model.fact import FactKind, FactType
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import Ask, Audience, Check, DecisionTree, Escalate, Faq, Input, Node, Status, Try
from tshoot.model.wording import Wording

VERSION = 1
"""The version of the tree language."""

TREE_KEYS = names(vocabulary.HEAD)
MAX_TIER = 9

# What can be said of a file whose end could not be read.
_LOCAL = frozenset({"unknown-key", "unknown-kind", "unknown-type", "bad-value", "bad-id", "bad-pattern"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What came of a file: as much of the tree as could be read, and everything that is wrong with it."""

    path: str
    tree: DecisionTree | None
    diagnostics: tuple[Diagnostic, ...]
    places: Mapping[str, Span] = field(default_factory=dict)
    """Dotted path (`nodes.look.ask`) to its place; with `@` before it, to the place of its key."""
    ids: frozenset[str] = frozenset()
    """The ids of all nodes in the file, those that could not be read among them."""
    text: str = ""
    """The source, decoded."""


def parse_tree(source: bytes | str, path: str, clock: Callable[[], float] = time.monotonic) -> Parsed:
    """Parses a tree file; never raises."""
    findings = Findings(path)
    context = Context(findings)
    digest = sha256(source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")).hexdigest()
    file = read(source, findings, clock)
    tree: DecisionTree | None = None
    ids: frozenset[str] = frozenset()
    if isinstance(file.root, Pairs) and file.root.keys()[:1] == ("translation",):
        # Where its tree was renamed or has gone: read as a tree, every text in it would be a mistake.
        hint = "a translation stands beside its tree: 'wifi.es.yaml' beside 'wifi.yaml'"
        span = file.root.pairs[0].key.span
        findings.error(span, "unknown-tree", "the tree of this translation is not there", hint)
    elif isinstance(file.root, Pairs):
        known = len(findings.all)
        tree, ids = _Parser(context, file.root, PurePath(path)).tree(digest)
        if file.broken:
            tree = None
            findings.all = _without_consequences(findings.all[:known], findings.all[known:])
    elif not file.broken and not findings.all:
        what = "is empty" if file.root is None else "is not a mapping of keys and values"
        findings.error(Span(), "missing-key", f"the tree {what}", "begin with 'tree: 1', 'title: …' and 'nodes:'")
    return Parsed(
        path=path,
        tree=tree,
        diagnostics=tuple(sorted(findings.all)),
        places=context.places,
        ids=ids,
        text=file.text,
    )


def _without_consequences(syntax: Sequence[Diagnostic], others: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What is said of a file whose end could not be read: one mistake should be one finding."""
    stumbled = {item.span.line for item in syntax if item.rule == "yaml-syntax"}
    kept = [item for item in others if item.rule in _LOCAL and item.span.line not in stumbled]
    if any(item.hint.startswith(INDENT_IT) for item in kept):
        syntax = [item for item in syntax if item.rule != "yaml-syntax"]
    return [*syntax, *kept]


class _Parser:
    """Parses the top level of one file."""

    def __init__(self, context: Context, root: Pairs, path: PurePath) -> None:
        self._context = context
        self._path = path
        self._fields = Fields(context, root, "", "the tree", TREE_KEYS, Span())

    def tree(self, digest: str) -> tuple[DecisionTree | None, frozenset[str]]:
        """The tree, and the ids of all its nodes; no tree when not one node could be read."""
        fields = self._fields
        self._version()
        facts = tree_facts(fields)
        nodes, ids = self._nodes(facts)
        tier = int(fields.number("tier", 1, 1, MAX_TIER, whole=True))
        audience: Audience = "both" if tier == 1 else "agent"
        tree = DecisionTree(
            id=self._id(),
            title=fields.text("title", required=True),
            summary=fields.text("summary"),
            tier=tier,
            audience=fields.choice("audience", get_args(Audience)) or audience,
            area=fields.text("area"),
            owner=fields.text("owner"),
            review_by=fields.date("review_by"),
            status=fields.choice("status", get_args(Status)) or "live",
            language=self._language(),
            symptoms=fields.texts("symptoms"),
            not_symptoms=fields.texts("not_symptoms"),
            start=fields.text("start") or next(iter(nodes), ""),
            facts=_declared(facts, nodes),
            faq=tuple(self._faq()),
            escalate=self._escalate(),
            nodes=nodes,
            digest=digest,
        )
        return (tree if nodes else None), ids

    def _version(self) -> None:
        item = self._fields.item("tree", required=True)
        if item and not (isinstance(item, Scalar) and item.value == VERSION and item.value is not True):
            self._fields.wrong("tree", item, f"the version {VERSION} of the language", "write 'tree: 1'")

    def _id(self) -> str:
        written = self._fields.text("id")
        name = written or self._path.name.removesuffix(self._path.suffix)
        if not NAME.match(name):
            message = f"has the id {quote(name)}; an id is made of letters, digits, '_', '.' and '-'"
            hint = "rename it" if written else "rename the file, or add 'id: …'"
            self._fields.bad("id", message, hint, "bad-id")
        return name

    def _language(self) -> str:
        written = self._fields.text("language")
        if written and not LANGUAGE.match(written):
            message = f"has {quote(written)} for 'language', expected the code of a language"
            self._fields.bad("language", message, "write it like 'en' or 'pt-BR'")
            return "en"
        return written or "en"

    def _nodes(self, facts: Mapping[str, FactType]) -> tuple[dict[str, Node], frozenset[str]]:
        found: dict[str, Node] = {}
        pairs = self._fields.mapping("nodes", required=True)
        for pair in pairs:
            self._check_id(pair)
            if read_node := node(self._context, pair, facts):
                found[pair.key.text] = read_node
        self._check_fix_ids(found)
        return _with_after(found, pairs), frozenset(pair.key.text for pair in pairs)

    def _check_id(self, pair: Pair) -> None:
        if not is_id(pair.key.text):
            message = f"the node {quote(pair.key.text)} {ID_RULE}"
            self._context.error(pair.key.span, "bad-id", message, "rename it")

    def _check_fix_ids(self, nodes: Mapping[str, Node]) -> None:
        seen = set(nodes)
        for name, found in nodes.items():
            for index, fix in enumerate(found.fixes if isinstance(found, Try) else ()):
                if fix.id in seen:
                    message = f"the fix {quote(fix.id)} of the node {quote(name)} has an id that is taken"
                    span = self._context.places.get(f"nodes.{name}.try.{index}.id", Span())
                    self._context.error(span, "duplicate-id", message, "give it another id")
                seen.add(fix.id)

    def _faq(self) -> Iterator[Faq]:
        for index, item in self._fields.entries("faq"):
            if isinstance(item, Pairs):
                noun = f"the question {index + 1} of 'faq'"
                own = Fields(self._context, item, f"faq.{index}", noun, names(vocabulary.FAQ), item.span)
                answer = own.wording("a", required=True) or Wording("")
                yield Faq(own.text("q", required=True), answer, own.texts("also"), own.texts("at"))
            elif not isinstance(item, Hole):
                self._fields.wrong(f"faq.{index}", item, "a mapping like {q: …, a: …}")

    def _escalate(self) -> Escalate:
        item = self._fields.item("escalate")
        if isinstance(item, Scalar):
            return Escalate(destination(self._fields, "escalate"))
        if isinstance(item, Items):
            self._fields.wrong("escalate", item, "a mapping like {to: …, needs: […]}")
        if not isinstance(item, Pairs):
            return Escalate()
        span = self._context.places["@escalate"]
        own = Fields(self._context, item, "escalate", "'escalate' of the tree", names(vocabulary.ESCALATE), span)
        return Escalate(destination(own, "to"), **leaving(own))


def _with_after(nodes: Mapping[str, Node], pairs: tuple[Pair, ...]) -> dict[str, Node]:
    """The nodes with `after`: their `then`, else the next node in the file."""
    order = [pair.key.text for pair in pairs]
    following = dict(zip(order, [*order[1:], ""], strict=False))
    return {
        name: replace(found, after=getattr(found, "then", "") or following[name]) for name, found in nodes.items()
    }


def _declared(facts: Mapping[str, FactType], nodes: Mapping[str, Node]) -> dict[str, FactType]:
    """The declared facts, and those that questions declare by asking."""
    found = dict(facts)
    for item in nodes.values():
        if isinstance(item, Input) and item.fact.name not in found:
            found[item.fact.name] = item.fact
        if isinstance(item, (Ask, Check)) and item.fact and item.fact not in facts:
            found[item.fact] = _declared_by(item, found.get(item.fact))
    return found


def _declared_by(node: Ask | Check, before: FactType | None) -> FactType:
    """The fact that a question declares: its values are the options, also those of earlier questions."""
    kind: FactKind = "list" if isinstance(node, Ask) and node.many else "choice"
    keys = (option.key for option in node.options)
    base = before or STANDARD_FACTS.get(node.fact) or FactType(node.fact)
    return replace(base, kind=kind, values=tuple(dict.fromkeys((*(before.values if before else ()), *keys))))
