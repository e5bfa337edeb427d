"""Conditions and computed facts that mix what cannot be mixed."""

from collections.abc import Iterator

from tshoot.authoring.subject import Subject
from tshoot.authoring.types import check_types
from tshoot.authoring.writing import expressions
from tshoot.engine.expressions import ExpressionError, names
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "type-mistake"
SEVERITY: Severity = "error"
DESCRIPTION = "Facts are compared with, and become, what they can be."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about the types in expressions."""
    for item in expressions(subject.tree):
        try:
            mistakes = check_types(item.source, subject.facts, subject.facts.get(item.fact))
        except ExpressionError:
            continue
        if subject.misspelt.keys() & names(item.source):
            continue  # it has the type of another fact
        for mistake in mistakes if not item.fact or item.fact in subject.facts else ():
            span = subject.inside(item.where, item.source, mistake.column, mistake.length)
            message = f"{subject.noun(item.where)}: {mistake.message}"
            yield subject.finding(ID, span, message, mistake.hint, mistake.severity)


EXPLANATION = """\
A number never equals a text, and a choice is never a word that is not among its values. Such a condition decides
the same way for everybody. Compare with what the fact can be.
"""

BAD = """\
tree: 1
title: Wi-Fi is slow
facts:
  signal: {type: number, prompt: How many bars do you see?}
nodes:
  bars: {input: signal}
  near: {tell: Go nearer to the router., when: signal < '2'}
  person: {end: escalate}
"""

GOOD = """\
tree: 1
title: Wi-Fi is slow
facts:
  signal: {type: number, prompt: How many bars do you see?}
nodes:
  bars: {input: signal}
  near: {tell: Go nearer to the router., when: signal < 2}
  person: {end: escalate}
"""
