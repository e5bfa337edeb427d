"""The start of the tree."""

from collections.abc import Iterator

from tshoot.authoring.findings import did_you_mean, quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic

ID = "start-unknown"
DESCRIPTION = "`start` names a node of the tree."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A finding about a start that is no node."""
    start = subject.tree.start
    if start not in subject.ids:
        message = f"the tree starts at {quote(start)}, which is not a node of this tree"
        yield subject.finding(ID, "start", message, did_you_mean(start, subject.tree.nodes))
