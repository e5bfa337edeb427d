"""Frozen values to plain JSON data and back; the reader trusts nothing that it is given."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from tshoot.model import event as events
from tshoot.model import tree as trees

T = TypeVar("T")

_FAMILIES: dict[type, dict[str, type]] = {
    events.Event: {cls.kind: cls for cls in events.EVENTS},
    trees.Node: {cls.kind: cls for cls in trees.Node.__subclasses__()},
}
"""Base classes whose members are told apart by the key `kind`."""


class CodecError(ValueError):
    """The data does not have the shape that it should; says where and what."""


def to_data(value: Any) -> Any:
    """Plain JSON data of a frozen value; fields at their default are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        data: dict[str, Any] = {}
        if kind := getattr(value, "kind", "") if type(value).__mro__[1] in _FAMILIES else "":
            data["kind"] = kind
        for field in fields(value):
            item = getattr(value, field.name)
            if not _is_default(field, item):
                data[field.name] = to_data(item)
        return data
    if isinstance(value, Mapping):
        return {key: to_data(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [to_data(item) for item in value]
    return value


def _is_default(field: Field[Any], item: Any) -> bool:
    if field.default is not MISSING:
        return bool(field.default == item) and type(field.default) is type(item)
    return field.default_factory is not MISSING and bool(field.default_factory() == item)


def from_data(cls: type[T], data: Any, where: str = "") -> T:
    """The value of class `cls` that `data` describes; raises CodecError."""
    return _read(cls, data, where or cls.__name__)  # type: ignore[no-any-return]


def _read(hint: Any, data: Any, where: str) -> Any:
    origin = get_origin(hint)
    if is_dataclass(hint):
        return _read_dataclass(hint, data, where)
    if origin is Literal:
        if data in get_args(hint) and not isinstance(data, bool):
            return data
        raise CodecError(f"{where}: found {_short(data)}, expected one of {', '.join(map(str, get_args(hint)))}")
    if origin in (Union, types.UnionType):
        return _read_union(get_args(hint), data, where)
    if origin is tuple:
        return _read_tuple(get_args(hint), data, where)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(data, dict) or not all(isinstance(key, str) for key in data):
            raise CodecError(f"{where}: found {_short(data)}, expected names and values")
        item = get_args(hint)[1]
        return {key: _read(item, value, f"{where}.{key}") for key, value in data.items()}
    return _read_scalar(hint, data, where)


def _read_dataclass(cls: Any, data: Any, where: str) -> Any:
    if not isinstance(data, dict):
        raise CodecError(f"{where}: found {_short(data)}, expected an object")
    data = dict(data)
    if family := _FAMILIES.get(cls):
        kind = data.pop("kind", None)
        if not isinstance(kind, str) or kind not in family:
            raise CodecError(f"{where}: found the kind {_short(kind)}, expected one of {', '.join(family)}")
        cls = family[kind]
    else:
        data.pop("kind", None) if cls in _members() else None
    hints, required = _shape(cls)
    if unknown := data.keys() - hints.keys():
        raise CodecError(f"{where}: unknown key {_short(min(unknown))}")
    if missing := required - data.keys():
        raise CodecError(f"{where}: the key {min(missing)} is missing")
    return cls(**{name: _read(hints[name], item, f"{where}.{name}") for name, item in data.items()})


def _read_union(choices: Iterable[Any], data: Any, where: str) -> Any:
    if data is None and type(None) in choices:
        return None
    for choice in choices:
        if choice is not type(None):
            try:
                return _read(choice, data, where)
            except CodecError as error:
                last = error
    raise last


def _read_tuple(items: tuple[Any, ...], data: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise CodecError(f"{where}: found {_short(data)}, expected a list")
    if len(items) == 2 and items[1] is Ellipsis:
        return tuple(_read(items[0], item, f"{where}[{index}]") for index, item in enumerate(data))
    if len(items) != len(data):
        raise CodecError(f"{where}: found {len(data)} items, expected {len(items)}")
    return tuple(
        _read(hint, item, f"{where}[{i}]") for i, (hint, item) in enumerate(zip(items, data, strict=True))
    )


def _read_scalar(hint: Any, data: Any, where: str) -> Any:
    if hint is float and type(data) is int:
        return float(data)
    if type(data) is hint:
        return data
    raise CodecError(f"{where}: found {_short(data)}, expected {getattr(hint, '__name__', hint)}")


@cache
def _shape(cls: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """The type of each field, and the fields without a default."""
    own = fields(cls)
    needed = {field.name for field in own if field.default is MISSING and field.default_factory is MISSING}
    return {field.name: _hint(cls.__module__, str(field.type)) for field in own}, frozenset(needed)


@cache
def _hint(module: str, annotation: str) -> Any:
    """What an annotation of our own classes stands for; `typing.get_type_hints` takes four times as long."""
    return eval(annotation, vars(sys.modules[module]))  # noqa: S307 - a class definition, never data


@cache
def _members() -> frozenset[type]:
    return frozenset(member for family in _FAMILIES.values() for member in family.values())


def _short(data: Any) -> str:
    text = repr(data)
    return text if len(text) <= 40 else text[:39] + "…"
