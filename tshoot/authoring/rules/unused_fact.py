"""Facts that are declared and never used."""

from collections.abc import Iterator

from tshoot.authoring.findings import nearest, quote
from tshoot.authoring.misspelt import reads
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import taught
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "unused-fact"
SEVERITY: Severity = "info"
DESCRIPTION = "Every declared fact is used."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about facts that could be deleted."""
    if not subject.complete:
        return
    read = reads(subject.tree)
    used = {*taught(subject.tree), *read, *subject.misspelt.values()}
    used |= {nearest(name, subject.facts) for name in read - subject.facts.keys()}  # said by undeclared-fact
    for fact in subject.tree.facts:
        if fact not in used:
            message = f"the fact {quote(fact)} is declared and never used"
            yield subject.finding(ID, f"facts.{fact}", message, "delete it, or use it", "info")


EXPLANATION = """\
Nothing asks for this fact, shows it or decides by it. It is left over, or its use was forgotten. Use it, or delete
it: the next author then has less to understand.
"""

BAD = """\
tree: 1
title: Printer does not print
facts:
  room: {prompt: Which room is the printer in?}
nodes:
  person: {end: escalate, tell: Somebody comes to you.}
"""

GOOD = """\
tree: 1
title: Printer does not print
facts:
  room: {prompt: Which room is the printer in?}
nodes:
  person: {end: escalate, needs: [room], tell: "Somebody comes to {room}."}
"""
