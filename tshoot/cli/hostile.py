"""JSON from anywhere: bounded in depth, numbers and texts, each mistake named with its place."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from typing import Any

from tshoot.language.clean import clean

MAX_DEPTH = 20
MAX_TEXT = 20_000

LARGEST = 1e15
"""Numbers beyond this no longer count exactly."""

_HOSTILE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, bidirectional overrides and lone surrogates. Joiners, which some scripts need in words, stay."""


class Refused(ValueError):
    """The text is not JSON of a kind that is taken; says what and where."""


def parse(text: str) -> Any:
    """The data of a JSON text; raises Refused for bad JSON, doubled keys and numbers that are none."""
    try:
        return json.loads(
            text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_int, parse_float=_float
        )
    except json.JSONDecodeError as error:
        raise Refused(f"line {error.lineno}, column {error.colno}: it is not JSON") from None
    except RecursionError:
        raise Refused("it is nested too deeply") from None


def cleaned(data: Any, where: str, *, exact: str = "", depth: int = 0) -> Any:
    """The data with clean texts, what is below the key `exact` as it is; raises Refused for depth and length."""
    if depth > MAX_DEPTH:
        raise Refused(f"{where[:80]}: it is nested too deeply")
    if isinstance(data, dict):
        return {
            _text(key, where): item if key == exact else cleaned(item, f"{where}.{_shown(key)}", depth=depth + 1)
            for key, item in data.items()
        }
    if isinstance(data, list):
        return [cleaned(item, f"{where}[{index}]", depth=depth + 1) for index, item in enumerate(data)]
    return _text(data, where) if isinstance(data, str) else data


def _text(text: str, where: str) -> str:
    if len(text) > MAX_TEXT:
        raise Refused(f"{where}: a text is too long")
    # A text without such characters stays as it is: it may be the exact key of an option.
    return clean(text, limit=20_000) if _HOSTILE.search(text) else text


def _object(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Refused(f"the key {_shown(key)} is there twice")
        found[key] = value
    return found


def _constant(text: str) -> Any:
    raise Refused(f"{text} is no number of JSON")


def _int(text: str) -> int:
    if len(text) > 16:
        raise Refused(f"the number {text[:16]}… is too large")
    return int(text)


def _float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number) or abs(number) > LARGEST:
        raise Refused(f"the number {text[:16]} is too large")
    return number


def _shown(key: str) -> str:
    return clean(key, limit=40)
