"""The keys of one mapping, read by name and kind; what is wrong with them becomes findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from tshoot.authoring.context import Context
from tshoot.authoring.findings import did_you_mean, listing, nearest, quote
from tshoot.authoring.items import Hole, Item, Items, Pair, Pairs, Scalar, describe
from tshoot.model.diagnostic import Span
from tshoot.model.wording import Wording

T = TypeVar("T", bound=str)

ELSE = "else"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*\Z")
"""What ids of trees and nodes look like."""
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
        for pair in pairs.pairs:
            if (key := pair.key.text) in found:
                continue
            free = [name for name in known if name not in found]
            self._error(pair.key.span, "unknown-key", f"has no key {quote(key)}", did_you_mean(key, known))
            if near := nearest(key, free):
                found[near] = pair
        return found

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
                self._error(self.span, "missing-key", f"has no {quote(name)}", f"add '{name}: …'")
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
        variants = {}
        for pair in item.pairs:
            self.context.place(self.path(f"{name}.{pair.key.text}"), pair)
            variants[pair.key.text] = self._scalar(f"{name}.{pair.key.text}", pair.value)
        otherwise = variants.pop(ELSE, "")
        return Wording(otherwise, tuple(variants.items())) if variants or otherwise else None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        return tuple(text for index, item in self.entries(name) if (text := self._scalar(f"{name}.{index}", item)))

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
            self.wrong(name, item, "a mapping of keys and values")
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
            self.wrong(name, item, "a list")
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
        return False

    def number(self, name: str, default: float, low: float, high: float, whole: bool = False) -> float:
        """A number within bounds."""
        item = self.item(name)
        if item is None:
            return default
        value = item.value if isinstance(item, Scalar) else None
        kinds = (int,) if whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds) or not low <= value <= high:
            noun = "whole number" if whole else "number"
            self.wrong(name, item, f"a {noun} from {low:g} to {high:g}")
            return default
        return value

    def choice(self, name: str, allowed: Sequence[T], default: T | None = None) -> T | None:
        """One of some words."""
        text = self.text(name)
        found = next((word for word in allowed if word == text), None)
        if text and found is None:
            message = f"has {quote(text)} for {quote(name)}, expected {listing(allowed)}"
            near = nearest(text, allowed)
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

    def bad(self, name: str, message: str, hint: str = "", rule: str = "bad-value") -> None:
        """Says what is wrong with the value of a key."""
        self._error(self._place(name), rule, message, hint)

    def _scalar(self, name: str, item: Item) -> str:
        if isinstance(item, Hole):
            return ""
        if not isinstance(item, Scalar):
            self.wrong(name, item, "a text")
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


def is_date(text: str) -> bool:
    """Whether a text is a date that exists, as YYYY-MM-DD."""
    try:
        return bool(_DATE.match(text) and date.fromisoformat(text))
    except ValueError:
        return False
