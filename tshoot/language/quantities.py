"""How much, how long, how old: quantities in answers, held against the range that a question or a label names.

"It is only a month old" is no to "Is it older than five years?"; "12.1" is "Less than 13 volts".
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tshoot.language.amounts import SMALL, TENS
from tshoot.language.late import Late
from tshoot.language.question import Offer
from tshoot.language.words import fold
from tshoot.model.record import record

READ = 2000
"""Characters of a text that are looked at."""

BARE = 8
"""Words of an answer in which a number without a unit is taken for what was asked."""

_UNITS: Mapping[str, Mapping[str, float]] = {
    "time": {
        "second": 1, "seconds": 1, "sec": 1, "secs": 1, "minute": 60, "minutes": 60, "min": 60, "mins": 60,
        "hour": 3600, "hours": 3600, "hr": 3600, "hrs": 3600, "day": 86400, "days": 86400, "night": 86400,
        "nights": 86400, "week": 604800, "weeks": 604800, "month": 2629800, "months": 2629800, "year": 31557600,
        "years": 31557600, "yr": 31557600, "yrs": 31557600, "decade": 315576000, "decades": 315576000,
    },
    "data": {"kb": 1, "mb": 1e3, "gb": 1e6, "gig": 1e6, "gigs": 1e6, "gigabytes": 1e6, "tb": 1e9,
             "megabytes": 1e3, "terabyte": 1e9, "terabytes": 1e9},
    "share": {"percent": 1, "%": 1},
    "voltage": {"volt": 1, "volts": 1, "v": 1, "mv": 1e-3, "millivolts": 1e-3},
    "current": {"amp": 1, "amps": 1, "a": 1, "ampere": 1, "amperes": 1, "ma": 1e-3, "milliamps": 1e-3,
                "milliamp": 1e-3, "milliampere": 1e-3},
    "power": {"watt": 1, "watts": 1, "w": 1, "kw": 1e3},
    "degrees": {"degree": 1, "degrees": 1, "celsius": 1, "c": 1, "fahrenheit": 1, "f": 1},
    "distance": {"mm": 1e-3, "millimetres": 1e-3, "millimeters": 1e-3, "cm": 0.01, "centimetres": 0.01,
                 "centimeters": 0.01, "inch": 0.0254, "inches": 0.0254, "foot": 0.3048, "feet": 0.3048, "ft": 0.3048,
                 "metre": 1, "metres": 1, "meter": 1, "meters": 1, "m": 1, "km": 1e3, "kilometres": 1e3,
                 "kilometers": 1e3, "mile": 1609, "miles": 1609},
    "volume": {"litre": 1, "litres": 1, "liter": 1, "liters": 1, "l": 1, "gallon": 3.785, "gallons": 3.785},
    "pressure": {"psi": 1, "bar": 14.5, "bars": 14.5},
    "rate": {"mbps": 1, "mbit": 1, "kbps": 1e-3, "gbps": 1e3},
}  # fmt: skip
_KNOWN = {unit: (dimension, factor) for dimension, units in _UNITS.items() for unit, factor in units.items()}
_WORDS = (
    {word: float(number) for number, word in enumerate(SMALL)}
    | {word: 20.0 + 10 * number for number, word in enumerate(TENS)}
    | {
        "a": 1.0,
        "an": 1.0,
        "couple": 2.0,
        "few": 3.0,
        "several": 4.0,
        "dozen": 12.0,
        "half": 0.5,
        "hundred": 100.0,
    }
    | {"last": 1.0, "past": 1.0, "this": 1.0}
)
_TOKEN = Late(r"\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?|[a-z]+|%")
_MORE = Late(
    r"(?:more|older|longer|bigger|larger|higher|greater|hotter|warmer|heavier|farther|further|better) than|over|above"
    r"|exceeds?|exceeding|beyond|past|upwards? of|at least|no less than|not less than|minimum of"
)
_LESS = Late(
    r"(?:less|younger|newer|shorter|smaller|lower|fewer|colder|cooler|lighter|closer|sooner"
    r"|earlier) than|under|below"
    r"|in the (?:last|past)|within(?: the)?(?: last| past| next| first)?|at most|up to|no more than|not more than"
    r"|not over|maximum of|barely|not even|hardly|only to"
)

_MORE_OF_IT = Late(r"\b(?:more|older|longer|higher|above)\b")
_LESS_OF_IT = Late(r"\b(?:less|younger|newer|shorter|lower|below|fewer)\b")


@record
class Range:
    """From `low` to `high` in the base unit of its dimension; `said` names it as it was said."""

    low: float
    high: float
    dimension: str
    factor: float
    """What the number was multiplied with to get the base unit."""
    said: str

    def holds(self, other: Range) -> bool | None:
        """Whether the other one lies inside (True), outside (False), or partly (None)."""
        if other.low >= self.low and other.high <= self.high:
            return True
        return False if other.low >= self.high or other.high <= self.low else None


def unit_of(word: str) -> tuple[str, float]:
    """The dimension of a unit, and its size in the base unit; an empty one for what cannot be turned into others."""
    dimension, factor = _KNOWN.get(word, ("", 1.0))
    return ("", 1.0) if dimension == "degrees" else (dimension, factor)  # zero is not where the other's zero is


@lru_cache(maxsize=256)
def ranges(text: str) -> tuple[Range, ...]:
    """The quantities of a text that have a unit, each with what "more than" or "under" makes of it."""
    return tuple(_ranges(fold(text[:READ])))


def _ranges(text: str) -> Iterator[Range]:
    tokens = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
    place = 0
    while place < len(tokens):
        value, after = _number(tokens, place)
        if value is None:
            place += 1
            continue
        if [word for word, _, _ in tokens[after : after + 3]] == ["and", "a", "half"]:
            value, after = value + 0.5, after + 3
        second, after_second = _second(tokens, after)
        dimension, factor, end = _unit(tokens, after_second)
        if second is None and not dimension:
            dimension, factor, end = _unit(tokens, after)
        start, stop = tokens[place][1], tokens[end - 1][2]
        high = value if second is None else second
        low, high = min(value, high), max(value, high)
        open_low, open_high = _open(text[max(0, start - 24) : start].rstrip(), text[stop : stop + 12])
        yield Range(
            -math.inf if open_low else low * factor, math.inf if open_high else high * factor,
            dimension, factor, text[start:stop],
        )  # fmt: skip
        place = end


def _number(tokens: Sequence[tuple[str, int, int]], place: int) -> tuple[float | None, int]:
    """A number in figures or words, and the place after it; "a" is one only before a unit."""
    word = tokens[place][0]
    if word[0].isdigit():
        grouped = re.fullmatch(r"\d{1,3}(?:,\d{3})+", word)
        return float(word.replace(",", "" if grouped else ".")), place + 1
    if word not in _WORDS:
        return None, place
    value, after = _WORDS[word], place + 1
    following = tokens[after][0] if after < len(tokens) else ""
    if word in ("last", "past", "this") and following in _UNITS["time"]:
        return 1.0, after
    if word in ("last", "past", "this"):
        return None, place
    if word in ("a", "an"):
        if following in ("couple", "few", "dozen", "hundred", "half"):
            return _number(tokens, after)
        return (1.0, after) if following in _KNOWN and len(following) > 2 else (None, place)
    if word in TENS and _WORDS.get(following, 10) < 10 and following in SMALL:
        return value + _WORDS[following], after + 1
    if following in ("hundred", "dozen") and word in SMALL:
        return value * _WORDS[following], after + 1
    while after < len(tokens) and tokens[after][0] in ("of", "an", "a", "or", "so") and word in ("couple", "half"):
        after += 1
    return value, after


def _second(tokens: Sequence[tuple[str, int, int]], place: int) -> tuple[float | None, int]:
    """The second number of "between 13 and 15" or "two to five"."""
    if place < len(tokens) - 1 and tokens[place][0] in ("to", "and", "or"):
        value, after = _number(tokens, place + 1)
        if value is not None:
            return value, after
    return None, place


def _unit(tokens: Sequence[tuple[str, int, int]], place: int) -> tuple[str, float, int]:
    while place < len(tokens) and tokens[place][0] in ("more", "full", "good", "whole", "straight", "solid"):
        place += 1
    if place < len(tokens) and (known := _KNOWN.get(tokens[place][0])):
        return known[0], known[1], place + 1
    return "", 1.0, place


def _open(before: str, after: str) -> tuple[bool, bool]:
    """Whether the words around a quantity leave it open below or above."""
    if _ends(_LESS, before) or re.match(r" (?:or (?:less|younger|fewer)|at most|tops|max)", after):
        return True, False
    return False, _ends(_MORE, before) or bool(
        re.match(r" (?:or (?:more|older|longer)|plus|at least|and (?:more|over))|\+", after)
    )


def _ends(pattern: Late, before: str) -> bool:
    return any(match.end() == len(before) for match in pattern.finditer(before))


def compared(answer: str, question: str) -> tuple[bool | None, str]:
    """Whether the quantity of an answer lies in the range that a question asks about, and the quantity as said."""
    asked = [one for one in ranges(question) if math.isinf(one.low) or math.isinf(one.high) or one.low < one.high]
    if len(asked) != 1:
        return None, ""
    told = [one for said in _points(answer) if (one := _in_terms_of(said, asked[0], answer))]
    found = {verdict for one in told if (verdict := asked[0].holds(one)) is not None}
    return (found.pop(), told[0].said) if len(found) == 1 else (None, "")


def _points(answer: str) -> Iterator[Range]:
    """The quantities of an answer; what goes "up to 95" reaches 95, and "years" are more than one."""
    text = fold(answer[:READ])
    dated = _OF_YEAR.search(text)
    said = ranges(re.sub(r"\bup to\b", "", text))
    yield from (one for one in said if one.dimension or not dated)
    for year in _OF_YEAR.finditer(text):  # old at least by what this code knows of the calendar
        age = _WRITTEN - int(year[1])
        if age > 0:
            yield Range((age - 1) * _YEAR, math.inf, "time", 1.0, year[1])
    for pattern, low, high in _VAGUE:
        if found := re.search(pattern, text):
            yield Range(low, high, "time", 1.0, found[0])


_DAY, _MONTH, _YEAR = 86400.0, 2629800.0, 31557600.0
_WRITTEN = 2026
_OF_YEAR = Late(
    r"\b(?:from|in|since|of|says|back in|around|made in|is|was|dated|model|bought in) ((?:19|20)\d\d)\b"
)
_SEASON = (
    r"january|february|march|april|june|july|august|september|october|november|december|spring|summer|fall|autumn"
    r"|winter|christmas|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
_VAGUE = (
    (rf"\b(?:in|last|this|this past|since|at|on|for) (?:{_SEASON})\b", 0.0, 1.1 * _YEAR),
    (r"\b(?:nearly|practically|almost) new\b", 0.0, _YEAR),
    (r"\ball (?:day|night|afternoon|morning|evening)\b", 4 * 3600.0, _DAY),
    (r"\b(?:for|several|many) hours\b|\bhours and hours\b", 7200.0, _DAY),
    (r"\b(?:in|within|after) (?:a matter of )?minutes\b", 60.0, 3600.0),
    (r"\b(?:today|just now|this (?:morning|afternoon|evening))\b", 0.0, _DAY),
    (r"\byesterday\b", _DAY, 2 * _DAY),
    (r"\bbrand new\b", 0.0, _MONTH),
    (
        r"(?<![\w-] )\b(?:for|in|since|many|some|of) years\b|^years\b|\byears ago\b|\bdecades\b|\bages\b",
        2 * _YEAR,
        math.inf,
    ),
)


def _in_terms_of(said: Range, asked: Range, answer: str) -> Range | None:
    """The quantity in the dimension asked for; a bare number counts where little else is said and it is no year."""
    if said.dimension:
        return said if said.dimension == asked.dimension else None
    year = said.low == said.high and 1900 <= said.low <= 2100
    if year or len(answer.split()) > BARE:
        return None
    return Range(said.low * asked.factor, said.high * asked.factor, asked.dimension, asked.factor, said.said)


def offer_in_range(answer: str, offers: Sequence[Offer]) -> tuple[Offer, str] | None:
    """The one offer whose label names the range that holds the answer's quantity, and the quantity as said."""
    named = _labels(tuple(offer.label for offer in offers))
    first = next((one for one in named if one), None)
    for said in ranges(answer) if first else ():
        one = _in_terms_of(said, first, answer) if first else None
        inside = [offer for offer, label in zip(offers, named, strict=False) if label and one and label.holds(one)]
        if len(inside) == 1:
            return inside[0], said.said
    return None


@lru_cache(maxsize=64)
def _labels(labels: tuple[str, ...]) -> tuple[Range | None, ...]:
    """The range that each label names; "older than that" begins where the others end. Nothing for fewer than two."""
    found = [ranges(label)[0] if len(ranges(label)) == 1 else None for label in labels]
    known = [one for one in found if one]
    if not known or len({one.dimension for one in known}) != 1:
        return ()
    top = max([one.high for one in known if not math.isinf(one.high)], default=0.0)
    bottom = min([one.low for one in known if not math.isinf(one.low)], default=0.0)
    for place, label in enumerate(labels):
        if found[place] is None and _MORE_OF_IT.search(fold(label)):
            found[place] = Range(top, math.inf, known[0].dimension, known[0].factor, label)
        elif found[place] is None and _LESS_OF_IT.search(fold(label)):
            found[place] = Range(-math.inf, bottom, known[0].dimension, known[0].factor, label)
    return tuple(found) if sum(one is not None for one in found) > 1 else ()
