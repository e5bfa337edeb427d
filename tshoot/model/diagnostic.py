"""A finding about a tree file: where it is, how bad, which rule, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file; lines and columns count from 1, in characters; the end is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding; they sort by place."""

    path: str
    span: Span
    severity: Severity
    rule: str
    """The rule's id, such as `dangling-target`."""
    message: str
    """One sentence: the thing by its id, what was found, what was expected."""
    hint: str = ""
    """What to do, the nearest right spelling first."""
