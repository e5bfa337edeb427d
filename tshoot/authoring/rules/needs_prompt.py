"""Facts that must be known before leaving, and that nobody can be asked for."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import needs, taught
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "needs-prompt"
SEVERITY: Severity = "error"
DESCRIPTION = "A fact in `needs` has a `prompt`, or a node that asks for it."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about needed facts without a question."""
    learned = taught(subject.tree)
    said = set[str]()
    for where, fact in needs(subject.tree):
        known = subject.facts.get(fact)
        if known and fact != "problem" and known.prompt is None and fact not in learned | said:
            said.add(fact)
            message = f"{subject.noun(where)} needs the fact {quote(fact)}, which nothing asks for"
            yield subject.finding(ID, where, message, f"add a 'prompt' to {quote(fact)} under 'facts'")


EXPLANATION = """\
Before the case leaves, tshoot asks for what the next person needs. It cannot ask for a fact that has no question.
Add a `prompt` to the fact, or a node that asks for it.
"""

BAD = """\
tree: 1
title: Printer does not print
facts:
  asset: {type: text}
nodes:
  person: {handoff: "queue:printers", needs: [asset]}
"""

GOOD = """\
tree: 1
title: Printer does not print
facts:
  asset: {type: text, prompt: What does the printer's label say?}
nodes:
  person: {handoff: "queue:printers", needs: [asset]}
"""
