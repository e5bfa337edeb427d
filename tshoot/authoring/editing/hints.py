"""What a name stands for, in one line or a few: for lists and hovers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tshoot.authoring.vocabulary.nodes import KIND_TEXTS
from tshoot.language.clean import clean
from tshoot.model.checks import CHECK_RESULTS, CHECK_VALUES
from tshoot.model.fact import FactType
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
    Set,
    Tell,
    Try,
    Wait,
)
from tshoot.model.wording import Wording

_LONGEST = 100


def kind_word(node: Node) -> str:
    """The key that a node begins with: its class is called the same."""
    return type(node).__name__.casefold()


def node_line(node: Node) -> str:
    """A node in one line: its kind, and its own words."""
    return f"{kind_word(node)}: {_short(_words(node))}"


def node_lines(node: Node, ways: Iterable[str] = ()) -> Iterator[str]:
    """A node in a few lines."""
    yield f"{node.id} ({KIND_TEXTS[kind_word(node)]})"
    if words := _short(_words(node)):
        yield words
    if node.when:
        yield f"when {_short(node.when)}"
    targets = list(dict.fromkeys(way for way in ways if way))
    if targets:
        yield f"leads to {', '.join(targets[:8])}" + (" …" if len(targets) > 8 else "")


def _words(node: Node) -> str:
    match node:
        case Ask(text=text) | Do(text=text) | Tell(text=text):
            return said(text)
        case Check(check=check, text=text):
            return f"{check}, else {said(text)}" if text else check
        case Wait(text=text, seconds=seconds):
            return said(text) or f"{seconds} seconds"
        case Input(fact=fact):
            return fact.name
        case Set(set=assignments):
            return ", ".join(name for name, _ in assignments)
        case Try(fixes=fixes):
            return ", ".join(fix.id for fix in fixes)
        case Call(tree=tree):
            return tree
        case Handoff(to=to):
            return to
        case End(end=end, text=text):
            return f"{end}: {said(text)}" if text else end
        case Branch(arms=arms):
            return ", ".join(arm.when or "else" for arm in arms)
    return ""


def said(wording: Wording | None) -> str:
    """The words of a text, those for other systems in its place where it has none."""
    return (wording.text or next((text for _, text in wording.variants), "")) if wording else ""


def fact_line(fact: FactType) -> str:
    """A fact in one line: its type, and the question that asks for it."""
    values = f" ({', '.join(fact.values[:6])}{' …' if len(fact.values) > 6 else ''})" if fact.values else ""
    prompt = said(fact.prompt)
    return _short(f"{fact.kind}{values}" + (f": {prompt}" if prompt else ""))


def fact_lines(fact: FactType) -> Iterator[str]:
    """A fact in a few lines."""
    yield f"{fact.name}: {fact_line(fact)}"
    if not fact.prompt:
        yield "It has no prompt: it is never asked for by itself."


def tree_lines(tree: DecisionTree) -> Iterator[str]:
    """A tree in a few lines."""
    yield f"{tree.id}: {_short(tree.title)}"
    if tree.summary:
        yield _short(tree.summary)
    yield f"tier {tree.tier}, for {tree.audience}, {tree.status}, {len(tree.nodes)} nodes"
    if codes := list(dict.fromkeys(n.code or n.end for n in tree.nodes.values() if isinstance(n, End))):
        yield f"comes back with {', '.join(codes[:8])}"


def check_lines(name: str) -> Iterator[str]:
    """A check in a few lines."""
    yield f"{name}: a local check"
    if name in CHECK_RESULTS:
        yield f"gives {', '.join(CHECK_RESULTS[name])}"
        yield "finds " + ", ".join(f"result.{value}" for value in CHECK_VALUES[name])


def _short(text: str) -> str:
    line = clean(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
