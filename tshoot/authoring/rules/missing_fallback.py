"""Checks that leave the person alone when they cannot run."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic
from tshoot.model.tree import Check

ID = "missing-fallback"
DESCRIPTION = "A check has a question, or a way on, for when it cannot run."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about checks without a question."""
    for name, node in subject.tree.nodes.items():
        if isinstance(node, Check) and node.text is None and not node.otherwise and not node.then:
            message = f"the node {quote(name)} has no question for when its check is refused or cannot run"
            hint = "add 'ask: …' with options, or 'else: …'"
            yield subject.finding(ID, f"nodes.{name}", message, hint, "warning")
