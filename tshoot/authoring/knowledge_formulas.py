"""Conditions taken apart into what can be followed: comparisons, joined by `and`, `or` and `not`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tshoot.engine.expressions import ExpressionError, fact_names, parse
from tshoot.model.fact import Value


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """A part of a condition that holds or does not, with nothing to take apart."""

    body: ast.expr
    facts: tuple[str, ...]
    """The facts whose values it reads."""
    tested: tuple[str, ...]
    """The facts that it asks `known(…)` about."""
    constants: tuple[Value, ...]
    exact: bool
    """Whether samples between its constants tell all that it can say; otherwise ranges are compared."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every fact that decides it."""
        return (*self.facts, *(name for name in self.tested if name not in self.facts))


@dataclass(frozen=True, slots=True, eq=False)
class Both:
    """All parts hold."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Either:
    """One part holds."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Neither:
    """The part does not hold."""

    part: Formula


Formula = Atom | Both | Either | Neither


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A condition, and whether a division may leave it without a value."""

    formula: Formula
    divides: bool


@lru_cache(maxsize=2048)
def formula(source: str) -> Reading | None:
    """The condition taken apart; `None` where it cannot be read, so that it never holds."""
    try:
        body = parse(source)
    except ExpressionError:
        return None
    return Reading(_taken_apart(body), any(isinstance(node, ast.Div) for node in ast.walk(body)))


@lru_cache(maxsize=2048)
def atom(source: str) -> Atom | None:
    """An expression that computes something, as one part; `None` where it cannot be read."""
    try:
        return _atom(parse(source))
    except ExpressionError:
        return None


def _taken_apart(body: ast.expr) -> Formula:
    match body:
        case ast.BoolOp(op=ast.And(), values=values):
            return Both(tuple(_taken_apart(item) for item in values))
        case ast.BoolOp(values=values):
            return Either(tuple(_taken_apart(item) for item in values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Neither(_taken_apart(operand))
    return _atom(body)


def _atom(body: ast.expr) -> Atom:
    tested = {id(call.args[0]) for call in ast.walk(body) if isinstance(call, ast.Call) and _is_known(call)}
    read = [name for name in fact_names(body) if id(name) not in tested]
    asked = [name for name in fact_names(body) if id(name) in tested]
    return Atom(body, _unique(read), _unique(asked), tuple(_constants(body)), _is_exact(body))


def _unique(names: Iterable[ast.Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.id for name in names))


def _is_known(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "known"


def _constants(body: ast.expr) -> Iterator[Value]:
    for node in ast.walk(body):
        if isinstance(node, ast.Constant) and isinstance(node.value, (str, int, float)):
            yield node.value
            if isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
                yield -node.value


def _is_exact(body: ast.expr) -> bool:
    match body:
        case ast.Name() | ast.Constant() | ast.Call():
            return isinstance(body, (ast.Name, ast.Constant)) or _is_known(body)
        case ast.Compare(left=left, ops=ops, comparators=others):
            items = [left, *others]
            lists = any(isinstance(item, (ast.List, ast.Tuple)) for item in items)
            inside = any(isinstance(sign, (ast.In, ast.NotIn)) for sign in ops)
            return all(map(_is_plain, items)) and (not (inside or lists) or _is_membership(items, inside))
    return False


def _is_plain(item: ast.expr) -> bool:
    match item:
        case ast.Name() | ast.Constant() | ast.UnaryOp(op=ast.USub(), operand=ast.Constant()):
            return True
        case ast.List(elts=items) | ast.Tuple(elts=items):
            return all(isinstance(one, ast.Constant) for one in items)
    return False


def _is_membership(items: list[ast.expr], inside: bool) -> bool:
    """A fact in a written list, or a written text in a fact."""
    if not inside or len(items) != 2:
        return False
    left, right = items
    if isinstance(right, (ast.List, ast.Tuple)):
        return isinstance(left, (ast.Name, ast.Constant))
    return isinstance(left, ast.Constant) and isinstance(right, (ast.Name, ast.Constant))
