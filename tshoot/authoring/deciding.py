"""The conditions of a tree about which something can be said, with what they come to on all walks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tshoot.authoring.knowledge_values import UNASKED
from tshoot.authoring.knowledge_words import told
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import Expression, expressions
from tshoot.engine.expressions import names

if TYPE_CHECKING:
    from tshoot.authoring.knowledge import Came
    from tshoot.authoring.knowledge_conditions import State


def conditions(subject: Subject) -> Iterator[tuple[Expression, Came]]:
    """Each condition that a walk looks at and that is right in itself, with what it comes to."""
    knowledge = subject.knowledge
    if knowledge is None:
        return
    for item in expressions(subject.tree):
        came = knowledge.conditions.get(item.where) if not item.fact else None
        if came and (came.holds is None or came.fails is None) and _is_news(subject, item):
            yield item, came


def _is_news(subject: Subject, item: Expression) -> bool:
    """Whether no other rule says already what is wrong with a condition."""
    read = names(item.source)
    secret = any(subject.facts[fact].secret for fact in read)
    return not secret and not any(never_known(subject, item.where, fact) for fact in read)


def never_known(subject: Subject, where: str, fact: str) -> bool:
    """Whether an expression reads a fact that has no value there on any way, and counts as nothing."""
    knowledge = subject.knowledge
    known = knowledge.reads.get((where, fact)) if knowledge else None
    return known is not None and known.never and subject.facts[fact].default is None


def facts_there(source: str, state: State | None) -> str:
    """What is known of the facts of a condition, as the end of a sentence."""
    read = sorted(names(source))
    return f": {told({name: state.get(name, UNASKED) for name in read})}" if read and state is not None else ""
