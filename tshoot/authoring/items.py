"""What a YAML file consists of: scalars, sequences and mappings with their places."""

from __future__ import annotations

from tshoot.authoring.scalars import Plain, resolve
from tshoot.model.diagnostic import Span
from tshoot.model.record import record


@record
class Scalar:
    """One word or text."""

    text: str
    plain: bool
    """Written without quotes, so that it may be a number, a boolean or nothing."""
    span: Span

    @property
    def value(self) -> Plain:
        """What it means by YAML 1.2."""
        return resolve(self.text) if self.plain else self.text


@record
class Items:
    """A sequence."""

    items: tuple[Item, ...]
    span: Span


@record
class Pair:
    """One key and its value."""

    key: Scalar
    value: Item

    @property
    def span(self) -> Span:
        """Where a finding about it points: to a short value, or to the key of a long one."""
        is_text = isinstance(self.value, Scalar) and self.value.text
        return self.value.span if is_text else self.key.span


@record
class Pairs:
    """A mapping; its keys are unique."""

    pairs: tuple[Pair, ...]
    span: Span

    def keys(self) -> tuple[str, ...]:
        """The names of its keys, in order."""
        return tuple(pair.key.text for pair in self.pairs)


@record
class Hole:
    """A value that was refused already, so that nothing more is said about it."""

    span: Span


Item = Scalar | Items | Pairs | Hole


def describe(item: Item) -> str:
    """What an item is, in an author's words."""
    if isinstance(item, Scalar):
        return "nothing" if item.value is None else "a text"
    return "a list" if isinstance(item, Items) else "a mapping of keys and values"
