"""Options that lead nowhere of their own, among others that do."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Ask, Check

ID = "missing-target"
SEVERITY: Severity = "warning"
DESCRIPTION = "Either every option of a question names its node, or the question has `then`."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about options whose target was forgotten."""
    for name, node in subject.tree.nodes.items():
        if not isinstance(node, (Ask, Check)) or node.then or (isinstance(node, Ask) and node.many):
            continue
        without = [option for option in node.options if not option.goto]
        if without and len(without) < len(node.options):
            for option in without:
                where = f"nodes.{name}.options.{option.key}"
                message = f"the option {quote(option.key)} of the node {quote(name)} does not say where it leads"
                hint = f"write '{option.key[:40]}: NODE', or add 'then' to the node"
                yield subject.finding(ID, where, message, hint, "warning")


EXPLANATION = """\
Some options say where they lead and others do not. Those who choose one without a target go on to the next node in
the file, which is rarely meant. Name the node behind each option, or add `then` for all of them.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: , It blinks: person}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options: {Yes: fixed, No: person, It blinks: person}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
"""
