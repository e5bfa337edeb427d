"""Whether a repaired file says what it said before, apart from what was repaired."""

from __future__ import annotations

from collections.abc import Sequence

from tshoot.authoring.edits import Edit
from tshoot.authoring.findings import Findings
from tshoot.authoring.items import Hole, Item, Items, Pairs, Scalar
from tshoot.authoring.reader import Read, read
from tshoot.model.diagnostic import Span


def says_the_same(before: str, after: str, edits: Sequence[Edit]) -> bool:
    """Whether reading both gives the same values at the same places of the tree, but where the edits are."""
    old, new = _read(before), _read(after)
    if old.root is None or new.root is None:
        return old.root is new.root
    return old.broken == new.broken and _same(old.root, new.root, [edit.span for edit in edits])


def values(text: str) -> object:
    """All that a file says, without places; None when it cannot be read to its end."""
    found = _read(text)
    return None if found.broken or found.root is None else _plain(found.root)


def _read(text: str) -> Read:
    return read(text, Findings(""))


def _same(old: Item, new: Item, touched: Sequence[Span]) -> bool:
    todo = [(old, new)]
    while todo:
        one, other = todo.pop()
        if isinstance(one, Scalar) and isinstance(other, Scalar):
            changed = (one.text, one.plain) != (other.text, other.plain)
            if changed and not any(_meet(one.span, span) for span in touched):
                return False
        elif isinstance(one, Items) and isinstance(other, Items) and len(one.items) == len(other.items):
            todo += zip(one.items, other.items, strict=True)
        elif isinstance(one, Pairs) and isinstance(other, Pairs) and len(one.pairs) == len(other.pairs):
            for pair, opposite in zip(one.pairs, other.pairs, strict=True):
                todo += [(pair.key, opposite.key), (pair.value, opposite.value)]
        elif not (isinstance(one, Hole) and isinstance(other, Hole)):
            return False
    return True


def _meet(one: Span, other: Span) -> bool:
    return (one.line, one.column) <= (other.end_line, other.end_column) and (other.line, other.column) <= (
        one.end_line,
        one.end_column,
    )


def _plain(item: Item) -> object:
    # The reader bounds the depth.
    if isinstance(item, Scalar):
        return item.text, item.plain
    if isinstance(item, Items):
        return [_plain(one) for one in item.items]
    if isinstance(item, Pairs):
        return [(pair.key.text, _plain(pair.value)) for pair in item.pairs]
    return None
