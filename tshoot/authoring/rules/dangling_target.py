"""Targets that are no nodes."""

from collections.abc import Iterator

from tshoot.authoring.findings import nearest, quote
from tshoot.authoring.flow import ENDS
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic
from tshoot.model.tree import RETURN, Try

ID = "dangling-target"
DESCRIPTION = "Every target is a node of the tree."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about targets that lead nowhere."""
    known = {*subject.ids, RETURN, ENDS, ""}
    fixes = {fix.id for node in subject.tree.nodes.values() if isinstance(node, Try) for fix in node.fixes}
    for name, ways in subject.flow.exits.items():
        for way in ways:
            if way.target not in known:
                where = f"nodes.{name}.{way.where}"
                what = "a fix, not a node" if way.target in fixes else "not a node of this tree"
                message = f"{subject.noun(where)} goes to {quote(way.target)}, which is {what}"
                near = nearest(way.target, subject.ids)
                yield subject.finding(ID, where, message, f"did you mean {quote(near)}?" if near else "")
