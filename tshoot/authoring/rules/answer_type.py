"""Questions whose answers do not fit the fact that they become."""

from collections.abc import Iterator

from tshoot.authoring.findings import did_you_mean, quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import Ask, Check, Input

ID = "answer-type"
SEVERITY: Severity = "error"
DESCRIPTION = "The answers of a question fit the fact that they become."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about answers that their fact cannot hold."""
    for name, node in subject.tree.nodes.items():
        if isinstance(node, Input):
            yield from _retyped(subject, node)
        if not isinstance(node, (Ask, Check)) or node.fact not in subject.tree.facts:
            continue
        yield from _standard(subject, node)
        fact = subject.tree.facts[node.fact]
        many = isinstance(node, Ask) and node.many
        if fact.kind not in (("list",) if many else ("choice", "text")):
            expected = "a list" if many else "a choice"
            message = f"the answer of the node {quote(name)} is {expected}, but the fact {quote(fact.name)} is not"
            yield subject.finding(ID, f"nodes.{name}.fact", message, f"make its type '{expected[2:]}'")
            continue
        for option in node.options if fact.values else ():
            if option.key not in fact.values:
                message = (
                    f"the option {quote(option.key)} of the node {quote(name)} is no value of {quote(fact.name)}"
                )
                where = f"nodes.{name}.options.{option.key}"
                yield subject.finding(ID, where, message, did_you_mean(option.key, fact.values))


def _standard(subject: Subject, node: Ask | Check) -> Iterator[Diagnostic]:
    """Options that a fact of every tree does not know, so that the priority cannot be found from it."""
    fact = STANDARD_FACTS.get(node.fact)
    if not fact or not fact.values or f"facts.{node.fact}" in subject.parsed.places:
        return
    for option in node.options:
        if option.key not in fact.values:
            where = f"nodes.{node.id}.options.{option.key}"
            message = (
                f"the option {quote(option.key)} of the node {quote(node.id)} is no value of {quote(fact.name)}"
            )
            hint = f"{did_you_mean(option.key, fact.values)}; 'label' changes what is shown"
            yield subject.finding(ID, where, message, hint, "warning")


def _retyped(subject: Subject, node: Input) -> Iterator[Diagnostic]:
    """An input that gives a fact another type than the tree does."""
    fact = subject.tree.facts.get(node.fact.name)
    if fact and fact.kind != node.fact.kind:
        noun = f"the node {quote(node.id)}"
        message = f"{noun} makes {quote(fact.name)} a {node.fact.kind}; in this tree it is a {fact.kind}"
        hint = "give it one type, under 'facts'"
        yield subject.finding(ID, f"nodes.{node.id}.input.type", message, hint, "warning")


EXPLANATION = """\
The answer becomes a fact, and conditions and other trees count on its values. An option that the fact does not
know is lost to them. Name the options as the values, and show other words with `label`; or add the value to the
fact.
"""

BAD = """\
tree: 1
title: Printer does not print
facts:
  kind: {values: [Laser, Ink]}
nodes:
  which: {ask: Which printer is it?, fact: kind, options: {Lasers: toner, Ink: ink}}
  toner: {end: request, tell: I order toner for your laser printer.}
  ink: {end: request, tell: I order ink for your printer.}
"""

GOOD = """\
tree: 1
title: Printer does not print
facts:
  kind: {values: [Laser, Ink]}
nodes:
  which: {ask: Which printer is it?, fact: kind, options: {Laser: toner, Ink: ink}}
  toner: {end: request, tell: I order toner for your laser printer.}
  ink: {end: request, tell: I order ink for your printer.}
"""
