"""Conditions and computed facts: a small, typed, side-effect-free part of Python's expressions.

Read with the standard library's `ast` from a whitelist of nodes, so that rules can analyse them and no tree can
run code. A fact that is not known has the value `None`; a comparison with it is false, and what is computed from
it is `None`.
"""

from __future__ import annotations

import ast
import operator
import warnings
from collections.abc import Callable, Mapping
from functools import lru_cache

from tshoot.model.fact import Value
from tshoot.model.record import record

MAX_LENGTH = 500
MAX_NODES = 100
MAX_NUMBER = 1e15
"""A loop that multiplies cannot grow a number without bound."""
FUNCTIONS = ("known", "len")
"""`known(fact)`: whether it has a value; `len(fact)`: how many letters or items."""

Lookup = Callable[[str], Value | None]
"""From a fact's name to its value; may raise to have the fact asked for first."""

Known = Callable[[str], bool]
"""Whether a fact has a value; never asks."""

Result = Mapping[str, Value]

_CONSTANTS: dict[str, bool] = {"true": True, "false": False}

_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}

_CALLED = {
    "Subscript": "[…]", "Lambda": "lambda", "IfExp": "if … else", "Is": "is", "IsNot": "is not", "ListComp": "for … in",
    "GeneratorExp": "for … in", "SetComp": "for … in", "DictComp": "for … in", "JoinedStr": "f'…'", "NamedExpr": ":=",
    "Pow": "**", "Mod": "%", "FloorDiv": "//", "BitAnd": "&", "BitOr": "|", "Starred": "*", "Dict": "{…}", "Set": "{…}",
    "Invert": "~", "UAdd": "+", "Await": "await", "Yield": "yield", "MatMult": "@", "LShift": "<<", "RShift": ">>",
}  # fmt: skip
"""How a person writes what is not part of the language."""

_ALLOWED = (
    ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.Compare, ast.Eq, ast.NotEq,
    ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn, ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Name,
    ast.Load, ast.Constant, ast.List, ast.Tuple, ast.Call, ast.Attribute,
)  # fmt: skip


