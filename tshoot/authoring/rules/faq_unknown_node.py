"""The nodes at which a question back belongs."""

from collections.abc import Iterator

from tshoot.authoring.findings import did_you_mean, quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Try

ID = "faq-unknown-node"
SEVERITY: Severity = "error"
DESCRIPTION = "`at` of a question in `faq` names nodes of the tree."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about questions for nodes that do not exist."""
    fixes = {fix.id for node in subject.tree.nodes.values() if isinstance(node, Try) for fix in node.fixes}
    for index, entry in enumerate(subject.tree.faq):
        for place, name in enumerate(entry.at):
            if name not in subject.ids and name not in fixes:
                message = (
                    f"the question {index + 1} of 'faq' is for {quote(name)}, which is not a node of this tree"
                )
                hint = did_you_mean(name, subject.tree.nodes)
                yield subject.finding(ID, f"faq.{index}.at.{place}", message, hint)


EXPLANATION = """\
`at` says at which nodes a question back is likely. A name that is no node makes the entry answer nowhere. Correct
the name, or delete `at`: the entry is then known everywhere in the tree.
"""

BAD = """\
tree: 1
title: Printer does not print
faq:
  - {q: Where is the power light?, a: Beside the display., at: [pwoer]}
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: person}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
"""

GOOD = """\
tree: 1
title: Printer does not print
faq:
  - {q: Where is the power light?, a: Beside the display., at: [power]}
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: person}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
"""
