"""Memory: how much of it is in use."""

from __future__ import annotations

from collections.abc import Mapping

from tshoot.checks.result import CheckResult, looked

HIGH = 90


def look(arguments: Mapping[str, str], seconds: float) -> CheckResult:
    """Looks at the memory that programs cannot get any more."""
    import psutil

    memory = psutil.virtual_memory()
    return judge(memory.percent, memory.total)


def judge(percent: float, total: int) -> CheckResult:
    """The result word and the sentence."""
    used = round(percent)
    values = {"percent": used, "total_gb": round(total / 2**30, 1)}
    return looked("memory", "high" if used >= HIGH else "ok", values)
