"""Tests of trees under pytest: switched on alone, one item a test, failures that can be read."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytest_plugins = ["pytester"]

TREE = """tree: 1
title: Power
nodes: {power: {ask: Is it on?, options: {Yes: on, No: off}}, on: {end: resolved}, off: {end: unsupported}}
"""
TESTS = """tests:
  - name: it is on
    walk: [{power: yes}]
    end: resolved
  - name: it is off
    walk: [{power: nope}]
    end: escalate
"""


@pytest.fixture
def folder(pytester: pytest.Pytester) -> pytest.Pytester:
    (pytester.path / "power.yaml").write_text(TREE)
    (pytester.path / "power.test.yaml").write_text(TESTS)
    return pytester


def run(folder: pytest.Pytester, *words: str) -> pytest.RunResult:
    return folder.runpytest_subprocess("-p", "no:cacheprovider", *words)


def test_nothing_is_collected_unless_it_is_switched_on(folder: pytest.Pytester) -> None:
    (folder.path / "other.test.yaml").write_text("this: [is not ours")
    run(folder).assert_outcomes()


@pytest.mark.parametrize("ini", [True, False])
def test_each_test_is_an_item_with_its_conversation(folder: pytest.Pytester, ini: bool) -> None:
    if ini:
        folder.makeini("[pytest]\ntshoot = true\n")
    found = run(folder, *(() if ini else ("--tshoot",)))
    found.assert_outcomes(passed=1, failed=1)
    found.stdout.fnmatch_lines(
        [
            "FAIL  power: it is off",
            "*tshoot    power: Is it on?",
            "*you       nope",
            "*How it ends",
            "*expected  escalate",
            "*found     unsupported",
            "FAILED power.test.yaml::it is off*",
        ]
    )
    assert "Traceback" not in found.stdout.str()


def test_one_test_can_be_named(folder: pytest.Pytester) -> None:
    run(folder, "--tshoot", "power.test.yaml::it is on").assert_outcomes(passed=1)
    run(folder, "--tshoot", "-k", "off").assert_outcomes(failed=1, deselected=1)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("power.test.yaml", "tests: [", "*yaml-syntax*"),
        ("power.test.yaml", TESTS.replace("power: yes", "pwer: yes"), "*did you mean 'power'?*"),
        (
            "power.yaml",
            TREE.replace("Yes: on", "Yes: onn"),
            "*the tree of these tests is not there, or is broken*",
        ),
    ],
)
def test_a_file_that_is_wrong_is_an_error_with_a_place(
    folder: pytest.Pytester, name: str, text: str, said: str
) -> None:
    (folder.path / name).write_text(text)
    found = run(folder, "--tshoot")
    found.assert_outcomes(errors=1)
    found.stdout.fnmatch_lines([said])
    assert "Traceback" not in found.stdout.str()


def test_it_can_be_switched_off(folder: pytest.Pytester) -> None:
    run(folder, "-p", "no:tshoot").assert_outcomes()
    assert run(folder, "-p", "no:tshoot", "--tshoot").ret == pytest.ExitCode.USAGE_ERROR


def test_names_cannot_play_with_the_terminal(folder: pytest.Pytester) -> None:
    (folder.path / "power.test.yaml").write_text(
        'tests: [{name: "a [red]\\u200b", walk: [{power: "no"}], end: resolved}]'
    )
    found = run(folder, "--tshoot")
    found.assert_outcomes(failed=1)
    assert "\u200b" not in found.stdout.str()


def test_importing_it_imports_little() -> None:
    script = (
        "import sys, pytest; before = set(sys.modules); import tshoot.pytest_plugin;"
        "print(sorted(name for name in set(sys.modules) - before if not name.startswith('_')))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "['tshoot', 'tshoot.pytest_plugin']"
