"""Facts that are declared and never used."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import expressions, needs, taught, texts
from tshoot.engine.expressions import ExpressionError, names
from tshoot.engine.placeholders import PlaceholderError, facts_in
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "unused-fact"
SEVERITY: Severity = "info"
DESCRIPTION = "Every declared fact is used."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about facts that could be deleted."""
    if not subject.complete:
        return
    used = _used(subject)
    for fact in subject.tree.facts:
        if fact not in used:
            message = f"the fact {quote(fact)} is declared and never used"
            yield subject.finding(ID, f"facts.{fact}", message, "delete it, or use it", "info")


def _used(subject: Subject) -> set[str]:
    tree = subject.tree
    used = {*taught(tree), *(fact for _, fact in needs(tree))}
    for item in expressions(tree):
        try:
            used |= names(item.source)
        except ExpressionError:
            continue
    for text in texts(tree):
        try:
            used |= {name for name, _ in facts_in(text.text)}
        except PlaceholderError:
            continue
        if text.where.count(".") > 2:
            used.add("os")
    return used


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
