"""Conditions that hold on every way."""

from collections.abc import Iterator

from tshoot.authoring.deciding import conditions, facts_there
from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Branch, Node

ID = "condition-always-holds"
SEVERITY: Severity = "warning"
DESCRIPTION = "Every condition can fail where it stands."
EXPLANATION = """\
On every way to this place, the facts have values with which the condition holds. It decides nothing, and what stands
behind it in a branch is never come to.

Delete the condition, or let it ask for what you meant. The finding names the values that are possible here.
"""
BAD = """\
tree: 1
title: The printer prints nothing
facts:
  connection: {type: choice, values: [cable, radio]}
nodes:
  cable:
    ask: Is there a cable between the printer and the computer?
    options:
      Yes: {goto: plugged, set: {connection: "'cable'"}}
      No: radio
      Not sure: radio
  plugged:
    do: Plug the cable in at both ends.
    when: connection == 'cable'
    fixed: done
    else: help
  radio: {do: Switch the printer off and on again., fixed: done, else: help}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: The printer prints nothing
facts:
  connection: {type: choice, values: [cable, radio]}
nodes:
  cable:
    ask: Is there a cable between the printer and the computer?
    options:
      Yes: {goto: plugged, set: {connection: "'cable'"}}
      No: plugged
      Not sure: radio
  plugged:
    do: Plug the cable in at both ends.
    when: connection == 'cable'
    fixed: done
    else: help
  radio: {do: Switch the printer off and on again., fixed: done, else: help}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about conditions that cannot fail."""
    last = {f"nodes.{name}.branch.{len(node.arms) - 1}.when" for name, node in _branches(subject)}
    for item, came in conditions(subject):
        if came.fails is None and item.where not in last:
            said = facts_there(item.source, came.holds)
            message = f"{subject.noun(item.where)}: the condition {quote(item.source)} always holds here{said}"
            following = "; what stands after it is never come to" if ".branch." in item.where else ""
            yield subject.finding(ID, item.where, message, f"delete the condition{following}", SEVERITY)


def _branches(subject: Subject) -> Iterator[tuple[str, Branch]]:
    """Branches whose last arm has a condition: it may well always hold, as another way to write `else`."""
    nodes: Iterator[tuple[str, Node]] = iter(subject.tree.nodes.items())
    yield from ((name, node) for name, node in nodes if isinstance(node, Branch) and node.arms)
