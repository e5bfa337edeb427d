"""`@record`: a frozen dataclass with slots that costs a fifth of the usual time to define.

A conversation starts with some eighty of these classes, and `dataclass(frozen=True, slots=True)` compiles six methods
for each: 38 of the 80 ms that the line mode may take to its first question. Here only `__init__` is compiled; the
others are shared. To a type checker, and to `dataclasses.replace` and `fields`, a record is a frozen dataclass.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def record(cls: type[T]) -> type[T]: ...
@overload
def record(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True)
def record(cls: type[T] | None = None, *, kw_only: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class a record; type checkers refuse to assign to its fields."""

    def made(cls: type[T]) -> type[T]:
        new = dataclass(repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
        shared: dict[str, Any] = {"__eq__": _equal, "__hash__": _hash, "__repr__": _repr}
        for name, method in shared.items():
            setattr(new, name, method)
        return new

    return made if cls is None else made(cls)


def _values(one: Any) -> tuple[Any, ...]:
    return tuple(getattr(one, name) for name in one.__dataclass_fields__)


def _equal(one: Any, other: object) -> bool:
    return _values(one) == _values(other) if type(one) is type(other) else NotImplemented


def _hash(one: Any) -> int:
    return hash((type(one), _values(one)))


def _repr(one: Any) -> str:
    shown = ", ".join(f"{field.name}={getattr(one, field.name)!r}" for field in fields(one))
    return f"{type(one).__name__}({shown})"
