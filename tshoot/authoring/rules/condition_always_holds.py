"""Conditions that hold on every way."""

from collections.abc import Iterator

from tshoot.authoring.deciding import conditions, facts_there, follows
from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

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
    for item, came in conditions(subject):
        if came.fails is None:
            said = f"{facts_there(item.source, came.holds)}{follows(subject, item, came)}"
            message = f"{subject.noun(item.where)}: the condition {quote(item.source)} always holds here{said}"
            yield subject.finding(ID, item.where, message, "delete the condition, or change it", SEVERITY)
