"""Nodes that no walk comes to."""

from collections.abc import Iterator

from tshoot.authoring.findings import listing, quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "unreachable-node"
SEVERITY: Severity = "warning"
DESCRIPTION = "Every node can be reached from the start."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A finding about each part of the tree that cannot be reached."""
    if not subject.complete or subject.wrong_ways:
        return
    left = {name: None for name in subject.tree.nodes if name not in subject.flow.reachable}
    led_to = {target for name in left for target in subject.flow.targets(name) if target != name}
    for name in (*(name for name in left if name not in led_to), *left):
        if name in left:
            reached = subject.flow.reached({name})
            behind = [one for one in left if one in reached and one != name]
            message = f"no way leads to the node {quote(name)}"
            if behind:
                message += f", and so none to {listing(behind, 'and')} behind it"
            yield subject.finding(ID, f"nodes.{name}", message, "lead to it, or delete it", "warning")
            left = {one: None for one in left if one != name and one not in behind}


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
