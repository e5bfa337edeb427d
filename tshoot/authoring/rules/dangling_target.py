"""Targets that are no nodes."""

from collections.abc import Iterator

from tshoot.authoring.findings import akin, once, quote
from tshoot.authoring.flow import ENDS
from tshoot.authoring.nodes import END_KINDS
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import RETURN, Try

ID = "dangling-target"
SEVERITY: Severity = "error"
DESCRIPTION = "Every target is a node of the tree."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about targets that lead nowhere."""
    yield from once(_dangling(subject))


def _dangling(subject: Subject) -> Iterator[tuple[str, Diagnostic]]:
    known = {*subject.ids, RETURN, ENDS, ""}
    fixes = {fix.id for node in subject.tree.nodes.values() if isinstance(node, Try) for fix in node.fixes}
    for name, ways in subject.flow.exits.items():
        for way in ways:
            if way.target not in known:
                where = f"nodes.{name}.{way.where}"
                what = "a fix, not a node" if way.target in fixes else "not a node of this tree"
                message = f"{subject.noun(where)} goes to {quote(way.target)}, which is {what}"
                yield way.target, subject.finding(ID, where, message, _hint(way.target, subject))


def _hint(target: str, subject: Subject) -> str:
    if near := akin(target, sorted(subject.ids)):
        return f"did you mean {quote(near)}?"
    if target in END_KINDS or target == "end":
        return f"add a node that ends: '{target}: {{end: {target if target in END_KINDS else 'resolved'}}}'"
    if target.startswith("queue:"):
        return f"add a node with 'handoff: {target}', and go there"
    return "add this node; another tree is reached by a node with 'handoff'"


EXPLANATION = """\
Somebody who gives this answer would stand before a step that does not exist. Correct the spelling of the target,
or write the node. Another tree is no target: a node with `handoff` or `call` leads to it.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixd, No: person}
  fixed: {end: resolved, tell: Good. Your printer works again.}
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
