"""A fact: a named, typed thing learned about the person, the problem or the machine."""

from __future__ import annotations

from typing import Literal

from tshoot.model.record import record
from tshoot.model.wording import Wording

Value = str | int | float | bool | tuple[str, ...]
"""What a fact may hold; dates are ISO 8601 text, files are paths as text."""

FactKind = Literal["text", "number", "date", "email", "phone", "choice", "file", "boolean", "list"]

Source = Literal["person", "computer", "check", "tree", "case"]
"""Where a value came from: `case` is what was known before the session started."""


@record
class FactType:
    """The declaration of one fact: what it may hold and how to ask for it."""

    name: str
    kind: FactKind = "text"
    label: str = ""
    """How a person reads its name ("Network name"); empty: made from the name."""
    prompt: Wording | None = None
    """The question that asks for it. A fact without one is never asked for by itself."""
    why: Wording | None = None
    how: Wording | None = None
    values: tuple[str, ...] = ()
    """The values of a choice or a list, in the author's order."""
    unit: str = ""
    minimum: float | str | None = None
    """Smallest number, or earliest date as ISO 8601."""
    maximum: float | str | None = None
    min_length: int = 0
    max_length: int = 500
    pattern: str = ""
    """A regular expression of the linear subset of `language.pattern`."""
    error: str = ""
    """The author's own sentence for a value that does not fit."""
    secret: bool = False
    """Never stored and never shown."""
    default: Value | None = None
    caller: Wording | None = None
    """The question as an agent is asked it about the caller; `prompt` is then what they read aloud."""

    @property
    def title(self) -> str:
        """The name as a person reads it."""
        return self.label or self.name.replace("_", " ").capitalize()


@record
class Known:
    """A fact's value, and how it came to be known."""

    name: str
    value: Value
    source: Source
    at: str
    """Time of learning, ISO 8601 in UTC."""
    step: int = -1
    """Sequence number of the event that taught it; -1: known before the session."""
