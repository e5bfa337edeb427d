"""Questions whose answer makes no difference."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Ask

ID = "idle-question"
SEVERITY: Severity = "warning"
DESCRIPTION = "The answer to a question leads somewhere, or is kept as a fact."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about questions that go on to the next node whatever is answered, and forget it."""
    for name, node in subject.tree.nodes.items():
        if not isinstance(node, Ask) or node.fact or len(node.options) < 2:
            continue
        if not node.then and not any(option.goto or option.set for option in node.options):
            message = f"the options of the node {quote(name)} lead nowhere, and the answer is not kept"
            hint = "give each option its node, as in 'Yes: NODE'; or add 'then', and 'fact' to keep the answer"
            yield subject.finding(ID, f"nodes.{name}", message, hint, "warning")


EXPLANATION = """\
Whatever is answered, the walk goes on the same way and forgets the answer. Asking costs people time and trust.
Give each option its node, or keep the answer with `fact`, or delete the question.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: [Yes, No]
  person: {end: escalate}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: person}
  fixed: {end: resolved, tell: Good. Wait until it has warmed up.}
  person: {end: escalate}
"""
