"""`return` where there is nothing to return to."""

from collections.abc import Iterator

from tshoot.authoring.findings import once
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import RETURN

ID = "return-outside-fix"
SEVERITY: Severity = "error"
DESCRIPTION = "`return` stands only in the further steps of a fix."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about ways back to a list of fixes from outside of it."""
    yield from once(_outside(subject))


def _outside(subject: Subject) -> Iterator[tuple[str, Diagnostic]]:
    if RETURN in subject.ids:
        return  # a node has taken this name, which is said already
    outside = subject.flow.outside_fixes(subject.start)
    for name, ways in subject.flow.exits.items():
        for way in ways:
            if way.target != RETURN or (name in subject.flow.returns and name not in outside):
                continue
            if not way.written:
                continue
            where = f"nodes.{name}.{way.where}"
            reason = (
                "is also reached from outside of a fix" if name in subject.flow.returns else "belongs to no fix"
            )
            message = f"{subject.noun(where)} goes to 'return', but this node {reason}"
            hint = "name a node; 'return' leads back to a list of fixes from a fix's 'then'"
            yield reason, subject.finding(ID, where, message, hint)


EXPLANATION = """\
`return` leads from the further steps of a fix back to its list. A node that is reached in any other way has no
list to go back to. Name the node that comes next, or lead to this node from the `then` of a fix only.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    do: Pull the plug for ten seconds.
    then: return
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    do: Pull the plug for ten seconds.
    fixed: fixed
    else: person
  person: {end: escalate}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""
