"""Mistakes in YAML's own syntax, in an author's words."""

from __future__ import annotations

import yaml

from tshoot.model.diagnostic import Span

_QUOTE = "put the text in quotes"
_INDENT = "compare the indentation with the lines above"

_EXPLAINED: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a ': ' makes a second value on this line", _QUOTE),
    ("cannot start any token", "a text may not start with this character", _QUOTE),
    ("found unexpected end of stream", "a quote is opened and never closed", "close it"),
    ("could not find expected ':'", "a key is not followed by ': '", "write 'key: value'"),
    ("did not find expected ',' or ']'", "a list in '[ ]' is not closed", "add the missing ',' or ']'"),
    ("did not find expected ',' or '}'", "a mapping in '{ }' is not closed", "add the missing ',' or '}'"),
    ("expected ',' or ']'", "a list in '[ ]' is not closed", "add the missing ',' or ']'"),
    ("expected ',' or '}'", "a mapping in '{ }' is not closed", "add the missing ',' or '}'"),
    ("did not find expected '-' indicator", "this line does not belong to the list above it", _INDENT),
    ("did not find expected key", "this line does not belong to the mapping above it", _INDENT),
    ("expected <block end>", "this line does not belong to the block above it", _INDENT),
    ("block sequence entries are not allowed", "a list may not start here", "start it on a line of its own"),
    ("block sequence entries", "a list may not start here", "start it on a line of its own"),
    ("invalid Unicode character escape", "an escape names no character", "double the backslash"),
    ("found incompatible YAML document", "the file asks for another version of YAML", "delete the line '%YAML'"),
    ("unknown escape character", "a text in double quotes holds an unknown escape", "double the backslash"),
    ("did not find expected hexdecimal number", "an escape needs hexadecimal digits", "double the backslash"),
    ("expected alphabetic or numeric character", "a name after '*' or '&' is missing", _QUOTE),
    ("found undefined tag handle", "a tag is not allowed in a tree", _QUOTE),
    ("did not find expected alphabetic or numeric", "a name after '*' or '&' is missing", _QUOTE),
    (
        "did not find expected node content",
        "a value is missing here",
        "close the bracket, or put the text in quotes",
    ),
    ("did not find expected <document start>", "this stands outside of the tree", _INDENT),
)

_OPENED = ("unexpected end of stream", "or ']'", "or '}'")
"""Problems that are better shown where something was opened."""


def explain(error: Exception, fallback: Span) -> tuple[Span, str, str]:
    """Where the parser stumbled, a sentence and a hint."""
    span = fallback
    problem = ""
    if isinstance(error, yaml.MarkedYAMLError):
        problem = error.problem or error.context or ""
        opened = any(word in problem for word in _OPENED)
        mark = (opened and error.context_mark) or error.problem_mark or error.context_mark
        if mark:
            span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    for part, sentence, hint in _EXPLAINED:
        if part in problem:
            return span, sentence, hint
    return span, f"this is not valid YAML: {problem}" if problem else "this is not valid YAML", _QUOTE
