"""Clock: whether it shows the right time, as far as the system itself can tell."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

from tshoot.checks.process import output_of
from tshoot.checks.result import CheckResult, Unsupported, looked

WRONG = 60
"""Seconds from which signing in and certificates begin to fail."""

_WINDOWS = ("/stripchart", "/computer:time.windows.com", "/samples:1", "/dataonly")


def look(arguments: Mapping[str, str], seconds: float) -> CheckResult:
    """Asks the system's own time service."""
    if sys.platform == "win32":
        return _from_offset(parse_w32tm(output_of("w32tm", _WINDOWS, seconds=seconds * 0.9) or ""))
    if sys.platform == "darwin":
        return _from_offset(parse_sntp(output_of("sntp", ("time.apple.com",), seconds=seconds * 0.9) or ""))
    off = parse_chronyc(output_of("chronyc", ("-n", "-c", "tracking"), seconds=seconds / 3) or "")
    if off is not None:
        return judge(off)
    if parse_timedatectl(output_of("timedatectl", ("show",), seconds=seconds / 3) or ""):
        return CheckResult(result="ok", sentence="Your clock is right: it is kept in step with a time server.")
    return _from_offset(None)


def _from_offset(off: float | None) -> CheckResult:
    if off is None:
        raise Unsupported("I cannot tell whether the clock of this computer is right.")
    return judge(off)


def judge(off: float) -> CheckResult:
    """The result word and the sentence for a clock that is this many seconds off."""
    seconds = round(abs(off))
    return looked("clock", "wrong" if seconds > WRONG else "ok", {"seconds_off": seconds})


def parse_chronyc(text: str) -> float | None:
    """`chronyc -c tracking`: the fifth field is the offset; without a server there is none."""
    fields = text.strip().split(",")
    if len(fields) < 14 or fields[0] in ("", "00000000"):
        return None
    return _number(fields[4])


def parse_timedatectl(text: str) -> bool:
    """`timedatectl show`."""
    return "NTPSynchronized=yes" in text.splitlines()


def parse_sntp(text: str) -> float | None:
    """`sntp HOST` of macOS: `+0.012345 +/- 0.01 time.apple.com 17.253.2.37`."""
    found = re.search(r"^([+-]\d+\.\d+) \+/- ", text, re.MULTILINE)
    return _number(found[1]) if found else None


def parse_w32tm(text: str) -> float | None:
    """`w32tm /stripchart /dataonly`: `12:00:00, +00.0123456s`, in every language."""
    found = re.search(r"^\d{2}:\d{2}:\d{2}, ([+-]\d+[.,]\d+)s", text, re.MULTILINE)
    return _number(found[1].replace(",", ".")) if found else None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
