"""Load: how busy the processor is."""

from __future__ import annotations

from collections.abc import Mapping

from tshoot.checks.result import CheckResult, looked

HIGH = 85
_SAMPLE = 1.0


def look(arguments: Mapping[str, str], seconds: float) -> CheckResult:
    """Measures for a second."""
    import psutil

    return judge(psutil.cpu_percent(interval=min(_SAMPLE, seconds / 2)))


def judge(percent: float) -> CheckResult:
    """The result word and the sentence."""
    busy = round(percent)
    return looked("load", "high" if busy >= HIGH else "ok", {"percent": busy})
