"""Results of a call that never come."""

from collections.abc import Iterator

from tshoot.authoring.findings import did_you_mean, quote
from tshoot.authoring.library import Library, finding
from tshoot.model.diagnostic import Diagnostic, Severity, Span
from tshoot.model.tree import DecisionTree, Do, End, Try

ID = "unknown-return"
SEVERITY: Severity = "error"
DESCRIPTION = "A called tree can return what `on` names."


def check(library: Library) -> Iterator[Diagnostic]:
    """Findings about keys of `on` that the called tree never returns."""
    for reference in library.references():
        called = library.trees.get(reference.target)
        if reference.call is None or called is None or library.calls_itself(reference):
            continue
        known = returned(called)
        for word in reference.call.on:
            if word not in known:
                places = library.files[reference.path].places
                span = places.get(f"@nodes.{reference.node}.on.{word}", Span())
                owner = f"the node {quote(reference.node)}"
                message = f"{owner} waits for {quote(word)}, which {quote(called.id)} never returns"
                yield finding(ID, reference.path, span, message, did_you_mean(word, known))


def returned(tree: DecisionTree) -> tuple[str, ...]:
    """The words that a caller's `on` may name: codes of ends first, then outcomes."""
    ends = [node for node in tree.nodes.values() if isinstance(node, End)]
    words = [*(end.code for end in ends if end.code), *(end.end for end in ends)]
    if any(isinstance(node, (Do, Try)) and not node.fixed for node in tree.nodes.values()):
        words.append("resolved")
    return tuple(dict.fromkeys([*words, "unsupported", "escalate"]))


EXPLANATION = """\
`on` leads on by the word that the called tree returns: the `code` of its end, or the kind of end. A word that it
never returns is never followed. Take one of its words, or give an `end` of the called tree this `code`.
"""

BAD = {
    "printer.yaml": """\
tree: 1
title: Printer does not print
nodes:
  who: {call: identity, on: {verifed: fixed}, else: person}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
""",
    "identity.yaml": """\
tree: 1
title: Who is calling
nodes:
  known: {end: resolved, code: verified, tell: Thank you.}
""",
}

GOOD = {
    **BAD,
    "printer.yaml": """\
tree: 1
title: Printer does not print
nodes:
  who: {call: identity, on: {verified: fixed}, else: person}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
""",
}
