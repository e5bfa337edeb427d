"""Nodes behind which nothing comes."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic

ID = "dead-end"
DESCRIPTION = "A node that is the last of the file says where it leads."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about nodes that lead on where there is nothing."""
    for name, ways in subject.flow.exits.items():
        if any(not way.target and not way.written for way in ways):
            message = f"the node {quote(name)} leads on to a next node, and it is the last one"
            yield subject.finding(
                ID, f"nodes.{name}", message, "say where it leads, with 'then' or 'else'", "warning"
            )
