"""What lint says about the typical mistakes: the right place, a plain sentence, a hint, and no consequences."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tshoot.authoring.lint import lint_library, lint_tree
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.testlint import lint_tests
from tshoot.authoring.treetest import parse_tests
from tshoot.model.checks import CHECK_RESULTS, CHECK_VALUES
from tshoot.model.diagnostic import Diagnostic

FOLDER = Path(__file__).parent / "fixtures" / "mistakes"
TREES = FOLDER / "trees"
CHECKS = Path(__file__).parents[2] / "tshoot" / "checks"
TODAY = "2026-11-11"
MANY = 2
"""Findings of one mistake that stands in one place; a few mistakes are in several places by nature."""

Case = Mapping[str, Any]


def cases() -> list[Case]:
    """All mistakes: a right file, what is changed in it, and what lint then finds."""
    found: list[Case] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        found += yaml.safe_load(path.read_text("utf-8"))
    return found


ALL = cases()


def wrong(case: Case) -> str:
    """The source with the mistake."""
    text: str = (TREES / case["file"]).read_text("utf-8")
    for before, after in case["change"]:
        assert before in text
        text = text.replace(before, after, 1)
    return text


def found_in(name: str, text: str) -> list[Diagnostic]:
    """All findings about a file among the right ones of its library."""
    if name.endswith(".test.yaml"):
        tree = name.replace(".test", "")
        return list(lint_tests(parse_tests(text, name), parse_tree((TREES / tree).read_bytes(), tree).tree))
    others = [path for path in TREES.glob("*.yaml") if ".test" not in path.name]
    files = {path.name: parse_tree(text if path.name == name else path.read_bytes(), path.name) for path in others}
    found = sorted([*lint_tree(files[name], name, TODAY), *lint_library(files)])
    return [item for item in found if item.rule != "empty-placeholder"]


def brief(item: Diagnostic) -> str:
    return f"{item.span.line}:{item.span.column} {item.severity} {item.rule}: {item.message}"


@pytest.mark.parametrize("case", ALL, ids=lambda case: str(case["mistake"]))
def test_a_mistake_is_found_where_it_is(case: Case) -> None:
    found = found_in(case["file"], wrong(case))
    assert [brief(item) for item in found] == case["finds"]
    assert [item.hint for item in found] == case["hints"]


@pytest.mark.parametrize("path", sorted(TREES.glob("*.yaml")), ids=lambda path: path.name)
def test_the_right_files_are_right(path: Path) -> None:
    found = found_in(path.name, path.read_text("utf-8"))
    assert [brief(item) for item in found if item.severity != "info"] == []


def test_one_mistake_is_mostly_one_finding() -> None:
    assert len(ALL) > 200
    assert sum(len(case["finds"]) == 1 for case in ALL) > 0.9 * len(ALL)
    assert sum(len(case["finds"]) > MANY for case in ALL) <= MANY


def test_findings_say_what_to_do() -> None:
    hints = [hint for case in ALL for hint in case["hints"]]
    assert sum(bool(hint) for hint in hints) > 0.9 * len(hints)


@pytest.mark.parametrize("name", CHECK_RESULTS)
def test_values_of_checks_are_those_that_they_find(name: str) -> None:
    source = (CHECKS / f"{name}.py").read_text("utf-8")
    assert CHECK_VALUES[name]
    assert all(f'"{value}"' in source for value in CHECK_VALUES[name])
