"""Texts that may show "not known" in place of a fact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tshoot.authoring.deciding import guarded
from tshoot.authoring.findings import quote
from tshoot.authoring.knowledge_values import UNASKED, Known
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import node_wordings, taught
from tshoot.engine.placeholders import PlaceholderError, facts_in
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.standard import LEAVING_FACTS
from tshoot.model.tree import End, Handoff, Node, Try
from tshoot.model.wording import Wording

if TYPE_CHECKING:
    from tshoot.authoring.knowledge import Knowledge

ID = "empty-placeholder"
SEVERITY: Severity = "warning"
DESCRIPTION = "A text shows only facts that were asked for on every way to it."
EXPLANATION = """\
A placeholder asks for nothing. Where its fact is not known, the person reads "(Network: not known)". Some way to this
text neither asks for the fact nor sets it.

Ask for it before, with an `input` or a `prompt` that a condition needs; give the text `when: known(FACT)`; or give the
fact a `default`. It is a warning where no way asks for it, and a remark where some do not.
"""
BAD = """\
tree: 1
title: The Wi-Fi does not connect
nodes:
  join: {do: "Choose {network} in the list of networks.", fixed: done, else: which}
  which: {input: {fact: network, prompt: What is the network called?}, then: help}
  help: {end: escalate, to: queue:network}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: The Wi-Fi does not connect
nodes:
  which: {input: {fact: network, prompt: What is the network called?}, then: join}
  join: {do: "Choose {network} in the list of networks.", fixed: done, else: help}
  help: {end: escalate, to: queue:network}
  done: {end: resolved}
"""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about facts that are shown where they may not be known."""
    knowledge = subject.knowledge
    if knowledge is None or not any("{" in text.text for text in subject.texts):
        return
    learned = taught(subject.tree)
    asked = {name for name, fact in subject.facts.items() if (fact.prompt or name in learned) and not fact.secret}
    for name, node in subject.tree.nodes.items():
        if name not in knowledge.arrivals:
            continue
        for key, wording in node_wordings(node):
            if wording is not None and any("{" in text for text in wording.texts):
                yield from _in_text(subject, knowledge, node, key, wording, asked)


def _in_text(
    subject: Subject, knowledge: Knowledge, node: Node, key: str, wording: Wording, asked: set[str]
) -> Iterator[Diagnostic]:
    where = f"nodes.{node.id}.{key}"
    leaving = _asked_on_leaving(subject, node) if key in ("tell", "reason", "first") else set()
    for text in wording.texts:
        try:
            shown = facts_in(text)
        except PlaceholderError:
            continue
        for fact, offset in shown:
            known = _known(knowledge, node, key, fact)
            default = subject.facts[fact].default if fact in subject.facts else None
            if fact not in asked - leaving or not known or not known.unasked or default is not None:
                continue
            if known.never and node.id in subject.doubtful:
                continue
            if not known.never and (_has_condition(node, key) or node.id in guarded(subject)):
                continue  # it may well hold on those ways alone that ask for the fact
            what, severity = _how_bad(known)
            message = f"{subject.noun(where)} shows the fact {quote(fact)}, which {what}"
            hint = f"ask for {quote(fact)} before, or write 'when: known({fact})'"
            span = subject.inside(where, text, offset, len(fact) + 2)
            yield subject.finding(ID, span, message, hint, severity)


def _how_bad(known: Known) -> tuple[str, Severity]:
    if known.never:
        return "no way to this place has asked for or set", SEVERITY
    return "not every way to this place has asked for or set", "info"


def _known(knowledge: Knowledge, node: Node, key: str, fact: str) -> Known | None:
    """What is known of a fact where a text is shown; in a fix, its condition holds."""
    if isinstance(node, Try) and key.startswith("try."):
        index = key.split(".")[1]
        came = knowledge.conditions.get(f"nodes.{node.id}.try.{index}.when")
        if came and node.fixes[int(index)].when:
            return came.holds.get(fact, UNASKED) if came.holds is not None else None
    return knowledge.at(node.id, fact)


def _has_condition(node: Node, key: str) -> bool:
    fix = node.fixes[int(key.split(".")[1])] if isinstance(node, Try) and key.startswith("try.") else None
    return bool(node.when or (fix and fix.when))


def _asked_on_leaving(subject: Subject, node: Node) -> set[str]:
    """The facts that are asked for before the texts of a way out are filled in."""
    if not isinstance(node, (Handoff, End)) or (isinstance(node, End) and node.end not in _LEAVING):
        return set()
    return {*node.needs, *subject.tree.escalate.needs, *LEAVING_FACTS}


_LEAVING = ("escalate", "replace", "request")
