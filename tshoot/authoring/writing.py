"""Everything that an author writes in a tree, with its places: texts, expressions and names of facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar

from tshoot.model.tree import (
    Ask,
    Branch,
    Call,
    Check,
    DecisionTree,
    Do,
    End,
    Handoff,
    Input,
    Node,
    Option,
    Set,
    Tell,
    Try,
    Wait,
)
from tshoot.model.wording import Wording

T = TypeVar("T")


def _once(make: Callable[[DecisionTree], Iterator[T]]) -> Callable[[DecisionTree], tuple[T, ...]]:
    """Keeps what was made of the last tree: a dozen rules ask for the same, one after the other."""
    kept: tuple[DecisionTree | None, tuple[T, ...]] = (None, ())

    @wraps(make)
    def made(tree: DecisionTree) -> tuple[T, ...]:
        nonlocal kept
        last, found = kept
        if last is not tree:
            found = tuple(make(tree))
            kept = (tree, found)
        return found

    return made


@dataclass(frozen=True, slots=True)
class Text:
    """One text with placeholders."""

    where: str
    """Its dotted path."""
    text: str


@dataclass(frozen=True, slots=True)
class Expression:
    """One condition, or one expression that computes a fact."""

    where: str
    source: str
    fact: str = ""
    """The fact that it computes; empty: it is a condition."""
    in_check: bool = False
    """Whether `result.NAME` may be used."""


@_once
def wordings(tree: DecisionTree) -> Iterator[tuple[str, Wording]]:
    """All texts that may vary by operating system, with their paths."""
    found: list[tuple[str, Wording | None]] = [
        ("escalate.reason", tree.escalate.reason),
        ("escalate.first", tree.escalate.first),
        *((f"faq.{index}.a", entry.answer) for index, entry in enumerate(tree.faq)),
    ]
    for name, fact in tree.facts.items():
        found += [(f"facts.{name}.{key}", getattr(fact, key)) for key in ("prompt", "why", "how")]
    for name, node in tree.nodes.items():
        found += [(f"nodes.{name}.{key}", text) for key, text in node_wordings(node)]
    yield from ((where, wording) for where, wording in found if wording is not None)


def node_wordings(node: Node) -> Iterator[tuple[str, Wording | None]]:
    """The texts of one node, with their paths below it."""
    yield from ((key, getattr(node, key)) for key in ("why", "how", "say", "agent"))
    match node:
        case Ask(text=text) | Check(text=text):
            yield "ask", text
        case Do(text=text):
            yield "do", text
        case Tell(text=text) | Wait(text=text):
            yield "tell", text
        case Input(fact=fact):
            yield from ((f"input.{key}", getattr(fact, key)) for key in ("prompt", "why", "how"))
        case Handoff():
            yield from (("reason", node.reason), ("first", node.first))
        case End():
            yield from (("tell", node.text), ("reason", node.reason), ("first", node.first))
        case Try(fixes=fixes):
            for index, fix in enumerate(fixes):
                yield f"try.{index}.do", fix.text
                yield from ((f"try.{index}.{key}", getattr(fix, key)) for key in ("why", "how", "say", "agent"))


@_once
def texts(tree: DecisionTree) -> Iterator[Text]:
    """All texts in which placeholders may stand."""
    for where, wording in wordings(tree):
        yield from (Text(f"{where}.{name}", text) for name, text in wording.variants)
        if wording.text:
            yield Text(f"{where}.else" if wording.variants else where, wording.text)
    for name, node in tree.nodes.items():
        if isinstance(node, (Check, Call)):
            yield from (Text(f"nodes.{name}.with.{key}", text) for key, text in node.arguments)


@_once
def expressions(tree: DecisionTree) -> Iterator[Expression]:
    """All conditions and computed facts."""
    for name, node in tree.nodes.items():
        where = f"nodes.{name}"
        if node.when:
            yield Expression(f"{where}.when", node.when)
        match node:
            case Ask(options=options):
                yield from _option_expressions(where, options)
            case Check(options=options):
                for fact, source in node.set:
                    yield Expression(f"{where}.set.{fact}", source, fact, in_check=True)
                yield from _option_expressions(where, options)
            case Set(set=assignments):
                yield from (Expression(f"{where}.set.{fact}", source, fact) for fact, source in assignments)
            case Branch(arms=arms):
                for index, arm in enumerate(arms):
                    if arm.when:
                        yield Expression(f"{where}.branch.{index}.when", arm.when)
            case Try(fixes=fixes):
                for index, fix in enumerate(fixes):
                    if fix.when:
                        yield Expression(f"{where}.try.{index}.when", fix.when)


def _option_expressions(where: str, options: tuple[Option, ...]) -> Iterator[Expression]:
    for option in options:
        own = f"{where}.options.{option.key}"
        if option.when:
            yield Expression(f"{own}.when", option.when)
        yield from (Expression(f"{own}.set.{fact}", source, fact) for fact, source in option.set)


@_once
def needs(tree: DecisionTree) -> Iterator[tuple[str, str]]:
    """All facts that must be known before leaving, with their paths."""
    yield from ((f"escalate.needs.{index}", fact) for index, fact in enumerate(tree.escalate.needs))
    for name, node in tree.nodes.items():
        if isinstance(node, (Handoff, End)):
            yield from ((f"nodes.{name}.needs.{index}", fact) for index, fact in enumerate(node.needs))


def taught(tree: DecisionTree) -> frozenset[str]:
    """The facts that walking the tree may teach."""
    found = {expression.fact for expression in expressions(tree) if expression.fact}
    for node in tree.nodes.values():
        if isinstance(node, Input):
            found.add(node.fact.name)
        elif isinstance(node, (Ask, Check)) and node.fact:
            found.add(node.fact)
    return frozenset(found)
