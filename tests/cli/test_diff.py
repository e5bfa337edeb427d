"""`tshoot diff`: versions from files, folders, the library and standard input; tests and cases beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.small_library import Tshoot, begin_case

TESTS = """
tests:
  - name: the lamp shines
    walk: [{lamp: "yes"}, {ssid: Home}, {changed: New router}, {restart: "yes"}]
    end: resolved
  - name: it is dark
    walk: [{lamp: "no"}, {restart: "yes"}]
    end: resolved
"""


@pytest.fixture
def newer(library: Path, tmp_path: Path) -> Path:
    """A newer version of the tree on Wi-Fi, with the tests beside it."""
    folder = tmp_path / "newer"
    folder.mkdir()
    source = (library / "wifi.yaml").read_text()
    (folder / "wifi.yaml").write_text(
        source.replace("Is the lamp of the router green?", "Is its lamp green?").replace(
            "No: restart", "Not: fixes"
        )
    )
    (folder / "wifi.test.yaml").write_text(TESTS)
    return folder / "wifi.yaml"


def test_nothing_changed(tshoot: Tshoot, library: Path) -> None:
    assert tshoot("diff", "wifi", str(library / "wifi.yaml")) == 0
    assert tshoot.out == "Nothing changed for people.\n"
    assert tshoot("diff", str(library), str(library), "--format", "json") == 0
    assert json.loads(tshoot.out) == []


def test_says_what_changed_and_which_tests_take_it(tshoot: Tshoot, newer: Path) -> None:
    assert tshoot("diff", "wifi", str(newer)) == 1
    assert "- Is the lamp of the router green?\n    + Is its lamp green?" in tshoot.out
    assert "lamp: the option 'Not', new" in tshoot.out
    assert "taken by “the lamp shines”" in tshoot.out
    assert "Tests: 3 of the 3" not in tshoot.out
    assert "On the new version, 1 fails: “it is dark”" in tshoot.out
    assert all(len(line) <= 80 for line in tshoot.out.splitlines())


def test_open_cases_are_named_with_what_they_would_lose(tshoot: Tshoot, newer: Path) -> None:
    case = begin_case(answers="no\n")
    closed = begin_case(answers="no\nyes\n")
    assert tshoot("diff", "wifi", str(newer), "--format", "json") == 1
    (tree,) = json.loads(tshoot.out)
    assert tree["cases"] == [
        {
            "case": case,
            "node": "restart",
            "lost": [{"question": "Is the lamp of the router green?", "answer": "No"}],
        }
    ]
    assert tshoot("diff", "wifi", str(newer)) == 1
    assert f"{case} at restart: loses 1 answer" in tshoot.out
    assert closed not in tshoot.out


def test_open_cases_of_a_tree_that_is_gone_are_named(tshoot: Tshoot, library: Path, tmp_path: Path) -> None:
    case = begin_case(answers="no\n")
    (tmp_path / "less").mkdir()
    (tmp_path / "less" / "printer.yaml").write_text((library / "printer.yaml").read_text())
    assert tshoot("diff", str(library), str(tmp_path / "less")) == 1
    assert f"Open cases that go on with the version they keep: 1\n  {case} at restart\n" in tshoot.out


def test_a_nameless_tree_from_standard_input_is_the_other_one(tshoot: Tshoot, library: Path, newer: Path) -> None:
    case = begin_case(answers="no\n")
    assert tshoot("diff", str(library / "wifi.yaml"), "-", given=newer.read_text()) == 1
    assert tshoot.out.startswith("wifi: ")
    assert f"{case} at restart: loses 1 answer" in tshoot.out


def test_looking_makes_no_database(tshoot: Tshoot, newer: Path, tmp_path: Path) -> None:
    tshoot("diff", str(newer), str(newer.parent), "--state", str(tmp_path / "none"))
    assert not (tmp_path / "none" / "cases.db").exists()


def test_folders_are_compared_by_the_names_of_trees(tshoot: Tshoot, library: Path, newer: Path) -> None:
    assert tshoot("diff", str(library), str(newer.parent)) == 1
    assert "printer is gone: Printer does not print" in tshoot.out
    assert tshoot("diff", str(newer.parent), str(library)) == 1
    assert "printer is a new tree" in tshoot.out


def test_the_old_version_may_come_from_another_program(tshoot: Tshoot, library: Path, newer: Path) -> None:
    assert tshoot("diff", "-", str(newer), given=(library / "wifi.yaml").read_text()) == 1
    assert "Is its lamp green?" in tshoot.out
    assert tshoot("diff", "-", str(newer), given="") == 2
    assert "Standard input cannot be read as a tree" in tshoot.err


@pytest.mark.parametrize("name", ["nowhere", "x\x1b[2J", ""])
def test_what_is_not_there(tshoot: Tshoot, library: Path, name: str) -> None:
    assert tshoot("diff", name or "no/such", str(library / "wifi.yaml")) == 2
    assert "There is no" in tshoot.err
    assert "\x1b" not in tshoot.err


def test_hostile_words_are_shown_as_words(tshoot: Tshoot, library: Path, tmp_path: Path) -> None:
    other = tmp_path / "wifi.yaml"
    source = (library / "wifi.yaml").read_text()
    other.write_text(source.replace("ask: Is the lamp", "ask: >-\n      [bold]Is [/] the lamp"))
    assert tshoot("diff", "wifi", str(other)) == 1
    assert "[bold]Is [/] the lamp" in tshoot.out
