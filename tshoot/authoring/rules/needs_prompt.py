"""Facts that must be known before leaving, and that nobody can be asked for."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import needs, taught
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "needs-prompt"
DESCRIPTION = "A fact in `needs` has a `prompt`, so that it can be asked for."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about needed facts without a question."""
    learned = taught(subject.tree)
    for where, fact in needs(subject.tree):
        if fact in subject.facts and fact != "problem" and subject.facts[fact].prompt is None:
            severity: Severity = "warning" if fact in learned else "error"
            message = f"{subject.noun(where)} needs the fact {quote(fact)}, which has no 'prompt' to ask for it"
            yield subject.finding(ID, where, message, f"add a 'prompt' to {quote(fact)} under 'facts'", severity)
