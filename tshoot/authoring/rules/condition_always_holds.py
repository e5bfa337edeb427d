"""Conditions that hold on every way."""

from collections.abc import Iterator

from tshoot.authoring.deciding import conditions, facts_there, follows, holds_with_every_value
from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import expressions
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "condition-always-holds"
SEVERITY: Severity = "warning"
DESCRIPTION = "Every condition can fail where it stands."
EXPLANATION = """\
On every way to this place, the facts have values with which the condition holds. It decides nothing, and what stands
behind it in a branch is never come to. The same is said of `kind != 'Laser' or kind != 'Ink'`, which holds with every
value of `kind`.

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
    found = list(conditions(subject))
    for item, came in found:
        if came.fails is None:
            there = f"{facts_there(item.source, came.holds)}{follows(subject, item, came)}"
            message = f"{subject.noun(item.where)}: the condition {quote(item.source)} always holds here{there}"
            yield subject.finding(ID, item.where, message, "delete the condition, or change it", SEVERITY)
    said = {item.where for item, _ in found}
    for item in expressions(subject.tree):
        if item.where not in said and (fact := holds_with_every_value(subject, item)):
            condition = f"{subject.noun(item.where)}: the condition {quote(item.source)}"
            hint = "write 'and' in place of 'or'" if " or " in item.source else "change it"
            yield subject.finding(
                ID, item.where, f"{condition} holds with every value of {quote(fact)}", hint, SEVERITY
            )
