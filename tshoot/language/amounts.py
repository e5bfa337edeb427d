"""Numbers as people type them: "about 20", "1,5", "twenty-five percent"."""

from __future__ import annotations

import re

from tshoot.language.late import Late
from tshoot.language.words import fold

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_LARGEST = 1e15
_WORDS = (
    {word: number for number, word in enumerate(SMALL)}
    | {word: 20 + 10 * number for number, word in enumerate(TENS)}
    | {"dozen": 12, "couple": 2, "half": 0.5, "hundred": 100, "thousand": 1000, "none": 0, "nothing": 0, "once": 1}
)
_TIMES = ("hundred", "thousand")
_GROUPED = Late(r"-?\d{1,3}(?:([ ,.'])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_FIGURES = Late(r"(?<![\w.,])-?\d+(?:[ ,.']\d+)*(?:[eE][+-]?\d+)?")


def numbers_in(text: str) -> tuple[int | float, ...]:
    """The numbers of a text, in figures or, where there are none, in words."""
    folded = fold(text[:200]).replace("\u2212", "-")
    found = [number for match in _FIGURES.finditer(folded) for number in _figures(match[0])]
    if not found and (spelled := _spelled(folded)) is not None:
        found = [spelled]
    return tuple(number for number in found if abs(number) < _LARGEST)


def _figures(text: str) -> list[int | float]:
    """One number, or several that blanks part; a comma or a dot before three figures groups, else it is decimal."""
    if _GROUPED.fullmatch(text):
        separator = _GROUPED.fullmatch(text)[1]  # type: ignore[index]
        if separator != "." or text.count(".") > 1 or "," in text:
            return [_number(text.replace(separator, "").replace(",", "."))]
    if " " in text or "'" in text:
        return [number for part in re.split("[ ']", text) for number in _figures(part)]
    if text.count(",") + text.count(".") > 1:
        return []
    return [_number(text.replace(",", "."))]


def _number(text: str) -> int | float:
    value = float(text)
    whole = re.fullmatch(r"-?\d{1,15}", text)
    return int(text) if whole else value


def _spelled(text: str) -> int | float | None:
    """A number in words: "twenty five", "a hundred", "half"."""
    total: float | None = None
    for word in re.findall(r"[a-z]+", text):
        if word not in _WORDS:
            continue
        value = _WORDS[word]
        total = (total or 1) * value if word in _TIMES else (total or 0) + value
    return int(total) if total is not None and total == int(total) else total