class ExpressionError(ValueError):
    """The text is no expression of this language; `column` counts from 0."""

    def __init__(self, message: str, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.column = column


@lru_cache(maxsize=2048)
def parse(source: str) -> ast.expr:
    """The expression's syntax tree, checked against the whitelist; raises ExpressionError."""
    if len(source) > MAX_LENGTH:
        raise ExpressionError(f"the expression has {len(source)} characters, at most {MAX_LENGTH} are read")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            body = ast.parse(source.strip(), mode="eval").body
    except SyntaxError as error:
        raise ExpressionError(f"this is not an expression: {error.msg}", max((error.offset or 1) - 1, 0)) from None
    except (ValueError, RecursionError, MemoryError):
        raise ExpressionError("this is not an expression") from None
    for count, node in enumerate(ast.walk(body)):
        if count > MAX_NODES:
            raise ExpressionError(f"the expression has more than {MAX_NODES} parts")
        _check(node)
    return body


def _check(node: ast.AST) -> None:
    column = getattr(node, "col_offset", 0)
    if not isinstance(node, _ALLOWED):
        raise ExpressionError(f"{_describe(node)} cannot be used here", column)
    if isinstance(node, ast.Constant) and not isinstance(node.value, (str, int, float, bool)):
        raise ExpressionError("only texts, numbers, true and false can be written here", column)
    if isinstance(node, ast.Attribute) and not (isinstance(node.value, ast.Name) and node.value.id == "result"):
        raise ExpressionError("only a check's values have a dot: result.NAME", column)
    if isinstance(node, ast.Call):
        _check_call(node)


def _check_call(node: ast.Call) -> None:
    if not isinstance(node.func, ast.Name) or node.func.id not in FUNCTIONS:
        raise ExpressionError(f"only {' and '.join(FUNCTIONS)} can be called", node.col_offset)
    if len(node.args) != 1 or node.keywords or not isinstance(node.args[0], ast.Name):
        raise ExpressionError(f"{node.func.id} takes the name of one fact", node.col_offset)


def _describe(node: ast.AST) -> str:
    return _CALLED.get(type(node).__name__, "this")


@lru_cache(maxsize=2048)
def names(source: str) -> frozenset[str]:
    """The facts that the expression reads; raises ExpressionError."""
    return frozenset(name.id for name in fact_names(parse(source)))


@lru_cache(maxsize=2048)
def fact_names(body: ast.AST) -> tuple[ast.Name, ...]:
    """The name nodes that stand for facts, with their places."""
    found: list[ast.Name] = []
    for node in ast.walk(body):
        if isinstance(node, ast.Call):
            found += (arg for arg in node.args if isinstance(arg, ast.Name))
        elif isinstance(node, ast.Name) and node.id not in (*FUNCTIONS, *_CONSTANTS, "result"):
            found.append(node)
    return tuple(found)


@record
class _Scope:
    lookup: Lookup
    known: Known
    result: Result


def evaluate(
    source: str, lookup: Lookup, result: Result | None = None, known: Known | None = None
) -> Value | None:
    """The expression's value; `None` where it depends on a fact that is not known.

    An expression that cannot be parsed, or that mixes types, has no value: lint reports it, a walk goes on.
    """
    try:
        return worth(parse(source), lookup, result, known)
    except ExpressionError:
        return None


def worth(
    body: ast.expr, lookup: Lookup, result: Result | None = None, known: Known | None = None
) -> Value | None:
    """The value of an expression that was read already, or of a part of one."""
    try:
        asked = known or (lambda name: lookup(name) is not None)
        return _value(body, _Scope(lookup, asked, result or {}))
    except (TypeError, ArithmeticError, ValueError):
        return None


def holds(source: str, lookup: Lookup, known: Known | None = None) -> bool:
    """Whether a condition is true; an empty one is."""
    return not source or bool(evaluate(source, lookup, known=known))


def _value(node: ast.AST, scope: _Scope) -> Value | None:
    match node:
        case ast.Constant(value=value):
            return value if isinstance(value, (str, int, float, bool)) else None
        case ast.Name(id=name):
            return _CONSTANTS[name] if name in _CONSTANTS else scope.lookup(name)
        case ast.Attribute(attr=name):
            return scope.result.get(name)
        case ast.List(elts=items) | ast.Tuple(elts=items):
            return tuple(str(_value(item, scope)) for item in items)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not _value(operand, scope)
        case ast.UnaryOp(operand=operand):
            number = _value(operand, scope)
            return -number if isinstance(number, (int, float)) else None
        case ast.BoolOp(op=ast.And(), values=values):
            return all(_value(item, scope) for item in values)
        case ast.BoolOp(values=values):
            return any(_value(item, scope) for item in values)
        case ast.BinOp():
            return _arithmetic(node, scope)
        case ast.Compare():
            return _compare(node, scope)
        case ast.Call(func=ast.Name(id=function), args=[ast.Name(id=name)]):
            return _call(function, name, scope)
    return None


def _call(function: str, name: str, scope: _Scope) -> Value | None:
    if function == "known":
        return scope.known(name)
    value = scope.lookup(name)
    return len(value) if isinstance(value, (str, tuple)) else None


def _arithmetic(node: ast.BinOp, scope: _Scope) -> Value | None:
    left, right = _value(node.left, scope), _value(node.right, scope)
    if isinstance(left, str) and isinstance(right, str) and isinstance(node.op, ast.Add):
        return (left + right)[:MAX_LENGTH]
    if not isinstance(left, (int, float)) or not isinstance(right, (int, float)):
        return None
    total = _OPERATORS[type(node.op)](left, right)
    return total if abs(total) <= MAX_NUMBER else None


def _compare(node: ast.Compare, scope: _Scope) -> bool:
    left = _value(node.left, scope)
    for sign, item in zip(node.ops, node.comparators, strict=True):
        right = _value(item, scope)
        if left is None or right is None or not _compare_two(sign, left, right):
            return False
        left = right
    return True


def _compare_two(sign: ast.cmpop, left: Value, right: Value) -> bool:
    match sign:
        case ast.Eq():
            return left == right
        case ast.NotEq():
            return left != right
        case ast.In() | ast.NotIn():
            inside = isinstance(right, (str, tuple)) and str(left) in right
            return inside if isinstance(sign, ast.In) else not inside
    if isinstance(left, str) and isinstance(right, str):
        return _ordered(sign, (left > right) - (left < right))
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return _ordered(sign, (left > right) - (left < right))
    return False


def _ordered(sign: ast.cmpop, order: int) -> bool:
    match sign:
        case ast.Lt():
            return order < 0
        case ast.LtE():
            return order <= 0
        case ast.Gt():
            return order > 0
    return order >= 0
