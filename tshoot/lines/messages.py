"""What comes in by JSON lines: answers, commands, and what is neither."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from tshoot.lines.wire import NotJson, parse

Answer = str | tuple[str, ...]
"""Words, or several labels or keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One line that came in."""

    kind: Literal["answer", "command", "bad"]
    answer: Answer = ""
    command: str = ""
    fields: Mapping[str, str | int] = field(default_factory=dict)
    """What goes with a command."""
    sentence: str = ""
    """What is wrong with it."""
    hint: str = ""


SHAPES = 'Send {"answer": "…"} or {"command": "back"}.'


def read_message(line: str | None) -> Incoming:
    """What a line says; one that is not JSON is an answer."""
    if line is None:
        return _bad("The line is too long.")
    try:
        data = parse(line)
    except NotJson:
        return Incoming(kind="answer", answer=line)
    if isinstance(data, str | list):
        return _answer(data)
    if not isinstance(data, dict):
        return Incoming(kind="answer", answer=line.strip())
    if ("answer" in data) == ("command" in data) and data.get("command") not in ("change", "learn"):
        return _bad("The object needs either an answer or a command.")
    return _command(data) if "command" in data else _answer(data["answer"])


def _answer(value: Any) -> Incoming:
    words = _words(value)
    if words is not None:
        return Incoming(kind="answer", answer=words)
    if isinstance(value, list):
        texts = [_words(item) for item in value]
        if all(text is not None for text in texts):
            return Incoming(kind="answer", answer=tuple(text or "" for text in texts))
    return _bad("answer: expected a text, a number, true, false, or a list of labels.")


def _words(value: Any) -> str | None:
    """A plain value as a person would type it."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, str | int | float) else None


def _command(data: Mapping[str, Any]) -> Incoming:
    name = data["command"]
    if not isinstance(name, str) or not name.strip():
        return _bad("command: expected a name.")
    fields: dict[str, str | int] = {}
    for key in ("text", "answer", "fact", "tree"):
        if key in data:
            words = _words(data[key])
            if words is None:
                return _bad(f"{key}: expected a text.")
            fields[key] = words
    for key in ("step", "steps"):
        if key in data:
            if type(data[key]) is not int:
                return _bad(f"{key}: expected a whole number.")
            fields[key] = data[key]
    return Incoming(kind="command", command=name.strip().removeprefix("/").casefold(), fields=fields)


def _bad(sentence: str) -> Incoming:
    return Incoming(kind="bad", sentence=sentence, hint=SHAPES)
