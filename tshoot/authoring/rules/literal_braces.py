"""Facts in double braces, which are shown as they stand."""

import re
from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import texts
from tshoot.model.diagnostic import Diagnostic

ID = "literal-braces"
DESCRIPTION = "A fact is shown by `{fact}`; doubled braces show braces."

_DOUBLED = re.compile(r"\{\{ *([A-Za-z_][A-Za-z0-9_]*) *\}\}")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about names of facts in double braces."""
    for text in texts(subject.tree):
        for found in _DOUBLED.finditer(text.text):
            if found[1] in subject.facts:
                span = subject.inside(text.where, text.text, found.start(), len(found[0]))
                message = f"{subject.noun(text.where)} shows {quote(found[0][1:-1])} as it stands, not the fact"
                yield subject.finding(ID, span, message, f"write {{{found[1]}}}", "warning")
