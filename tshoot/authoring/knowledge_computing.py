"""What an expression over facts can come to: single values where few are possible, ranges and kinds elsewhere."""

from __future__ import annotations

import ast
from collections.abc import Callable
from itertools import product
from math import inf, isnan, prod

from tshoot.authoring.knowledge_formulas import Atom
from tshoot.authoring.knowledge_values import NOTHING, Anything, Known, Lists, Numbers, Texts, Values, surely
from tshoot.engine.expressions import MAX_NUMBER, worth
from tshoot.model.fact import Value

Lookup = Callable[[str], Known]
"""What may be known of a fact, its default counted."""

MOST_TRIED = 64
"""Combinations of single values for which the engine itself computes."""

YES_OR_NO = surely(frozenset((True, False)))
UNKNOWN = Known(False, True, NOTHING)


def computed(atom: Atom, lookup: Lookup) -> Known:
    """What an expression can come to; unknown: it may have no value."""
    if any(isinstance(node, ast.Attribute) for node in ast.walk(atom.body)):
        return Known(False, True, Anything())
    if (tried := _tried(atom, lookup)) is not None:
        return tried
    found = _computed(atom.body, lookup)
    divides = any(isinstance(node, ast.Div) for node in ast.walk(atom.body))
    return Known(False, found.unknown or divides, found.values)


def _tried(atom: Atom, lookup: Lookup) -> Known | None:
    """What the engine makes of every combination of values, where these are few."""
    choices: list[list[Value | None]] = []
    for name in atom.names:
        known = lookup(name)
        if not isinstance(known.values, frozenset):
            return None
        choices.append([*known.values, *([None] if known.unknown else [])])
    if prod(map(len, choices)) > MOST_TRIED:
        return None
    values = {worth(atom.body, dict(zip(atom.names, chosen, strict=True)).get) for chosen in product(*choices)}
    return Known(False, None in values, frozenset(value for value in values if value is not None))


def _computed(node: ast.AST, lookup: Lookup) -> Known:
    match node:
        case ast.Constant(value=value) if isinstance(value, (str, int, float)):
            return surely(frozenset((value,)))
        case ast.Name(id="true" | "false"):
            return YES_OR_NO
        case ast.Name(id=name):
            return lookup(name)
        case ast.List() | ast.Tuple():
            return surely(Lists())
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _arithmetic(ast.Sub(), surely(frozenset((0,))), _computed(operand, lookup))
        case ast.UnaryOp() | ast.BoolOp() | ast.Compare():
            return YES_OR_NO
        case ast.BinOp(left=left, op=sign, right=right):
            return _arithmetic(sign, _computed(left, lookup), _computed(right, lookup))
        case ast.Call(func=ast.Name(id=function)):
            return YES_OR_NO if function == "known" else Known(False, True, Numbers(0))
    return Known(False, True, Anything())


def _arithmetic(sign: ast.operator, left: Known, right: Known) -> Known:
    one, other = numeric(left.values), numeric(right.values)
    if one is None or other is None:
        texts = isinstance(sign, ast.Add) and not (one or other)
        return Known(False, True, Texts() if texts else Anything())
    total, fails = _OPERATIONS[type(sign)](one, other)
    fails |= left.unknown or right.unknown or not (is_numeric(left.values) and is_numeric(right.values))
    if any(MAX_NUMBER < abs(bound) < inf for bound in (total.low, total.high)):
        # What has no bound in the tree is taken for a number of everyday size.
        fails = True
        total = Numbers(max(total.low, -MAX_NUMBER), min(total.high, MAX_NUMBER))
    return Known(False, fails, total)


def numeric(values: Values) -> Numbers | None:
    """The range of the numbers among some values; `None`: there are none."""
    if isinstance(values, Numbers):
        return values
    if isinstance(values, Anything):
        return Numbers()
    found = [value for value in values if isinstance(value, (int, float))] if isinstance(values, frozenset) else []
    return Numbers(min(found), max(found)) if found else None


def is_numeric(values: Values) -> bool:
    """Whether all of the values are numbers."""
    if isinstance(values, frozenset):
        return all(isinstance(value, (int, float)) for value in values)
    return isinstance(values, Numbers)


def _added(one: Numbers, other: Numbers) -> tuple[Numbers, bool]:
    return Numbers(one.low + other.low, one.high + other.high), False


def _less(one: Numbers, other: Numbers) -> tuple[Numbers, bool]:
    return Numbers(one.low - other.high, one.high - other.low), False


def _times(one: Numbers, other: Numbers) -> tuple[Numbers, bool]:
    corners = [low * high for low in (one.low, one.high) for high in (other.low, other.high)]
    corners = [0.0 if isnan(corner) else corner for corner in corners]  # nothing times without bound
    return Numbers(min(corners), max(corners)), False


def _divided(one: Numbers, other: Numbers) -> tuple[Numbers, bool]:
    if other.low <= 0 <= other.high:
        return Numbers(), True
    corners = [low / high for low in (one.low, one.high) for high in (other.low, other.high)]
    if any(map(isnan, corners)):
        return Numbers(), False
    return Numbers(min(corners), max(corners)), False


_OPERATIONS: dict[type[ast.operator], Callable[[Numbers, Numbers], tuple[Numbers, bool]]] = {
    ast.Add: _added,
    ast.Sub: _less,
    ast.Mult: _times,
    ast.Div: _divided,
}


def truth(body: ast.expr, lookup: Lookup) -> tuple[bool, bool]:
    """Whether a comparison of what is computed can hold, and whether it can fail."""
    if not isinstance(body, ast.Compare):
        return True, True
    items = [_computed(item, lookup) for item in (body.left, *body.comparators)]
    came = [_pair(sign, one, two) for one, sign, two in zip(items, body.ops, items[1:], strict=False)]
    return all(can for can, _ in came), any(fails for _, fails in came)


def _pair(sign: ast.cmpop, left: Known, right: Known) -> tuple[bool, bool]:
    unknown = left.unknown or right.unknown
    one, two = numeric(left.values), numeric(right.values)
    if left.never or right.never:
        return False, True
    if not (one and two and is_numeric(left.values) and is_numeric(right.values)):
        return True, True
    can, fails = _ordered(sign, one, two)
    return can, fails or unknown


def _ordered(sign: ast.cmpop, one: Numbers, two: Numbers) -> tuple[bool, bool]:
    match sign:
        case ast.Lt():
            return one.low < two.high, one.high >= two.low
        case ast.LtE():
            return one.low <= two.high, one.high > two.low
        case ast.Gt():
            return one.high > two.low, one.low <= two.high
        case ast.GtE():
            return one.high >= two.low, one.low < two.high
        case ast.Eq():
            return one.low <= two.high and two.low <= one.high, not _same_point(one, two)
        case ast.NotEq():
            return not _same_point(one, two), one.low <= two.high and two.low <= one.high
    return True, True


def _same_point(one: Numbers, two: Numbers) -> bool:
    return one.low == one.high == two.low == two.high
