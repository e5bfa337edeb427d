"""Questions whose answers do not fit the fact that they become."""

from collections.abc import Iterator

from tshoot.authoring.findings import did_you_mean, quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic
from tshoot.model.tree import Ask, Check

ID = "answer-type"
DESCRIPTION = "The answers of a question fit the fact that they become."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about answers that their fact cannot hold."""
    for name, node in subject.tree.nodes.items():
        if not isinstance(node, (Ask, Check)) or node.fact not in subject.tree.facts:
            continue
        fact = subject.tree.facts[node.fact]
        many = isinstance(node, Ask) and node.many
        if fact.kind not in (("list",) if many else ("choice", "text")):
            expected = "a list" if many else "a choice"
            message = f"the answer of the node {quote(name)} is {expected}, but the fact {quote(fact.name)} is not"
            yield subject.finding(ID, f"nodes.{name}.fact", message, f"make its type '{expected[2:]}'")
            continue
        for option in node.options if fact.values else ():
            if option.key not in fact.values:
                message = (
                    f"the option {quote(option.key)} of the node {quote(name)} is no value of {quote(fact.name)}"
                )
                where = f"nodes.{name}.options.{option.key}"
                yield subject.finding(ID, where, message, did_you_mean(option.key, fact.values))
