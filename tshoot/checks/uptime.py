"""Uptime: when the computer was last restarted."""

from __future__ import annotations

from collections.abc import Mapping
from time import time

from tshoot.checks.result import CheckResult, looked

LONG = 14
_DAY = 86_400


def look(arguments: Mapping[str, str], seconds: float) -> CheckResult:
    """Looks at the time since the last start."""
    import psutil

    return judge(time() - psutil.boot_time())


def judge(seconds: float) -> CheckResult:
    """The result word and the sentence."""
    days = max(0, int(seconds // _DAY))
    return looked("uptime", "long" if days > LONG else "ok", {"days": days})
