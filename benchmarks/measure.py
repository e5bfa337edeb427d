"""What all benchmarks share: taking turns, medians, and rows that are judged against a target."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Literal, TypeVar

Rule = Literal["ratio", "more", "limit", "shown"]
"""At most so many times the other; at most so much more than it; at most so much; or only shown."""

Milliseconds = float

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Settings:
    """How much is measured. Tests take tiny sizes."""

    runs: int = 15
    keys: int = 40
    """Presses of a key for each case."""
    answers: int = 200
    """Answers that are timed, each time."""
    long: int = 5000
    """Entries of the long case."""
    library: int = 1000
    """Trees of the large library."""


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: ours beside the other's, and what was promised. All times are milliseconds."""

    case: str
    ours: Milliseconds
    other: Milliseconds | None = None
    rule: Rule = "shown"
    target: float | None = None
    high: Milliseconds | None = None
    """Our 95th percentile."""

    @property
    def ratio(self) -> float | None:
        """How many times the other's."""
        return self.ours / self.other if self.other else None

    @property
    def more(self) -> Milliseconds | None:
        """How much more than the other's."""
        return self.ours - self.other if self.other is not None else None

    @property
    def reached(self) -> bool | None:
        """Whether the promise holds; `None`: there is none."""
        if self.target is None:
            return None
        measured = {"ratio": self.ratio, "more": self.more, "limit": self.ours, "shown": None}[self.rule]
        return measured is not None and measured <= self.target

    def promise(self) -> str:
        """The target in words."""
        if self.target is None:
            return ""
        forms = {"ratio": "≤ {:g} times", "more": "≤ {:g} more", "limit": "≤ {:g}", "shown": ""}
        return forms[self.rule].format(self.target)


@dataclass(frozen=True, slots=True)
class Table:
    """One claim."""

    name: str
    title: str
    other: str
    """What stands beside ours."""
    rows: tuple[Row, ...]
    subject: str = "tshoot"
    """What is measured."""
    notes: tuple[str, ...] = field(default=())


def row(case: str, ours: Sequence[float], other: Sequence[float] | None, rule: Rule, target: float | None) -> Row:
    """A row of medians."""
    beside = median(other) if other else None
    return Row(case, median(ours), beside, rule, target, high(ours))


def high(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


def taking_turns(runs: int, measured: Mapping[K, Callable[[], T]]) -> dict[K, list[T]]:
    """Measure all of them one after the other, again and again, so that a busy moment meets every one."""
    found: dict[K, list[T]] = {name: [] for name in measured}
    for _ in range(runs):
        for name, measure in measured.items():
            found[name].append(measure())
    return found


def timed(action: Callable[[], object]) -> Milliseconds:
    """How long it takes."""
    start = time.perf_counter()
    action()
    return since(start)


def since(start: float, end: float | None = None) -> Milliseconds:
    """From one moment of `time.perf_counter` to another, or to now."""
    return ((time.perf_counter() if end is None else end) - start) * 1000
