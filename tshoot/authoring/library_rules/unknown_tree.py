"""Trees that do not exist."""

from collections.abc import Iterator

from tshoot.authoring.findings import nearest, quote
from tshoot.authoring.library import Library, finding
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "unknown-tree"
SEVERITY: Severity = "error"
DESCRIPTION = "Trees that are called or handed off to exist."


def check(library: Library) -> Iterator[Diagnostic]:
    """Findings about names of trees that are not in the library."""
    for reference in library.references():
        if reference.target not in library.trees:
            owner = f"the node {quote(reference.node)}" if reference.node else "the tree"
            near = nearest(reference.target, library.trees)
            hint = (
                f"did you mean {quote(near)}?"
                if near
                else "name a tree of the library, or a queue as 'queue:NAME'"
            )
            message = f"{owner} {reference.verb} the tree {quote(reference.target)}, which is not in the library"
            yield finding(ID, reference.path, reference.span, message, hint)


EXPLANATION = """\
Whoever is sent to a tree that is not there gets stuck, or waits in a queue that nobody expects. Correct the
spelling, or name a queue with `queue:NAME`. A tree is looked for in the same folder and in the library.
"""

BAD = {
    "printer.yaml": """\
tree: 1
title: Printer does not print
nodes:
  next: {handoff: netwrok}
""",
    "network.yaml": """\
tree: 1
title: The network is down
nodes:
  fixed: {end: resolved, tell: Good. You are connected.}
""",
}

GOOD = {
    **BAD,
    "printer.yaml": """\
tree: 1
title: Printer does not print
nodes:
  next: {handoff: network}
""",
}
