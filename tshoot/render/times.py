"""Stored times (ISO 8601 in UTC) as a person reads them, in their own zone and with its offset."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo


def zone_named(name: str) -> tuple[tzinfo, str]:
    """The zone and its name, or an offset such as `+05:30`; UTC where the name means nothing here."""
    if fixed := re.fullmatch(r"([+-])([01][0-9]):([0-5][0-9])", name):
        away = timedelta(hours=int(fixed[2]), minutes=int(fixed[3]))
        return timezone(-away if fixed[1] == "-" else away), f"UTC{name}"
    if name and name != "UTC":
        from zoneinfo import ZoneInfo

        try:
            return ZoneInfo(name), name
        except (KeyError, ValueError, OSError):
            pass
    return UTC, "UTC"


def local(at: str, zone: tzinfo) -> datetime | None:
    """A stored time in this zone; `None` if it is no time."""
    try:
        moment = datetime.fromisoformat(at)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(zone)
    except (ValueError, OverflowError):
        return None


def offset(moment: datetime) -> str:
    """`UTC+01:00`; `UTC` where they are the same."""
    text = moment.strftime("%z")
    return "UTC" if text in ("", "+0000") else f"UTC{text[:3]}:{text[3:5]}"


def stamp(at: str, zone: tzinfo) -> str:
    """`2026-11-22 14:03 (UTC+01:00)`; empty if it is no time."""
    moment = local(at, zone)
    return f"{moment:%Y-%m-%d %H:%M} ({offset(moment)})" if moment else ""


def length(minutes: float) -> str:
    """How long something took, in words."""
    whole = round(minutes)
    if whole < 1:
        return "less than a minute"
    if whole < 120:
        return f"{whole} minute{'s' if whole > 1 else ''}"
    if whole < 48 * 60:
        hours, rest = divmod(whole, 60)
        return f"{hours} hours" + (f" {rest} min" if rest else "")
    return f"{round(whole / 1440)} days"
