"""What an author most likely meant on the line where the YAML parser stumbled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tshoot.authoring.source import WIDE
from tshoot.model.diagnostic import Span

QUOTE = "put the whole text in quotes"
_SHOWN = 40
"""Characters of a line that a hint repeats."""
INDENT = "compare the indentation with the lines above"

# A line is `head` (indentation, dashes, a key) and `value`.
_LINE = re.compile(r"(?P<head>\s*(?:-\s+)*(?:[^\s\"'\[{#&*!|>%@`-][^:#]*:\s+)?)(?P<value>.*)\Z")
_KEY = re.compile(r"\s*(?:-\s+)?(?P<key>[\w.-]+)(?P<rest>.*)\Z")
_GLUED = re.compile(r"(?P<head>\s*(?:-\s+)*[\w.-]+:)(?P<value>(?!//)\S(?!.*: ).*)\Z")
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


_CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}


@dataclass(frozen=True, slots=True)
class Guess:
    """A place, a sentence and a hint."""

    span: Span
    message: str
    hint: str
    mended: str | None = None
    """The line without the mistake, so that reading can go on; None where that is not clear."""


def bad_start(lines: Sequence[str], number: int) -> Guess | None:
    """A value that begins in a way that YAML takes for something else."""
    line = _line(lines, number)
    found = _LINE.match(line)
    value = found["value"] if found else ""
    for pattern, message, hint in _STARTS:
        if pattern.match(value):
            column = len(line) - len(value) + 1
            head = line[: column - 1]
            mended = head + _quoted(value) if head.strip() else ""
            return Guess(Span(number, column, number, column + 1), message, hint, mended)
    return None


def second_colon(lines: Sequence[str], number: int, column: int) -> Guess:
    """A ': ' in a text."""
    line = _line(lines, number)
    span = Span(number, column, number, column + 1)
    before = line[: column - 1]
    found = _LINE.match(line)
    mended = found["head"] + _quoted(found["value"]) if found else None
    if re.search(r"\bqueue\Z", before):
        return Guess(span, "there is a space in the name of a queue", "write 'queue:NAME' without a space", mended)
    if _TYPOGRAPHIC.search(line):
        hint = 'put the text in straight quotes: "…"'
        return Guess(span, "a ': ' makes a second value on this line", hint, mended)
    return Guess(span, "a ': ' makes a second value on this line", QUOTE, mended)


def swallowed(lines: Sequence[str], number: int, column: int) -> Guess | None:
    """A key that was read as a part of the line above, which is no pair, or is indented less."""
    before = _line(lines, number)[: column - 1]
    if ": " in before or before.lstrip().startswith(("- ", "{", "[", '"', "'")):
        return None
    above = next((n for n in range(number - 1, 0, -1) if _line(lines, n).strip()), 0)
    if above and _is_no_pair(_line(lines, above)):
        return missing_colon(lines, above)
    line = _line(lines, number)
    start = len(line) - len(line.lstrip()) + 1
    message = "this line is indented further than the line above, and is read as part of its text"
    return Guess(Span(number, start, number, start + 1), message, INDENT)


def _is_no_pair(line: str) -> bool:
    if ":" not in line or _GLUED.match(line):
        return True
    return (line.split(maxsplit=1)[0] in _keys() or " queue:" in line) and not re.search(r":(\s|\Z)", line)


def missing_colon(lines: Sequence[str], number: int) -> Guess:
    """A line that should be `key: value` and is not."""
    line = _line(lines, number)
    start = len(line) - len(line.lstrip()) + 1
    span = Span(number, start, number, max(len(line.rstrip()) + 1, start + 1))
    found = _KEY.match(line)
    key, rest = (found["key"], found["rest"].strip()) if found else ("", "")
    if line.lstrip().startswith("//"):
        return Guess(span, "'//' does not begin a remark", "begin it with '# '", "")
    if (item := re.match(r"\s*-(?=\S)", line)) and not rest.startswith(":"):
        mended = f"{item[0]} {line[item.end() :]}"
        return Guess(span, "there is no space after the '-'", "write '- ' and then the text", mended)
    if wide := re.match(f"[^:]*:([{WIDE}])", line):
        place = Span(number, wide.end(), number, wide.end() + 1)
        message = f"there is a special space (U+{ord(wide[1]):04X}) here, where YAML needs a plain one"
        return Guess(place, message, "type it anew", f"{line[: wide.end() - 1]} {line[wide.end() :]}")
    if found and re.match(r":\S", rest):
        glued = f"{line[: found.end('key') + 1]} {rest[1:]}" if _GLUED.match(line) else None
        return Guess(span, "there is no space after the ':'", f"write '{key[:40]}: …'", glued)
    if found and rest[:1] in ("=", ";"):
        mended = f"{line[: found.end('key')]}: {_safe(rest[1:].strip())}"
        return Guess(span, f"'{rest[0]}' does not stand between a key and its value", f"write '{key}: …'", mended)
    return _without_colon(lines, number, span)


def _without_colon(lines: Sequence[str], number: int, span: Span) -> Guess:
    line, message = _line(lines, number), "a ':' is missing on this line"
    text = line.strip()
    key, _, value = text.removeprefix("- ").lstrip().partition(" ")
    if value and (key in _keys() or re.fullmatch(r"[a-z][a-z_-]* \S+", text)):
        head = line[: line.index(key)]
        hint = f"write '{key}: {value if len(value) <= _SHOWN else value[:_SHOWN].rstrip() + '…'}'"
        return Guess(span, message, hint, f"{head}{key}: {_safe(value.strip())}")
    mended = f"{line.rstrip()}:" if _has_block(lines, number) else ""
    word = text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
    return Guess(span, message, f"write '{word}:' for a key, or '- {word}' in a list", mended)


def closed(lines: Sequence[str], span: Span) -> str | None:
    """The line with what opens in it closed at its end; None when it may go on in the next one."""
    line = _line(lines, span.line).rstrip()
    opened = line[span.column - 1 : span.column]
    if opened not in _CLOSING or (opened in "[{" and _has_block(lines, span.line)):
        return None
    return line + _CLOSING[opened]


def escaped(lines: Sequence[str], span: Span) -> str:
    """The line with all of its backslashes as they are."""
    return _line(lines, span.line).replace("\\", "\\\\")


def _has_block(lines: Sequence[str], number: int) -> bool:
    """Whether the next line is indented further than this one."""
    line = _line(lines, number)
    below = next((line for line in lines[number:] if line.strip() and not line.lstrip().startswith("#")), "")
    return len(below) - len(below.lstrip()) > len(line) - len(line.lstrip())


@cache
def _keys() -> frozenset[str]:
    """The keys of trees, which stand before a ':'."""
    from tshoot.authoring.vocabulary import facts, head, nodes
    from tshoot.authoring.vocabulary.key import names

    of_nodes = (*(key for keys in nodes.KINDS.values() for key in keys), *nodes.COMMON, *nodes.OPTION, *nodes.FIX)
    found = names((*head.HEAD, *head.ESCALATE, *facts.FACT, *of_nodes))
    # A text may go on with "to" or "on".
    return frozenset((*nodes.KINDS, *(name for name in found if len(name) > 2)))


def _safe(value: str) -> str:
    """The value as YAML reads it whole."""
    return _quoted(value) if ": " in value or " #" in value else value


def _quoted(value: str) -> str:
    return "'" + value.rstrip().replace("'", "''") + "'"


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""
