"""Trees that call each other in a circle."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.library import Library, Reference, finding
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "call-cycle"
SEVERITY: Severity = "error"
DESCRIPTION = "No tree calls itself, not even by way of others."


def check(library: Library) -> Iterator[Diagnostic]:
    """A finding at every call that leads back to its own tree."""
    calls = {
        name: {one.target for one in member.references if one.call} for name, member in library.members.items()
    }
    for reference in library.references():
        home = library.files[reference.path].id
        if reference.call and (way := _way(calls, reference, home)):
            circle = " → ".join(quote(name) for name in (home, *way))
            message = (
                f"the node {quote(reference.node)} calls {quote(reference.target)}, which calls back: {circle}"
            )
            yield finding(
                ID, reference.path, reference.span, message, "hand off instead, or remove one of the calls"
            )


def _way(calls: dict[str, set[str]], reference: Reference, home: str) -> list[str]:
    """The trees on a shortest way from the called tree back home; empty: there is none."""
    came: dict[str, str] = {reference.target: ""}
    todo = [reference.target]
    for name in todo:
        if name == home:
            way = [name]
            while came[way[0]]:
                way.insert(0, came[way[0]])
            return way
        for following in sorted(calls.get(name, ())):
            if following not in came:
                came[following] = name
                todo.append(following)
    return []


EXPLANATION = """\
A called tree comes back to its caller. Trees that call each other in a circle go deeper and deeper and never come
back. Replace one of the calls by a hand-off, or move what both need to a third tree.
"""

BAD = {
    "printer.yaml": """\
tree: 1
title: Printer does not print
nodes:
  look: {call: network, then: fixed}
  fixed: {end: resolved, tell: Good. Your printer works again.}
""",
    "network.yaml": """\
tree: 1
title: The network is down
nodes:
  look: {call: printer, then: fixed}
  fixed: {end: resolved, tell: Good. You are connected.}
""",
}

GOOD = {
    **BAD,
    "network.yaml": """\
tree: 1
title: The network is down
nodes:
  look: {tell: Look at the cable., then: fixed}
  fixed: {end: resolved, tell: Good. You are connected.}
""",
}
