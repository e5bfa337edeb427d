"""All rules about trees that name each other; apart, since they run each time, also over trees that are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from tshoot.authoring.library import Library, Member
from tshoot.authoring.library_rules import (
    asks_again,
    call_cycle,
    duplicate_tree,
    shared_symptom,
    unknown_argument,
    unknown_return,
    unknown_tree,
    unready_tree,
)
from tshoot.model.diagnostic import Diagnostic, Severity

Gather = Callable[[Member], object]


class LibraryRule(Protocol):
    """A module with a rule about trees that name each other."""

    ID: str
    SEVERITY: Severity
    DESCRIPTION: str
    EXPLANATION: str
    BAD: dict[str, str]
    GOOD: dict[str, str]

    def check(self, library: Library, /) -> Iterator[Diagnostic]:
        """The findings about the files of a library."""


LIBRARY_RULES: tuple[LibraryRule, ...] = (
    asks_again,
    call_cycle,
    duplicate_tree,
    shared_symptom,
    unknown_argument,
    unknown_return,
    unknown_tree,
    unready_tree,
)


def gatherers() -> dict[str, Gather]:
    """Rule to its `gather(member)`, where it has one: what it needs of each file, so that few trees must be made."""
    return {rule.ID: gather for rule in LIBRARY_RULES if (gather := getattr(rule, "gather", None))}
