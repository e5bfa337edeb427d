"""Findings as a SARIF 2.1.0 log, for code hosts and editors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from tshoot.authoring.rule_list import RuleText
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.render.rule_manual import in_markdown, plain

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def to_sarif(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, RuleText] | None = None, version: str = ""
) -> str:
    """A log of one run, with what each rule says of itself."""
    found = list(diagnostics)
    known = texts or {}
    rules = sorted({*known, *(item.rule for item in found)})
    index = {rule: number for number, rule in enumerate(rules)}
    driver: dict[str, Any] = {"name": "tshoot", "rules": [_rule(rule, known.get(rule)) for rule in rules]}
    if version:
        driver["version"] = version
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, index[item.rule]) for item in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(name: str, text: RuleText | None) -> dict[str, Any]:
    if text is None:
        return {"id": name, "shortDescription": {"text": name}}
    said = plain(text.explanation)
    # No helpUri: it must be an absolute address, and the manual lies beside the code.
    return {
        "id": name,
        "shortDescription": {"text": text.description},
        "fullDescription": {"text": said},
        "help": {
            "text": f"{said} `tshoot lint --explain {name}` shows an example.",
            "markdown": in_markdown(text),
        },
        "defaultConfiguration": {"level": _LEVELS[text.severity]},
    }


def _result(item: Diagnostic, index: int) -> dict[str, Any]:
    span = item.span
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    text = f"{item.message}. Hint: {item.hint}" if item.hint else item.message
    return {
        "ruleId": item.rule,
        "ruleIndex": index,
        "level": _LEVELS[item.severity],
        "message": {"text": _linkless(text)},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": _uri(item.path)}, "region": region}},
        ],
    }


def _linkless(text: str) -> str:
    """The text, in which no viewer sees a link: `[a](b)` is one also in plain messages."""
    return re.sub(r"[\\[\]]", r"\\\g<0>", text) if "](" in text else text


def _uri(path: str) -> str:
    from pathlib import PurePath
    from urllib.parse import quote

    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix(), errors="surrogateescape")
