"""Values to the text that is stored, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from tshoot.errors import StorageError
from tshoot.model.codec import CodecError, from_data, to_data

T = TypeVar("T")


def encoded(value: object) -> str:
    """One line of JSON."""
    return json.dumps(_storable(to_data(value)), ensure_ascii=False, separators=(",", ":"))


def decoded(cls: type[T], text: object, path: Path) -> T:
    """The value that was stored; a StorageError when it is damaged or newer than this version."""
    try:
        return from_data(cls, json.loads(str(text)))
    except (CodecError, ValueError, RecursionError) as error:
        raise StorageError(
            f"An entry in {path} is damaged, or a newer version of tshoot wrote it.",
            "Update tshoot and try again. Nothing was changed.",
        ) from error


def storable(text: str) -> str:
    """Without NUL and lone surrogates, which databases and files refuse."""
    return text.replace("\0", "\ufffd").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _storable(data: Any) -> Any:
    if isinstance(data, str):
        return storable(data)
    if isinstance(data, Mapping):
        return {storable(key): _storable(item) for key, item in data.items()}
    if isinstance(data, list | tuple):
        return [_storable(item) for item in data]
    return data
