"""Facts in double braces and in labels, which are shown as they stand."""

import re
from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Ask, Check

ID = "literal-braces"
SEVERITY: Severity = "warning"
DESCRIPTION = "A fact is shown by `{fact}` in texts; doubled braces, and those in labels, show braces."

_SINGLE = re.compile(r"\{ *([A-Za-z_][A-Za-z0-9_]*) *\}")
_DOUBLED = re.compile(r"\{\{ *([A-Za-z_][A-Za-z0-9_]*) *\}\}")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about names of facts in double braces, and in labels."""
    yield from _in_labels(subject)
    for text in subject.texts:
        for found in _DOUBLED.finditer(text.text):
            if found[1] in subject.facts:
                span = subject.inside(text.where, text.text, found.start(), len(found[0]))
                message = f"{subject.noun(text.where)} shows {quote(found[0][1:-1])} as it stands, not the fact"
                yield subject.finding(ID, span, message, f"write {{{found[1]}}}", "warning")


def _in_labels(subject: Subject) -> Iterator[Diagnostic]:
    for name, node in subject.tree.nodes.items():
        for option in node.options if isinstance(node, (Ask, Check)) else ():
            found = _SINGLE.search(option.label)
            if found and found[1] in subject.facts:
                where = f"nodes.{name}.options.{option.key}"
                noun = f"the option {quote(option.key)} of the node {quote(name)}"
                message = f"{noun} shows {quote(found[0])} as it stands"
                yield subject.finding(ID, where, message, "show the fact in the question instead", "warning")


EXPLANATION = """\
Doubled braces show a brace, and labels show what stands in them, so people would read `{os}` in place of the
system. Write the fact in single braces, and show it in the question where a label needs it.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  look: {tell: "Open the settings of {{os}}."}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  look: {tell: "Open the settings of {os}."}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""
