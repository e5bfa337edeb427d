"""What each rule says of itself is true: its bad example gets its finding and no other, its good one gets none."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.docs.fences import ROOT
from tshoot.authoring.rule_list import rule_texts
from tshoot.render.rule_manual import found_in, in_text, manual

WITHOUT_EXAMPLE = {"unread-file", "too-many"}
"""No small text shows them."""
ALSO: Mapping[str, set[str]] = {
    "yaml-limit": {"bad-value"},
}
"""Findings that cannot be kept out of a bad example."""

ALL = rule_texts()


@pytest.mark.parametrize("rule", sorted(ALL.keys() - WITHOUT_EXAMPLE))
def test_the_bad_example_gets_the_finding(rule: str) -> None:
    found = found_in(ALL[rule].bad)
    expected = {rule, *ALSO.get(rule, ())}
    assert {item.rule for item in found} - {"incomplete-header"} | {rule} == expected
    mine = [item.severity for item in found if item.rule == rule]
    assert mine and ALL[rule].severity in mine


@pytest.mark.parametrize("rule", sorted(ALL.keys() - WITHOUT_EXAMPLE))
def test_nothing_is_said_about_the_good_example(rule: str) -> None:
    ignored = set() if rule == "incomplete-header" else {"incomplete-header"}
    assert ALL[rule].good != ALL[rule].bad
    assert [item for item in found_in(ALL[rule].good) if item.rule not in ignored] == []


@pytest.mark.parametrize("rule", ALL)
def test_an_explanation_is_two_to_six_lines(rule: str) -> None:
    text = ALL[rule].explanation
    lines = text.splitlines()
    assert 1 <= len(lines) <= 6
    assert max(map(len, lines)) <= 120
    assert text.endswith(".\n") and len(text.split()) > 12
    assert ALL[rule].description.endswith(".")


def test_only_what_no_small_file_shows_has_no_example() -> None:
    assert {rule for rule, text in ALL.items() if not text.bad or not text.good} == WITHOUT_EXAMPLE


def test_the_manual_is_up_to_date() -> None:
    page = (ROOT / "docs" / "authoring" / "rules.md").read_text(encoding="utf-8")
    assert page == manual(ALL.values()), "run: python scripts/rules_page.py"


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("rule", ALL)
def test_a_rule_is_explained_in_the_terminal(rule: str, width: int) -> None:
    shown = in_text(ALL[rule], width)
    assert shown.startswith(f"{rule} ({ALL[rule].severity})\n")
    words = shown.partition("\nWrong:")[0]
    assert all(len(line) <= width for line in words.split("\n"))
    assert (f"[{rule}]" in shown) == bool(ALL[rule].bad)
