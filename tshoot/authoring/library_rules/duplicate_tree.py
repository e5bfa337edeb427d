"""Two files with the same tree."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.library import Library, finding
from tshoot.model.diagnostic import Diagnostic, Severity, Span

ID = "duplicate-tree"
SEVERITY: Severity = "error"
DESCRIPTION = "No two files have the same tree id."


def check(library: Library) -> Iterator[Diagnostic]:
    """Findings about ids that are taken."""
    for name, paths in library.paths.items():
        for path in paths[1:]:
            if parsed := library.files.get(path):
                message = f"the tree id {quote(name)} is taken by {paths[0]}"
                yield finding(ID, path, parsed.places.get("id", Span()), message, "give one of them another 'id'")


EXPLANATION = """\
Trees name each other by their ids, and cases remember them. With one id twice, nobody can say which of the two
files is meant. Give one of them another `id`.
"""

BAD = {
    "printer.yaml": """\
tree: 1
title: Printer does not print
nodes:
  fixed: {end: resolved, tell: Good. Your printer works again.}
""",
    "scanner.yaml": """\
tree: 1
id: printer
title: Scanner does not scan
nodes:
  fixed: {end: resolved, tell: Good. Your scanner works again.}
""",
}

GOOD = {
    **BAD,
    "scanner.yaml": """\
tree: 1
id: scanner
title: Scanner does not scan
nodes:
  fixed: {end: resolved, tell: Good. Your scanner works again.}
""",
}
