"""What the parser of one file gathers beside the tree: findings, and the places of what was authored."""

from __future__ import annotations

from tshoot.authoring.findings import Findings
from tshoot.authoring.items import Pair
from tshoot.model.diagnostic import Span

KEY = "@"
"""Before a dotted path: the place of its key rather than of its value."""


class Context:
    """Findings and places of one file."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.places: dict[str, Span] = {}

    def place(self, where: str, pair: Pair) -> None:
        """Remembers where a key and its value stand."""
        self.places[where] = pair.span
        self.places[KEY + where] = pair.key.span

    def error(self, span: Span, rule: str, message: str, hint: str = "") -> None:
        """Adds an error."""
        self.findings.error(span, rule, message, hint)
