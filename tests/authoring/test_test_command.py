"""`tshoot test`: paths, lines, coverage and exit codes."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tshoot.authoring.testreport import Difference
from tshoot.cli import test as command
from tshoot.cli import testfiles
from tshoot.cli.options import add_common
from tshoot.errors import StorageError, UsageError
from tshoot.render.treetests import differences

TREE = """tree: 1
title: T
nodes: {a: {ask: On?, options: {Yes: b, No: c}}, b: {end: resolved}, c: {end: unsupported}}
"""
GOOD = "tests: [{name: it is on, walk: [{a: yes}], end: resolved}]\n"
BAD = "tests: [{name: it is on, walk: [{a: yes}], end: unsupported}]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TSHOOT_TREES", str(tmp_path))
    (tmp_path / "power.yaml").write_text(TREE)
    (tmp_path / "power.test.yaml").write_text(GOOD)
    return tmp_path


def run(*words: str | Path) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    add_common(parser)
    return command.run(parser.parse_args([str(word) for word in words]))


def test_tests_that_pass(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (folder, folder / "power.yaml", folder / "power.test.yaml"):
        assert run(path) == 0
        assert capsys.readouterr().out == "ok    power: it is on\n1 test, all passed.\n"
    assert run() == 0


def test_a_test_that_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "power.test.yaml").write_text(BAD)
    assert run(folder) == 1
    assert capsys.readouterr().out.splitlines() == [
        "FAIL  power: it is on",
        f"      {folder / 'power.test.yaml'}:1",
        "      tshoot    a: On?",
        "                Yes / No",
        "      you       yes",
        "      end       resolved",
        "",
        "      How it ends",
        "      expected  unsupported",
        "      found     resolved",
        "1 test, 1 failed.",
    ]


def test_a_long_conversation_is_shown_from_where_it_matters(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nodes = "".join(
        f"  q{i}: {{ask: Is light {i} on?, options: {{Yes: q{i + 1}, No: q{i + 1}}}}}\n" for i in range(20)
    )
    (folder / "power.yaml").write_text(f"tree: 1\ntitle: T\nnodes:\n{nodes}  q20: {{end: resolved}}\n")
    answers = ", ".join(["yes"] * 20)
    (folder / "power.test.yaml").write_text(f"tests: [{{name: a, answers: [{answers}], end: unsupported}}]\n")
    assert run(folder) == 1
    out = capsys.readouterr().out
    assert "(29 lines before; --verbose shows them)" in out
    assert "q19: Is light 19 on?" in out and "q5:" not in out
    run(folder, "--verbose")
    assert "q5: Is light 5 on?" in capsys.readouterr().out


def test_every_row_fits_and_hostile_text_is_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = "word " * 60
    (folder / "power.yaml").write_text(TREE.replace("On?", f'"{long}?"'))
    name = '"[red]\\u200b <b>"'
    (folder / "power.test.yaml").write_text(f"tests: [{{name: {name}, walk: [{{a: yes}}], end: unsupported}}]\n")
    assert run(folder) == 1
    rows = capsys.readouterr().out.splitlines()
    assert all(len(row) <= 80 for row in rows if str(folder) not in row)
    assert rows[0] == "FAIL  power: [red]\\u200b <b>"


def test_verbose_shows_the_conversation_of_tests_that_pass(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "-v") == 0
    assert "      tshoot    a: On?\n                Yes / No\n      you       yes\n" in capsys.readouterr().out


def test_coverage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--coverage") == 0
    out = capsys.readouterr().out
    assert "power: 2 of 3 nodes, 1 of 2 ways, 1 of 2 outcomes (57.1 %)" in out
    assert "not taken: the option 'No' of 'a'" in out
    assert "not taken: the outcome 'c'" in out
    assert "all trees" not in out
    (folder / "power2.yaml").write_text(TREE)
    run(folder, "--coverage")
    out = capsys.readouterr().out
    assert "      power2: no tests; 0 of 3 nodes, 0 of 2 ways, 0 of 2 outcomes (0 %)" in out
    assert "      all trees: 2 of 6 nodes, 1 of 4 ways, 1 of 4 outcomes (28.5 %)" in out
    (folder / "power2.test.yaml").write_text(GOOD)
    run(folder, "--coverage")
    assert "      all trees: 4 of 6 nodes, 2 of 4 ways, 2 of 4 outcomes (57.1 %)" in capsys.readouterr().out


@pytest.mark.parametrize(("bound", "code"), [("57", 0), ("57.2", 1), ("0", 0), ("100", 1)])
def test_coverage_under_a_bound_fails(
    folder: Path, bound: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "--fail-under", bound) == code
    said = "The tests take 57.1 % of nodes, ways and outcomes; at least"
    assert (said in capsys.readouterr().out) == bool(code)


def test_nothing_tested_is_under_every_bound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "torn.yaml").write_text("tree: 1\n")
    assert run(tmp_path, "--fail-under", "90") == 1
    assert capsys.readouterr().out == (
        "0 tests: nothing was tried.\nNo tree was tested; at least 90 % are asked for.\n"
    )


@pytest.mark.parametrize(("tree", "leads_to_the_tree"), [(TREE, False), ("tree: 1\n", True)])
def test_a_refused_test_leads_to_the_tree_only_where_the_tree_is_at_fault(
    folder: Path, tree: str, leads_to_the_tree: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "power.yaml").write_text(tree)
    (folder / "power.test.yaml").write_text("tests: [{name: x, walk: [{a: yes}], ends: resolved}]\n")
    assert run(folder) == 1
    assert ("hint: tshoot lint" in capsys.readouterr().out) == leads_to_the_tree


def test_a_summary_is_shown_line_by_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    test = "{name: it is on, walk: [{a: yes}], summary: ['Outcome: broken Name: Ana']}"
    (folder / "power.test.yaml").write_text(f"tests: [{test}]\n")
    assert run(folder) == 1
    rows = capsys.readouterr().out.splitlines()
    place = rows.index("      The summary")
    before = " " * 16
    assert rows[place + 1] == "      expected  Outcome: broken Name: Ana"
    assert rows[place + 2] == "      found     Case TEST: T"
    assert f"{before}  Outcome:          resolved" in rows
    assert max(map(len, rows[place:])) <= 80
    assert run(folder, "--verbose") == 1
    assert capsys.readouterr().out.count("\n") >= len(rows)


@pytest.mark.parametrize(("verbose", "shown"), [(False, 25), (True, 60)])
def test_of_a_long_text_the_first_lines_are_shown(verbose: bool, shown: int) -> None:
    page = "\n".join(f"line {number}\x1b" for number in range(60))
    rows = differences([Difference("s", "the summary", "line x", page)], verbose)
    assert len(rows) == 2 + shown
    assert "\x1b" not in "".join(rows)
    assert ("(36 lines more; --verbose shows them)" in rows[-1]) != verbose


def test_at_a_terminal_rows_are_broken_between_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "it is on and " * 9 + "stays so"
    (folder / "power.test.yaml").write_text(GOOD.replace("it is on", name))
    assert run(folder) == 0
    whole = capsys.readouterr().out
    assert f"ok    power: {name}\n" in whole
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run(folder) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert out.splitlines()[1].startswith("      ")
    assert out.split() == whole.split()


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "power.test.yaml").write_text(BAD)
    (folder / "other.test.yaml").write_text(GOOD)
    assert run(folder, "--coverage", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["passed"], found["count"], found["failed"]) == (False, 2, 2)
    (test,) = found["tests"]
    assert (test["tree"], test["name"], test["line"], test["passed"]) == ("power", "it is on", 1, False)
    assert test["differences"] == [
        {"sentence": "ended with resolved, expected unsupported", "what": "how it ends", "expected": "unsupported",
         "found": "resolved", "asked": "", "waiting": ""},
    ]  # fmt: skip
    assert [line["text"] for line in test["conversation"]] == ["On?", "yes", "resolved"]
    assert found["refused"][0]["findings"][0]["rule"] == "unknown-tree"
    assert found["coverage"]["total"] == {
        "nodes": {"taken": 0, "all": 3}, "ways": {"taken": 0, "all": 2}, "outcomes": {"taken": 0, "all": 2},
        "percent": 0.0, "not_counted": 1,
    }  # fmt: skip
    assert found["coverage"]["trees"][0]["not_taken"][1:] == [
        "the option 'Yes' of 'a'", "the option 'No' of 'a'", "the outcome 'b'", "the outcome 'c'"]  # fmt: skip


def test_a_test_that_fails_covers_nothing_and_that_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = "{name: it is off, walk: [{a: no}], end: resolved}"
    (folder / "power.test.yaml").write_text(GOOD.replace("}]\n", f"}}, {wrong}]\n"))
    assert run(folder, "--fail-under", "100", "--coverage") == 1
    rows = capsys.readouterr().out.splitlines()
    place = next(number for number, row in enumerate(rows) if "nodes" in row)
    assert rows[place + 1] == "        not counted: the test that fails"
    assert rows[-1] == "The tests that pass take 57.1 % of nodes, ways and outcomes; at least 100 % are asked for."


def test_a_file_that_could_not_be_run_is_no_test(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = "tests: [{name: x, ends: resolved}, {name: y, end: resolved}]\n"
    (folder / "power.test.yaml").write_text(broken)
    assert run(folder) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 file of tests could not be run."
    (folder / "lamp.yaml").write_text(TREE)
    (folder / "lamp.test.yaml").write_text(GOOD)
    assert run(folder) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 test, all passed. 1 file of tests could not be run."


def test_a_failure_fits_into_a_narrow_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = "end: resolved, texts: [something that nobody ever reads in this tree]"
    (folder / "power.test.yaml").write_text(BAD.replace("end: unsupported", expected))
    monkeypatch.chdir(folder)
    monkeypatch.setattr("tshoot.lines.terminal.columns", lambda: 40)
    assert run("power.yaml") == 1
    out = capsys.readouterr().out
    assert "expected" in out
    assert max(map(len, out.splitlines())) <= 40


def test_junit(folder: Path) -> None:
    (folder / "power.test.yaml").write_text(BAD + "  \n")
    (folder / "other.test.yaml").write_text(GOOD)
    assert run(folder, "--junit", folder / "out.xml") == 1
    suites = ElementTree.parse(folder / "out.xml").getroot()
    assert [suite.get("failures") for suite in suites] == ["1", "1"]
    case = suites.find("testsuite[@name='power']/testcase")
    assert case is not None and case.get("name") == "it is on"
    failure = case.find("failure")
    assert failure is not None and failure.text and "expected  unsupported" in failure.text
    with pytest.raises(StorageError, match="cannot be written"):
        run(folder, "--junit", folder / "none" / "out.xml")


def test_junit_says_where_a_file_is_broken(folder: Path) -> None:
    (folder / "power.test.yaml").write_text("tests: [")
    assert run(folder, "--junit", folder / "out.xml") == 1
    text = ElementTree.parse(folder / "out.xml").getroot().findtext(".//failure")
    assert text == f"{folder / 'power.test.yaml'}:1:9: a value is missing here"


def test_many_files_are_shared_among_processes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(testfiles, "MANY", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    for number in range(6):
        (folder / f"n{number}.yaml").write_text(TREE)
        (folder / f"n{number}.test.yaml").write_text(BAD if number == 3 else GOOD)
    assert run(folder) == 1
    rows = [row for row in capsys.readouterr().out.splitlines() if not row.startswith(" ") and row]
    assert rows == [*(f"{'FAIL' if n == 3 else 'ok  '}  n{n}: it is on" for n in range(6)), "ok    power: it is on",
                    "7 tests, 1 failed."]  # fmt: skip
    assert run(folder) == 1


def test_a_tree_can_be_named_by_its_id(folder: Path) -> None:
    assert run("power") == 0
    with pytest.raises(UsageError, match="There is no file or folder"):
        run("powr")


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        ("power.test.yaml", "tests: [", "yaml-syntax"),
        ("power.test.yaml", GOOD.replace("a: yes", "z: yes"), "dangling-target"),
        ("power.yaml", TREE.replace("Yes: b", "Yes: z"), "tshoot lint"),
        ("other.test.yaml", GOOD, "unknown-tree"),
    ],
)
def test_files_that_are_wrong(
    folder: Path, name: str, source: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_text(source)
    assert run(folder) == 1
    assert said in capsys.readouterr().out


def test_paths_that_are_wrong(folder: Path) -> None:
    with pytest.raises(UsageError, match="There is no file or folder"):
        run(folder / "none.yaml")
    (folder / "lonely.yaml").write_text(TREE)
    with pytest.raises(UsageError, match="There are no tests beside"):
        run(folder / "lonely.yaml")


def test_files_without_tests_can_be_passed_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "lonely.yaml").write_text(TREE)
    (folder / "settings.yaml").write_text("settings: 1\n")
    assert run("--skip-untested", folder / "lonely.yaml", folder / "settings.yaml") == 0
    assert "0 tests" in capsys.readouterr().out
    assert run("--skip-untested", folder / "lonely.yaml", folder / "power.yaml") == 0
    assert "all passed" in capsys.readouterr().out
    with pytest.raises(UsageError, match="There is no file or folder"):
        run("--skip-untested", folder / "none.yaml")


def test_a_called_tree_is_read_from_the_library(folder: Path) -> None:
    (folder / "caller.yaml").write_text(
        "tree: 1\ntitle: T\nnodes: {x: {call: power, on: {resolved: y}, else: z}, y: {end: resolved},"
        " z: {end: cancelled}}\n"
    )
    (folder / "caller.test.yaml").write_text(
        "tests: [{name: walked, calls: {power: walk}, answers: ['no'], end: cancelled}]\n"
    )
    assert run(folder / "caller.yaml") == 0


def test_textual_is_not_imported(folder: Path) -> None:
    script = (
        "import sys; from tshoot.cli.main import run; code = run(['test', *sys.argv[1:]]);"
        "print(code, sorted({'textual', 'rich', 'asyncio'} & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stderr.strip() == "0 []"
