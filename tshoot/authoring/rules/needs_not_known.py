"""Facts that the next person needs and that were not asked for on some way."""

from collections.abc import Iterator

from tshoot.authoring.deciding import guarded
from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import taught
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import End, Handoff, Node

ID = "needs-not-known"
SEVERITY: Severity = "warning"
DESCRIPTION = "What a way out `needs` was asked for on every way to it, or has a `prompt`."
EXPLANATION = """\
A walk can come to this way out without having been asked for the fact, and a fact without a `prompt` is not asked for
at the end. The case leaves without what the next person needs.

Give the fact a `prompt` under `facts`, or ask for it on every way.
"""
BAD = """\
tree: 1
title: The printer prints nothing
nodes:
  light: {ask: Is there a light at the printer?, options: {Yes: model, No: plug}}
  model: {ask: How large is the printer?, fact: size, options: {Small: help, Large: help}}
  plug: {do: Plug the printer in., fixed: done, else: help}
  help: {end: escalate, to: queue:printers, needs: [size]}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: The printer prints nothing
facts:
  size: {type: choice, values: [Small, Large], prompt: How large is the printer?}
nodes:
  light: {ask: Is there a light at the printer?, options: {Yes: help, No: plug}}
  plug: {do: Plug the printer in., fixed: done, else: help}
  help: {end: escalate, to: queue:printers, needs: [size]}
  done: {end: resolved}
"""

_LEAVING = ("escalate", "replace", "request")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about needed facts that some walk was not asked for."""
    knowledge = subject.knowledge
    if knowledge is None:
        return
    learned = taught(subject.tree)
    for name, node in subject.tree.nodes.items():
        for where, fact in _needed(subject, name, node):
            kind, known = subject.facts.get(fact), knowledge.at(name, fact)
            if not kind or kind.prompt or kind.secret or fact not in learned or known is None or not known.unasked:
                continue
            if not known.never and name in guarded(subject):
                continue
            some = "no way to it asks" if known.never else "not every way to it asks"
            message = f"the node {quote(name)} needs the fact {quote(fact)}, for which {some}"
            hint = f"give {quote(fact)} a 'prompt' under 'facts', or ask for it on every way"
            yield subject.finding(ID, where, message, hint, SEVERITY)


def _needed(subject: Subject, name: str, node: Node) -> Iterator[tuple[str, str]]:
    """What a way out needs, with its place: its own needs, else those of the tree."""
    if not isinstance(node, (Handoff, End)) or (isinstance(node, End) and node.end not in _LEAVING):
        return
    if node.needs:
        yield from ((f"nodes.{name}.needs.{index}", fact) for index, fact in enumerate(node.needs))
    elif isinstance(node, End) or node.to.startswith("queue:"):
        yield from ((f"nodes.{name}", fact) for fact in subject.tree.escalate.needs)
