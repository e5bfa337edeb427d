"""Checks that do not exist, and results that a check never gives."""

from collections.abc import Iterator

from tshoot.authoring.findings import did_you_mean, quote
from tshoot.authoring.subject import Subject
from tshoot.model.checks import CHECK_RESULTS
from tshoot.model.diagnostic import Diagnostic
from tshoot.model.tree import Check

ID = "unknown-check"
DESCRIPTION = "A check exists, and 'on' names results that it can give."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about checks and their results; warnings, because the question is asked instead."""
    for name, node in subject.tree.nodes.items():
        if not isinstance(node, Check):
            continue
        results = CHECK_RESULTS.get(node.check)
        if results is None:
            message = f"the node {quote(name)} runs the check {quote(node.check)}, which does not exist"
            hint = did_you_mean(node.check, CHECK_RESULTS)
            yield subject.finding(ID, f"nodes.{name}.check", message, hint, "warning")
            continue
        for word in node.on:
            if word not in results:
                message = f"the check {quote(node.check)} never gives {quote(word)}"
                hint = did_you_mean(word, results)
                yield subject.finding(ID, f"@nodes.{name}.on.{word}", message, hint, "warning")
