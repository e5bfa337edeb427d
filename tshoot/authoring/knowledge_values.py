"""What may be known of a fact at one place of a tree: sets of values, and how two ways that meet are joined.

These are named tuples rather than records: a tree compares and looks up thousands of them, and tuples do that five
times faster. No two of the classes have the same number of fields, so that none equals another.
"""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from tshoot.authoring.fields import is_date
from tshoot.model.fact import FactType, Value

MOST = 64
"""More single values than this become a range, or any text."""


class Texts(NamedTuple):
    """Every text but these."""

    excluded: frozenset[str] = frozenset()


class Numbers(NamedTuple):
    """Every number of a range."""

    low: float = -inf
    high: float = inf
    low_open: bool = False
    """Whether `low` itself is out of the range."""
    high_open: bool = False


class Dates(NamedTuple):
    """Every date of a range, ISO 8601, the bounds among them."""

    low: str = "0001-01-01"
    high: str = "9999-12-31"


class Lists(NamedTuple):
    """Every list that holds all of `must`, nothing of `never`, and no item beside `may`."""

    must: frozenset[str] = frozenset()
    may: frozenset[str] | None = None
    """The items that can be in it; `None`: any."""
    never: frozenset[str] = frozenset()

    def can_hold(self, item: str) -> bool:
        """Whether some of these lists hold the item."""
        return item not in self.never and (self.may is None or item in self.may)


class Anything(NamedTuple):
    """Every value of every type."""


Values = frozenset[Value] | Texts | Numbers | Dates | Lists | Anything
NOTHING: frozenset[Value] = frozenset()


class Known(NamedTuple):
    """What may be known of one fact: its values, and in which ways it may be unknown."""

    unasked: bool
    """Whether nobody may have been asked for it yet."""
    declined: bool
    """Whether the person may have been asked and not have known."""
    values: Values

    @property
    def unknown(self) -> bool:
        """Whether it may have no value."""
        return self.unasked or self.declined

    @property
    def never(self) -> bool:
        """Whether it has no value on any way."""
        return self.values == NOTHING


UNASKED = Known(True, False, NOTHING)
DECLINED = Known(False, True, NOTHING)


def surely(values: Values) -> Known:
    """A fact that has one of these values."""
    return Known(False, False, values)


def domain(fact: FactType) -> Values:
    """What a fact may hold once a person was asked for it."""
    match fact.kind:
        case "choice" if fact.values:
            return frozenset(fact.values)
        case "boolean":
            return frozenset((True, False))
        case "number":
            low, high = fact.minimum, fact.maximum
            return Numbers(
                float(low) if isinstance(low, (int, float)) else -inf,
                float(high) if isinstance(high, (int, float)) else inf,
            )
        case "date":
            return Dates(str(fact.minimum or Dates().low), str(fact.maximum or Dates().high))
        case "list":
            return Lists(may=frozenset(fact.values) if fact.values else None)
    return Texts(frozenset(("",)))


def anything(fact: FactType) -> Values:
    """What a fact may hold that another tree or a check has found: any value of its type."""
    match fact.kind:
        case "boolean":
            return frozenset((True, False))
        case "number":
            return Numbers()
        case "list":
            return Lists()
    return Texts()


def from_before(fact: FactType) -> Values:
    """What a fact may hold that another tree has asked for: any value of its type, within its bounds."""
    return domain(fact) if fact.kind in ("number", "date") else anything(fact)


def joined(one: Known, other: Known) -> Known:
    """What may be known where two ways meet."""
    if one is other or one == other:
        return one
    return Known(
        one.unasked or other.unasked, one.declined or other.declined, joined_values(one.values, other.values)
    )


def joined_values(one: Values, other: Values) -> Values:
    """The smallest set that holds both."""
    if one is other or other == NOTHING or one == other:
        return one
    if one == NOTHING:
        return other
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        both = one | other
        return both if len(both) <= MOST else _range_of(both)
    one, other = _like(one, other), _like(other, one)
    match one, other:
        case Texts(), Texts():
            return Texts(one.excluded & other.excluded)
        case Numbers(), Numbers():
            return _hull(one, other)
        case Dates(), Dates():
            return Dates(min(one.low, other.low), max(one.high, other.high))
        case (Dates(), Texts()) | (Texts(), Dates()):
            return Texts()
        case Lists(), Lists():
            return _either(one, other)
    return Anything()


def _like(values: Values, other: Values) -> Values:
    """Single values as the kind of set that the other one is, where they are all of that kind."""
    if not isinstance(values, frozenset):
        return values
    if isinstance(other, Texts) and all(isinstance(value, str) for value in values):
        return Texts(other.excluded - values)
    if isinstance(other, Dates) and (
        dates := [value for value in values if isinstance(value, str) and is_date(value)]
    ):
        return Dates(min(dates), max(dates)) if len(dates) == len(values) else Anything()
    as_range = _range_of(values)
    return as_range if type(as_range) is type(other) else Anything()


def _range_of(values: frozenset[Value]) -> Values:
    if all(isinstance(value, str) for value in values):
        return Texts()
    if all(isinstance(value, tuple) for value in values):
        lists = [frozenset(value) for value in values if isinstance(value, tuple)]
        return Lists(frozenset.intersection(*lists), frozenset.union(*lists))
    numbers = [value for value in values if isinstance(value, (int, float)) and not isinstance(value, bool)]
    return Numbers(min(numbers), max(numbers)) if len(numbers) == len(values) else Anything()


def _hull(one: Numbers, other: Numbers) -> Numbers:
    # At equal bounds the closed one reaches further: False sorts before True below, and the reverse above.
    low, low_open = min((one.low, one.low_open), (other.low, other.low_open))
    high, high_open = max((one.high, not one.high_open), (other.high, not other.high_open))
    return Numbers(low, high, low_open, not high_open)


def _either(one: Lists, other: Lists) -> Lists:
    may = None if one.may is None or other.may is None else one.may | other.may
    never = frozenset(item for item in one.never | other.never if not (one.can_hold(item) or other.can_hold(item)))
    return Lists(one.must & other.must, may, never)


def widened(before: Known, after: Known) -> Known:
    """The later of two joins with its growing bounds let go, so that a loop that counts comes to an end."""
    old, new = before.values, after.values
    if isinstance(new, frozenset):
        new = _range_of(new) if len(new) > 1 else new
    if isinstance(old, frozenset):
        old = _range_of(old) if len(old) > 1 else _like(old, new)
    if isinstance(old, Numbers) and isinstance(new, Numbers):
        low = old.low if new.low >= old.low else -inf
        high = old.high if new.high <= old.high else inf
        return Known(after.unasked, after.declined, Numbers(low, high, new.low_open, new.high_open))
    return Known(after.unasked, after.declined, Anything())


def holds_value(values: Values, value: Value) -> bool:
    """Whether a value is one of the set."""
    match values:
        case frozenset():
            return value in values
        case Texts(excluded=excluded):
            return isinstance(value, str) and value not in excluded
        case Numbers(low=low, high=high):
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                return False
            above = value > low if values.low_open else value >= low
            return above and (value < high if values.high_open else value <= high)
        case Dates(low=earliest, high=latest):
            return isinstance(value, str) and is_date(value) and earliest <= value <= latest
        case Lists(must=must):
            return isinstance(value, tuple) and must <= set(value) and all(values.can_hold(item) for item in value)
    return True
