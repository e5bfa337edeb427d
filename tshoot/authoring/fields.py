"""The keys of one mapping, read by name and kind; what is wrong with them becomes findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from tshoot.authoring.context import Context
from tshoot.authoring.findings import listing, quote
from tshoot.authoring.items import Hole, Item, Items, Pair, Pairs, Scalar, describe
from tshoot.authoring.meant import meaning_hint, meant
from tshoot.model.diagnostic import Span
from tshoot.model.wording import Wording

T = TypeVar("T", bound=str)

ELSE = "else"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*\Z")
"""What ids of trees and nodes look like."""
INDENT_IT = "indent it further,"
"""Begins the hint for what stands too far to the left."""
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


class Fields:
    """Reads the keys of a mapping; `noun` names its owner in sentences, `where` is its dotted path."""

    def __init__(
        self, context: Context, pairs: Pairs, where: str, noun: str, known: Sequence[str], span: Span | None = None
    ) -> None:
        self.context = context
        self.where = where
        self.noun = noun
        self.span = span or pairs.span
        self._pairs = self._recognise(pairs, known)
        for name, pair in self._pairs.items():
            context.place(self.path(name), pair)

    def _recognise(self, pairs: Pairs, known: Sequence[str]) -> dict[str, Pair]:
        """The pairs by their keys; a misspelled key that is plain enough counts as the right one."""
        found = {pair.key.text: pair for pair in pairs.pairs if pair.key.text in known}
        for before, pair in zip((None, *pairs.pairs), pairs.pairs, strict=False):
            if (key := pair.key.text) in found:
                continue
            free = [name for name in known if name not in found]
            near = meant(key, free)
            self._error(
                pair.key.span, "unknown-key", f"has no key {quote(key)}", self._hint(before, pair, near, known)
            )
            if near:
                found[near] = pair
        return found

    def _hint(self, before: Pair | None, pair: Pair, near: str, known: Sequence[str]) -> str:
        """What to do about an unknown key, seen from the pair before it and its own value."""
        if near:
            return f"did you mean {quote(near)}?"
        if _is_empty(pair.value) and pair.value.span == _behind(pair.key.span):
            if pair.key.text.isdigit():
                return "write a number with a point, such as 0.5"
            return "if this belongs to the text before it, put the whole text in quotes"
        if before and _is_empty(before.value):
            return f"{INDENT_IT} if it belongs to {quote(before.key.text)}"
        if "nodes" in known and isinstance(pair.value, Pairs):
            return f"{INDENT_IT} if it is a node"
        return meaning_hint(pair.key.text, known)

    def path(self, name: str | int) -> str:
        """The dotted path of a key."""
        return f"{self.where}.{name}" if self.where else str(name)

    def has(self, name: str) -> bool:
        """Whether the key is there, whatever its value."""
        return name in self._pairs

    def item(self, name: str, required: bool = False) -> Item | None:
        """The value of a key; None when it is missing, empty or refused already."""
        pair = self._pairs.get(name)
        if pair is None:
            if required:
                self.lacks(name, "add 'tree: 1'" if name == "tree" else f"add '{name}: …'")
            return None
        if isinstance(pair.value, Hole):
            return None
        if isinstance(pair.value, Scalar) and pair.value.value is None:
            if required:
                self._error(pair.key.span, "missing-text", f"has nothing after {quote(name)}")
            return None
        return pair.value

    def text(self, name: str, required: bool = False) -> str:
        """A text, as it is written."""
        item = self.item(name, required)
        return self._scalar(name, item) if item else ""

    def wording(self, name: str, required: bool = False) -> Wording | None:
        """A text, or a mapping of texts by operating system with `else`."""
        item = self.item(name, required)
        if not isinstance(item, Pairs):
            text = self._scalar(name, item) if item else ""
            return Wording(text) if text else None
        if bad := _braces(item):
            self.bad(name, f"has a text that starts with '{{' for {quote(name)}", f'put it in quotes: "{bad} …"')
            return None
        variants = {}
        for pair in item.pairs:
            self.context.place(self.path(f"{name}.{pair.key.text}"), pair)
            variants[pair.key.text] = self._scalar(f"{name}.{pair.key.text}", pair.value)
        if required and not item.pairs:
            self.bad(name, f"has nothing in {quote(name)}", rule="missing-text")
        otherwise = variants.pop(ELSE, "")
        return Wording(otherwise, tuple(variants.items())) if variants or otherwise else None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        return tuple(text for _, text in self.numbered_texts(name))

    def numbered_texts(self, name: str, required: bool = False) -> Iterator[tuple[int, str]]:
        """The texts of a list with their numbers; a single text counts as a list of one."""
        for index, item in self.entries(name, required):
            if text := self._scalar(f"{name}.{index}", item):
                yield index, text

    def pairs(self, name: str, required: bool = False) -> tuple[tuple[str, str], ...]:
        """A mapping of names to texts."""
        found = []
        for pair in self.mapping(name, required):
            key = f"{name}.{pair.key.text}"
            found.append((pair.key.text, self._scalar(key, pair.value)))
        return tuple(pair for pair in found if pair[1])

    def mapping(self, name: str, required: bool = False) -> tuple[Pair, ...]:
        """The pairs of a mapping, their places remembered."""
        item = self.item(name, required)
        if item is None:
            return ()
        if not isinstance(item, Pairs):
            self.wrong(
                name, item, "a mapping of keys and values", "write 'key: value' pairs, indented, without '-'"
            )
            return ()
        if required and not item.pairs:
            self.bad(name, f"has nothing in {quote(name)}", rule="missing-text")
        for pair in item.pairs:
            self.context.place(self.path(f"{name}.{pair.key.text}"), pair)
        return item.pairs

    def entries(self, name: str, required: bool = False) -> Iterator[tuple[int, Item]]:
        """The items of a list with their numbers, their places remembered; a text is a list of one."""
        item = self.item(name, required)
        if item is None:
            return
        if isinstance(item, Pairs):
            self.wrong(name, item, "a list", "begin each of its items with '- '")
            return
        if required and item == Items((), item.span):
            self.bad(name, f"has an empty list for {quote(name)}", rule="missing-text")
        for index, entry in enumerate(item.items if isinstance(item, Items) else (item,)):
            self.context.places[self.path(f"{name}.{index}")] = entry.span
            yield index, entry

    def flag(self, name: str) -> bool:
        """`true` or `false`."""
        item = self.item(name)
        if item is None or (isinstance(item, Scalar) and isinstance(item.value, bool)):
            return isinstance(item, Scalar) and item.value is True
        self.wrong(name, item, "true or false", "write true or false, without quotes")
        return isinstance(item, Scalar) and item.text.casefold() in ("yes", "on", "true", "1")

    def number(self, name: str, default: float, low: float, high: float, whole: bool = False) -> float:
        """A number within bounds."""
        item = self.item(name)
        if item is None:
            return default
        value = item.value if isinstance(item, Scalar) else None
        kinds = (int,) if whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds) or not low <= value <= high:
            noun = "whole number" if whole else "number"
            self.wrong(name, item, f"a {noun} from {low:g} to {high:g}", _number_hint(item, low, high, whole))
            return default
        return value

    def choice(self, name: str, allowed: Sequence[T], default: T | None = None) -> T | None:
        """One of some words."""
        text = self.text(name)
        found = next((word for word in allowed if word == text), None)
        if text and found is None:
            message = f"has {quote(text)} for {quote(name)}, expected {listing(allowed)}"
            near = meant(text, allowed)
            self._error(self._place(name), "bad-value", message, f"did you mean {quote(near)}?" if near else "")
            found = next((word for word in allowed if word == near), None)
        return found or default

    def date(self, name: str) -> str:
        """A date, ISO 8601."""
        text = self.text(name)
        if text and not is_date(text):
            message = f"has {quote(text)} for {quote(name)}, expected a date"
            self._error(self._place(name), "bad-value", message, "write it like 2027-05-31")
            return ""
        return text

    def wrong(self, name: str, item: Item, expected: str, hint: str = "") -> None:
        """Says that the value of a key is not what it should be."""
        found = quote(item.text) if isinstance(item, Scalar) and item.text else describe(item)
        message = f"has {found} for {_shown(name)}, expected {expected}"
        self._error(self._place(name), "bad-value", message, hint)

    def lacks(self, name: str, hint: str) -> None:
        """Says that a key is missing."""
        self._error(self.span, "missing-key", f"has no {quote(name)}", hint)

    def bad(self, name: str, message: str, hint: str = "", rule: str = "bad-value") -> None:
        """Says what is wrong with the value of a key."""
        self._error(self._place(name), rule, message, hint)

    def _scalar(self, name: str, item: Item) -> str:
        if isinstance(item, Hole):
            return ""
        if not isinstance(item, Scalar):
            self.wrong(name, item, "a text", _text_hint(item))
            return ""
        if not item.text.strip() or item.value is None:
            self._error(self._place(name), "missing-text", f"has an empty text for {_shown(name)}")
            return ""
        return item.text.strip()

    def _place(self, name: str) -> Span:
        return self.context.places.get(self.path(name), self.span)

    def _error(self, span: Span, rule: str, message: str, hint: str = "") -> None:
        self.context.error(span, rule, f"{self.noun} {message}", hint)


def _shown(name: str) -> str:
    """A dotted path below a mapping, in words."""
    head, _, rest = name.partition(".")
    if not rest:
        return quote(head)
    return f"item {int(rest) + 1} of {quote(head)}" if rest.isdecimal() else f"{quote(rest)} of {quote(head)}"


def _is_empty(item: Item) -> bool:
    return isinstance(item, Scalar) and not item.text


def _behind(span: Span) -> Span:
    """The empty place behind a span: where a value stands that is not there."""
    return Span(span.end_line, span.end_column, span.end_line, span.end_column)


def _braces(item: Pairs) -> str:
    """`{fact}` at the start of a text without quotes, which YAML takes for a mapping."""
    if len(item.pairs) != 1 or item.pairs[0].key.text == ELSE:
        return ""
    pair = item.pairs[0]
    return f"{{{pair.key.text[:40]}}}" if _is_empty(pair.value) else ""


def _text_hint(item: Item) -> str:
    """Why a text became something else."""
    if isinstance(item, Pairs) and (braces := _braces(item)):
        return f'a text that starts with a brace stands in quotes: "{braces}"'
    if isinstance(item, Pairs) and len(item.pairs) == 1:
        return "a text that holds ': ' stands in quotes"
    return "one text is expected here, not a list" if isinstance(item, Items) else ""


def _number_hint(item: Item, low: float, high: float, whole: bool) -> str:
    """How a number is written that is none yet."""
    text = item.text if isinstance(item, Scalar) else ""
    found = re.match(r"\s*([0-9]{1,6})(?:[.,]([0-9]{1,3}))?\s*(%?)", text)
    if not found:
        return ""
    value = float(f"{found[1]}.{found[2] or 0}")
    if (found[3] or value > high) and high == 1 and value <= 100:
        return f"{value:g} percent are written {value / 100:g}"
    fits = low <= value <= high and not (whole and found[2])
    return f"write {value:g}, without unit or quotes" if fits else ""


def is_date(text: str) -> bool:
    """Whether a text is a date that exists, as YYYY-MM-DD."""
    try:
        return bool(_DATE.match(text) and date.fromisoformat(text))
    except ValueError:
        return False
