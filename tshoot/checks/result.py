"""What a check found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tshoot.engine.check_words import seen
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


def looked(
    check: str,
    result: str,
    values: Mapping[str, Value] | None = None,
    *,
    arguments: Mapping[str, str] | None = None,
    **more: Value,
) -> CheckResult:
    """The end of a check that looked, with its sentence; `more` is what only the sentence tells."""
    found = dict(values or {})
    return CheckResult(result=result, values=found, sentence=seen(check, result, {**found, **more}, arguments))


class Unsupported(Exception):
    """This computer has nothing that this check could look at; says so in one sentence."""


class Unavailable(Exception):
    """The check cannot run here now; says why in one sentence."""
