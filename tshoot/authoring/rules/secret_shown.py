"""Secrets that would be shown or kept."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import expressions, needs
from tshoot.engine.expressions import ExpressionError, fact_names, parse
from tshoot.engine.placeholders import PlaceholderError, facts_in
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Input

ID = "secret-shown"
SEVERITY: Severity = "error"
DESCRIPTION = "A secret fact is never shown, computed with or needed: it is not kept."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about uses of secret facts."""
    secrets = {name for name, fact in subject.facts.items() if fact.secret}
    secrets |= {n.fact.name for n in subject.tree.nodes.values() if isinstance(n, Input) and n.fact.secret}
    yield from _in_texts(subject, secrets)
    yield from _in_expressions(subject, secrets)
    for where, fact in needs(subject.tree):
        if fact in secrets:
            message = f"{subject.noun(where)} needs the secret fact {quote(fact)}, which is never kept"
            yield subject.finding(ID, where, message, "leave it out")


def _in_texts(subject: Subject, secrets: set[str]) -> Iterator[Diagnostic]:
    for text in subject.texts:
        try:
            found = facts_in(text.text)
        except PlaceholderError:
            continue
        for name, offset in found:
            if name in secrets:
                span = subject.inside(text.where, text.text, offset, len(name) + 2)
                message = f"{subject.noun(text.where)} shows the secret fact {quote(name)}"
                yield subject.finding(ID, span, message, "leave it out of the text")


def _in_expressions(subject: Subject, secrets: set[str]) -> Iterator[Diagnostic]:
    for item in expressions(subject.tree):
        try:
            body = parse(item.source)
        except ExpressionError:
            continue
        for name in fact_names(body):
            if name.id in secrets:
                span = subject.inside(item.where, item.source, name.col_offset, len(name.id))
                message = f"{subject.noun(item.where)} uses the secret fact {quote(name.id)}, which is never kept"
                yield subject.finding(ID, span, message, "ask a question whose answer may be kept")


EXPLANATION = """\
A secret is used once and never kept: it is neither stored nor shown, so nothing can be done with it later. Leave
it out of texts, conditions and `needs`; ask for something that may be kept where you need to decide.
"""

BAD = """\
tree: 1
title: The door does not open
facts:
  code: {secret: true, prompt: Which code does the door show?}
nodes:
  ask-code: {input: code}
  wait: {tell: "I send the code {code} to the porter."}
  person: {end: escalate}
"""

GOOD = """\
tree: 1
title: The door does not open
facts:
  code: {secret: true, prompt: Which code does the door show?}
nodes:
  ask-code: {input: code}
  wait: {tell: "I send the code to the porter."}
  person: {end: escalate}
"""
