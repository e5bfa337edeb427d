"""Disk: how much room is left where the person's files are."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tshoot.checks.result import CheckResult, looked

_GB = 1_000_000_000


def look(arguments: Mapping[str, str], seconds: float) -> CheckResult:
    """Looks at the disk of the home folder."""
    usage = shutil.disk_usage(Path.home())
    return judge(usage.free, usage.total)


def judge(free: int, total: int) -> CheckResult:
    """The result word and the sentence."""
    free_gb = round(free / _GB, 1)
    percent = round(100 * free / total) if total else 0
    values = {"free_gb": free_gb, "free_percent": percent}
    if free_gb < 1 or (percent < 2 and free_gb < 5):
        result = "full"
    # A tenth of a large disk is still a lot of room.
    elif (free_gb < 10 and percent < 20) or (percent < 10 and free_gb < 50):
        result = "low"
    else:
        result = "ok"
    return looked("disk", result, values, total_gb=round(total / _GB))
