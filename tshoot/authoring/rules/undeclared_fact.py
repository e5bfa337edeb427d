"""Facts that nothing declares."""

from collections.abc import Iterator

from tshoot.authoring.facts import name_mistake
from tshoot.authoring.findings import nearest, once, quote
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import Expression, Text, expressions, needs
from tshoot.engine.expressions import ExpressionError, fact_names, parse
from tshoot.engine.placeholders import PlaceholderError, facts_in
from tshoot.model.diagnostic import Diagnostic, Severity, Span
from tshoot.model.tree import Input

ID = "undeclared-fact"
SEVERITY: Severity = "error"
DESCRIPTION = "Facts in conditions, placeholders, `set` and `needs` are declared."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about facts that the tree does not know."""
    yield from once(_undeclared(subject))
    yield from once(_misspelt(subject))


def _undeclared(subject: Subject) -> Iterator[tuple[str, Diagnostic]]:
    for item in expressions(subject.tree):
        yield from _in_expression(subject, item)
    for text in subject.texts:
        yield from _in_text(subject, text)
    for where, fact in needs(subject.tree):
        if fact not in subject.facts:
            yield fact, _finding(subject, subject.span(where), where, "needs", fact)


def _misspelt(subject: Subject) -> Iterator[tuple[str, Diagnostic]]:
    """Questions whose answer is kept under a name that is nearly a declared one."""
    for name, node in subject.tree.nodes.items() if subject.misspelt else ():
        fact = node.fact.name if isinstance(node, Input) else getattr(node, "fact", "")
        if meant := subject.misspelt.get(fact):
            where = f"nodes.{name}.{'input' if isinstance(node, Input) else 'fact'}"
            where = f"{where}.fact" if f"{where}.fact" in subject.parsed.places else where
            message = (
                f"the node {quote(name)} asks for the fact {quote(fact)}, which is not declared; {quote(meant)} is"
            )
            yield fact, subject.finding(ID, where, message, f"did you mean {quote(meant)}?", "warning")


def _in_expression(subject: Subject, item: Expression) -> Iterator[tuple[str, Diagnostic]]:
    if item.fact and item.fact not in subject.facts:
        yield item.fact, _finding(subject, subject.span(f"@{item.where}"), item.where, "sets", item.fact)
    try:
        body = parse(item.source)
    except ExpressionError:
        return
    for name in fact_names(body):
        if name.id not in subject.facts:
            if name.id == "null":
                continue  # said by bad-condition
            span = subject.inside(item.where, item.source, name.col_offset, len(name.id))
            hint = _value_hint(subject, item, name.id)
            yield name.id, _finding(subject, span, item.where, "uses", name.id, hint)


def _value_hint(subject: Subject, item: Expression, name: str) -> str:
    """What to do about a name that is rather a text without quotes."""
    if any(name in fact.values for fact in subject.facts.values()):
        return f"a text stands in quotes: '{name}'"
    if item.source == name:
        return f"for the text, write \"'{name}'\""
    return f"a text stands in quotes: '{name}'" if name[:1].isupper() and not nearest(name, subject.facts) else ""


def _in_text(subject: Subject, text: Text) -> Iterator[tuple[str, Diagnostic]]:
    try:
        found = facts_in(text.text)
    except PlaceholderError:
        return
    for name, offset in found:
        if name not in subject.facts:
            span = subject.inside(text.where, text.text, offset, len(name) + 2)
            yield name, _finding(subject, span, text.where, "shows", name)


def _finding(subject: Subject, span: Span, where: str, verb: str, fact: str, hint: str = "") -> Diagnostic:
    near = "" if hint else nearest(fact, subject.facts)
    declare = f"declare it: 'facts: {{{fact[:40]}: {{type: text}}}}'"
    if verb == "needs" and name_mistake(fact):
        declare = "name each fact by itself, as in [os, ssid]"
    hint = f"did you mean {quote(near)}?" if near else hint or declare
    message = f"{subject.noun(where)} {verb} the fact {quote(fact)}, which is not declared"
    return subject.finding(ID, span, message, hint)


EXPLANATION = """\
Nothing sets a fact that is not declared: a text would show a gap, and a condition would never hold. Often it is a
spelling, or a text that lacks its quotes. Correct it, or declare the fact under `facts`.
"""

BAD = """\
tree: 1
title: Printer does not print
facts:
  room: {prompt: Which room is the printer in?}
nodes:
  where: {input: room}
  person: {end: escalate, tell: "Somebody comes to {rom}."}
"""

GOOD = """\
tree: 1
title: Printer does not print
facts:
  room: {prompt: Which room is the printer in?}
nodes:
  where: {input: room}
  person: {end: escalate, tell: "Somebody comes to {room}."}
"""
