"""Braces in texts that are no placeholders."""

from collections.abc import Iterator

from tshoot.authoring.subject import Subject
from tshoot.engine.placeholders import PlaceholderError, facts_in
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "bad-placeholder"
SEVERITY: Severity = "error"
DESCRIPTION = "A brace in a text opens a placeholder `{fact}`, or is written twice."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about braces."""
    for text in subject.texts:
        try:
            facts_in(text.text)
        except PlaceholderError as error:
            span = subject.inside(text.where, text.text, error.offset, 1)
            hint = "write the name of a fact in the braces, or double them"
            yield subject.finding(ID, span, f"{subject.noun(text.where)}: {error.message}", hint)


EXPLANATION = """\
`{fact}` in a text is replaced by what is known. Anything else in braces would be shown to people as it is. Write
the name of a fact, or double the brace to show one: `{{`.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  look: {tell: "The label shows {computer.name}."}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  look: {tell: "The label shows {computer}."}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""
