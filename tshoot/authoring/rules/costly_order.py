"""Fixes in an order that takes longer than it must."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.engine.planning import ordered, price
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Fix, Try

ID = "costly-order"
SEVERITY: Severity = "info"
DESCRIPTION = "Fixes in a written order cost hardly more than in the best one."
EXPLANATION = """\
With `order: written`, fixes are tried as they stand. By their own costs, risks and chances, another order would take
fewer minutes on average until one helps.

Leave `order` out, and tshoot finds the order; or write the fixes in the order that the finding names. Keep yours where
one fix prepares the next.
"""
BAD = """\
tree: 1
title: The program does not start
nodes:
  fixes:
    try:
      - {id: reinstall, do: Install the program again., cost: 30, chance: 0.5}
      - {id: restart, do: Start the computer again., cost: 3, chance: 0.4}
    order: written
    fixed: done
    else: help
  help: {end: escalate, to: queue:programs}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: The program does not start
nodes:
  fixes:
    try:
      - {id: restart, do: Start the computer again., cost: 3, chance: 0.4}
      - {id: reinstall, do: Install the program again., cost: 30, chance: 0.5}
    order: written
    fixed: done
    else: help
  help: {end: escalate, to: queue:programs}
  done: {end: resolved}
"""
LEAST_MINUTES = 1.0
"""A smaller difference is not worth a word: chances are guesses."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about lists of fixes that keep an expensive order."""
    for name, node in subject.tree.nodes.items():
        if not isinstance(node, Try) or not node.written:
            continue
        conditions = dict.fromkeys(("", *(fix.when for fix in node.fixes)))
        when = max(conditions, key=lambda when: _more(node, when))
        more = _more(node, when)
        if more >= LEAST_MINUTES:
            order = ", ".join(quote(fix.id) for fix in _best(node, when))
            cost = f"cost {more:.1f} minutes more on average than they must"
            message = f"the fixes of the node {quote(name)} {cost}{f' where {quote(when)} holds' if when else ''}"
            yield subject.finding(ID, f"nodes.{name}.order", message, f"the best order is {order}", SEVERITY)


def _more(node: Try, when: str) -> float:
    """The minutes that the written order costs beyond the best one, of fixes that are surely offered together."""
    return expected(_together(node, when)) - expected(_best(node, when))


def _together(node: Try, when: str) -> tuple[Fix, ...]:
    return tuple(fix for fix in node.fixes if fix.when in ("", when))


def _best(node: Try, when: str) -> tuple[Fix, ...]:
    return ordered(replace(node, fixes=_together(node, when), written=False), {})


def expected(fixes: Sequence[Fix]) -> float:
    """Minutes that fixes in this order cost on average until one helps, or all have failed."""
    minutes, reached = 0.0, 1.0
    for fix in fixes:
        minutes += reached * price(fix)
        reached *= 1 - fix.chance
    return minutes
