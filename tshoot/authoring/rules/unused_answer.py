"""Questions that are answered for nothing."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import RETURN, Ask, Check, Do, Try

ID = "unused-answer"
SEVERITY: Severity = "warning"
DESCRIPTION = "The answers to a question lead to different nodes, or are kept."
EXPLANATION = """\
Whatever is answered here, it goes on at the same node, and nothing remembers the answer. The person was asked for
nothing.

Lead the options to different nodes, keep the answer with `fact: NAME`, or leave the question out.
"""
BAD = """\
tree: 1
title: The printer prints nothing
nodes:
  size: {ask: Is it a large printer?, options: {Yes: light, No: light}}
  light: {ask: Is there a light at the printer?, options: {Yes: help, No: plug}}
  plug: {do: Plug the printer in., fixed: done, else: help}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: The printer prints nothing
nodes:
  size: {ask: Is it a large printer?, fact: large, options: {Yes: light, No: light}}
  light: {ask: Is there a light at the printer?, options: {Yes: help, No: plug}}
  plug: {do: Plug the printer in., fixed: done, else: help}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about questions whose answers make no difference."""
    for name, node in subject.tree.nodes.items() if subject.complete else ():
        match node:
            case Ask() | Check():
                yield from _asked(subject, node)
            case Do() | Try() if node.fixed and node.fixed == node.otherwise and not getattr(node, "then", ""):
                if node.fixed == RETURN:
                    continue  # with 'fixed' it says that the fix has helped
                if getattr(subject.tree.nodes.get(node.fixed), "end", "") == "resolved":
                    continue  # said by unconfirmed-fix
                message = f"the walk goes on at {quote(node.fixed)} whether the node {quote(name)} helped or not"
                hint = "lead 'fixed' and 'else' to different nodes"
                if isinstance(node, Do):
                    hint += f", or write 'then: {node.fixed[:40]}' in place of both"
                yield subject.finding(ID, f"nodes.{name}.else", message, hint, SEVERITY)


def _asked(subject: Subject, node: Ask | Check) -> Iterator[Diagnostic]:
    if node.fact or len(node.options) < 2 or any(option.set for option in node.options) or not _says_where(node):
        return
    many = isinstance(node, Ask) and node.many
    targets = {option.goto or node.then or node.after for option in node.options}
    if many or len(targets) == 1:
        target = node.then or node.after if many else next(iter(targets))
        message = f"every answer to the node {quote(node.id)} leads to {quote(target)}, and none is kept"
        hint = "keep the answer with 'fact: NAME', lead the options to different nodes, or leave it out"
        if isinstance(node, Check):
            hint = f"lead the options to different nodes, or write 'else: {target[:40]}' in place of the question"
        yield subject.finding(ID, f"nodes.{node.id}", message, hint, SEVERITY)


def _says_where(node: Ask | Check) -> bool:
    """Whether each answer leads on; `idle-question` and `missing-target` are about the others."""
    return bool(node.then) or all(option.goto for option in node.options)
