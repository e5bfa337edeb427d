"""Which fix to try next: the order of least expected cost."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tshoot.model.tree import Fix, Try

PRIOR = 4.0
"""How many earlier cases the author's guess counts for."""

Tried = Mapping[str, tuple[int, int]]
"""Fix id to (times tried, times it helped)."""


def chance(fix: Fix, tried: Tried) -> float:
    """The author's guess, corrected by what happened in earlier cases."""
    times, helped = tried.get(fix.id, (0, 0))
    times = max(times, 0)
    helped = min(max(helped, 0), times)
    return (fix.chance * PRIOR + helped) / (PRIOR + times)


def price(fix: Fix) -> float:
    """Minutes that trying it costs, its risk included; never zero."""
    return max(fix.cost + fix.risk, 0.01)


def ordered(node: Try, tried: Tried) -> tuple[Fix, ...]:
    """All fixes in the order of trying.

    For independent fixes the expected cost until one works is least when they are tried by falling chance over
    cost; equal ones keep the author's order.
    """
    if node.written:
        return node.fixes
    return tuple(sorted(node.fixes, key=lambda fix: -chance(fix, tried) / price(fix)))


def next_fix(node: Try, tried: Tried, done: Callable[[Fix], bool], fits: Callable[[Fix], bool]) -> Fix | None:
    """The first fix in order that has not been tried and whose condition holds."""
    return next((fix for fix in ordered(node, tried) if not done(fix) and fits(fix)), None)
