"""Live trees that lead to trees which are not in use."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.library import Library, Member, finding
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Status

ID = "unready-tree"
SEVERITY: Severity = "warning"
DESCRIPTION = "A live tree leads only to live trees."
EXPLANATION = """A person on a live tree is never led to a draft or to a retired tree: a hand-off leaves the case in
that tier's queue instead, and a call is passed by. Make the other tree live, or name one that is.
"""


def gather(member: Member) -> Status:
    """What this rule needs to know of each tree."""
    return member.tree.status


def check(library: Library) -> Iterator[Diagnostic]:
    """Findings about hand-offs, calls and escalations to drafts and retired trees."""
    for reference in library.references():
        here, there = library.files[reference.path], library.members.get(reference.target)
        status = there.gathered(ID, gather) if there else "live"
        if status != "live" and here.gathered(ID, gather) == "live":
            owner = f"the node {quote(reference.node)}" if reference.node else "the tree"
            what = "a draft" if status == "draft" else "retired"
            message = f"{owner} {reference.verb} the tree {quote(reference.target)}, which is {what}"
            hint = f"nobody is led there; set 'status: live' in {quote(reference.target)}, or name another tree"
            yield finding(ID, reference.path, reference.span, message, hint, SEVERITY)


_HERE = """tree: 1
title: The lamp is dark
nodes:
  hand: {handoff: fuses, reason: The bulb is not to blame.}
"""
_THERE = """tree: 1
title: Fuses
tier: 2
status: draft
nodes:
  box: {do: Look at the fuse box., else: gone}
  gone: {end: escalate}
"""
BAD = {"lamp.yaml": _HERE, "fuses.yaml": _THERE}
GOOD = {"lamp.yaml": _HERE, "fuses.yaml": _THERE.replace("draft", "live")}
