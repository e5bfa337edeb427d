"""Circles whose way out is never open."""

from collections.abc import Iterator

from tshoot.authoring.deciding import deciding_nodes
from tshoot.authoring.findings import listing, quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "endless-circle"
SEVERITY: Severity = "warning"
DESCRIPTION = "A circle has a way out that a walk can take."
EXPLANATION = """\
From here, ways lead out of the circle on paper, but no walk can take them: their conditions cannot hold with what is
known. People go round until tshoot gives up for them.

Change the condition of the way out, or add an option that leaves the circle.
"""
BAD = """\
tree: 1
title: The program hangs
nodes:
  which: {ask: Which program is it?, fact: program, options: {Mail: wait, Browser: wait, Not sure: help}}
  wait: {tell: Wait a minute.}
  again:
    branch:
      - {when: program == 'Mail', goto: mail}
      - {when: program == 'Browser', goto: browser}
      - {else: help}
  mail: {ask: Does the mail answer again?, fact: answers, options: {Yes: wait, No: wait}}
  browser: {ask: Does the browser answer again?, fact: answers, options: {Yes: wait, No: wait}}
  help: {end: escalate, to: queue:programs}
"""
GOOD = """\
tree: 1
title: The program hangs
nodes:
  which: {ask: Which program is it?, fact: program, options: {Mail: wait, Browser: wait, Not sure: help}}
  wait: {tell: Wait a minute.}
  again:
    branch:
      - {when: program == 'Mail', goto: mail}
      - {when: program == 'Browser', goto: browser}
      - {else: help}
  mail: {ask: Does the mail answer again?, options: {Yes: done, No: wait}}
  browser: {ask: Does the browser answer again?, options: {Yes: done, No: wait}}
  help: {end: escalate, to: queue:programs}
  done: {end: resolved}
"""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A finding about the nodes from which a walk comes to no end, though ways lead there."""
    knowledge = subject.knowledge
    if knowledge is None or subject.wrong_ways:
        return
    ends = knowledge.ends()
    caught = [name for name in subject.tree.nodes if name in knowledge.arrivals and name not in ends]
    if caught and not deciding_nodes(subject).intersection(caught):
        first, *others = caught
        message = f"from the node {quote(first)} no walk comes to an end: the ways out are never open"
        hint = f"look at the conditions of {listing([first, *others], 'and')}"
        yield subject.finding(ID, f"nodes.{first}", message, hint, SEVERITY)
