"""The fenced examples of the documentation, with what their info strings say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))

_FENCE = re.compile(r"^(`{3,})(\S*)[ ]*(.*)$")


@dataclass(frozen=True)
class Example:
    """One fenced block."""

    page: Path
    line: int
    language: str
    words: tuple[str, ...]
    text: str

    @property
    def file(self) -> str:
        """The file that it stands for; empty where it is none."""
        return next((word.removeprefix("file=") for word in self.words if word.startswith("file=")), "")

    @property
    def name(self) -> str:
        """Where it stands."""
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def examples(page: Path) -> tuple[Example, ...]:
    """All fenced blocks of a page, in order."""
    return tuple(_examples(page, page.read_text(encoding="utf-8").split("\n")))


def _examples(page: Path, lines: list[str]) -> Iterator[Example]:
    start, mark, language, words = 0, "", "", ""
    for number, line in enumerate(lines, 1):
        found = _FENCE.match(line)
        if not mark and found:
            mark, language, words = found.groups()
            start = number
        elif mark and line == mark:
            yield Example(page, start, language, tuple(words.split()), "\n".join(lines[start : number - 1]) + "\n")
            mark = ""
    assert not mark, f"{page}:{start}: this block is never closed"


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    text = page.read_text(encoding="utf-8")
    return re.sub(r"(?ms)^(`{3,}).*?^\1$", "", text)
