"""What is written and never used."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Ask, Branch, End

ID = "no-effect"
SEVERITY: Severity = "warning"
DESCRIPTION = "What is written has an effect where it stands."

_STAYING = ("resolved", "workaround", "unsupported", "cancelled")
"""Ends after which nobody takes the case over."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about targets and keys that are passed over."""
    for name, node in subject.tree.nodes.items():
        if isinstance(node, Ask) and node.many:
            yield from _targets(subject, node)
        if isinstance(node, Branch) and subject.complete and len(node.arms) > 1:
            targets = {arm.goto for arm in node.arms} | (
                {node.after} if all(arm.when for arm in node.arms) else set()
            )
            if len(targets) == 1:
                message = f"every arm of the node {quote(name)} leads to {quote(node.arms[0].goto)}"
                hint = "lead the arms to different nodes, or delete the node"
                yield subject.finding(ID, f"nodes.{name}", message, hint, "warning")
        if isinstance(node, End) and node.end in _STAYING and node.to and not subject.damaged:
            message = f"the node {quote(name)} ends with {quote(node.end)}: nobody gets the case, 'to' is not used"
            hint = "delete 'to', or end with 'escalate', 'replace' or 'request'"
            yield subject.finding(ID, f"nodes.{name}.to", message, hint, "warning")


def _targets(subject: Subject, node: Ask) -> Iterator[Diagnostic]:
    for option in node.options:
        if option.goto:
            where = f"nodes.{node.id}.options.{option.key}.goto"
            message = (
                f"the option {quote(option.key)} of the node {quote(node.id)} has a target; "
                "with 'many' all answers go on to 'then'"
            )
            hint = "keep the answers with 'fact', and lead on by a 'branch'"
            yield subject.finding(ID, where, message, hint, "warning")


EXPLANATION = """\
What stands here is read and then passed over, although its author meant something by it. Say it where it has an
effect, as the hint tells, or delete it.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: person}
  fixed: {end: resolved, tell: Good. Your printer works again., to: "queue:printers"}
  person: {end: escalate}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: person}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
"""
