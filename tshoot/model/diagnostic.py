"""A finding about a tree file: where it is, how bad, which rule, and what to do."""

from __future__ import annotations

from typing import Literal

from tshoot.model.record import record

Severity = Literal["error", "warning", "info"]


@record
class Span:
    """A stretch of a file; lines and columns count from 1, in characters; the end is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __lt__(self, other: Span) -> bool:
        """By place."""
        return (self.line, self.column, self.end_line, self.end_column) < (
            other.line,
            other.column,
            other.end_line,
            other.end_column,
        )


@record
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

    def __lt__(self, other: Diagnostic) -> bool:
        """By file and place, then by what was found."""
        return (self.path, self.span, self.rule, self.message) < (
            other.path,
            other.span,
            other.rule,
            other.message,
        )
