"""Live trees that lead to trees which are not in use."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.library import Library, finding
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "unready-tree"
SEVERITY: Severity = "warning"
DESCRIPTION = "A live tree leads only to live trees."
EXPLANATION = """A person on a live tree is never led to a draft or to a retired tree: a hand-off leaves the case in
that tier's queue instead, and a call is passed by. Make the other tree live, or name one that is.
"""


def check(library: Library) -> Iterator[Diagnostic]:
    """Findings about hand-offs, calls and escalations to drafts and retired trees."""
    for reference in library.references():
        here, there = library.files[reference.path].tree, library.trees.get(reference.target)
        if here and there and here.status == "live" != there.status:
            owner = f"the node {quote(reference.node)}" if reference.node else "the tree"
            what = "a draft" if there.status == "draft" else "retired"
            message = f"{owner} {reference.verb} the tree {quote(there.id)}, which is {what}"
            hint = f"nobody is led there; set 'status: live' in {quote(there.id)}, or name another tree"
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
