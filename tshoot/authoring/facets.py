"""What people meet in a tree, piece by piece: what two versions are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from tshoot.authoring.findings import quote
from tshoot.authoring.flow import ENDS, exits
from tshoot.authoring.writing import wordings
from tshoot.model.fact import FactType
from tshoot.model.record import record
from tshoot.model.tree import (
    RETURN,
    Ask,
    Branch,
    Call,
    Check,
    DecisionTree,
    End,
    Fix,
    Handoff,
    Input,
    Node,
    Option,
    Set,
    Try,
    Wait,
)
from tshoot.model.wording import Wording

Group = Literal["finding", "questions", "ways", "outcomes", "help", "agents"]
"""Who or what a piece is for: finding the tree, what is asked and said, where it leads, how it ends, help on
request, and what only agents see."""


@record
class Facet:
    """One piece."""

    group: Group
    what: str
    """Its name in an author's words: "the question", "the option 'No'"."""
    value: str
    way: str = ""
    """The way of the node that it is about, as coverage names it."""


Facets = dict[tuple[str, str], Facet]
"""Node (empty: the tree itself) and the place below it, to what stands there."""

_TEXTS: Mapping[str, tuple[Group, str]] = {
    "ask": ("questions", "the question"),
    "do": ("questions", "the instruction"),
    "tell": ("questions", "the text"),
    "prompt": ("questions", "the question"),
    "why": ("help", "why it is asked"),
    "how": ("help", "how to do it"),
    "a": ("help", "the answer"),
    "say": ("agents", "what an agent says"),
    "agent": ("agents", "the note for agents"),
    "reason": ("outcomes", "the reason"),
    "first": ("outcomes", "what to do first"),
}


def facets(tree: DecisionTree) -> Facets:
    """All pieces of a tree."""
    found: Facets = {("", key): facet for key, facet in _head(tree)}
    found.update((place, facet) for place, facet in _texts(tree))
    for name, fact in tree.facts.items():
        found["", f"facts.{name}"] = Facet("questions", f"the fact {quote(name)}", _fact(fact))
    for name, node in tree.nodes.items():
        found.update(((name, key), facet) for key, facet in _node(node))
    return found


def _head(tree: DecisionTree) -> Iterator[tuple[str, Facet]]:
    for key in ("title", "summary", "area", "audience", "status", "language"):
        yield key, Facet("finding", key, str(getattr(tree, key)))
    yield "tier", Facet("finding", "tier", str(tree.tier))
    for phrase in tree.symptoms:
        yield f"symptoms.{phrase}", Facet("finding", "a symptom", phrase)
    for phrase in tree.not_symptoms:
        yield f"not_symptoms.{phrase}", Facet("finding", "a phrase that is not meant", phrase)
    yield "start", Facet("ways", "the first node", tree.start)
    leaving = (tree.escalate.to, tree.escalate.priority or "", ", ".join(tree.escalate.needs))
    yield "escalate", Facet("outcomes", "where it escalates to", "; ".join(filter(None, leaving)))
    for entry in tree.faq:
        asked = "\n".join((entry.question, *entry.also))
        yield f"faq.{entry.question}", Facet("help", "a question asked back", asked)
        if entry.at:
            where = f"where {quote(entry.question)} is answered"
            yield f"faq.{entry.question}.at", Facet("help", where, ", ".join(entry.at))


def _texts(tree: DecisionTree) -> Iterator[tuple[tuple[str, str], Facet]]:
    """All texts with variants; lists are named by what stands in them and not by number."""
    for where, wording in wordings(tree):
        kind, _, rest = where.partition(".")
        if kind == "nodes":
            name = next(name for name in _names(rest) if name in tree.nodes)
            yield _text(tree.nodes[name], rest[len(name) + 1 :], wording)
        elif kind == "faq":
            question = tree.faq[int(rest.partition(".")[0])].question
            yield ("", f"faq.{question}.a"), Facet("help", f"the answer to {quote(question)}", _shown(wording))
        elif kind == "escalate":
            yield ("", where), Facet("outcomes", _TEXTS[rest][1], _shown(wording))
        else:
            fact, _, key = rest.rpartition(".")
            group, what = _TEXTS[key]
            yield ("", where), Facet(group, f"{what} ({fact})", _shown(wording))


def _names(rest: str) -> Iterator[str]:
    """The ids that a path may begin with: they may hold dots."""
    parts = rest.split(".")
    return (".".join(parts[:end]) for end in range(len(parts), 0, -1))


def _text(node: Node, key: str, wording: Wording) -> tuple[tuple[str, str], Facet]:
    last = key.rpartition(".")[2]
    group, what = _TEXTS[last]
    if isinstance(node, Try) and key.startswith("try."):
        fix = node.fixes[int(key.split(".")[1])]
        of = "" if last == "do" else f" ({what})"
        return (node.id, f"try.{fix.id}.{last}"), Facet(
            group, f"the fix {quote(fix.id)}{of}", _shown(wording), f"try.{fix.id}"
        )
    if isinstance(node, End) and key == "tell":
        group = "outcomes"
    return (node.id, key), Facet(group, what, _shown(wording))


def _shown(wording: Wording) -> str:
    parts = [f"{name}: {text}" for name, text in wording.variants]
    return "\n".join([*parts, *([wording.text] if wording.text else [])])


def _fact(fact: FactType) -> str:
    limits = [str(limit) for limit in (fact.minimum, fact.maximum) if limit is not None]
    length = f"{fact.min_length} to {fact.max_length} characters" if fact.kind == "text" else ""
    default = "" if fact.default is None else f"{fact.default} unless told otherwise"
    parts = [
        fact.kind,
        ", ".join(fact.values),
        fact.unit,
        " to ".join(limits),
        length,
        fact.pattern,
        fact.error,
        default,
    ]
    return "; ".join(filter(None, [*parts, "secret" if fact.secret else "", fact.label]))


