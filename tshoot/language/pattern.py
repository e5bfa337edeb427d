"""Patterns that authors give for typed values: a part of regular expressions that is matched in linear time.

Literals, `.`, classes, `\\d \\w \\s` and opposites, `? * + {m} {m,} {m,n}` on one character, and `|` between whole
patterns. No groups and no back-references, so that no pattern can hang. A pattern matches a whole value.
"""

from __future__ import annotations

from collections.abc import Callable

from tshoot.model.record import record

MAX_ITEMS = 400
"""Characters that a pattern may ask for, its bounded repetitions written out."""

_KINDS: dict[str, Callable[[str], bool]] = {
    "d": str.isdecimal,
    "w": lambda char: char.isalnum() or char == "_",
    "s": str.isspace,
}
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r"}
_SPECIAL = "()^$"


class PatternError(ValueError):
    """A pattern that is outside the language: what is wrong, and where (counted from 0)."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(f"{message} (at character {offset + 1})")
        self.message = message
        self.offset = offset


@record
class CharSet:
    """The characters that stand for one place of a pattern."""

    ranges: tuple[tuple[str, str], ...] = ()
    kinds: tuple[str, ...] = ()
    """Letters of `\\d` and the like; a capital for its opposite."""
    negated: bool = False

    def accepts(self, char: str) -> bool:
        """Whether the character is one of them."""
        found = any(low <= char <= high for low, high in self.ranges) or any(
            _is(kind, char) for kind in self.kinds
        )
        return found != self.negated


@record
class Item:
    """One place of a pattern: may it be left out, may it be repeated."""

    chars: CharSet
    optional: bool = False
    repeated: bool = False


@record
class Pattern:
    """A compiled pattern."""

    source: str
    ways: tuple[tuple[Item, ...], ...]

    def matches(self, text: str) -> bool:
        """Whether the whole text fits, in time proportional to its length."""
        return any(_fits(items, text) for items in self.ways)


def _is(kind: str, char: str) -> bool:
    return _KINDS[kind](char) if kind in _KINDS else not _KINDS[kind.lower()](char)


def _fits(items: tuple[Item, ...], text: str) -> bool:
    places = _skip({0}, items)
    for char in text:
        after: set[int] = set()
        for place in places:
            if place < len(items) and items[place].chars.accepts(char):
                after.add(place + 1)
                if items[place].repeated:
                    after.add(place)
        places = _skip(after, items)
        if not places:
            return False
    return len(items) in places


def _skip(places: set[int], items: tuple[Item, ...]) -> set[int]:
    """The places, and those behind items that may be left out."""
    reached = set(places)
    for place in places:
        while place < len(items) and items[place].optional and place + 1 not in reached:
            place += 1
            reached.add(place)
    return reached


def compile_pattern(source: str) -> Pattern:
    """The pattern that a source describes; raises PatternError."""
    return _Reader(source).read()


class _Reader:
    """Reads a source from left to right."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0

    def read(self) -> Pattern:
        ways = [self._way()]
        while self._peek() == "|":
            self._at += 1
            ways.append(self._way())
        return Pattern(self._source, tuple(ways))

    def _way(self) -> tuple[Item, ...]:
        items: list[Item] = []
        if self._peek() == "^":
            self._at += 1
        while (char := self._peek()) and char != "|":
            if char == "$" and self._source[self._at + 1 : self._at + 2] in ("", "|"):
                self._at += 1
                continue
            start = self._at
            items += self._repeated(self._chars())
            if len(items) > MAX_ITEMS:
                raise PatternError(f"longer than {MAX_ITEMS} characters, repetitions written out", start)
        return tuple(items)

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _take(self) -> str:
        char = self._peek()
        self._at += 1
        return char

    def _chars(self) -> CharSet:
        at = self._at
        char = self._take()
        if char == ".":
            return CharSet((("\n", "\n"),), negated=True)
        if char == "[":
            return self._class(at)
        if char == "\\":
            return self._escape(at)
        if char in "*+?{":
            raise PatternError(f"“{char}” has nothing to repeat", at)
        if char in _SPECIAL:
            raise PatternError(
                f"“{char}” is not part of the pattern language; write “\\{char}” for the character", at
            )
        return CharSet(((char, char),))

    def _escape(self, at: int) -> CharSet:
        char = self._take()
        if not char:
            raise PatternError("a backslash at the end", at)
        if char.lower() in _KINDS:
            return CharSet(kinds=(char,))
        char = _CONTROLS.get(char, char)
        if char.isascii() and char.isalnum():
            raise PatternError(f"“\\{char}” is not part of the pattern language", at)
        return CharSet(((char, char),))

    def _class(self, start: int) -> CharSet:
        negated = self._peek() == "^"
        self._at += negated
        ranges: list[tuple[str, str]] = []
        kinds: list[str] = []
        first = self._at
        while (at := self._at) < len(self._source):
            char = self._take()
            if char == "]" and at > first:
                return CharSet(tuple(ranges), tuple(kinds), negated)
            if char == "[":
                raise PatternError("“[” inside a class; write “\\[” for the character", at)
            low = self._escape(at) if char == "\\" else CharSet(((char, char),))
            kinds += low.kinds
            if low.ranges:
                ranges.append(self._range(low.ranges[0][0], at))
        raise PatternError("“[” without its “]”", start)

    def _range(self, low: str, at: int) -> tuple[str, str]:
        ahead = self._source[self._at : self._at + 2]
        if len(ahead) < 2 or ahead[0] != "-" or ahead[1] == "]":
            return low, low
        self._at += 1
        here = self._at
        char = self._take()
        high = self._escape(here) if char == "\\" else CharSet(((char, char),))
        if not high.ranges or high.ranges[0][0] < low:
            raise PatternError("a range that runs backwards", at)
        return low, high.ranges[0][0]

    def _repeated(self, chars: CharSet) -> list[Item]:
        at = self._at
        least, most = self._counts()
        if self._peek() in ("?", "*", "+", "{") and self._at > at:
            raise PatternError("a second repetition of the same character", self._at)
        if max(least, most) > MAX_ITEMS:
            raise PatternError(f"more than {MAX_ITEMS} repetitions", at)
        if most < 0:
            return [Item(chars)] * (least - 1) + [Item(chars, optional=least == 0, repeated=True)]
        return [Item(chars)] * least + [Item(chars, optional=True)] * (most - least)

    def _counts(self) -> tuple[int, int]:
        """How often at least and at most; -1 for without end."""
        simple = {"?": (0, 1), "*": (0, -1), "+": (1, -1)}
        char = self._peek()
        if char in simple:
            self._at += 1
            return simple[char]
        return self._braces() if char == "{" else (1, 1)

    def _braces(self) -> tuple[int, int]:
        at = self._at
        end = self._source.find("}", at)
        inside = self._source[at + 1 : end] if end > 0 else ""
        low, comma, high = inside.partition(",")
        numbers = [part for part in (low, high) if part]
        if not low or not all(part.isascii() and part.isdigit() and len(part) < 5 for part in numbers):
            raise PatternError("“{” needs counts, as in {2}, {2,} or {2,5}", at)
        self._at = end + 1
        least = int(low)
        most = (int(high) if high else -1) if comma else least
        if 0 <= most < least:
            raise PatternError("fewer at most than at least", at)
        return least, most
