"""Nodes to which ways lead that no walk can take."""

from collections.abc import Iterator

from tshoot.authoring.deciding import deciding_nodes
from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "never-reached"
SEVERITY: Severity = "warning"
DESCRIPTION = "Every node has a way that some walk can take: its conditions can hold together."
EXPLANATION = """\
A way leads to this node, but it is never open: what is known there always takes another one. Nobody reads what stands
behind it. Where a single condition keeps the way closed, that condition is found in its place.

Change the conditions, lead to the node from elsewhere, or delete it.
"""
BAD = """\
tree: 1
title: The screen stays dark
facts:
  power: {type: boolean}
nodes:
  light:
    ask: Is there a light at the screen?
    options:
      Yes: {goto: next, set: {power: "true"}}
      No: {goto: next, set: {power: "false"}}
      Not sure: help
  next:
    branch:
      - {when: power, goto: help}
      - {when: power == false, goto: plug}
      - {else: other}
  plug: {do: Plug the screen in., fixed: done, else: help}
  other: {do: Switch the screen on at its button., fixed: done, else: help}
  help: {end: escalate, to: queue:screens}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: The screen stays dark
facts:
  power: {type: boolean}
nodes:
  light:
    ask: Is there a light at the screen?
    options:
      Yes: {goto: next, set: {power: "true"}}
      No: {goto: next, set: {power: "false"}}
      Not sure: next
  next:
    branch:
      - {when: power, goto: help}
      - {when: power == false, goto: plug}
      - {else: other}
  plug: {do: Plug the screen in., fixed: done, else: help}
  other: {do: Switch the screen on at its button., fixed: done, else: help}
  help: {end: escalate, to: queue:screens}
  done: {end: resolved}
"""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A finding about each first node of a part of the tree that is never come to."""
    knowledge = subject.knowledge
    if knowledge is None or subject.wrong_ways:
        return
    reached = knowledge.arrivals
    if len(reached) == len(subject.tree.nodes):
        return
    said = deciding_nodes(subject)
    for name in subject.tree.nodes:
        if name in subject.flow.reachable and name not in reached and name not in subject.doubtful:
            before = [one for one in subject.flow.into.get(name, ()) if one in reached]
            if before and not said.intersection(before):
                message = f"no walk comes to the node {quote(name)}: the way from {quote(before[0])} is never open"
                hint = f"look at the conditions of {quote(before[0])}, or delete {quote(name)}"
                yield subject.finding(ID, f"nodes.{name}", message, hint, SEVERITY)
