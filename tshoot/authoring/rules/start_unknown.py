"""The start of the tree."""

from collections.abc import Iterator

from tshoot.authoring.findings import did_you_mean, quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "start-unknown"
SEVERITY: Severity = "error"
DESCRIPTION = "`start` names a node of the tree."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A finding about a start that is no node."""
    start = subject.tree.start
    if start not in subject.ids:
        message = f"the tree starts at {quote(start)}, which is not a node of this tree"
        yield subject.finding(ID, "start", message, did_you_mean(start, subject.tree.nodes))


EXPLANATION = """\
A walk begins at `start`. Where it names no node, the first question cannot be found, and nobody is offered the
tree. Name a node of the tree, or delete `start`: the first node in the file then begins.
"""

BAD = """\
tree: 1
title: Printer does not print
start: powr
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: person}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
"""

GOOD = """\
tree: 1
title: Printer does not print
start: power
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: person}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
"""
