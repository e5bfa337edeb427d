"""Dates as people type them: ISO, 3/11/2026, "3 Nov", "yesterday", "last Monday", "3 days ago"."""

from __future__ import annotations

import datetime
import re
from functools import cache

from tshoot.language.late import Late
from tshoot.language.words import fold

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "couple of": 2, "couple": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "a few": 3,
}  # fmt: skip
_NEAR = {
    "today": 0, "now": 0, "just now": 0, "this morning": 0, "this afternoon": 0, "tonight": 0, "this evening": 0,
    "yesterday": -1, "last night": -1, "yesterday evening": -1, "yesterday morning": -1, "the day before yesterday": -2,
    "day before yesterday": -2, "tomorrow": 1, "last week": -7, "a week ago": -7, "next week": 7, "last month": -30,
    "last year": -365,
}  # fmt: skip
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365, "hour": 0, "minute": 0}
_FILLER = Late(
    r"^(?:(?:since|on|about|around|it|i think|was|is|started|maybe|probably|the|from|ever) )+"
    r"|(?: (?:i think|or so|maybe|morning|afternoon|evening|night))+$"
)


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(r"(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})")


def dates_in(text: str, today: datetime.date) -> tuple[str, ...]:
    """The dates that a text may mean, in ISO 8601: none, one, or two where day and month may be swapped."""
    said = " ".join(re.sub(r"[,!?]|\.(?=\s|$)", " ", fold(text[:80])).split())
    try:
        return _read(said, today) or _read(_FILLER.sub("", said), today)
    except (ValueError, OverflowError):
        return ()


def _read(said: str, today: datetime.date) -> tuple[str, ...]:
    if said in _NEAR:
        return (_shift(today, _NEAR[said]),)
    if match := _numeric().fullmatch(said):
        return _figures(match[1], match[3], match[4], match[2])
    if match := re.fullmatch(
        rf"(\d{{1,3}}|{'|'.join(_COUNTS)}) (day|week|month|year|hour|minute)s? (?:ago|earlier|back)", said
    ):
        count = int(match[1]) if match[1].isdigit() else _COUNTS[match[1]]
        return (_shift(today, -count * _UNITS[match[2]]),)
    if match := re.fullmatch(rf"(last |next |this |past )?({'|'.join(_DAYS)})", said):
        return (_weekday(match[2], match[1] or "", today),)
    return _with_month(said, today)


def _figures(first: str, second: str, third: str, separator: str) -> tuple[str, ...]:
    if len(first) == 4:
        return _valid((int(first), int(second), int(third)))
    if len(third) not in (2, 4):
        return ()
    year = int(third) + (2000 if len(third) == 2 else 0)
    day_first = (year, int(second), int(first))
    if separator == ".":
        return _valid(day_first)
    return tuple(dict.fromkeys(_valid(day_first) + _valid((year, int(first), int(second)))))


def _valid(parts: tuple[int, int, int]) -> tuple[str, ...]:
    try:
        return (datetime.date(*parts).isoformat(),)
    except ValueError:
        return ()


def _shift(today: datetime.date, days: int) -> str:
    return (today + datetime.timedelta(days=days)).isoformat()


def _weekday(name: str, which: str, today: datetime.date) -> str:
    """The latest such day up to today; "last" is before today, "next" after it."""
    back = (today.weekday() - _DAYS.index(name)) % 7
    if which.strip() == "next":
        return _shift(today, 7 - back)
    return _shift(today, -(back or (7 if which.strip() in ("last", "past") else 0)))


def _with_month(said: str, today: datetime.date) -> tuple[str, ...]:
    """ "3 November", "Nov 3rd 2026"; without a year, the one that is nearest to today."""
    month = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
    day, year = r"(\d{1,2})(?:st|nd|rd|th)?", r"(?: (\d{4}))?"
    if match := re.fullmatch(rf"(?:the )?{day} (?:of )?{month}{year}", said):
        number, name, stated = match[1], match[2], match[3]
    elif match := re.fullmatch(rf"{month} (?:the )?{day}{year}", said):
        number, name, stated = match[2], match[1], match[3]
    else:
        return ()
    place = _MONTHS.index(name) + 1
    if stated:
        return _valid((int(stated), place, int(number)))
    years = (today.year - 1, today.year, today.year + 1)
    found = [iso for one in years if 1 <= one <= 9999 for iso in _valid((one, place, int(number)))]
    return tuple(sorted(found, key=lambda iso: abs(datetime.date.fromisoformat(iso) - today))[:1])
