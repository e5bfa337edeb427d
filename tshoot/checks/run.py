"""Runs a named check within a deadline. Importing this module is cheap: each check is imported when it runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from time import monotonic

from tshoot.checks.result import CheckResult, Unavailable, Unsupported
from tshoot.language.clean import clean
from tshoot.model.fact import Value

__all__ = ["CheckResult", "describe", "names", "run"]

_CHECKS: Mapping[str, tuple[str, str]] = {
    "wifi": ("your Wi-Fi", "whether it is on, connected, and how strong the signal is"),
    "internet": ("your internet connection", "your network, names, and whether a site answers"),
    "disk": ("your disk", "how much room is left"),
    "memory": ("your memory", "how much of it is in use"),
    "load": ("your processor", "how busy it is for one second"),
    "uptime": ("your computer", "when it was last restarted"),
    "printer": ("your printers", "which there are and whether they are stopped"),
    "vpn": ("your VPN", "whether it is connected"),
    "clock": ("your clock", "whether it shows the right time"),
}
"""Each check: what it looks at, and what about it. Its module has the same name and a function `look`."""

Look = Callable[[Mapping[str, str], float], CheckResult]
"""Given arguments and seconds; may raise Unsupported, Unavailable or OSError."""


def names() -> tuple[str, ...]:
    """All checks."""
    return tuple(_CHECKS)


def describe(name: str) -> str:
    """What a check does, to follow "May I …"; empty if there is no such check."""
    return "look at {}: {}".format(*_CHECKS[name]) if name in _CHECKS else ""


def run(name: str, arguments: Mapping[str, str], *, deadline: float = 10.0) -> CheckResult:
    """Runs a check; never raises and never takes longer than `deadline` seconds."""
    if name not in _CHECKS:
        return CheckResult(status="unsupported", sentence="I have no such check.")
    from threading import Thread

    start = monotonic()
    found: list[CheckResult] = []
    # A look-up of a name cannot be interrupted, so the check is left alone once its time is over.
    thread = Thread(target=lambda: found.append(_guarded(name, arguments, deadline)), daemon=True)
    thread.start()
    thread.join(deadline)
    result = (
        found[0] if found else CheckResult(status="failed", sentence=f"Looking at {_what(name)} took too long.")
    )
    return _tidy(result, monotonic() - start)


def _what(name: str) -> str:
    return _CHECKS[name][0]


def _guarded(name: str, arguments: Mapping[str, str], deadline: float) -> CheckResult:
    from importlib import import_module

    try:
        look: Look = import_module(f"tshoot.checks.{name}").look
        return look(arguments, deadline)
    except Unsupported as reason:
        return CheckResult(status="unsupported", sentence=str(reason))
    except Unavailable as reason:
        return CheckResult(status="unavailable", sentence=str(reason))
    except Exception:  # a machine can answer in ways that nobody has thought of; the person is asked instead
        return CheckResult(status="failed", sentence=f"I could not look at {_what(name)}.")


def _tidy(result: CheckResult, seconds: float) -> CheckResult:
    """Names of networks and printers come from strangers: no control bytes, no novels."""
    values: dict[str, Value] = {
        key: clean(value, limit=120) if isinstance(value, str) else value for key, value in result.values.items()
    }
    return replace(result, values=values, sentence=clean(result.sentence, limit=300), seconds=round(seconds, 2))
