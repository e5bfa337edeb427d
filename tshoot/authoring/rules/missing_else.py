"""Nodes that do not say what happens otherwise."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Branch, Do, Node, Try

ID = "missing-else"
SEVERITY: Severity = "error"
DESCRIPTION = "An instruction, a list of fixes and a branch say what happens otherwise."


def lacks_else(node: Node) -> bool:
    """Whether a node does not say what happens otherwise."""
    match node:
        case Do(then=then, otherwise=otherwise):
            return not then and not otherwise
        case Try(otherwise=otherwise):
            return not otherwise
        case Branch(arms=arms):
            return all(arm.when for arm in arms)
    return False


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about nodes without `else`."""
    for name, node in subject.tree.nodes.items():
        where, noun = f"nodes.{name}", f"the node {quote(name)}"
        if f"@{where}.else" in subject.parsed.places:
            continue  # it is there, and what is wrong with it is said already
        if isinstance(node, Do) and lacks_else(node):
            message = f"{noun} does not say where to go when it did not help"
            yield subject.finding(ID, where, message, "add 'else: …', or 'then: …' to go on without asking")
        elif isinstance(node, Try) and lacks_else(node):
            message = f"{noun} does not say where to go when every fix has failed"
            yield subject.finding(ID, where, message, "add 'else: …'", "warning")
        elif isinstance(node, Branch) and not subject.damaged and lacks_else(node):
            message = f"{noun} does not say where to go when no condition holds"
            yield subject.finding(ID, where, message, "add '- {else: …}' as the last one", "warning")
        elif isinstance(node, Branch) and any(not arm.when for arm in node.arms[:-1]):
            message = f"what stands after 'else' in {noun} is never reached"
            yield subject.finding(ID, f"{where}.branch", message, "move 'else' to the end")


EXPLANATION = """\
Not every instruction helps, not every fix works, and not every condition holds. Without `else`, those for whom it
did not work are left alone. Say where they go: to the next attempt, or to a person. What stands behind the `else`
of a `branch` is never reached.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  light:
    ask: Is the power light on?
    options: {Yes: power, No: person}
  power:
    do: Switch the printer off and on.
    fixed: fixed
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  light:
    ask: Is the power light on?
    options: {Yes: power, No: person}
  power:
    do: Switch the printer off and on.
    fixed: fixed
    else: person
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
"""
