"""What a plain word of YAML means by the core rules of YAML 1.2: `Yes`, `on`, `010` and `22:22` are text."""

from __future__ import annotations

import math
import re

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
# Leading zeros make a text: they belong to codes and telephone numbers, not to amounts.
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(\.[0-9]{1,40}|(0|[1-9][0-9]{0,40})(\.[0-9]{0,40})?)([eE][-+]?[0-9]{1,3})?")

Plain = str | int | float | bool | None


def resolve(text: str) -> Plain:
    """The value of a plain (unquoted) scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else text
    return text
