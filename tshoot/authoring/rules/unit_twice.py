"""Units that stand behind a placeholder, which shows the unit by itself."""

import re
from collections.abc import Iterator

from tshoot.authoring.edits import Edit, Places
from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "unit-twice"
SEVERITY: Severity = "warning"
DESCRIPTION = "Behind a placeholder, the unit of its fact is not written again."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about units that people would read twice."""
    units = {name: fact.unit for name, fact in subject.tree.facts.items() if fact.unit and fact.kind == "number"}
    if not units:
        return
    alternatives = "|".join(
        rf"\{{ *{name} *\}}(?P<{name}>[ \xa0-]*{re.escape(units[name])}(?!\w))" for name in units
    )
    pattern = re.compile(rf"(?<!\{{)(?:{alternatives})", re.IGNORECASE)
    for text in subject.texts:
        for found in pattern.finditer(text.text) if "{" in text.text else ():
            name = str(found.lastgroup)
            span = subject.inside(text.where, text.text, found.start(name), len(found[name]))
            message = (
                f"{subject.noun(text.where)} shows the unit {quote(units[name])} twice: '{{{name}}}' shows it too"
            )
            yield subject.finding(ID, span, message, f"delete {quote(found[name].strip(' -'))}", "warning")


def fix(subject: Subject, finding: Diagnostic) -> Iterator[Edit]:
    """The text without the second unit, where the file shows it as it is."""
    units = {fact.unit.casefold() for fact in subject.tree.facts.values() if fact.unit}
    if Places(subject.parsed.text).at(finding.span).strip(" \xa0-").casefold() in units:
        yield Edit(finding.span, "")


EXPLANATION = """\
A number is shown with the unit of its fact, in a placeholder too. With the unit behind it, people would read "30 months
months". Delete the second one.
"""

BAD = """\
tree: 1
title: The label printer does not print
facts:
  age: {type: number, unit: months, prompt: How old is the printer?}
nodes:
  how-old: {input: age}
  old: {tell: "The printer is {age} months old."}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""

GOOD = BAD.replace("{age} months", "{age}")
