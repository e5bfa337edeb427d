"""What is known at a place, in an author's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isinf

from tshoot.authoring.findings import quote
from tshoot.authoring.knowledge_values import Dates, Known, Lists, Numbers, Texts, Values
from tshoot.engine.texts import show
from tshoot.model.fact import Value

MOST_NAMED = 4


def told(facts: Mapping[str, Known]) -> str:
    """One half-sentence for what is known of some facts: "'os' is 'macOS' or not known"."""
    return ", and ".join(f"{quote(name)} is {_known(known)}" for name, known in facts.items())


def _known(known: Known) -> str:
    said = [] if known.never else [_values(known.values)]
    return " or ".join([*said, *(["not known"] if known.unknown else [])])


def _values(values: Values) -> str:
    match values:
        case frozenset():
            return _listed(sorted(values, key=show))
        case Numbers():
            return _range(values)
        case Texts(excluded=excluded):
            without = sorted(excluded - {""})
            return f"any text but {_listed(without)}" if without and len(without) <= MOST_NAMED else "any text"
        case Dates():
            return _span(values)
        case Lists(must=must, may=may):
            held = f"a list with {_listed(sorted(must))}" if must else "a list"
            return held if may is None else f"{held} of {_listed(sorted(may))}"
    return "anything"


def _range(values: Numbers) -> str:
    low = "" if isinf(values.low) else f"{'above' if values.low_open else 'at least'} {show(values.low)}"
    high = "" if isinf(values.high) else f"{'below' if values.high_open else 'at most'} {show(values.high)}"
    return " and ".join(part for part in (low, high) if part) or "any number"


def _span(values: Dates) -> str:
    low = "" if values.low == Dates().low else f" from {values.low}"
    high = "" if values.high == Dates().high else f" until {values.high}"
    return f"a date{low}{high}" if low or high else "any date"


def _listed(values: Iterable[Value]) -> str:
    found = [quote(value) if isinstance(value, str) else show(value) for value in values]
    shown = found[:MOST_NAMED] + (["one of others"] if len(found) > MOST_NAMED else [])
    return " or ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part) if shown else "nothing"
