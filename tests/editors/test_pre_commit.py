"""The hooks that pre-commit finds in this repository: well-formed, calling commands that exist, run for real."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
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
    program, command, *options = str(hook["entry"]).split()
    assert options == (["--skip-untested"] if command == "test" else [])
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


RIGHT = "tree: 1\ntitle: Lamp is dark\nsymptoms: [dark]\nnodes:\n  a: {do: Plug it in., fixed: b, else: c}\n"
RIGHT += "  b: {end: resolved}\n  c: {end: escalate}\n"
TESTS = "tests: [{name: a, walk: [a: it works], end: resolved}]\n"


@pytest.fixture(scope="module")
def pre_commit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real program, in an environment of its own."""
    if not shutil.which("git"):
        pytest.skip("needs git")
    folder = tmp_path_factory.mktemp("pre-commit")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, timeout=120)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    done = subprocess.run(
        [programs / "python", "-m", "pip", "install", "-q", "pre-commit>=4,<5"], capture_output=True, text=True,
        timeout=300, check=False,
    )  # fmt: skip
    if done.returncode:
        pytest.skip(f"pip could not install pre-commit: {done.stderr.strip()[-200:]}")
    return programs / "pre-commit"


@pytest.mark.deep
@pytest.mark.parametrize(
    ("changed", "verdicts"),
    [({}, ["Passed", "Passed"]), ({"lamp": RIGHT.replace("else: c", "else: d")}, ["Failed", "Failed"])],
)  # fmt: skip
def test_what_is_to_be_committed_is_looked_at(
    pre_commit: Path, tmp_path: Path, changed: dict[str, str], verdicts: list[str]
) -> None:
    (tmp_path / "trees").mkdir()
    # A tree without tests and the settings have none to run.
    files = {"lamp": RIGHT, "lamp.test": TESTS, "door": RIGHT, "settings": "settings: 1\n"}
    for name, text in {**files, **changed}.items():
        (tmp_path / f"trees/{name}.yaml").write_text(text, encoding="utf-8")
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    done = subprocess.run(
        [pre_commit, "try-repo", ROOT, "--color=never"], cwd=tmp_path, capture_output=True, text=True, timeout=300,
        check=False,
    )  # fmt: skip
    if "Could not find a version" in done.stdout + done.stderr:
        pytest.skip("pip could not install what tshoot needs")
    found = re.findall(r"^tshoot \w+\.+(?:\(.*\))?(\w+)$", done.stdout, re.M)
    assert found == verdicts, done.stdout + done.stderr
