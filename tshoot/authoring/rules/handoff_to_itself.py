"""Trees that hand a case to themselves."""

from collections.abc import Iterator

from tshoot.authoring.library import references
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Call

ID = "handoff-to-itself"
SEVERITY: Severity = "warning"
DESCRIPTION = "A tree does not hand a case to itself."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about hand-offs that begin the same tree again."""
    tree = subject.tree
    for reference in references(tree, subject.parsed.path, subject.parsed.places):
        if reference.target == tree.id and not isinstance(tree.nodes.get(reference.node), Call):
            message = f"the tree {reference.verb} itself, and would begin again"
            hint = "name another tree or a queue; 'then: NODE' goes back within the tree"
            yield subject.finding(ID, reference.span, message, hint, "warning")


EXPLANATION = """\
A hand-off passes the case on. To the tree itself, it would begin again with the same questions. Name another tree
or a queue; `then: NODE` goes back within the tree.
"""

BAD = """\
tree: 1
id: printer
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: person}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {handoff: printer}
"""

GOOD = """\
tree: 1
id: printer
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: person}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {handoff: queue:printers}
"""
