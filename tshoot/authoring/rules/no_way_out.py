"""Circles that never end."""

from collections.abc import Iterator

from tshoot.authoring.findings import listing, quote
from tshoot.authoring.flow import ENDS
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import RETURN

ID = "no-way-out"
SEVERITY: Severity = "error"
DESCRIPTION = "From every node an end can be reached."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A finding about each group of nodes that lead only to each other."""
    if not subject.complete or subject.damaged:
        return
    ending = _ending(subject)
    trapped = [name for name in subject.tree.nodes if name in subject.flow.reachable and name not in ending]
    for first, *others in _groups(subject, trapped):
        message = f"from the node {quote(first)} no end can be reached"
        hint = f"it leads only to {listing(others, 'and')}" if others else "it leads only to itself"
        yield subject.finding(ID, f"nodes.{first}", message, hint)


def _groups(subject: Subject, names: list[str]) -> Iterator[list[str]]:
    """The names in groups of those that are linked, each in the order of the file."""
    links: dict[str, set[str]] = {name: set() for name in names}
    for name in names:
        for target in subject.flow.targets(name):
            links[name].add(target)
            links[target].add(name)
    order = {name: index for index, name in enumerate(names)}
    seen: set[str] = set()
    for name in names:
        group = {name} if name not in seen else set()
        todo = list(group)
        while todo:
            found = links[todo.pop()] - group
            group |= found
            todo += found
        seen |= group
        if group:
            yield sorted(group, key=order.__getitem__)


def _ending(subject: Subject) -> set[str]:
    """The nodes from which an end can be reached; a wrong target counts as one, it is found elsewhere."""
    nodes, before = subject.tree.nodes, dict[str, list[str]]()
    todo = []
    for name in nodes:
        for target in subject.flow.targets(name):
            before.setdefault(target, []).append(name)
            if target in ("", ENDS) or target not in nodes:
                todo.append(name)
        if any(way.target == RETURN for way in subject.flow.exits[name]) and name not in subject.flow.returns:
            todo.append(name)
    found: set[str] = set()
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += before.get(name, [])
    return found


EXPLANATION = """\
Whoever comes here goes round in a circle and never reaches an end: neither a fix nor a person. Give one of the
nodes a way on, such as an option that leads to another attempt or to `end: escalate`.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: again}
  again: {tell: Press the power button for three seconds., then: look}
  look:
    ask: Does the light come on now?
    options: {Yes: look, No: again}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: again}
  again: {tell: Press the power button for three seconds., then: look}
  look:
    ask: Does the light come on now?
    options: {Yes: fixed, No: again}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""
