"""`tshoot wordings`: every sub-command in its forms, and what other commands make of corrected readings."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
import yaml

from tests.cli.small_library import Tshoot
from tshoot.authoring.parse import parse_tree
from tshoot.cli.complete import candidates
from tshoot.conversation.workplace import open_workplace
from tshoot.lines.jsonl import run_json
from tshoot.store.cases import CaseStore
from tshoot.store.paths import state_folder
from tshoot.store.wordings import Taught

AT = "2026-11-05T10:00:00Z"
LIGHTS = """
tree: 1
title: Odd lights
symptoms: [the lights are odd]
nodes:
  look:
    ask: Do you see the lamp in the list?
    options: {Yes: {goto: fix, means: [it shows up]}, No: fix}
  fix: {do: Turn it around., fixed: good, else: good}
  good: {end: resolved}
"""
PADLOCK = "it shows up with a padlock"


@pytest.fixture
def lights(library: Path) -> Path:
    """The library with a tree whose question is easily misread, and with consent."""
    (library / "lights.yaml").write_text(LIGHTS)
    (library / "settings.yaml").write_text("settings: 1\nlearn: true\n")
    return library


def walk(problem: str = "Hi Ana, the ceiling glows", words: str = PADLOCK) -> str:
    """A whole conversation in which a reading is put right; the number of its case."""
    lines = [words, {"command": "back"}, {"answer": ["No"]}, "yes", "yes"]
    given = "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in lines)
    workplace = open_workplace(None, (), "user")
    out = io.StringIO()
    try:
        run_json(workplace, io.StringIO(given), out, tree="lights", problem=problem)
    finally:
        workplace.close()
    end = json.loads(out.getvalue().splitlines()[-1])
    assert end["outcome"] == "resolved", end
    return str(end["case"])


def put(*taught: Taught) -> None:
    with CaseStore(state_folder(None)) as store:
        store.wordings.add("none", taught, at=AT)


def test_nothing_is_there(tshoot: Tshoot, library: Path) -> None:
    assert tshoot("wordings") == 0
    assert tshoot.out == "There are no wordings yet. None are kept: `learn: true` is not set in settings.yaml.\n"
    (library / "settings.yaml").write_text("settings: 1\nlearn: true\n")
    assert tshoot("wordings", "list") == 0
    assert tshoot.out == "There are no wordings yet.\n"
    assert tshoot("wordings", "list", "--tree", "moon") == 0
    assert "for this tree" in tshoot.out
    for words in (("list", "--json"), ("misread", "--json")):
        assert tshoot("wordings", *words) == 0
        assert json.loads(tshoot.out) == []
    assert tshoot("wordings", "misread") == 0
    assert tshoot.out == "Nobody has put a reading right yet.\n"
    assert tshoot("wordings", "export") == 0
    assert tshoot.out == "# There are no wordings to paste.\n"
    assert tshoot("wordings", "forget") == 0
    assert tshoot.out == "0 wordings are forgotten.\n"


def test_from_a_conversation_to_the_list(tshoot: Tshoot, lights: Path) -> None:
    walk()
    assert tshoot("wordings") == 0
    head, tree, option = tshoot.out.splitlines()
    assert head.split() == ["ID", "Times", "Used", "Tree", "For", "Wording"]
    assert tree.split(None, 3) == ["1", "1", "yes", "lights  the tree  Hi … the ceiling glows"]
    assert "look: No" in option and PADLOCK in option
    assert all(len(line) <= 80 for line in tshoot.out.splitlines())
    assert tshoot("wordings", "list", "--tree", "lights", "--json") == 0
    first, second = json.loads(tshoot.out)
    assert (first["kind"], first["text"], first["off"]) == ("tree", "Hi … the ceiling glows", False)
    assert (second["node"], second["option"], second["times"]) == ("look", "No", 1)


def test_what_is_kept_without_consent_is_said_not_to_be_used(tshoot: Tshoot) -> None:
    put(Taught("wifi", "no net here"))
    assert tshoot("wordings") == 0
    assert tshoot.out.endswith("They are not used: `learn: true` is not set in settings.yaml.\n")


def test_match_reads_by_what_was_learned(tshoot: Tshoot, lights: Path, no_real_home: Path) -> None:
    question = ("match", PADLOCK, "--tree", "lights", "--node", "look")
    assert tshoot(*question) == 0
    assert "“Yes”" in tshoot.out and not (no_real_home / "state/cases.db").exists()
    walk()
    assert tshoot(*question) == 0
    assert "“No”" in tshoot.out
    (lights / "settings.yaml").write_text("settings: 1\nlearn: false\n")
    assert tshoot(*question) == 0
    assert "“Yes”" in tshoot.out
    (lights / "settings.yaml").write_text("settings: 1\nlearn: true\n")
    (no_real_home / "state/cases.db").write_text("damaged")
    assert tshoot(*question) == 0
    assert "“Yes”" in tshoot.out


def test_edit_off_on_remove(tshoot: Tshoot, lights: Path) -> None:
    walk()
    question = ("match", "quite  another thing", "--tree", "lights", "--node", "look")
    assert tshoot("wordings", "edit", "2", "quite", "another \x1b[31mthing") == 0
    assert tshoot.out == "Wording 2 is now “quite another thing”.\n"
    tshoot(*question)
    assert "“No”" in tshoot.out
    assert tshoot("wordings", "off", "2") == 0
    assert tshoot.out == "Wording 2 is no longer used.\n"
    tshoot(*question)
    assert "asked again" in tshoot.out
    assert tshoot("wordings", "on", "2") == 0
    tshoot(*question)
    assert "“No”" in tshoot.out
    assert tshoot("wordings", "remove", "2") == 0
    assert tshoot.out == "Wording 2 is gone.\n"
    assert tshoot("wordings", "list", "--json") == 0
    assert [one["id"] for one in json.loads(tshoot.out)] == [1]


@pytest.mark.parametrize("words", [("edit", "7", "two", "words"), ("remove", "7"), ("off", "7"), ("on", "7")])
def test_an_unknown_number(tshoot: Tshoot, words: tuple[str, ...]) -> None:
    assert tshoot("wordings", *words) == 2
    assert tshoot.err.startswith("tshoot: There is no wording 7.\n")


@pytest.mark.parametrize("number", ["x", "-1", "1.5", "٧", "9" * 40])
def test_a_number_that_is_none(tshoot: Tshoot, number: str) -> None:
    assert tshoot("wordings", "remove", number) == 2
    assert tshoot.err.startswith("tshoot: ")


@pytest.mark.parametrize("text", ["one", "", "x" * 300])
def test_a_wording_that_is_none(tshoot: Tshoot, text: str) -> None:
    put(Taught("wifi", "no net here"))
    assert tshoot("wordings", "edit", "1", text) == 2
    assert "A wording has" in tshoot.err


def test_forget_needs_to_be_sure(tshoot: Tshoot) -> None:
    put(Taught("wifi", "no net here"))
    assert tshoot("wordings", "forget") == 2
    assert "--yes" in tshoot.err
    assert tshoot("wordings", "forget", given="no\n", terminal=True) == 1
    assert tshoot.out.endswith("Nothing was forgotten.\n")
    assert tshoot("wordings", "forget", given="yes\n", terminal=True) == 0
    assert tshoot.out.endswith("1 wording is forgotten.\n")
    put(Taught("wifi", "no net here"), Taught("vpn", "no net here"))
    assert tshoot("wordings", "forget", "--yes") == 0
    assert tshoot.out == "2 wordings are forgotten.\n"


def test_export_can_be_pasted(tshoot: Tshoot, lights: Path) -> None:
    walk()
    put(
        Taught("lights", 'it\'s: "odd" # really, {no} & *', "look", "Yes"),
        Taught("lights", "that was it", "fix", "Yes"),
        Taught("lights", "not this one", "look", "Yes", off=True),
        Taught("elsewhere", "- no: idea", "true", "on: off"),
    )
    assert tshoot("wordings", "export", "--tree", "lights") == 0
    assert '# No options in the file: fix, Yes: "that was it"' in tshoot.out
    assert yaml.load(tshoot.out, yaml.BaseLoader) == {
        "symptoms": ["Hi … the ceiling glows"],
        "nodes": {
            "look": {
                "options": {"No": {"means": [PADLOCK]}, "Yes": {"means": ['it\'s: "odd" # really, {no} & *']}}
            }
        },
    }
    assert tshoot("wordings", "export") == 0
    elsewhere, _ = yaml.load_all(tshoot.out, yaml.BaseLoader)
    assert elsewhere == {"nodes": {"true": {"options": {"on: off": {"means": ["- no: idea"]}}}}}


def test_what_was_exported_is_what_the_reader_of_trees_reads(tshoot: Tshoot, lights: Path) -> None:
    put(Taught("lights", "no 'light' at \\ all: %s", "look", "Yes"), Taught("lights", "null and void"))
    tshoot("wordings", "export", "--tree", "lights")
    source = "tree: 1\ntitle: T\n" + tshoot.out.replace("means:", "goto: end\n        means:").replace(
        "    options:", "    ask: Is it?\n    options:"
    )
    parsed = parse_tree(source + "  end: {end: resolved}\n", "t.yaml")
    assert parsed.tree and [one for one in parsed.diagnostics if one.severity == "error"] == []
    assert parsed.tree.symptoms == ("null and void",)
    assert getattr(parsed.tree.nodes["look"], "options")[0].means == ("no 'light' at \\ all: %s",)  # noqa: B009


def test_misread(tshoot: Tshoot, library: Path) -> None:
    (library / "lights.yaml").write_text(LIGHTS)
    walk()
    walk(words="it shows up with ana@example.org")
    walk()
    assert tshoot("wordings", "misread", "--json") == 0
    assert json.loads(tshoot.out) == [
        {"times": times, "tree": "lights", "node": "look", "text": text, "read": "Yes", "meant": "No"}
        for times, text in ((2, PADLOCK), (1, "it shows up with …"))
    ]
    assert tshoot("wordings", "misread") == 0
    head, first, _ = tshoot.out.splitlines()
    assert head.split() == ["Times", "Tree", "Node", "Read", "as", "Meant", "Words"]
    assert first.split(None, 5) == ["2", "lights", "look", "Yes", "No", PADLOCK]
    assert tshoot("stats") == 0
    assert PADLOCK in tshoot.out and "`means`" in tshoot.out.splitlines()[0]
    assert tshoot("stats", "--json", "--tree", "lights") == 0
    assert [one["times"] for one in json.loads(tshoot.out)["misread"]] == [2, 1]
    assert tshoot("wordings", "misread", "--tree", "wifi", "--json") == 0
    assert json.loads(tshoot.out) == []
    assert tshoot("wordings", "list", "--json") == 0
    assert json.loads(tshoot.out) == [], "nothing is kept without consent; the cases alone tell"


def test_a_case_tells_of_its_corrected_readings(tshoot: Tshoot, lights: Path, tmp_path: Path) -> None:
    case = walk(words="it shows up \x1b[31m*so* [it](http://x.org)")
    for words in (("show", case), ("export", case), ("export", case, "--format", "text")):
        assert tshoot("cases", *words) == 0
        assert "read wrongly at first" in tshoot.out.lower()
        assert "as Yes; meant No" in tshoot.out and "\x1b" not in tshoot.out
    assert tshoot("cases", "export", case, "--format", "json") == 0
    assert "meant No" not in tshoot.out, "the summary is for the next person"
    out = tmp_path / "case.json"
    assert tshoot("cases", "export", case, "--out", str(out)) == 0
    (one,) = json.loads(out.read_text())["corrections"]
    assert (one["tree"], one["node"], one["read"], one["meant"]) == ("lights", "look", "Yes", "No")
    assert tshoot("cases", "delete", case, "--yes") == 0
    assert tshoot("cases", "import", str(out)) == 0


def test_hostile_words_are_shown_as_text(tshoot: Tshoot) -> None:
    put(Taught("\x1b[2Jwifi", "[red]no[/] \\net: 100%", "n\nn", "=cmd()"))
    for words in (("list",), ("list", "--json"), ("export",)):
        assert tshoot("wordings", *words) == 0
        assert "\x1b" not in tshoot.out and "100%" in tshoot.out
    assert tshoot("wordings", "export") == 0
    yaml.safe_load(tshoot.out)


def test_completion(tshoot: Tshoot) -> None:
    assert candidates(["wordings", "o"]) == ["off", "on"]
    assert candidates(["wordings", "list", "--tr"]) == ["--tree", "--trees"]
    assert candidates(["wordings", "off", ""]) == []
    put(Taught("wifi", "no net here"), Taught("vpn", "no net here"))
    for name in ("edit", "remove", "off", "on"):
        assert candidates(["wordings", name, ""]) == ["1", "2"]
        assert candidates(["wordings", name, "1", ""]) == []


def test_state_is_taken_before_and_behind_the_sub_command(tshoot: Tshoot, tmp_path: Path) -> None:
    put(Taught("wifi", "no net here"))
    for words in (("--state", str(tmp_path), "wordings", "list"), ("wordings", "list", "--state", str(tmp_path))):
        assert tshoot(*words) == 0
        assert "There are no wordings yet" in tshoot.out
