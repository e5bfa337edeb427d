"""What the parts print: tables of shares, and a line for each target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """What is wanted of one figure, and what was measured."""

    what: str
    wanted: float
    measured: float | None
    """None: what it is measured on is not there."""
    at_least: bool = True
    """Else at most."""
    beyond: float | None = None
    """What would be better still."""
    unit: str = "%"

    @property
    def met(self) -> bool | None:
        """Whether it is reached; None where it was not measured."""
        return None if self.measured is None else self._reaches(self.wanted)

    def __str__(self) -> str:
        wanted = f"{self.what}: wanted {self._sign} {self.wanted:g} {self.unit}"
        if self.measured is None:
            return f"{wanted}, not measured"
        verdict = "met" if self.met else "MISSED"
        return f"{wanted}, measured {self.measured:.1f} {self.unit}, {verdict}{self._further()}"

    @property
    def _sign(self) -> str:
        return "≥" if self.at_least else "≤"

    def _reaches(self, wanted: float) -> bool:
        assert self.measured is not None
        return self.measured >= wanted if self.at_least else self.measured <= wanted

    def _further(self) -> str:
        if self.beyond is None:
            return ""
        return f" (beyond, {self._sign} {self.beyond:g}: {'met' if self._reaches(self.beyond) else 'not yet'})"


def share(part: int, whole: int) -> float:
    """Percent; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def shown(part: int, whole: int) -> str:
    """Percent as it stands in a table; nothing where there was nothing to count."""
    return f"{share(part, whole):.1f}" if whole else ""


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table as lines, its first column to the left and the others to the right."""
    widths = [max(len(line[column]) for line in (heads, *rows)) for column in range(len(heads))]
    yield title
    yield "─" * (sum(widths) + 2 * (len(widths) - 1))
    for first, *rest in (heads, *rows):
        cells = [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
        yield "  ".join((first.ljust(widths[0]), *cells)).rstrip()
    yield ""


def targets(found: Sequence[Target]) -> Iterator[str]:
    """A line for each."""
    yield "Targets"
    yield from (f"  {target}" for target in found)
    yield ""
