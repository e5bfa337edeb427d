"""Steps of a fix that never come back to its list."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import RETURN, Try

ID = "fix-without-return"
SEVERITY: Severity = "warning"
DESCRIPTION = "The further steps of a fix lead back to its list of fixes with `return`."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about fixes from whose steps no way leads back."""
    if not subject.complete or subject.damaged:
        return
    for name, node in subject.tree.nodes.items():
        for index, fix in enumerate(node.fixes if isinstance(node, Try) else ()):
            if fix.then and fix.then != RETURN and not _comes_back(subject, fix.then):
                message = f"the steps of the fix {quote(fix.id)} never come back to the list of fixes"
                hint = "end them with 'then: return'; then \"Did that fix it?\" is asked"
                yield subject.finding(ID, f"nodes.{name}.try.{index}.then", message, hint, "warning")


def _comes_back(subject: Subject, start: str) -> bool:
    """Whether `return` can be reached without going through the list of fixes again."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        name = todo.pop()
        if name == RETURN:
            return True
        if name in subject.tree.nodes and name not in seen:
            seen.add(name)
            if not isinstance(subject.tree.nodes[name], Try):
                todo += [way.target for way in subject.flow.exits[name]]
    return False


EXPLANATION = """\
After the further steps of a fix, tshoot asks whether it helped, and offers the next fix if not. That needs a way
back to the list: end the steps with `then: return`. Without it, the other fixes are never tried.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  fixes:
    try:
      - {id: restart, do: Switch the printer off and on., cost: 1, then: warm-up}
      - {id: tray, do: Push the tray in., cost: 1}
    fixed: fixed
    else: person
  warm-up: {wait: 2 minutes, then: fixed}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  fixes:
    try:
      - {id: restart, do: Switch the printer off and on., cost: 1, then: warm-up}
      - {id: tray, do: Push the tray in., cost: 1}
    fixed: fixed
    else: person
  warm-up: {wait: 2 minutes, then: return}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
"""
