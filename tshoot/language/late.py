"""A regular expression that is compiled when it is first used: fifty of them are most of what importing would cost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator


class Late:
    """A pattern with the methods of a compiled one."""

    __slots__ = ("_flags", "_made", "_source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags
        self._made: re.Pattern[str] | None = None

    def _pattern(self) -> re.Pattern[str]:
        if self._made is None:
            self._made = re.compile(self._source, self._flags)
        return self._made

    def search(self, text: str) -> re.Match[str] | None:
        """The first place that fits."""
        return self._pattern().search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """A fit at the beginning."""
        return self._pattern().match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A fit of the whole text."""
        return self._pattern().fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All places that fit, in order."""
        return self._pattern().finditer(text)

    def findall(self, text: str) -> list[str]:
        """What fits, in order."""
        return self._pattern().findall(text)

    def split(self, text: str) -> list[str]:
        """The text between the places that fit."""
        return self._pattern().split(text)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with something else at the places that fit."""
        return self._pattern().sub(new, text, count)
