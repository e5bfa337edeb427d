"""What may stand where the cursor is: nodes behind `then`, trees behind `handoff`, facts in conditions …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from tshoot.authoring.editing.hints import fact_line, node_line
from tshoot.authoring.editing.where import ITEM, Where
from tshoot.authoring.vocabulary.facts import FACT
from tshoot.authoring.vocabulary.head import ESCALATE, FAQ, HEAD
from tshoot.authoring.vocabulary.nodes import ARM, ARM_ELSE, COMMON, FIX, KINDS, OPTION
from tshoot.authoring.vocabulary.others import EXPECTED, TEST
from tshoot.engine.expressions import FUNCTIONS
from tshoot.model.checks import CHECK_RESULTS, CHECK_VALUES
from tshoot.model.fact import FactType
from tshoot.model.record import record
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import RETURN, Check, DecisionTree, End, Handoff, Try

OfferKind = Literal["node", "fact", "tree", "queue", "check", "word", "value"]


@record
class Offer:
    """One thing that may stand there."""

    text: str
    kind: OfferKind
    detail: str = ""


@record
class Offers:
    """What may stand there, and how much of it is typed already."""

    typed: str
    found: tuple[Offer, ...]


_FORMS: dict[str, frozenset[str]] = {}
for _key in (*HEAD, *FAQ, *ESCALATE, *FACT, *COMMON, *ARM, *ARM_ELSE, *FIX, *OPTION, *TEST, *EXPECTED,
             *(key for keys in KINDS.values() for key in keys)):  # fmt: skip
    _FORMS[_key.name] = _FORMS.get(_key.name, frozenset()) | {_key.form}

_OPEN_BRACE = re.compile(r"(?<!\{)\{([A-Za-z_]\w*)?$")
_COMPARED = re.compile(r"([A-Za-z_]\w*)\s*(?:==|!=|\b(?:not\s+)?in\s*\[(?:[^\[\]]*,)?)\s*\Z")
_IGNORED = re.compile(r"#\s*tshoot:\s*ignore(?:-file)?\s*\[(?:[^\[\]]*,)?\s*([^\[\],\s]*)\Z")
_IN_EXPRESSION = re.compile(r"(?:result\.)?[A-Za-z_]?\w*$")


def complete(
    place: Where, tree: DecisionTree | None, trees: Mapping[str, DecisionTree], is_test: bool = False
) -> Offers:
    """What may stand at a place of this tree, or of its tests, among these trees."""
    facts = {**STANDARD_FACTS, "problem": FactType("problem"), **(tree.facts if tree else {})}
    if place.is_key:
        named = place.key() in (("facts", "learned") if is_test else ("set",))
        return Offers(place.word, _facts(facts) if named else ())
    forms = _forms(place, is_test)
    if "wording" in forms or "text" in forms or "texts-by-name" in forms:
        brace = _OPEN_BRACE.search(place.value)
        return Offers(brace[1] or "", _facts(facts)) if brace else Offers("", ())
    if "condition" in forms or "expressions" in forms:
        return _in_expression(place, facts, tree)
    return Offers(place.word, tuple(_named(forms, tree, trees, facts)))


def complete_rule(text: str, rules: Mapping[str, str], found: Iterable[str]) -> Offers | None:
    """The rules that a remark may ignore, those found in the file first; None where the text before is no remark."""
    begun = _IGNORED.search(text)
    if begun is None:
        return None
    names = dict.fromkeys((*(name for name in found if name in rules), *rules))
    return Offers(begun[1], tuple(Offer(name, "word", rules[name]) for name in names))


def _forms(place: Where, is_test: bool) -> frozenset[str]:
    """What the value at a place may be."""
    path = [part for part in place.path if part != ITEM]
    last = path[-1] if path else ""
    above = path[-2] if len(path) > 1 else ""
    if is_test:
        return _in_test(place, last, above)
    if above in ("on", "options") and len(path) > 3:
        return frozenset({"node"})
    if above in ("set", "with"):
        return frozenset({"expressions" if above == "set" else "texts-by-name"})
    found = _FORMS.get(last, frozenset())
    if not found and "wording" in _FORMS.get(above, frozenset()):
        return frozenset({"wording"})
    # `fact` and `node` stand for what they name; a mapping below such a key is something else.
    return found


def _in_test(place: Where, last: str, above: str) -> frozenset[str]:
    if last in ("walk", "passed"):
        return frozenset({"nodes-named"})
    if last in ("facts", "learned") and above != last:
        return frozenset({"facts-named"})
    if last in ("handoff", "to"):
        return frozenset({"destination"})
    return frozenset({"facts-named"}) if last == "missing" else frozenset()


def _named(
    forms: frozenset[str],
    tree: DecisionTree | None,
    trees: Mapping[str, DecisionTree],
    facts: Mapping[str, FactType],
) -> Iterator[Offer]:
    if forms & {"node", "nodes-named"} and tree:
        yield from _nodes(tree, with_return="node" in forms)
    if forms & {"tree", "destination", "escalate"}:
        yield from (Offer(name, "tree", one.title) for name, one in trees.items() if not tree or name != tree.id)
    if forms & {"destination", "escalate"}:
        yield from (Offer(queue, "queue", "a queue") for queue in _queues(trees.values()))
    if forms & {"facts-named", "fact", "input"}:
        yield from _facts(facts)
    if "check" in forms:
        yield from (Offer(name, "check", f"gives {', '.join(found)}") for name, found in CHECK_RESULTS.items())


def _nodes(tree: DecisionTree, with_return: bool) -> Iterator[Offer]:
    yield from (Offer(name, "node", node_line(node)) for name, node in tree.nodes.items())
    lists = [node for node in tree.nodes.values() if isinstance(node, Try)]
    if with_return and any(fix.then for node in lists for fix in node.fixes):
        yield Offer(RETURN, "word", "back to the list of fixes")
    if not with_return:
        yield from (Offer(fix.id, "node", "a fix") for node in lists for fix in node.fixes)


def _queues(trees: Iterable[DecisionTree]) -> Sequence[str]:
    found = dict.fromkeys(
        to
        for tree in trees
        for to in (tree.escalate.to, *(n.to for n in tree.nodes.values() if isinstance(n, (Handoff, End))))
        if to.startswith("queue:")
    )
    return tuple(found)


def _facts(facts: Mapping[str, FactType]) -> tuple[Offer, ...]:
    # A fact whose name is still to be typed is known by its place.
    return tuple(Offer(name, "fact", fact_line(fact)) for name, fact in facts.items() if "." not in name)


def _in_expression(place: Where, facts: Mapping[str, FactType], tree: DecisionTree | None) -> Offers:
    """Facts and functions; behind a comparison, the values that the fact can have."""
    text = place.value
    if text[:1] in ("'", '"') and text.count(text[0]) % 2:
        text = text[1:]  # the quote that YAML wants around it
    if (begun := _open_quote(text)) is not None:
        compared = _COMPARED.search(text[:begun])
        # Without a fact before it, it is what a list is asked for: `'Red' in colours`.
        meant = [facts[compared[1]]] if compared and compared[1] in facts else []
        meant = meant if compared else [fact for fact in facts.values() if fact.kind == "list"]
        found = (Offer(value, "value", fact.name) for fact in meant for value in fact.values)
        return Offers(text[begun + 1 :], tuple(found))
    typed = _IN_EXPRESSION.search(text)
    word = typed[0] if typed else ""
    words = tuple(Offer(name, "word", "a function") for name in FUNCTIONS)
    words += tuple(Offer(name, "word") for name in ("and", "or", "not", "in", "true", "false"))
    return Offers(word, (*_facts(facts), *_results(place, tree), *words))


def _open_quote(text: str) -> int | None:
    """Where the quote stands that is still open at the end of a text."""
    begun: int | None = None
    for index, character in enumerate(text):
        if begun is None and character in "'\"":
            begun = index
        elif begun is not None and character == text[begun]:
            begun = None
    return begun


def _results(place: Where, tree: DecisionTree | None) -> tuple[Offer, ...]:
    """The values of the check that this `set` belongs to."""
    name = place.path[1] if len(place.path) > 2 and place.path[0] == "nodes" else ""
    node = tree.nodes.get(name) if tree else None
    if not isinstance(node, Check) or place.key(2) != "set":
        return ()
    return tuple(
        Offer(f"result.{value}", "value", "found by the check") for value in CHECK_VALUES.get(node.check, ())
    )
