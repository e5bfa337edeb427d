"""What an author most likely meant on the line where the YAML parser stumbled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tshoot.authoring.source import WIDE
from tshoot.model.diagnostic import Span

QUOTE = "put the whole text in quotes"
INDENT = "compare the indentation with the lines above"

# A line is `head` (indentation, dashes, a key) and `value`.
_LINE = re.compile(r"(?P<head>\s*(?:-\s+)*(?:[^\s\"'\[{#&*!|>%@`-][^:#]*:\s+)?)(?P<value>.*)\Z")
_KEY = re.compile(r"\s*(?:-\s+)?(?P<key>[\w.-]+)(?P<rest>.*)\Z")
_TYPOGRAPHIC = re.compile("[‘’‚“”„«»]")

_STARTS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"\{[^}]*\}\s*[^\s#,}\]]"), "a text may not start with '{'", QUOTE),
    (re.compile(r"\[[^\]]*\]\s*[^\s#,}\]]"), "a text may not start with '['", QUOTE),
    (
        re.compile(r'"(?:[^"\\]|\\.)*"\s*[^\s#,:}\]]'),
        "a quote closes before the end of the text",
        "put the whole text in single quotes, or do not begin it with a quote",
    ),
    (
        re.compile(r"'(?:[^']|'')*'\s*[^\s#,:}\]]"),
        "a quote closes before the end of the text",
        "put the text in double quotes, or write the apostrophe twice: ''",
    ),
    (re.compile(r"\*"), "a text may not start with '*'", QUOTE),
    (re.compile(r"[%@`]"), "a text may not start with this character", QUOTE),
    (re.compile(r"\? "), "a text may not start with '? '", QUOTE),
    (re.compile(r"- "), "a list may not start here", f"start it on a line of its own, or {QUOTE}"),
    (
        re.compile(r"[|>]\s*\S"),
        "a text may not stand behind '|' or '>'",
        "write it on the next line, indented, or put it in quotes",
    ),
)


@dataclass(frozen=True, slots=True)
class Guess:
    """A place, a sentence and a hint."""

    span: Span
    message: str
    hint: str


def bad_start(lines: Sequence[str], number: int) -> Guess | None:
    """A value that begins in a way that YAML takes for something else."""
    line = _line(lines, number)
    found = _LINE.match(line)
    value = found["value"] if found else ""
    for pattern, message, hint in _STARTS:
        if pattern.match(value):
            column = len(line) - len(value) + 1
            return Guess(Span(number, column, number, column + 1), message, hint)
    return None


def second_colon(lines: Sequence[str], number: int, column: int) -> Guess:
    """A ': ' where no key may stand: in a text, or because the line was read as a part of the one above."""
    line = _line(lines, number)
    span = Span(number, column, number, column + 1)
    before = line[: column - 1]
    if ": " not in before and not before.lstrip().startswith(("- ", "{", "[", '"', "'")):
        return _swallowed(lines, number)
    if re.search(r"\bqueue\Z", before):
        return Guess(span, "there is a space in the name of a queue", "write 'queue:NAME' without a space")
    if _TYPOGRAPHIC.search(line):
        return Guess(span, "a ': ' makes a second value on this line", 'put the text in straight quotes: "…"')
    return Guess(span, "a ': ' makes a second value on this line", QUOTE)


def _swallowed(lines: Sequence[str], number: int) -> Guess:
    """The line before is no pair, or this one is indented further than it."""
    above = next((n for n in range(number - 1, 0, -1) if _line(lines, n).strip()), 0)
    if above and ":" not in _line(lines, above):
        return missing_colon(lines, above)
    line = _line(lines, number)
    start = len(line) - len(line.lstrip()) + 1
    message = "this line is indented further than the line above, and is read as part of its text"
    return Guess(Span(number, start, number, start + 1), message, INDENT)


def missing_colon(lines: Sequence[str], number: int) -> Guess:
    """A line that should be `key: value` and is not."""
    line = _line(lines, number)
    start = len(line) - len(line.lstrip()) + 1
    span = Span(number, start, number, max(len(line.rstrip()) + 1, start + 1))
    found = _KEY.match(line)
    rest = found["rest"].strip() if found else ""
    if line.lstrip().startswith("//"):
        return Guess(span, "'//' does not begin a remark", "begin it with '# '")
    if re.match(r"\s*-\S", line) and not rest.startswith(":"):
        return Guess(span, "there is no space after the '-'", "write '- ' and then the text")
    if wide := re.match(f"[^:]*:([{WIDE}])", line):
        place = Span(number, wide.end(), number, wide.end() + 1)
        message = f"there is a special space (U+{ord(wide[1]):04X}) here, where YAML needs a plain one"
        return Guess(place, message, "type it anew")
    if found and re.match(r":\S", rest):
        return Guess(span, "there is no space after the ':'", f"write '{found['key'][:40]}: …'")
    if found and rest[:1] in ("=", ";"):
        return Guess(span, f"'{rest[0]}' does not stand between a key and its value", f"write '{found['key']}: …'")
    word = line.strip()[:40]
    if pair := re.fullmatch(r"([a-z][a-z_-]*) (\S+)", word):
        return Guess(span, "a ':' is missing on this line", f"write '{pair[1]}: {pair[2]}'")
    return Guess(span, "a ':' is missing on this line", f"write '{word}:' for a key, or '- {word}' in a list")


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""
