"""What a key of the language is."""

from __future__ import annotations

from collections.abc import Iterable

from tshoot.model.record import record


@record
class Key:
    """One key of a mapping."""

    name: str
    form: str
    """The shape of its value, see `authoring.schema.forms`."""
    text: str
    """What it holds, as a cell of the reference: Markdown, without a full stop."""
    without: str = ""
    """What holds where it is left out."""
    examples: tuple[str | int | float | bool, ...] = ()


def names(keys: Iterable[Key]) -> tuple[str, ...]:
    """The names of keys, in order."""
    return tuple(key.name for key in keys)
