"""What a check found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tshoot.model.event import CheckStatus
from tshoot.model.fact import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """The end of one check."""

    status: CheckStatus = "done"
    result: str = ""
    """One word that a tree branches on; empty unless `done`."""
    values: Mapping[str, Value] = field(default_factory=dict)
    sentence: str = ""
    """What was found, for the person."""
    seconds: float = 0.0


class Unsupported(Exception):
    """This computer has nothing that this check could look at; says so in one sentence."""


class Unavailable(Exception):
    """The check cannot run here now; says why in one sentence."""
