"""Conditions and computed facts that mix what cannot be mixed."""

from collections.abc import Iterator

from tshoot.authoring.subject import Subject
from tshoot.authoring.types import check_types
from tshoot.authoring.writing import expressions
from tshoot.engine.expressions import ExpressionError
from tshoot.model.diagnostic import Diagnostic

ID = "type-mistake"
DESCRIPTION = "Facts are compared with, and become, what they can be."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about the types in expressions."""
    for item in expressions(subject.tree):
        try:
            mistakes = check_types(item.source, subject.facts, subject.facts.get(item.fact))
        except ExpressionError:
            continue
        for mistake in mistakes if not item.fact or item.fact in subject.facts else ():
            span = subject.inside(item.where, item.source, mistake.column, mistake.length)
            yield subject.finding(ID, span, f"{subject.noun(item.where)}: {mistake.message}", mistake.hint)
