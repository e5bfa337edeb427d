"""Questions whose answer is known before they come up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tshoot.authoring.findings import listing, quote
from tshoot.authoring.knowledge_values import Known
from tshoot.authoring.knowledge_words import told
from tshoot.authoring.subject import Subject
from tshoot.engine.asking import choice_for
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Ask, Input

if TYPE_CHECKING:
    from tshoot.authoring.knowledge import Knowledge

ID = "never-asked"
SEVERITY: Severity = "warning"
DESCRIPTION = "A question can come up: its fact is not known on every way to it, and each option can be taken."
EXPLANATION = """\
What is known is not asked again. On every way to this question its fact has a value already, so nobody ever sees it,
and options beside that value are never taken.

Delete the question and go on by a `branch` over the fact, or keep this answer as another fact.
"""
BAD = """\
tree: 1
title: No sound in calls
facts:
  device: {type: choice, values: [Headset, Speaker]}
nodes:
  calls:
    ask: Do you use a headset?
    options:
      Yes: {goto: which, set: {device: "'Headset'"}}
      No: help
      Not sure: help
  which:
    ask: What do you listen with?
    fact: device
    options: {Headset: headset, Speaker: speaker}
  headset: {do: Pull the plug of the headset and plug it in again., fixed: done, else: help}
  speaker: {do: Turn the speaker up., fixed: done, else: help}
  help: {end: escalate, to: queue:sound}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: No sound in calls
nodes:
  which:
    ask: What do you listen with?
    fact: device
    options: {Headset: headset, Speaker: speaker}
  headset: {do: Pull the plug of the headset and plug it in again., fixed: done, else: help}
  speaker: {do: Turn the speaker up., fixed: done, else: help}
  help: {end: escalate, to: queue:sound}
  done: {end: resolved}
"""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about questions that are passed over on every way."""
    knowledge = subject.knowledge
    for name, node in subject.tree.nodes.items() if knowledge else ():
        if not isinstance(node, (Ask, Input)) or not node.fact or name in subject.doubtful:
            continue
        fact = node.fact if isinstance(node, Ask) else node.fact.name
        known = knowledge.at(name, fact) if knowledge else None
        if not knowledge or known is None or known.unknown or known.never or _comes_back(knowledge, name):
            continue
        if isinstance(node, Ask) and not node.many:
            taken = _taken(node, known)
            if taken is None:
                continue
        left = _left(node, known)
        message = f"the node {quote(name)} is never asked: {told({fact: known})} on every way to it{left}"
        hint = "delete the question and go on by a 'branch', or keep its answer as another fact"
        yield subject.finding(ID, f"nodes.{name}", message, hint, SEVERITY)


def _taken(node: Ask, known: Known) -> set[str] | None:
    """The options that are taken by themselves; `None` where the question is asked for some value."""
    if not isinstance(known.values, frozenset):
        return None
    found = [choice_for(node.options, value) for value in known.values]
    if any(option is None or option.when for option in found):
        return None
    return {option.key for option in found if option}


def _left(node: Ask | Input, known: Known) -> str:
    taken = _taken(node, known) if isinstance(node, Ask) and not node.many else None
    left = (
        [option.key for option in node.options if option.key not in taken]
        if taken and isinstance(node, Ask)
        else []
    )
    return f"; nobody can take {listing(left)}" if left else ""


def _comes_back(knowledge: Knowledge, name: str) -> bool:
    """Whether a walk can come to a node twice: then the question is asked anew."""
    seen: set[str] = set()
    todo = [name]
    while todo:
        here = todo.pop()
        for way in knowledge.ways.get(here, ()):
            for target in knowledge.targets(here, way):
                if target == name:
                    return True
                if target not in seen:
                    seen.add(target)
                    todo.append(target)
    return False
