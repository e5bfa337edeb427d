"""Adding a test to the text of a file of tests: comments, layout and line ends stay as they are."""

from __future__ import annotations

import re

from tshoot.authoring.testcase import TreeTest
from tshoot.authoring.testyaml import to_yaml
from tshoot.authoring.treetest import ParsedTests, parse_tests

_ITEM = re.compile(r"( *)-( |$)")
_SECRET = re.compile(
    r"\b(pass(word|wort|code|phrase)?|pwd|pin|secret|token|api.?key)\b\s*(is|was|are|:|=)\s*\S"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY|\beyJ[\w-]{10,}\.",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[A-Za-z0-9_+/=-]{20,}")


def appended(text: str, test: TreeTest) -> str | None:
    """The text with one more test at its end; nothing where its layout does not allow that."""
    end = "\r\n" if "\r\n" in text else "\n"
    if not text.strip():
        return f"tests:{end}" + to_yaml(test).replace("\n", end)
    indent = _indent(text)
    if indent is None:
        return None
    body = text if text.endswith("\n") else text + end
    new = body + to_yaml(test, indent).replace("\n", end)
    return new if _is_one_more(parse_tests(text, "t"), parse_tests(new, "t")) else None


def _indent(text: str) -> int | None:
    """The column of the dashes of the tests; nothing where they are not one below the other."""
    parsed = parse_tests(text, "t")
    lines = text.splitlines()
    spans = [parsed.places.get(f"tests.{index}") for index in range(len(parsed.tests))]
    rows = [lines[span.line - 1] for span in spans if span and span.line <= len(lines)]
    items = [_ITEM.match(row) for row in rows]
    if not items or not all(items):
        return None
    return len(items[-1][1]) if items[-1] else None


def _is_one_more(before: ParsedTests, after: ParsedTests) -> bool:
    """Whether nothing of the file reads otherwise than before."""
    return after.tests[:-1] == before.tests and len(after.diagnostics) == len(before.diagnostics)


def looks_secret(text: str) -> bool:
    """Whether a text says a password, or holds what looks like a key or a token."""
    tokens = _TOKEN.findall(text)
    return bool(_SECRET.search(text)) or any(_is_mixed(token) for token in tokens)


def _is_mixed(token: str) -> bool:
    kinds = (str.isdigit, str.isupper, str.islower)
    return all(any(kind(char) for char in token) for kind in kinds) and "/" not in token[:1]
