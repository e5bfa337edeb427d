"""Instructions after which it counts as solved, though nobody was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tshoot.authoring.findings import quote
from tshoot.authoring.flow import spread
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Ask, Branch, Check, Do, End, Node, Set, Tell, Try, Wait

ID = "unconfirmed-fix"
SEVERITY: Severity = "warning"
DESCRIPTION = "An instruction that leads to `end: resolved` asks whether it helped."
EXPLANATION = """\
With `then`, an instruction goes on without a question. Where it goes on to `end: resolved`, a person whom it did not
help can only stop reading, and the case counts as solved. So it does where `else` leads there.

Write `fixed: NODE` and `else: NODE` in place of `then`. Instructions after good news, such as "switch it off again",
are left alone.
"""
BAD = """\
tree: 1
title: The printer prints nothing
nodes:
  light: {ask: Is there a light at the printer?, options: {Yes: restart, No: plug}}
  plug: {do: Plug the printer in., fixed: done, else: help}
  restart: {do: "Switch the printer off, wait a minute, and switch it on again.", then: done}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved, tell: Your printer works again.}
"""
GOOD = """\
tree: 1
title: The printer prints nothing
nodes:
  light: {ask: Is there a light at the printer?, options: {Yes: restart, No: plug}}
  plug: {do: Plug the printer in., fixed: tidy, else: help}
  restart: {do: "Switch the printer off, wait a minute, and switch it on again.", fixed: tidy, else: help}
  tidy: {do: Close the lid of the printer., then: done}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved, tell: Your printer works again.}
"""

_GOOD = re.compile(
    r"\b(?:works?|working|fixed|solved|helped|fine|better|gone|connected|back|done|clear|passed)\b", re.I
)
_TURNED = re.compile(r"\b(?:not|no|never|still|nothing)\b|n't\b", re.I)
_YES = re.compile(r"(?:yes|yep|true)\b", re.I)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about instructions that end a session as resolved."""
    if not subject.complete or subject.damaged:
        return
    yield from _unhelped(subject)
    leading = [(name, node) for name, node in subject.tree.nodes.items() if isinstance(node, Do) and node.then]
    if not leading:
        return
    ways = [
        (subject.tree.nodes[name], way.where, way.target)
        for name, found in subject.flow.exits.items()
        if name in subject.flow.reachable
        for way in found
    ]
    solved = _solved_unasked(subject, ways)
    spoiled = _spoiled(subject, ways) if solved else set()
    for name, node in leading:
        if node.then in solved and name in spoiled:
            message = f"after the node {quote(name)} it counts as solved, and nobody is asked whether it helped"
            hint = f"write 'fixed: {node.then[:40]}' and 'else: …' in place of 'then'"
            yield subject.finding(ID, f"nodes.{name}.then", message, hint, SEVERITY)


def _unhelped(subject: Subject) -> Iterator[Diagnostic]:
    """Instructions and lists of fixes that did not help, and count as solved."""
    for name, node in subject.tree.nodes.items():
        if isinstance(node, (Do, Try)) and not (isinstance(node, Do) and node.then):
            target = subject.tree.nodes.get(node.otherwise)
            if isinstance(target, End) and target.end == "resolved":
                message = (
                    f"it counts as solved where the node {quote(name)} did not help: 'else' ends with 'resolved'"
                )
                hint = "lead 'else' to what is tried next, or to a person"
                yield subject.finding(ID, f"nodes.{name}.else", message, hint, SEVERITY)


def _solved_unasked(subject: Subject, ways: Sequence[tuple[Node, str, str]]) -> set[str]:
    """The nodes from which a walk can come to a solution without having been asked anything."""
    ends = {name for name, node in subject.tree.nodes.items() if isinstance(node, End) and node.end == "resolved"}
    # Of several instructions in a row, the last one asks.
    return spread(
        ends, [(target, node.id) for node, _, target in ways if isinstance(node, (Tell, Wait, Set, Branch))]
    )


def _spoiled(subject: Subject, ways: Sequence[tuple[Node, str, str]]) -> set[str]:
    """The nodes that can be come to without the news that it works; what is asked behind it does not spoil it."""
    bad = [(node.id, where, target) for node, where, target in ways if not _is_good(node, where)]
    begun = subject.flow.reachable - {target for _, _, target in ways}
    return spread(begun | {target for _, where, target in bad if where == "else"}, [(a, b) for a, _, b in bad])


def _is_good(node: Node, where: str) -> bool:
    if where == "fixed":
        return True
    if not isinstance(node, (Ask, Check)) or not node.text:
        return False
    for option in node.options:
        if where == f"options.{option.key}.goto":
            asked = any(_GOOD.search(text) for text in node.text.texts)
            said = _GOOD.search(option.label) or (_YES.match(option.label) and asked)
            return bool(said) and not _TURNED.search(option.label)
    return False
