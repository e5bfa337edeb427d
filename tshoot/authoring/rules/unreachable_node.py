"""Nodes that no walk comes to."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "unreachable-node"
SEVERITY: Severity = "warning"
DESCRIPTION = "Every node can be reached from the start."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about nodes that cannot be reached."""
    if not subject.complete or subject.wrong_ways:
        return
    for name in subject.tree.nodes:
        if name not in subject.flow.reachable:
            message = f"no way leads to the node {quote(name)}"
            yield subject.finding(ID, f"nodes.{name}", message, "lead to it, or delete it", "warning")


EXPLANATION = """\
No way leads here, so nobody ever reads it: usually a target was forgotten or names another node. Lead to it, or
delete it. As long as other ways of the tree are wrong, nothing is said.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: fixed-later}
  switch-on: {tell: Switch the printer on., then: fixed}
  fixed-later: {tell: Switch it on at the wall., then: fixed}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: switch-on}
  switch-on: {tell: Switch the printer on., then: fixed-later}
  fixed-later: {tell: Switch it on at the wall., then: fixed}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""
