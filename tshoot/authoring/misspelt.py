"""Facts that a question declares by itself, and that are rather a declared fact, misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tshoot.authoring.writing import expressions, needs, taught, texts
from tshoot.engine.expressions import ExpressionError, names
from tshoot.engine.placeholders import PlaceholderError, facts_in
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import DecisionTree

LONG = 8
"""A name of so many letters may be two slips from the right one, a shorter one a single slip."""


def misspelt(tree: DecisionTree, declared: Iterable[str]) -> Mapping[str, str]:
    """From each fact that seems misspelt to the one that is meant, of those that stand under `facts`.

    The one is asked for and not declared, the other is declared and not asked for, and at least one of them is read by
    nothing.
    """
    known, asked = set(declared), taught(tree)
    stray = sorted(asked - known - STANDARD_FACTS.keys())
    left = sorted(known - asked)
    if not stray or not left:
        return {}
    read = reads(tree)
    return {
        name: meant[0]
        for name in stray
        if (meant := [one for one in _near(name, left) if not {name, one} <= read])
    }


def _near(name: str, others: Sequence[str]) -> Iterator[str]:
    """Those of the names that are a slip or two from this one, in their order."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(name, others, scorer=OSA.distance, score_cutoff=2, limit=None)
    for other, slips, _ in sorted(found, key=lambda one: one[2]):
        if _is_slip(name, other, int(slips)):
            yield other


def _is_slip(name: str, other: str, slips: int) -> bool:
    if name.rstrip("s0123456789") == other.rstrip("s0123456789"):
        return False  # "device" and "devices", "disk_1" and "disk_2" are two things
    shorter = min(len(name), len(other))
    return shorter > 2 and slips <= (2 if shorter >= LONG else 1)


def reads(tree: DecisionTree) -> set[str]:
    """The facts that something in the tree reads: conditions, computed facts, texts and `needs`."""
    found = {fact for _, fact in needs(tree)}
    for item in expressions(tree):
        try:
            found |= names(item.source)
        except ExpressionError:
            continue
    for text in texts(tree):
        if text.where.count(".") > 2:  # it may be worded by system
            found.add("os")
        if "{" in text.text:
            try:
                found |= {name for name, _ in facts_in(text.text)}
            except PlaceholderError:
                continue
    return found
