"""Whether an expression compares and computes what can be compared and computed."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from tshoot.authoring.fields import is_date
from tshoot.authoring.findings import did_you_mean, quote
from tshoot.engine.expressions import parse
from tshoot.model.diagnostic import Severity
from tshoot.model.fact import FactType

Kind = Literal["text", "number", "boolean", "list"]

_KINDS: Mapping[str, Kind] = {"number": "number", "boolean": "boolean", "list": "list"}
_ORDERED = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


@dataclass(frozen=True, slots=True)
class TypeMistake:
    """A part of an expression that can have no sense."""

    message: str
    column: int
    """From 0, in characters."""
    length: int
    hint: str = ""
    severity: Severity = "error"


def check_types(
    source: str, types: Mapping[str, FactType], target: FactType | None = None
) -> tuple[TypeMistake, ...]:
    """The mistakes of a condition, or with `target` of an expression that computes this fact.

    Raises ExpressionError where the source cannot be parsed.
    """
    body = parse(source)
    checker = _Checker(source.strip(), types)
    found = list(checker.walk(body))
    found += checker.assigned(body, target) if target else checker.condition(body)
    return tuple(found)


class _Checker:
    def __init__(self, source: str, types: Mapping[str, FactType]) -> None:
        self._source = source
        self._types = types

    def walk(self, body: ast.expr) -> Iterator[TypeMistake]:
        """The mistakes of all parts."""
        for node in ast.walk(body):
            if isinstance(node, ast.Compare):
                items = [node.left, *node.comparators]
                for left, sign, right in zip(items, node.ops, items[1:], strict=False):
                    yield from self._compare(left, sign, right)
            elif isinstance(node, ast.BoolOp):
                for item in node.values:
                    yield from self.condition(item)
            elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
                yield from self.condition(node.operand)
            elif isinstance(node, (ast.BinOp, ast.UnaryOp)):
                yield from self._computed(node)
            elif isinstance(node, ast.Call):
                yield from self._called(node)

    def condition(self, node: ast.expr) -> Iterator[TypeMistake]:
        """The mistake of a part that should be true or false."""
        kind = self._kind(node)
        if isinstance(node, (ast.Constant, ast.BinOp, ast.List, ast.Tuple)) and kind not in (None, "boolean"):
            hint = "write the whole comparison, such as os == 'Windows' or os == 'macOS'"
            yield self._mistake(node, f"{self._text(node)} is a {kind}, neither true nor false", hint)
        fact = self._fact(node)
        if fact and fact.kind == "choice" and {"Yes", "No"} <= set(fact.values):
            message = f"{self._text(node)} is 'Yes' or 'No', and holds with both"
            yield replace(self._mistake(node, message, f"write {fact.name} == 'Yes'"), severity="warning")

    def assigned(self, body: ast.expr, target: FactType) -> Iterator[TypeMistake]:
        """The mistake of a value that a fact cannot have."""
        kind, wanted = self._kind(body), _KINDS.get(target.kind, "text")
        if kind and kind != wanted:
            message = f"the fact {quote(target.name)} is a {target.kind} and cannot become a {kind}"
            yield self._mistake(body, message, self._becoming(body, target, kind))
        elif wanted != "list":
            yield from self._value(target, body)

    def _becoming(self, body: ast.expr, target: FactType, kind: Kind) -> str:
        """How a fact gets a value of its type, or the type of the value."""
        constant = body.value if isinstance(body, ast.Constant) else None
        if isinstance(constant, str):
            if target.kind == "number" and constant.strip().isdigit():
                return f"write {constant.strip()} without the inner quotes"
            if target.kind == "boolean" and constant.casefold() in ("true", "false", "yes", "no"):
                return "write true or false, without the inner quotes"
        return f"give {quote(target.name)} the type {quote(kind)}, or set it to a {target.kind}"

    def _compare(self, left: ast.expr, sign: ast.cmpop, right: ast.expr) -> Iterator[TypeMistake]:
        if isinstance(sign, (ast.In, ast.NotIn)):
            yield from self._contains(left, right)
            return
        kinds = (self._kind(left), self._kind(right))
        if None not in kinds and kinds[0] != kinds[1]:
            message = f"{self._text(left)} is a {kinds[0]} and {self._text(right)} a {kinds[1]}: they never match"
            yield self._mistake(right, message, self._how(left, right))
        elif isinstance(sign, _ORDERED):
            yield from self._order(left)
        yield from self._pair(left, right)

    def _pair(self, left: ast.expr, right: ast.expr) -> Iterator[TypeMistake]:
        for name, value in ((left, right), (right, left)):
            if fact := self._fact(name):
                yield from self._value(fact, value)

    def _order(self, left: ast.expr) -> Iterator[TypeMistake]:
        fact = self._fact(left)
        kind = fact.kind if fact else self._kind(left)
        if kind in ("boolean", "list", "choice"):
            yield self._mistake(left, f"{self._text(left)} is a {kind}, which has no order", "compare it with ==")

    def _contains(self, left: ast.expr, right: ast.expr) -> Iterator[TypeMistake]:
        kind = self._kind(right)
        if kind in ("number", "boolean"):
            yield self._mistake(right, f"{self._text(right)} is a {kind} and holds nothing", "compare with ==")
        elif self._kind(left) == "list":
            yield self._mistake(left, f"{self._text(left)} is a list and cannot be in something")
        if fact := self._fact(right):
            if fact.kind == "list":
                yield from self._value(fact, left)
        elif isinstance(right, (ast.List, ast.Tuple)) and (fact := self._fact(left)):
            for item in right.elts:
                yield from self._value(fact, item)

    def _value(self, fact: FactType, node: ast.expr) -> Iterator[TypeMistake]:
        """The mistake of a constant that a fact can never have."""
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            return
        if fact.kind in ("choice", "list") and fact.values and node.value not in fact.values:
            message = f"the fact {quote(fact.name)} never is {quote(node.value)}"
            yield self._mistake(node, message, did_you_mean(node.value, fact.values))
        if fact.kind == "date" and not is_date(node.value):
            message = f"the fact {quote(fact.name)} is a date, and {quote(node.value)} is none"
            yield self._mistake(node, message, "write it like '2027-05-31'")

    def _computed(self, node: ast.BinOp | ast.UnaryOp) -> Iterator[TypeMistake]:
        parts = [node.left, node.right] if isinstance(node, ast.BinOp) else [node.operand]
        kinds = [self._kind(part) for part in parts]
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and set(kinds) <= {"text", None}:
            return
        for part, kind in zip(parts, kinds, strict=True):
            if kind not in ("number", None):
                fact = self._fact(part)
                what, hint = str(kind), "leave it out, or compute with a number"
                if fact and fact.kind == "date":
                    what, hint = "date", "dates can be compared, as in since_day < '2027-01-31'"
                elif fact and kind == "text":
                    hint = f"give the fact {quote(fact.name)} the type 'number'"
                elif kind == "list":
                    hint = f"count it with len({self._text(part)})"
                yield self._mistake(
                    part, f"{self._text(part)} is a {what}; only numbers can be computed with", hint
                )

    def _called(self, node: ast.Call) -> Iterator[TypeMistake]:
        argument = node.args[0]
        if (
            isinstance(node.func, ast.Name)
            and node.func.id == "len"
            and self._kind(argument) in ("number", "boolean")
        ):
            message = f"{self._text(argument)} is a {self._kind(argument)} and has no length"
            yield self._mistake(argument, message)

    def _fact(self, node: ast.expr) -> FactType | None:
        return self._types.get(node.id) if isinstance(node, ast.Name) else None

    def _kind(self, node: ast.expr) -> Kind | None:
        """The kind of a part; None where it is not known."""
        match node:
            case ast.Constant(value=bool()) | ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
                return "boolean"
            case ast.Constant(value=str()):
                return "text"
            case ast.Constant() | ast.UnaryOp():
                return "number"
            case ast.List() | ast.Tuple():
                return "list"
            case ast.Call(func=ast.Name(id=name)):
                return "boolean" if name == "known" else "number"
            case ast.BinOp(left=left, op=op, right=right):
                texts = isinstance(op, ast.Add) and {self._kind(left), self._kind(right)} <= {"text", None}
                return (self._kind(left) or self._kind(right)) if texts else "number"
            case ast.Name(id="true" | "false"):
                return "boolean"
        fact = self._fact(node)
        return _KINDS.get(fact.kind, "text") if fact else None

    def _how(self, left: ast.expr, right: ast.expr) -> str:
        """How two things of different kinds are compared."""
        for node, other in ((left, right), (right, left)):
            kind, text = self._kind(other), self._text(node)
            constant = node.value if isinstance(node, ast.Constant) else None
            if isinstance(constant, str) and constant.isdigit():
                return f"write {constant} without quotes"
            if kind == "boolean" and isinstance(constant, str):
                return "write true or false, without quotes"
            if kind == "list":
                return (
                    f"count it with len({self._text(other)})"
                    if self._kind(node) == "number"
                    else (f"write {text} in {self._text(other)}")
                )
            if kind == "text" and isinstance(constant, (int, float)):
                return f"give the fact {quote(self._text(other))} the type 'number'"
        return ""

    def _text(self, node: ast.expr) -> str:
        part = ast.get_source_segment(self._source, node) or ""
        return part if len(part) <= 40 else part[:39] + "…"

    def _mistake(self, node: ast.expr, message: str, hint: str = "") -> TypeMistake:
        raw = self._source.encode()
        column = len(raw[: node.col_offset].decode(errors="ignore"))
        return TypeMistake(message, column, max(len(self._text(node)), 1), hint)
