"""What may be known of a fact, in parts within which a condition cannot tell one value from another.

A comparison with `'Windows'` and `'macOS'` splits all texts in three: these two, and all others. Each part has samples
on which the engine's own evaluation is run, so the analysis can never read a condition otherwise than a walk does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise, product
from math import inf, isinf

from tshoot.authoring.fields import is_date
from tshoot.authoring.knowledge_values import (
    NOTHING,
    Anything,
    Dates,
    Known,
    Lists,
    Numbers,
    Texts,
    Values,
    surely,
)
from tshoot.model.fact import Value

Part = tuple[Known, tuple[Value | None, ...] | None]
"""A part of what may be known, and its samples; without samples, nothing is said about it."""

MOST_ITEMS = 3
"""Items of a list that one condition may name and still be followed."""


def parts(known: Known, mentioned: Sequence[Value]) -> list[Part]:
    """The parts of what may be known, by the constants that a condition mentions."""
    found: list[Part] = []
    if known.unknown:
        found.append((Known(known.unasked, known.declined, NOTHING), (None,)))
    found += ((surely(values), samples) for values, samples in _of_values(known.values, mentioned))
    return found


def _of_values(
    values: Values, mentioned: Sequence[Value]
) -> Iterator[tuple[Values, tuple[Value | None, ...] | None]]:
    match values:
        case frozenset():
            yield from ((frozenset((value,)), (value,)) for value in values)
        case Texts():
            yield from _of_texts(values, mentioned)
        case Numbers():
            yield from _of_numbers(values, mentioned)
        case Dates():
            yield from _of_dates(values, mentioned)
        case Lists():
            yield from _of_lists(values, mentioned)
        case Anything():
            yield values, None


def _of_texts(values: Texts, mentioned: Sequence[Value]) -> Iterator[tuple[Values, tuple[Value, ...]]]:
    constants = dict.fromkeys(["", *(value for value in mentioned if isinstance(value, str))])
    for constant in constants:
        if constant not in values.excluded:
            yield frozenset((constant,)), (constant,)
    # Others lie between the constants in the order of letters, twice, and hold them.
    between = [constant + end for constant in constants for end in ("\1", "\2")]
    around = [f"\1{constant}" for constant in constants if constant]
    yield Texts(values.excluded.union(constants)), (*between, *around)


def _of_numbers(values: Numbers, mentioned: Sequence[Value]) -> Iterator[tuple[Values, tuple[Value, ...]]]:
    inside = {
        float(value) for value in mentioned if isinstance(value, (int, float)) and values.low < value < values.high
    }
    cuts = sorted({values.low, *inside, values.high})
    open_ends = {values.low} if values.low_open else set()
    open_ends |= {values.high} if values.high_open else set()
    for cut in cuts:
        if not isinf(cut) and cut not in open_ends:
            yield frozenset((cut,)), (cut,)
    for low, high in pairwise(cuts):
        if samples := _between(low, high):
            yield Numbers(low, high, True, True), samples


def _between(low: float, high: float) -> tuple[float, ...]:
    if isinf(low) and isinf(high):
        return (-1.0, 0.0, 1.0)
    if isinf(low):
        return (high - 1, high - 2)
    if isinf(high):
        return (low + 1, low + 2)
    third = (high - low) / 3
    return tuple(value for value in (low + third, high - third) if low < value < high)


def _of_dates(values: Dates, mentioned: Sequence[Value]) -> Iterator[tuple[Values, tuple[Value, ...] | None]]:
    constants = {value for value in mentioned if isinstance(value, str)}
    if not all(map(is_date, constants)):
        yield values, None
        return
    begin = values.low
    for cut in sorted(one for one in constants if values.low <= one <= values.high):
        if begin < cut:
            yield from _dates(begin, _next(cut, -1))
        yield frozenset((cut,)), (cut,)
        if cut == values.high:
            return
        begin = _next(cut, 1)
    yield from _dates(begin, values.high)


def _dates(low: str, high: str) -> Iterator[tuple[Values, tuple[Value, ...]]]:
    yield (Dates(low, high), (low, high)) if low < high else (frozenset((low,)), (low,))


def _next(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _of_lists(
    values: Lists, mentioned: Sequence[Value]
) -> Iterator[tuple[Values, tuple[tuple[str, ...], ...] | None]]:
    items = list(dict.fromkeys(item for item in mentioned if isinstance(item, str)))
    if len(items) > MOST_ITEMS:
        yield values, None
        return
    choices = [
        [inside for inside in (True, False) if (values.can_hold(item) if inside else item not in values.must)]
        for item in items
    ]
    for chosen in product(*choices):
        held = {item for item, inside in zip(items, chosen, strict=True) if inside}
        without = set(items) - held
        may = None if values.may is None else values.may - without
        part = Lists(values.must | held, may, values.never | without if may is None else frozenset())
        yield part, _lists_of(part)


def _lists_of(values: Lists) -> tuple[tuple[str, ...], ...]:
    fewest = tuple(sorted(values.must))
    others = ("\1",) if values.may is None else tuple(sorted(values.may - values.must))[:1]
    return (fewest, (*fewest, *others)) if others else (fewest,)


def bounds(values: Values) -> Iterator[Value]:
    """The values at which a set begins, ends, or which it names: what another fact may be compared with."""
    match values:
        case frozenset():
            yield from values
        case Texts(excluded=excluded):
            yield from excluded
        case Numbers(low=low, high=high):
            yield from (bound for bound in (low, high) if abs(bound) != inf)
        case Dates(low=earliest, high=latest):
            yield from (earliest, latest)
