"""Mistakes in YAML's own syntax, in an author's words."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from tshoot.authoring.syntax_lines import (
    INDENT,
    QUOTE,
    Guess,
    bad_start,
    closed,
    escaped,
    missing_colon,
    second_colon,
    swallowed,
)
from tshoot.model.diagnostic import Span

_CLOSE = "close it"
_CLOSE_LIST = "add the missing ',' or ']'"
_CLOSE_MAPPING = "add the missing ',' or '}'"
_ESCAPE = "double the backslash"

_EXPLAINED: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a ': ' makes a second value on this line", QUOTE),
    ("cannot start any token", "a text may not start with this character", QUOTE),
    ("found unexpected end of stream", "a quote is opened and never closed", _CLOSE),
    ("could not find expected ':'", "a key is not followed by ': '", "write 'key: value'"),
    ("did not find expected ',' or ']'", "a list in '[ ]' is not closed", _CLOSE_LIST),
    ("did not find expected ',' or '}'", "a mapping in '{ }' is not closed", _CLOSE_MAPPING),
    ("expected ',' or ']'", "a list in '[ ]' is not closed", _CLOSE_LIST),
    ("expected ',' or '}'", "a mapping in '{ }' is not closed", _CLOSE_MAPPING),
    ("did not find expected '-' indicator", "this line does not belong to the list above it", INDENT),
    ("did not find expected key", "this line does not belong to the mapping above it", INDENT),
    ("expected <block end>", "this line does not belong to the block above it", INDENT),
    ("block sequence entries are not allowed", "a list may not start here", "start it on a line of its own"),
    ("block sequence entries", "a list may not start here", "start it on a line of its own"),
    ("invalid Unicode character escape", "an escape names no character", _ESCAPE),
    ("found incompatible YAML document", "the file asks for another version of YAML", "delete the line '%YAML'"),
    ("unknown escape character", "a text in double quotes holds an unknown escape", _ESCAPE),
    ("did not find expected hexdecimal number", "an escape needs hexadecimal digits", _ESCAPE),
    ("expected alphabetic or numeric character", "a name after '*' or '&' is missing", QUOTE),
    ("found undefined tag handle", "a tag is not allowed in a tree", QUOTE),
    ("did not find expected alphabetic or numeric", "a name after '*' or '&' is missing", QUOTE),
    (
        "did not find expected node content",
        "a value is missing here",
        "close the bracket, or put the text in quotes",
    ),
    ("did not find expected <document start>", "this stands outside of the tree", INDENT),
)

_OPENED = ("unexpected end of stream", "or ']'", "or '}'", "expected ':'")
"""Problems that are better shown where something was opened."""


def explain(error: Exception, fallback: Span, lines: Sequence[str] = (), quoted: Span | None = None) -> Guess:
    """Where the parser stumbled, and why; `quoted` is a quoted text of several lines before it."""
    problem, span = _problem(error, fallback)
    if quoted and quoted.end_line == span.line and "unexpected end" not in problem:
        place = Span(quoted.line, quoted.column, quoted.line, quoted.column + 1)
        message = f"the quote that opens here closes only in line {quoted.end_line}"
        return Guess(place, message, "close it in its own line", closed(lines, place))
    if guess := _guess(problem, span, lines):
        return guess
    for part, sentence, hint in _EXPLAINED:
        if part in problem:
            return Guess(span, sentence, hint, _mended(hint, span, lines))
    return Guess(span, f"this is not valid YAML: {problem}" if problem else "this is not valid YAML", QUOTE)


def _mended(hint: str, span: Span, lines: Sequence[str]) -> str | None:
    if hint in (_CLOSE, _CLOSE_LIST, _CLOSE_MAPPING):
        return closed(lines, span)
    return escaped(lines, span) if hint == _ESCAPE else None


def _problem(error: Exception, fallback: Span) -> tuple[str, Span]:
    if not isinstance(error, yaml.MarkedYAMLError):
        return "", fallback
    problem = error.problem or error.context or ""
    opened = any(word in problem for word in _OPENED)
    mark = (opened and error.context_mark) or error.problem_mark or error.context_mark
    if not mark:
        return problem, fallback
    return problem, Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def _guess(problem: str, span: Span, lines: Sequence[str]) -> Guess | None:
    """What the line says about the mistake, where it says more than the parser."""
    if "expected ':'" in problem:
        return missing_colon(lines, span.line) if lines else None
    if "or ']'" in problem or "or '}'" in problem:
        return None
    second = "mapping values are not allowed" in problem and lines
    if second and (guess := swallowed(lines, span.line, span.column)):
        return guess
    return bad_start(lines, span.line) or (second_colon(lines, span.line, span.column) if second else None)
