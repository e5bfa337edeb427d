"""Instructions after which it counts as solved, though nobody was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Ask, Branch, Check, Do, End, Node, Set, Tell, Wait

ID = "unconfirmed-fix"
SEVERITY: Severity = "warning"
DESCRIPTION = "An instruction that leads to `end: resolved` asks whether it helped."
EXPLANATION = """\
With `then`, an instruction goes on without a question. Where it goes on to `end: resolved`, a person whom it did not
help can only stop reading, and the case counts as solved.

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
    into: dict[str, list[tuple[Node, str]]] | None = None
    for name, node in subject.tree.nodes.items():
        if (
            isinstance(node, Do)
            and node.then
            and name in subject.flow.reachable
            and _is_solved(subject, node.then)
        ):
            into = into or _ways_into(subject)
            if not _after_good_news(name, into, {name}):
                message = (
                    f"after the node {quote(name)} it counts as solved, and nobody is asked whether it helped"
                )
                hint = f"write 'fixed: {node.then[:40]}' and 'else: …' in place of 'then'"
                yield subject.finding(ID, f"nodes.{name}.then", message, hint, SEVERITY)


def _is_solved(subject: Subject, start: str) -> bool:
    """Whether a walk from here can come to a solution without having been asked anything."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        name = todo.pop()
        node = subject.tree.nodes.get(name)
        if node is None or name in seen:
            continue
        seen.add(name)
        if isinstance(node, End) and node.end == "resolved":
            return True
        if isinstance(node, (Tell, Wait, Set, Branch)) or (isinstance(node, Do) and node.then):
            todo += [way.target for way in subject.flow.exits[name]]
    return False


def _ways_into(subject: Subject) -> dict[str, list[tuple[Node, str]]]:
    """Each node's ways into it: where they come from, and by which way out."""
    found: dict[str, list[tuple[Node, str]]] = {}
    for name, ways in subject.flow.exits.items():
        if name in subject.flow.reachable:
            for way in ways:
                found.setdefault(way.target, []).append((subject.tree.nodes[name], way.where))
    return found


def _after_good_news(name: str, into: dict[str, list[tuple[Node, str]]], seen: set[str]) -> bool:
    """Whether every way to a node comes from the news that it works."""
    ways = into.get(name, [])
    return bool(ways) and all(
        _is_good(node, where) or (where != "else" and _passes_on(node, into, seen)) for node, where in ways
    )


def _passes_on(node: Node, into: dict[str, list[tuple[Node, str]]], seen: set[str]) -> bool:
    """Whether a node is come to with good news only: what is asked behind them does not spoil them."""
    if node.id in seen:
        return True
    seen.add(node.id)
    return _after_good_news(node.id, into, seen)


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
