"""Which nodes ask for the system of the person, because their texts vary by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tshoot.model.tree import Ask, Check, DecisionTree, Do, End, Input, Node, Tell, Try, Wait
from tshoot.model.wording import Wording


def worded_by_system(tree: DecisionTree) -> Mapping[str, bool]:
    """The nodes whose texts may ask for the system: whether they always do when a walk comes to them."""
    facts = tree.facts.values()
    varied = any(one and one.variants for fact in facts for one in (fact.prompt, fact.why, fact.how))
    found = {}
    for name, node in tree.nodes.items():
        surely = any(text and text.variants for text in _wordings(node)) and not _may_be_passed(node)
        if surely or varied or any(text and text.variants for text in _all_wordings(node)):
            found[name] = surely
    return found


def _all_wordings(node: Node) -> Iterator[Wording | None]:
    """All texts of a node that somebody may be shown."""
    yield from (*_wordings(node), node.why, node.how, node.say, node.agent)
    for fix in node.fixes if isinstance(node, Try) else ():
        yield from (fix.text, fix.why, fix.how, fix.say, fix.agent)
    if isinstance(node, Check):
        yield node.text


def _may_be_passed(node: Node) -> bool:
    """Whether a question may be answered without being shown, since its fact is known or nothing is offered."""
    options = node.options if isinstance(node, (Ask, Check)) else ()
    return isinstance(node, Input) or any(option.when for option in options) or bool(getattr(node, "fact", ""))


def _wordings(node: Node) -> tuple[Wording | None, ...]:
    """The texts that are shown whoever walks, whenever the node is come to."""
    own: Wording | None = None
    match node:
        case Ask(text=text) | Do(text=text) | Tell(text=text) | Wait(text=text) | End(text=text):
            own = text
        case Input(fact=fact):
            return (fact.prompt, node.why, node.how, fact.why, fact.how)
    return (own, node.why, node.how) if isinstance(node, (Ask, Do, Wait)) else (own,)
