"""Numbers said in another unit than they were asked in: "about two years" where months are wanted is 24."""

from __future__ import annotations

import math

from tshoot.language.quantities import Range, ranges, unit_of
from tshoot.language.words import fold

_DIGITS = 2
"""Decimals that are kept; nobody measures months more exactly."""


def numbers_in_unit(text: str, unit: str) -> tuple[int | float, ...]:
    """The numbers of a text in this unit; none where the text names no other unit of the same kind."""
    dimension, factor = unit_of(fold(unit).strip())
    said = ranges(text) if dimension else ()
    if not said or any(one.dimension != dimension for one in said) or {one.factor for one in said} == {factor}:
        return ()
    parts = [one.low for one in said] if _is_sum(said) else []
    found = [sum(parts)] if parts else [end for one in said for end in (one.low, one.high) if math.isfinite(end)]
    return tuple(dict.fromkeys(_short(number / factor) for number in found))


def _is_sum(said: tuple[Range, ...]) -> bool:
    """Whether these are the parts of one quantity, as in "1 year and 6 months"."""
    factors = [one.factor for one in said]
    return all(one.low == one.high for one in said) and factors == sorted(set(factors), reverse=True)


def _short(number: float) -> int | float:
    number = round(number, _DIGITS) or number
    return int(number) if number.is_integer() else number
