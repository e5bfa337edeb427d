"""A typed answer as the value of a fact, or a kind sentence that says why it is none."""

from __future__ import annotations

import datetime
import re

from tshoot.language.clean import clean
from tshoot.model.fact import FactType, Value
from tshoot.model.record import record


@record
class Unfit:
    """A value that does not fit: what was found, what is expected, and what may have been meant."""

    sentence: str
    candidates: tuple[str, ...] = ()


def read_value(text: str, fact: FactType, today: datetime.date) -> Value | Unfit:
    """The value of this fact that the text means. The author's own sentence stands first where there is one."""
    limit = max(4000, fact.max_length + 1)
    said = clean(text[: limit * 4], limit=limit)
    found = _read(said, fact, today) if said else Unfit("I got nothing. Please type an answer.")
    if not isinstance(found, Unfit):
        return found
    return Unfit(fact.error or found.sentence[:1].upper() + found.sentence[1:], found.candidates)


def _read(said: str, fact: FactType, today: datetime.date) -> Value | Unfit:
    match fact.kind:
        case "number":
            return _number(said, fact)
        case "date":
            return _date(said, fact, today)
        case "email":
            return _email(said, fact)
        case "phone":
            return _phone(said, fact)
        case "choice":
            return _choice(said, fact)
        case "boolean":
            return _boolean(said, fact)
        case "list":
            return _list(said, fact)
        case "file":
            return _file(said, fact)
        case _:
            return _text(said, fact)


def _shown(said: str, fact: FactType) -> str:
    """What was found, quoted; a secret is never repeated."""
    if fact.secret:
        return "this"
    return f"“{said if len(said) <= 40 else said[:39] + '…'}”"


def _text(said: str, fact: FactType) -> str | Unfit:
    if len(said) < fact.min_length:
        return Unfit(f"That is {_count(len(said))}. Please give at least {fact.min_length}.")
    if len(said) > fact.max_length:
        return Unfit(f"That is longer than {_count(fact.max_length)}. Please make it shorter.")
    if fact.pattern and not _matches(fact.pattern, said):
        return Unfit(f"{_shown(said, fact)} does not look as expected here. Please check it.")
    return said


def _count(number: int) -> str:
    return "1 character" if number == 1 else f"{number} characters"


def _matches(source: str, said: str) -> bool:
    """Whether the text fits the author's pattern; a pattern that `lint` refuses holds nobody up."""
    from tshoot.language.pattern import PatternError, compile_pattern

    try:
        return compile_pattern(source).matches(said)
    except PatternError:
        return True


def _number(said: str, fact: FactType) -> int | float | Unfit:
    from tshoot.language.amounts import numbers_in

    found = _in_unit(said, fact.unit) or tuple(dict.fromkeys(numbers_in(said)))
    unit = f" of {fact.unit}" if fact.unit else ""
    if not found:
        return Unfit(f"I found no number in {_shown(said, fact)}. Please type a number{unit}, such as 20.")
    if len(found) > 1:
        return Unfit(
            f"I found several numbers. Please type one number{unit}.", tuple(_plain(one) for one in found[:3])
        )
    value = found[0]
    low, high = _bound(fact.minimum), _bound(fact.maximum)
    if low is not None and value < low:
        return Unfit(f"{_plain(value)} is too small. Please type a number from {_plain(low)}{_upto(high)}.")
    if high is not None and value > high:
        least = f" from {_plain(low)} to {_plain(high)}" if low is not None else f" up to {_plain(high)}"
        return Unfit(f"{_plain(value)} is too large. Please type a number{least}.")
    return value


def _in_unit(said: str, unit: str) -> tuple[int | float, ...]:
    if not unit:
        return ()
    from tshoot.language.measured import numbers_in_unit

    return numbers_in_unit(said, unit)


def _bound(bound: float | str | None) -> float | None:
    return None if bound is None or isinstance(bound, str) else bound


def _upto(high: float | None) -> str:
    return f" to {_plain(high)}" if high is not None else ""


def _plain(number: float) -> str:
    return f"{number:g}" if abs(number) < 1e6 else f"{number:.0f}" if abs(number) < 1e15 else f"{number:e}"


def _date(said: str, fact: FactType, today: datetime.date) -> str | Unfit:
    from tshoot.language.dates import dates_in

    found = dates_in(said, today)
    if not found:
        return Unfit(
            f"{_shown(said, fact)} is no date that I know. Please type it like {today.isoformat()}, or yesterday."
        )
    if len(found) > 1:
        return Unfit(f"{_shown(said, fact)} can be two dates: {found[0]} or {found[1]}. Which one is it?", found)
    low, high = (_date_bound(bound, today) for bound in (fact.minimum, fact.maximum))
    if low and found[0] < low:
        return Unfit(f"{found[0]} is too early. Please give a date from {low} on.")
    if high and found[0] > high:
        return Unfit(f"{found[0]} is too late. Please give a date up to {high}.")
    return found[0]


