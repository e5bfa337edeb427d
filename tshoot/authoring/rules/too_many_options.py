"""Questions with more options than digits."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Ask, Check

ID = "too-many-options"
SEVERITY: Severity = "warning"
DESCRIPTION = "A question has at most nine options."
EXPLANATION = """\
A digit chooses an option, and there are nine of them. A longer list does not fit a small window either, and nobody
listens to ten options on the phone.

Ask two questions, the broader one first. A question with `many: true` counts its `none`.
"""
BAD = f"""\
tree: 1
title: A lamp of the box is red
nodes:
  which:
    ask: Which lamp is red?
    options: {{{", ".join(f"Lamp {key}: {'power' if key < 6 else 'help'}" for key in range(1, 11))}}}
  power: {{do: Pull the plug of the box and plug it in again., fixed: done, else: help}}
  help: {{end: escalate, to: queue:network}}
  done: {{end: resolved}}
"""
GOOD = f"""\
tree: 1
title: A lamp of the box is red
nodes:
  which:
    ask: Which lamp is red?
    options: {{{", ".join(f"Lamp {key}: {'power' if key < 6 else 'help'}" for key in range(1, 10))}}}
  power: {{do: Pull the plug of the box and plug it in again., fixed: done, else: help}}
  help: {{end: escalate, to: queue:network}}
  done: {{end: resolved}}
"""
MOST = 9


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about questions with very many options."""
    for name, node in subject.tree.nodes.items():
        if not isinstance(node, (Ask, Check)):
            continue
        # Of options with conditions, only some are offered at a time.
        count = sum(not option.when for option in node.options) + (isinstance(node, Ask) and bool(node.none))
        if count > MOST:
            message = f"the node {quote(name)} has {count} options, at most {MOST} can be chosen by a digit"
            yield subject.finding(
                ID, f"nodes.{name}", message, "ask two questions, the broader one first", SEVERITY
            )
