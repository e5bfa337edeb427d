"""Texts by operating system that leave somebody without a text."""

from collections.abc import Iterator

from tshoot.authoring.findings import did_you_mean, quote
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import wordings
from tshoot.model.diagnostic import Diagnostic

ID = "missing-variant"
DESCRIPTION = "A text by operating system has `else`, and names systems that `os` can be."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about variants of texts."""
    values = subject.facts["os"].values
    for where, wording in wordings(subject.tree):
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
