"""Every rule by pairs of files: one that it has nothing to say about, one with what it must say in comments."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tshoot.authoring.ignoring import heed
from tshoot.authoring.library_rule_list import LIBRARY_RULES
from tshoot.authoring.lint import is_broken, is_sound, lint_library, lint_tree, mistakes
from tshoot.authoring.parse import Parsed, parse_tree
from tshoot.authoring.parsing_rules import PARSING_RULES
from tshoot.authoring.rule_list import TREE_RULES, descriptions
from tshoot.model.diagnostic import Diagnostic, Span

FIXTURES = Path(__file__).parent / "fixtures"
ELSEWHERE = {"yaml-limit", "too-many", "unread-file"}
"""Rules whose files would be too large, or are none: tested with the reader and the command."""
ADVICE = {"incomplete-header", "unused-answer", "empty-placeholder", "unconfirmed-fix"}
"""What a tree of a few nodes, made for another rule, cannot help."""
TODAY = "2027-01-01"
EXPECTED = re.compile(r"^# (\d+:\d+ \w+ [\w-]+)(?:: (.*))?$", re.MULTILINE)


def parsed(path: Path) -> Parsed:
    return parse_tree(path.read_bytes(), path.name)


def found_in(path: Path) -> list[Diagnostic]:
    tree = parsed(path)
    return sorted(heed(path.name, tree.text, lint_tree(tree, today=TODAY)))


def brief(finding: Diagnostic) -> str:
    return f"{finding.span.line}:{finding.span.column} {finding.severity} {finding.rule}"


def expected(path: Path) -> list[tuple[str, str]]:
    return [(found[1], found[2] or "") for found in EXPECTED.finditer(path.read_text("utf-8"))]


def names(folder: str) -> list[str]:
    return sorted(path.name for path in (FIXTURES / folder).iterdir())


@pytest.mark.parametrize("name", names("ok"))
def test_nothing_is_said_about_a_right_tree(name: str) -> None:
    assert [brief(item) for item in found_in(FIXTURES / "ok" / name) if item.rule not in ADVICE] == []


@pytest.mark.parametrize("name", names("err"))
def test_everything_is_said_about_a_wrong_tree(name: str) -> None:
    path = FIXTURES / "err" / name
    shown = [item for item in found_in(path) if item.rule not in ADVICE or name.startswith(item.rule)]
    assert [brief(item) for item in shown] == [place for place, _ in expected(path)]
    for item, (_, message) in zip(shown, expected(path), strict=True):
        assert item.message == message


def library(folder: str, name: str) -> dict[str, Parsed]:
    return {path.name: parsed(path) for path in sorted((FIXTURES / "library" / folder / name).iterdir())}


@pytest.mark.parametrize("name", names("library/ok"))
def test_nothing_is_said_about_a_right_library(name: str) -> None:
    assert lint_library(library("ok", name)) == ()


@pytest.mark.parametrize("name", names("library/err"))
def test_everything_is_said_about_a_wrong_library(name: str) -> None:
    found = [(item.path, brief(item)) for item in lint_library(library("err", name))]
    folder = FIXTURES / "library" / "err" / name
    assert found == [(path.name, place) for path in sorted(folder.iterdir()) for place, _ in expected(path)]


def test_other_trees_may_be_named_and_are_left_alone() -> None:
    files = library("err", "unknown-tree")
    others = {f"{name}.yaml": parse_tree(f"id: {name}\nnodes: {{x: {{call: y, then: x}}}}", f"{name}.yaml")
              for name in ("identity", "networks", "nobody", "netwrok")}  # fmt: skip
    assert lint_library(files, others) == ()


@pytest.mark.parametrize("rule", [rule.ID for rule in TREE_RULES] + sorted(PARSING_RULES.keys() - ELSEWHERE))
def test_every_rule_has_a_pair_of_files(rule: str) -> None:
    assert (FIXTURES / "ok" / f"{rule}.yaml").exists()
    wanted = [place.split()[-1] for place, _ in expected(FIXTURES / "err" / f"{rule}.yaml")]
    assert rule in wanted


@pytest.mark.parametrize("rule", [rule.ID for rule in LIBRARY_RULES])
def test_every_library_rule_has_a_folder(rule: str) -> None:
    folder = FIXTURES / "library" / "err" / rule
    assert any(place.endswith(rule) for path in folder.iterdir() for place, _ in expected(path))


def test_every_rule_is_described() -> None:
    assert all(text.endswith(".") and len(text.split()) > 2 for text in descriptions().values())
    assert {rule.ID for rule in TREE_RULES} | {rule.ID for rule in LIBRARY_RULES} <= descriptions().keys()


def test_only_errors_break_a_tree() -> None:
    warning = Diagnostic("a", Span(), "warning", "x", "y")
    assert not is_broken([warning])
    assert is_broken([warning, Diagnostic("a", Span(), "error", "x", "y")])


@pytest.mark.parametrize(
    "name", [*(f"ok/{name}" for name in names("ok")), *(f"err/{name}" for name in names("err"))]
)
def test_the_rules_that_can_give_errors_find_all_errors(name: str) -> None:
    tree = parsed(FIXTURES / name)
    every = lint_tree(tree, today=TODAY)
    assert mistakes(tree) == tuple(item for item in every if item.severity == "error")
    assert is_sound(tree) == (tree.tree is not None and not is_broken(every))


def test_no_other_rule_gives_an_error() -> None:
    for rule in TREE_RULES:
        if rule.SEVERITY != "error":
            tree = parse_tree(rule.BAD.encode(), "printer.yaml")
            assert {item.severity for item in lint_tree(tree, today=TODAY) if item.rule == rule.ID} <= {
                "warning",
                "info",
            }
