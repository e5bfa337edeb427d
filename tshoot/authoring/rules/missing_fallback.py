"""Checks that leave the person alone when they cannot run."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Check

ID = "missing-fallback"
SEVERITY: Severity = "warning"
DESCRIPTION = "A check has a question, or a way on, for when it cannot run."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about checks without a question."""
    for name, node in subject.tree.nodes.items():
        if isinstance(node, Check) and node.text is None and not node.otherwise and not node.then:
            message = f"the node {quote(name)} has no question for when its check is refused or cannot run"
            hint = "add 'ask: …' with options, or 'else: …'"
            yield subject.finding(ID, f"nodes.{name}", message, hint, "warning")


EXPLANATION = """\
A check may be refused, fail, or find nothing to look at. Then the person is asked in its place. Without a
question, or a way on, the walk leaves the tree there. Add `ask` with options, or `else`.
"""

BAD = """\
tree: 1
title: The disk is full
nodes:
  look:
    check: disk
    on: {full: person, ok: fixed}
  fixed: {end: resolved, tell: Good. There is room on the disk.}
  person: {end: escalate}
"""

GOOD = """\
tree: 1
title: The disk is full
nodes:
  look:
    check: disk
    on: {full: person, ok: fixed}
    ask: Does the computer say that the disk is full?
    options: {Yes: person, No: fixed}
  fixed: {end: resolved, tell: Good. There is room on the disk.}
  person: {end: escalate}
"""
