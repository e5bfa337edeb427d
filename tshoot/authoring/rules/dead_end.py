"""Nodes behind which nothing comes."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.rules.missing_else import lacks_else
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "dead-end"
SEVERITY: Severity = "warning"
DESCRIPTION = "A node that is the last of the file says where it leads."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about nodes that lead on where there is nothing."""
    for name, ways in subject.flow.exits.items():
        if any(not way.target and not way.written for way in ways) and not lacks_else(subject.tree.nodes[name]):
            message = f"the node {quote(name)} leads on to a next node, and it is the last one"
            yield subject.finding(
                ID, f"nodes.{name}", message, "say where it leads, with 'then' or 'else'", "warning"
            )


EXPLANATION = """\
A node without `then` leads on to the next one in the file, and this is the last one. The conversation would stop
in the middle and leave the tree by its `escalate`. Say where the node leads, or put an `end` behind it.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: plug}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  plug: {tell: The printer needs power.}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: plug}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  plug: {tell: The printer needs power., then: power}
"""
