"""Texts by operating system that leave somebody without a text."""

from collections.abc import Iterator

from tshoot.authoring.findings import did_you_mean, quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "missing-variant"
SEVERITY: Severity = "error"
DESCRIPTION = "A text by operating system has `else`, and names systems that `os` can be."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about variants of texts."""
    values = subject.facts["os"].values
    for where, wording in subject.wordings:
        key = where.rpartition(".")[2]
        if wording.variants and not wording.text:
            message = f"{subject.noun(where)} has no {quote(key)} for systems other than those it names"
            yield subject.finding(ID, where, message, "add 'else: …' to the texts")
        for name, _ in wording.variants if values else ():
            if name not in values:
                message = (
                    f"{subject.noun(where)} has a {quote(key)} for {quote(name)}, which the fact 'os' never is"
                )
                yield subject.finding(ID, f"@{where}.{name}", message, did_you_mean(name, values))


EXPLANATION = """\
A text by operating system is chosen by the fact `os`. Without `else`, people on another system, or on one that is
not known, read nothing. A system that `os` never is has a text that nobody reads.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  settings:
    do: {Windows: Press Windows+I., macOS: Open the Apple menu.}
    fixed: fixed
    else: person
  person: {end: escalate}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  settings:
    do: {Windows: Press Windows+I., macOS: Open the Apple menu., else: Open the settings.}
    fixed: fixed
    else: person
  person: {end: escalate}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""