def _date_bound(bound: float | str | None, today: datetime.date) -> str:
    return "" if not isinstance(bound, str) else today.isoformat() if bound == "today" else bound


def _email(said: str, fact: FactType) -> str | Unfit:
    parts = [part.strip("<>()[]\"'.,;:") for part in said.split() if "@" in part]
    fits = [part for part in parts if _is_email(part)]
    if len(fits) == 1 and len(parts) == 1:
        name, _, domain = fits[0].rpartition("@")
        return f"{name}@{domain.lower()}"
    if len(fits) > 1:
        return Unfit("I found several e-mail addresses. Please type one.", tuple(fits[:3]))
    return Unfit(f"{_shown(said, fact)} is no e-mail address. It should look like name@example.org.")


def _is_email(part: str) -> bool:
    name, _, domain = part.rpartition("@")
    labels = domain.split(".")
    plain = all(
        label and len(label) < 64 and label.replace("-", "").isalnum() and label[0] != "-" for label in labels
    )
    odd = set(name) & set('@ "<>()[]\\,;:') or name[:1] in ("-", ".") or name.endswith(".") or ".." in name
    return 0 < len(name) <= 64 and len(domain) < 255 and len(labels) > 1 and plain and not odd


def _phone(said: str, fact: FactType) -> str | Unfit:
    found = [
        match.strip()
        for match in re.findall(r"(?:\+|\b|\()\d[\d ()./-]{3,30}\d(?: ?(?:x|ext\.?) ?\d{1,6})?", said[:200])
    ]
    fits = [number for number in found if 5 <= sum(char.isdigit() for char in number) <= 21]
    if len(fits) == 1:
        return " ".join(fits[0].split())
    if fits:
        return Unfit("I found several phone numbers. Please type one.", tuple(fits[:3]))
    return Unfit(f"{_shown(said, fact)} is no phone number. It should look like +1 555 0100.")


def _choice(said: str, fact: FactType) -> str | Unfit:
    from tshoot.language.answers import Offer, Question, read_answer

    offers = tuple(Offer(value, value) for value in fact.values)
    prompt = fact.prompt.text if fact.prompt else fact.title
    reading = read_answer(said, Question(prompt, offers))
    if reading.kind == "option":
        return reading.keys[0]
    return Unfit(f"I cannot tell which one {_shown(said, fact)} means: {_some(fact.values)}.", reading.candidates)


def _some(values: tuple[str, ...]) -> str:
    return ", ".join(values[:8]) + (" …" if len(values) > 8 else "")


def _boolean(said: str, fact: FactType) -> bool | Unfit:
    from tshoot.language.answers import Offer, Question, read_answer

    prompt = fact.prompt.text if fact.prompt else fact.title
    offers = (Offer("Yes", "Yes", ("true", "on", "1")), Offer("No", "No", ("false", "off", "0")))
    reading = read_answer(said, Question(prompt, offers))
    if reading.kind == "option":
        return reading.keys[0] == "Yes"
    return Unfit(f"{_shown(said, fact)} is neither yes nor no. Please type one of the two.", ("Yes", "No"))


def _list(said: str, fact: FactType) -> tuple[str, ...] | Unfit:
    if not fact.values:
        parts = (part.strip() for part in re.split(r"[,;]|\band\b", said))
        return tuple(dict.fromkeys(part for part in parts if part))[:100]
    from tshoot.language.answers import Offer, Question, read_answer

    offers = tuple(Offer(value, value) for value in fact.values)
    prompt = fact.prompt.text if fact.prompt else fact.title
    reading = read_answer(said, Question(prompt, offers, many=True, none="None of these"))
    if reading.kind == "none":
        return ()
    if reading.kind == "options":
        return reading.keys
    return Unfit(f"I cannot tell which ones {_shown(said, fact)} means: {_some(fact.values)}.", reading.candidates)


def _file(said: str, fact: FactType) -> str | Unfit:
    path = said[1:-1].strip() if len(said) > 1 and said[0] == said[-1] and said[0] in "\"'" else said
    if not path:
        return Unfit("I got no file name. Please type the path of a file.")
    if path.startswith("-"):
        return Unfit(f"{_shown(said, fact)} begins with a dash. Please put ./ in front of the name.")
    if len(path) > fact.max_length:
        return Unfit(f"That path is longer than {_count(fact.max_length)}. Please give a shorter one.")
    return path
