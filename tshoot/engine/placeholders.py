"""`{fact}` in a text: a name and nothing else; `{{` and `}}` are braces."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_PART = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


class PlaceholderError(ValueError):
    """A brace that opens no `{fact}`; `offset` counts characters from 0."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


@lru_cache(maxsize=2048)
def facts_in(template: str) -> tuple[tuple[str, int], ...]:
    """The facts that a text names, each with its offset; raises PlaceholderError."""
    if "{" not in template and "}" not in template:
        return ()
    found = []
    for part in _PART.finditer(template):
        name = part.group(1)
        if part.group() in ("{{", "}}"):
            continue
        if name is None or not _NAME.match(name.strip()):
            raise PlaceholderError(
                f"'{part.group()[:40]}' is no placeholder: write {{fact}}, or {{{{ for a brace", part.start()
            )
        found.append((name.strip(), part.start()))
    return tuple(found)


def only_fact(template: str) -> str:
    """The fact, where the text is one placeholder and nothing else; else empty."""
    found = _PART.fullmatch(template.strip())
    name = (found.group(1) or "").strip() if found else ""
    return name if _NAME.match(name) else ""


def fill(template: str, value_of: Callable[[str], str]) -> str:
    """The text with each placeholder replaced; a stray brace stays as it is."""

    def replace(part: re.Match[str]) -> str:
        text = part.group()
        if text in ("{{", "}}"):
            return text[0]
        name = (part.group(1) or "").strip()
        return value_of(name) if _NAME.match(name) else text

    return _PART.sub(replace, template)
