"""Checks that do not exist, and results and values that a check never gives."""

import re
from collections.abc import Iterator

from tshoot.authoring.findings import did_you_mean, quote
from tshoot.authoring.subject import Subject
from tshoot.model.checks import CHECK_RESULTS, CHECK_VALUES
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Check

ID = "unknown-check"
SEVERITY: Severity = "warning"
DESCRIPTION = "A check exists, and 'on' and 'set' name results and values that it can give."

_VALUE = re.compile(r"\bresult\.([A-Za-z_][A-Za-z0-9_]*)")


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
        yield from _values(subject, node)
        for word in node.on:
            if word not in results:
                message = f"the check {quote(node.check)} never gives {quote(word)}"
                hint = did_you_mean(word, results)
                yield subject.finding(ID, f"@nodes.{name}.on.{word}", message, hint, "warning")


def _values(subject: Subject, node: Check) -> Iterator[Diagnostic]:
    known = CHECK_VALUES.get(node.check, ())
    for fact, source in node.set:
        for found in _VALUE.finditer(source):
            if found[1] not in known:
                where = f"nodes.{node.id}.set.{fact}"
                span = subject.inside(where, source, found.start(1), len(found[1]))
                message = f"the check {quote(node.check)} never finds {quote(found[1])}"
                yield subject.finding(ID, span, message, did_you_mean(found[1], known), "warning")


EXPLANATION = """\
tshoot cannot run a check that it does not have, and a result that never comes leads nowhere: the person is asked
instead. Take a name, a result or a value from [the list of checks](checks.md).
"""

BAD = """\
tree: 1
title: Wi-Fi will not connect
nodes:
  look:
    check: wfi
    ask: Does your computer show any Wi-Fi network?
    options: {Yes: fixed, No: person}
  fixed: {end: resolved, tell: Good. You are connected.}
  person: {end: escalate}
"""

GOOD = """\
tree: 1
title: Wi-Fi will not connect
nodes:
  look:
    check: wifi
    ask: Does your computer show any Wi-Fi network?
    options: {Yes: fixed, No: person}
  fixed: {end: resolved, tell: Good. You are connected.}
  person: {end: escalate}
"""
