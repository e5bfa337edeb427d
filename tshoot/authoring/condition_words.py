"""Conditions in words, for readers who do not know the tree language."""

from __future__ import annotations

import ast
from collections.abc import Callable

from tshoot.language.clean import clean

Name = Callable[[str], str]
"""From a fact to how a person reads its name."""

_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "is", ast.NotEq: "is not", ast.Lt: "is below", ast.LtE: "is at most", ast.Gt: "is above",
    ast.GtE: "is at least",
}  # fmt: skip


_OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip


class _TooMuch(Exception):
    """It is better shown as it was written."""


def in_words(condition: str, name: Name) -> str:
    """The condition as a clause behind "if"; as it was written where words would not make it clearer."""
    try:
        body = ast.parse(condition.strip(), mode="eval").body
        return clean(_clause(body, name))
    except (_TooMuch, KeyError, SyntaxError, ValueError, RecursionError, MemoryError):
        return clean(condition)


def _clause(node: ast.expr, name: Name, no: bool = False) -> str:
    """One part of a condition, or with `no` its opposite."""
    match node:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _clause(operand, name, not no)
        case ast.BoolOp(op=op, values=values) if not any(isinstance(one, ast.BoolOp) for one in values):
            both = isinstance(op, ast.And) != no
            return (" and " if both else " or ").join(_clause(one, name, no) for one in values)
        case ast.Call(func=ast.Name(id="known"), args=[ast.Name(id=fact)]):
            return f"{_fact(fact, name)} is {'not ' if no else ''}known"
        case ast.Name(id=fact):
            return f"{_fact(fact, name)} is {'not ' if no else ''}true"
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _comparison(left, _OPPOSITES[type(op)]() if no else op, right, name)
    raise _TooMuch


def _comparison(left: ast.expr, op: ast.cmpop, right: ast.expr, name: Name) -> str:
    match left, op, right:
        case ast.Name(id=fact), ast.In() | ast.NotIn(), ast.Tuple(elts=values) | ast.List(elts=values):
            said = " or ".join(_value(one) for one in values)
            return f"{_fact(fact, name)} is {'not ' if isinstance(op, ast.NotIn) else ''}{said}"
        case ast.Constant(), ast.In() | ast.NotIn(), ast.Name(id=fact):
            verb = "does not contain" if isinstance(op, ast.NotIn) else "contains"
            return f"{_fact(fact, name)} {verb} “{_value(left)}”"
        case ast.Name(id=fact), op, _ if type(op) in _COMPARISONS:
            return f"{_fact(fact, name)} {_COMPARISONS[type(op)]} {_value(right)}"
    raise _TooMuch


def _fact(fact: str, name: Name) -> str:
    return f"“{name(fact)}”"


def _value(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=bool() as value):
            return "true" if value else "false"
        case ast.Name(id="true" | "false" as word):
            return word
        case ast.Constant(value=int() | float() as value):
            return f"{value:g}"
        case ast.Constant(value=str() as value):
            return value
    raise _TooMuch
