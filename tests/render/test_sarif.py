"""Findings as SARIF 2.1.0."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from tshoot.authoring.rule_list import rule_texts
from tshoot.model.diagnostic import Diagnostic, Severity, Span
from tshoot.render.sarif import to_sarif

PLACE = Span(3, 17, 3, 23)

MESSAGE = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}},
    "additionalProperties": False,
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RULE = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}, "additionalProperties": False},
    },
    "additionalProperties": False,
}
COUNT = {"type": "integer", "minimum": 1}
REGION = {
    "type": "object",
    "properties": dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), COUNT),
    "additionalProperties": False,
}
PHYSICAL = {
    "type": "object",
    "required": ["artifactLocation"],
    "properties": {
        "artifactLocation": {
            "type": "object",
            "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$"}},
            "additionalProperties": False,
        },
        "region": REGION,
    },
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": -1},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"physicalLocation": PHYSICAL},
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
DRIVER = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "version": {"type": "string"},
        "rules": {"type": "array", "items": RULE, "uniqueItems": True},
    },
    "additionalProperties": False,
}
RUN = {
    "type": "object",
    "required": ["tool"],
    "properties": {
        "tool": {
            "type": "object",
            "required": ["driver"],
            "properties": {"driver": DRIVER},
            "additionalProperties": False,
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
    "additionalProperties": False,
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"enum": ["2.1.0"]},
        "runs": {"type": "array", "items": RUN},
    },
    "additionalProperties": False,
}
"""What SARIF 2.1.0 asks of the parts that are written here; other parts would be refused."""


def finding(severity: Severity = "error", path: str = "printer.yaml", hint: str = "") -> Diagnostic:
    return Diagnostic(path, PLACE, severity, "dangling-target", "the node 'power' goes to 'papper'", hint)


def log_of(*found: Diagnostic, version: str = "") -> dict[str, Any]:
    log: dict[str, Any] = json.loads(to_sarif(found, rule_texts(), version))
    return log


def test_places_levels_and_rules() -> None:
    log = log_of(finding(hint="do it"), finding("info", "/a b/日.yaml"), finding("warning"), version="1.2")
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], run["columnKind"]) == ("tshoot", "1.2", "unicodeCodePoints")
    first, second, third = run["results"]
    assert (first["level"], second["level"], third["level"]) == ("error", "note", "warning")
    assert first["message"]["text"].endswith("Hint: do it")
    assert all(driver["rules"][item["ruleIndex"]]["id"] == item["ruleId"] for item in run["results"])
    place = second["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "file:///a%20b/%E6%97%A5.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 17, "endLine": 3, "endColumn": 23}


@pytest.mark.parametrize("rule", sorted(rule_texts()))
def test_a_rule_is_explained(rule: str) -> None:
    (found,) = [item for item in log_of()["runs"][0]["tool"]["driver"]["rules"] if item["id"] == rule]
    text = rule_texts()[rule]
    assert found["shortDescription"]["text"] == text.description
    assert found["defaultConfiguration"]["level"] == {"info": "note"}.get(text.severity, text.severity)
    assert f"tshoot lint --explain {rule}" in found["help"]["text"]
    assert "](" not in found["help"]["markdown"] + found["fullDescription"]["text"]
    assert all(source.rstrip() in found["help"]["markdown"] for source in text.bad.values())


@pytest.mark.parametrize(
    "found", [(), (finding(), finding("info", "a b\udcff.yaml")), (finding("warning", hint="h"),)]
)
def test_it_is_what_sarif_asks_for(found: tuple[Diagnostic, ...]) -> None:
    jsonschema.validate(log_of(*found, version="1"), LOG)


def test_a_rule_that_nobody_knows_has_its_name() -> None:
    log = json.loads(to_sarif([finding()]))
    assert log["runs"][0]["tool"]["driver"]["rules"] == [
        {"id": "dangling-target", "shortDescription": {"text": "dangling-target"}}
    ]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("the node '[a](http://e)' is a\\b", r"the node '\[a\](http://e)' is a\\b"),
        ("expected '[ ]', found 'a\\b'", r"expected '[ ]', found 'a\b'"),
    ],
)
def test_what_an_author_wrote_is_no_link(said: str, written: str) -> None:
    log = log_of(Diagnostic("printer.yaml", PLACE, "error", "bad-id", said))
    assert log["runs"][0]["results"][0]["message"]["text"] == written
