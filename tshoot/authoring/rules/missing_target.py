"""Options that lead nowhere of their own, among others that do."""

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic
from tshoot.model.tree import Ask, Check

ID = "missing-target"
DESCRIPTION = "Either every option of a question names its node, or the question has `then`."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about options whose target was forgotten."""
    for name, node in subject.tree.nodes.items():
        if not isinstance(node, (Ask, Check)) or node.then or (isinstance(node, Ask) and node.many):
            continue
        without = [option for option in node.options if not option.goto]
        if without and len(without) < len(node.options):
            for option in without:
                where = f"nodes.{name}.options.{option.key}"
                message = f"the option {quote(option.key)} of the node {quote(name)} does not say where it leads"
                hint = f"write '{option.key[:40]}: NODE', or add 'then' to the node"
                yield subject.finding(ID, where, message, hint, "warning")
