"""Two files with the same tree."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.library import Library, finding
from tshoot.model.diagnostic import Diagnostic, Span

ID = "duplicate-tree"
DESCRIPTION = "No two files have the same tree id."


def check(library: Library) -> Iterator[Diagnostic]:
    """Findings about ids that are taken."""
    for name, paths in library.paths.items():
        for path in paths[1:]:
            if parsed := library.files.get(path):
                message = f"the tree id {quote(name)} is taken by {paths[0]}"
                yield finding(ID, path, parsed.places.get("id", Span()), message, "give one of them another 'id'")
