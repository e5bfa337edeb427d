"""How long a wait takes: `2 minutes`, `90 seconds`, `1 minute 30 seconds`, `45` (seconds)."""

from __future__ import annotations

import re

LONGEST = 24 * 60 * 60

_PART = re.compile(r"([0-9]{1,6})\s*(seconds?|secs?|s|minutes?|mins?|m|hours?|h)\b[\s,]*(?:and\s+)?")
_SECONDS = {"s": 1, "m": 60, "h": 3600}


def parse_duration(text: str) -> int | None:
    """The seconds, or None when this is no duration between a second and a day."""
    text = text.strip().lower()
    if re.fullmatch(r"[0-9]{1,6}", text):
        return _bounded(int(text))
    if not re.fullmatch(f"(?:{_PART.pattern})+", text):
        return None
    return _bounded(sum(int(part[1]) * _SECONDS[part[2][0]] for part in _PART.finditer(text)))


def _bounded(seconds: int) -> int | None:
    return seconds if 1 <= seconds <= LONGEST else None