def _node(node: Node) -> Iterator[tuple[str, Facet]]:
    yield "kind", Facet("questions", "the kind", node.kind)
    if node.when:
        yield "when", Facet("ways", "when it is asked", node.when)
    match node:
        case Ask() | Check():
            yield from _options(node)
        case Input(fact=fact):
            yield "input", Facet("questions", "the answer", f"{fact.name}: {_fact(fact)}")
        case Branch(arms=arms):
            rows = (f"{f'when {arm.when}' if arm.when else 'else'}: {arm.goto}" for arm in arms)
            yield "branch", Facet("ways", "the branch", "\n".join(rows))
        case Set(set=pairs):
            yield "set", Facet("ways", "what is computed", _pairs(pairs))
        case Wait(seconds=seconds):
            yield "wait", Facet("questions", "the wait", f"{seconds} seconds")
        case Try(fixes=fixes):
            yield from (item for fix in fixes for item in _fix(fix))
            yield "order", Facet("ways", "the order of fixes", "as written" if node.written else "by cost")
        case Call(tree=tree):
            yield "call", Facet("ways", "the called tree", tree)
            yield "with", Facet("ways", "what the called tree is told", _pairs(node.arguments))
        case Handoff(to=to):
            yield "handoff", Facet("outcomes", "the hand-off", to)
            yield "needs", Facet("outcomes", "what must be known", ", ".join(node.needs))
            yield "priority", Facet("outcomes", "the priority", node.priority or "")
        case End():
            yield from _end(node)
    if not isinstance(node, Branch):
        yield from _ways(node)


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{name} = {how}" for name, how in pairs)


def _options(node: Ask | Check) -> Iterator[tuple[str, Facet]]:
    yield "fact", Facet("ways", "the fact that the answer becomes", node.fact)
    if isinstance(node, Check):
        yield "check", Facet("questions", "the check", node.check)
        yield "with", Facet("questions", "what the check is told", _pairs(node.arguments))
        yield "set", Facet("ways", "what is computed", _pairs(node.set))
    else:
        yield "many", Facet("questions", "how many answers are taken", "several" if node.many else "one")
        if node.many:
            yield "none", Facet("questions", "'none of these'", node.none)
    for option in node.options:
        yield from _option(option)


def _option(option: Option) -> Iterator[tuple[str, Facet]]:
    name, way = f"the option {quote(option.key)}", f"options.{option.key}"
    yield way, Facet("questions", name, option.label, way)
    if option.when:
        yield f"{way}.when", Facet("ways", f"when {name} is offered", option.when, way)
    if option.set:
        sets = ", ".join(f"{fact} = {how}" for fact, how in option.set)
        yield f"{way}.set", Facet("ways", f"what {name} sets", sets, way)
    if option.means:
        yield f"{way}.means", Facet("questions", f"other words for {name}", "\n".join(option.means), way)


def _fix(fix: Fix) -> Iterator[tuple[str, Facet]]:
    name, way = f"the fix {quote(fix.id)}", f"try.{fix.id}"
    risk = f", risk {fix.risk:g}" if fix.risk else ""
    worth = f"{fix.cost:g} minutes, helps in {fix.chance:.0%}{risk}"
    yield f"{way}.worth", Facet("ways", f"cost and chance of {name}", worth, way)
    if fix.when:
        yield f"{way}.when", Facet("ways", f"when {name} is offered", fix.when, way)


def _end(node: End) -> Iterator[tuple[str, Facet]]:
    to = f" to {node.to}" if node.to else ""
    priority = f", priority {node.priority}" if node.priority else ""
    yield "end", Facet("outcomes", "the outcome", f"{node.end}{to}{priority}")
    if node.code:
        yield "code", Facet("outcomes", "the code", node.code)
    if node.needs:
        yield "needs", Facet("outcomes", "what must be known", ", ".join(node.needs))


def _ways(node: Node) -> Iterator[tuple[str, Facet]]:
    """Where each way of a node leads, with the same name whether the author wrote it or not."""
    one_of = isinstance(node, Check) or (isinstance(node, Ask) and not node.many)
    options = node.options if isinstance(node, (Ask, Check)) and one_of else ()
    then = getattr(node, "then", "") or node.after
    ways = [(f"options.{option.key}", option.goto or then) for option in options]
    if options and all(option.when for option in options):
        ways.append(("then", then))
    for way in exits(node):
        if not (way.target == ENDS and not way.where) and not (options and _of_options(way.where)):
            ways.append((_way_name(node, way.where), way.target))
    for name, target in ways:
        yield f"to.{name}", Facet("ways", f"where {_name_of(name)} leads", _target(target), name)


def _of_options(where: str) -> bool:
    return where == "then" or where.startswith("options.")


def _way_name(node: Node, where: str) -> str:
    """The name of a way, as coverage names it; fixes by their ids."""
    if isinstance(node, Try) and where.startswith("try."):
        return f"try.{node.fixes[int(where.split('.')[1])].id}"
    return where


def _name_of(where: str) -> str:
    kind, _, name = where.partition(".")
    words = {"options": "the option", "on": "the result", "try": "the fix"}
    return f"{words[kind]} {quote(name)}" if kind in words else f"'{kind}'" if kind in ("fixed", "else") else "it"


def _target(target: str) -> str:
    if target == RETURN:
        return "back to the list of fixes"
    return "the end: resolved" if target == ENDS else target or "the end of the file"
