"""Arguments of a call that the called tree does not know."""

from collections.abc import Iterator

from tshoot.authoring.findings import did_you_mean, quote
from tshoot.authoring.library import Library, finding
from tshoot.model.diagnostic import Diagnostic, Severity, Span
from tshoot.model.standard import STANDARD_FACTS

ID = "unknown-argument"
SEVERITY: Severity = "warning"
DESCRIPTION = "A called tree declares the facts that it is given."


def check(library: Library) -> Iterator[Diagnostic]:
    """Findings about arguments that nobody reads."""
    for reference in library.references():
        called = library.trees.get(reference.target)
        if reference.call is None or called is None or library.calls_itself(reference):
            continue
        for name, _ in reference.call.arguments:
            if name not in called.facts and name not in STANDARD_FACTS:
                places = library.files[reference.path].places
                span = places.get(f"@nodes.{reference.node}.with.{name}", Span())
                owner = f"the node {quote(reference.node)}"
                message = f"{owner} gives {quote(name)}, which {quote(called.id)} does not declare"
                hint = did_you_mean(name, called.facts)
                yield finding(ID, reference.path, span, message, hint, "warning")


EXPLANATION = """\
A call may give the called tree facts to begin with. A fact that it does not declare is read by nobody, and the
question behind it is asked again. Use the name that the called tree declares.
"""

BAD = {
    "printer.yaml": """\
tree: 1
title: Printer does not print
nodes:
  who: {call: identity, with: {resaon: New toner}, then: person}
  person: {end: escalate}
""",
    "identity.yaml": """\
tree: 1
title: Who is calling
facts:
  reason: {prompt: What do you need?}
nodes:
  why: {input: reason}
  known: {end: resolved, tell: "Thank you. I note: {reason}."}
""",
}

GOOD = {
    **BAD,
    "printer.yaml": """\
tree: 1
title: Printer does not print
nodes:
  who: {call: identity, with: {reason: New toner}, then: person}
  person: {end: escalate}
""",
}
