"""The same mistakes in other guises, each found once and in its place; and trees that look alike and are right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tshoot.authoring.lint import lint_library, lint_tree
from tshoot.authoring.parse import parse_tree
from tshoot.model.diagnostic import Diagnostic

FOLDER = Path(__file__).parent / "fixtures" / "guises"
HEAD = "tree: 1\ntitle: The thing does not work\n"

Case = Mapping[str, Any]


def cases() -> list[Any]:
    found: list[Any] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        found += (
            pytest.param(case, id=f"{path.stem}: {case['guise']}") for case in yaml.safe_load(path.read_text())
        )
    return found


def found_in(trees: Mapping[str, str]) -> list[Diagnostic]:
    parsed = {name: parse_tree(HEAD + text, f"{name}.yaml") for name, text in trees.items()}
    found = [one for tree in parsed.values() for one in sorted(lint_tree(tree, today="2027-01-01"))]
    return [one for one in (*found, *lint_library(parsed)) if one.rule != "incomplete-header"]


@pytest.mark.parametrize("case", cases())
def test_each_guise_is_found_once_and_in_its_place(case: Case) -> None:
    trees = case.get("trees") or {"t": case["tree"]}
    found = found_in(trees)
    said = [f"{one.span.line}:{one.span.column} {one.severity} {one.rule}: {one.message}" for one in found]
    if len(trees) > 1:
        said = [f"{one.path.removesuffix('.yaml')} {words}" for one, words in zip(found, said, strict=True)]
    assert said == case["finds"]
    assert all(one.hint for one in found)


def test_there_are_right_trees_among_them() -> None:
    finds = [param.values[0]["finds"] for param in cases()]
    assert sum(not one for one in finds) > 30
    assert len(finds) > 100
