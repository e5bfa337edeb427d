"""The conditions of a tree about which something can be said, with what they come to on all walks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from tshoot.authoring.findings import listing
from tshoot.authoring.flow import Exit
from tshoot.authoring.knowledge_formulas import Atom, formula
from tshoot.authoring.knowledge_values import UNASKED
from tshoot.authoring.knowledge_words import told
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import Expression, expressions, taught
from tshoot.engine.expressions import names
from tshoot.model.tree import Branch

if TYPE_CHECKING:
    from tshoot.authoring.knowledge import Came
    from tshoot.authoring.knowledge_conditions import State


@lru_cache(maxsize=1)  # several rules ask in a row
def conditions(subject: Subject) -> tuple[tuple[Expression, Came], ...]:
    """Each condition that never holds, or always, though it is right in itself and no other rule speaks of it."""
    return tuple(_conditions(subject))


def _conditions(subject: Subject) -> Iterator[tuple[Expression, Came]]:
    knowledge = subject.knowledge
    if knowledge is None:
        return
    for item in expressions(subject.tree):
        came = knowledge.conditions.get(item.where) if not item.fact else None
        if not came or (came.holds is not None and (came.fails is not None or _is_last_arm(subject, item))):
            continue
        if subject.node_of(item.where) not in subject.doubtful and _is_news(subject, item):
            yield item, came


def deciding_nodes(subject: Subject) -> frozenset[str]:
    """The nodes with such conditions: what follows from them is said there, and nowhere else."""
    return frozenset(subject.node_of(item.where) for item, _ in conditions(subject))


def _is_news(subject: Subject, item: Expression) -> bool:
    """Whether no other rule says already what is wrong with a condition."""
    read = names(item.source)
    secret = any(subject.facts[fact].secret for fact in read)
    return not secret and not any(never_known(subject, item.where, fact) for fact in read)


def _is_last_arm(subject: Subject, item: Expression) -> bool:
    """Whether a condition is the last of a branch that goes through the values of a fact: it may well always hold."""
    name = subject.node_of(item.where)
    node = subject.tree.nodes[name]
    if not isinstance(node, Branch):
        return False
    arms = [arm.when for arm in node.arms if arm.when]
    if item.where != f"nodes.{name}.branch.{len(arms) - 1}.when":
        return False
    return len(arms) == len(node.arms) or any(names(arm) & names(item.source) for arm in arms[:-1])


def never_known(subject: Subject, where: str, fact: str) -> bool:
    """Whether an expression reads a fact that nothing before it has asked for, and that counts as nothing."""
    knowledge = subject.knowledge
    known = knowledge.reads.get((where, fact)) if knowledge else None
    if knowledge is None or known is None or not known.never or known.declined or subject.facts[fact].default:
        return False
    # A condition before it may have sent away all those who know.
    return knowledge.arrivals[subject.node_of(where)].get(fact, UNASKED).never


def holds_with_every_value(subject: Subject, item: Expression) -> str:
    """The fact of comparisons that fail together only where it is not known, such as `a != 'x' or a != 'y'`."""
    knowledge = subject.knowledge
    reading = formula(item.source)
    if (
        knowledge is None
        or item.where not in knowledge.conditions
        or not reading
        or isinstance(reading.formula, Atom)
    ):
        return ""
    read = names(item.source)
    if len(read) != 1 or "known(" in item.source:
        return ""
    (fact,) = read
    held, failed = knowledge.anywhere(item.source)
    fails = failed.get(fact, UNASKED) if failed else None
    return fact if held and fails and fails.never and subject.facts[fact].default is None else ""


def facts_there(source: str, state: State | None) -> str:
    """What is known of the facts of a condition, as the end of a sentence."""
    read = sorted(names(source))
    return f": {told({name: state.get(name, UNASKED) for name in read})}" if read and state is not None else ""


def follows(subject: Subject, item: Expression, came: Came) -> str:
    """What comes of a condition that never holds, or always, as the end of a sentence."""
    knowledge, name = subject.knowledge, subject.node_of(item.where)
    if knowledge is None:
        return ""
    nodes = (way.target for way in _closed(subject, name, item.where, came))
    lost = [
        target for target in dict.fromkeys(nodes) if target in subject.flow.reachable - knowledge.arrivals.keys()
    ]
    said = f"; no walk comes to {listing(lost, 'and')}" if lost else ""
    return said if name in knowledge.ends() else f"{said}; a walk that comes here finds no end"


def _closed(subject: Subject, name: str, where: str, came: Came) -> Iterator[Exit]:
    """The ways out of a node that a condition keeps closed."""
    own = where.removeprefix(f"nodes.{name}.").removesuffix("when")
    behind = False
    for way in subject.flow.exits[name]:
        if came.holds is None:
            if way.where != "when" and way.where.startswith(own):
                yield way
        elif way.where == "when" if not own else behind and own.startswith("branch."):
            yield way
        behind = behind or way.where.startswith(own)


@lru_cache(maxsize=1)
def guarded(subject: Subject) -> frozenset[str]:
    """The nodes that are come to by branches alone that look at what this tree has asked for or set.

    Such a branch may let those through who were asked for something else, too: facts are followed one by one, so
    nothing is known about that.
    """
    learned, into, reachable = taught(subject.tree), subject.flow.into, subject.flow.reachable
    found: set[str] = set()
    todo = {
        name for name, node in subject.tree.nodes.items() if isinstance(node, Branch) and _reads(node) & learned
    }
    looking = set(todo)
    while looking:
        behind = {target for name in looking for target in subject.flow.targets(name)} - found - {subject.start}
        looking = {
            name for name in behind if all(one in todo or one in found for one in into[name] if one in reachable)
        }
        found |= looking
    return frozenset(found)


def _reads(node: Branch) -> set[str]:
    return {fact for arm in node.arms if arm.when for fact in names(arm.when)}
