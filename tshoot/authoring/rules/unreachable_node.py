"""Nodes that no walk comes to."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic

ID = "unreachable-node"
DESCRIPTION = "Every node can be reached from the start."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about nodes that cannot be reached."""
    if not subject.complete or subject.wrong_ways:
        return
    for name in subject.tree.nodes:
        if name not in subject.flow.reachable:
            message = f"no way leads to the node {quote(name)}"
            yield subject.finding(ID, f"nodes.{name}", message, "lead to it, or delete it", "warning")
