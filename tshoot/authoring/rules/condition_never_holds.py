"""Conditions that hold on no way."""

from collections.abc import Iterator

from tshoot.authoring.deciding import conditions, facts_there, follows
from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "condition-never-holds"
SEVERITY: Severity = "warning"
DESCRIPTION = "Every condition can hold where it stands."
EXPLANATION = """\
On every way to this place, the facts have values with which the condition fails. What it leads to is never shown, and
a person who needs it does not get it.

Compare with a value that the fact can have here, or move the condition to where it still can. The finding names the
values that are possible.
"""
BAD = """\
tree: 1
title: The printer prints nothing
nodes:
  kind:
    ask: How is the printer connected?
    fact: connection
    options: {By cable: cable, Without a cable: radio}
  cable:
    ask: Is the cable plugged in at both ends?
    options: {Yes: which, No: plug}
  plug: {do: Plug the cable in at both ends., fixed: done, else: which}
  radio: {do: Switch the printer off and on again., fixed: done, else: help}
  which:
    branch:
      - {when: connection == 'Without a cable', goto: radio}
      - {else: help}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: The printer prints nothing
nodes:
  kind:
    ask: How is the printer connected?
    fact: connection
    options: {By cable: cable, Without a cable: which}
  cable:
    ask: Is the cable plugged in at both ends?
    options: {Yes: which, No: plug}
  plug: {do: Plug the cable in at both ends., fixed: done, else: which}
  radio: {do: Switch the printer off and on again., fixed: done, else: help}
  which:
    branch:
      - {when: connection == 'Without a cable', goto: radio}
      - {else: help}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about conditions that cannot hold."""
    for item, came in conditions(subject):
        if came.holds is None:
            said = f"{facts_there(item.source, came.fails)}{follows(subject, item, came)}"
            message = f"{subject.noun(item.where)}: the condition {quote(item.source)} never holds here{said}"
            hint = "compare with a value that it can have here, or delete what stands behind the condition"
            yield subject.finding(ID, item.where, message, hint, SEVERITY)
