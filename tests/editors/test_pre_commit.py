"""The hooks that pre-commit finds in this repository are well-formed, and call commands that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tshoot.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_both_hooks_are_there() -> None:
    assert [hook["id"] for hook in HOOKS] == ["tshoot-lint", "tshoot-test"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_is_well_formed(hook: dict[str, object]) -> None:
    assert hook.keys() == {"id", "name", "description", "entry", "language", "types", "files", "require_serial"}
    program, command = str(hook["entry"]).split()
    assert (program, hook["language"], hook["types"]) == ("tshoot", "python", ["yaml"])
    assert command in COMMANDS


@pytest.mark.parametrize(
    ("path", "taken"),
    [("decision_trees/wifi.yaml", True), ("trees/wifi.yaml", True), ("it/trees/net/wifi.test.yaml", True),
     (".github/workflows/check.yaml", False), ("docs/subtrees/x.yaml", False)],
)  # fmt: skip
def test_other_yaml_is_left_alone(path: str, taken: bool) -> None:
    for hook in HOOKS:
        assert bool(re.search(hook["files"], path)) is taken
