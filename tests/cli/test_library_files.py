"""Settings and glossary at the command line: `lint`, `test`, `trees`, `doctor`, `search`, `match`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.small_library import SOURCES, Tshoot
from tshoot.language import answers
from tshoot.language.question import Question, Reading

SETTINGS = "settings: 1\naliases: {Wi-Fi: [the invisible cable]}\nlearn: true\n"
GLOSSARY = "glossary: 1\nterms: {SSID: The name of a Wi-Fi network.}\n"
WRONG = SETTINGS + "colour: red\n"


@pytest.fixture(autouse=True)
def words(library: Path) -> Path:
    (library / "settings.yaml").write_text(SETTINGS)
    (library / "glossary.yaml").write_text(GLOSSARY)
    return library


def test_lint_takes_them_for_what_they_are(tshoot: Tshoot, library: Path) -> None:
    assert tshoot("lint", "--format", "json") == 0
    assert not any("settings" in one["path"] or "glossary" in one["path"] for one in json.loads(tshoot.out))
    assert tshoot("lint") == 0
    assert tshoot.out.splitlines()[-1].startswith(f"{len(SOURCES)} trees")


def test_lint_says_what_is_wrong_with_source_and_caret(tshoot: Tshoot, library: Path) -> None:
    (library / "settings.yaml").write_text(WRONG)
    (library / "glossary.yaml").write_text("glossary: 1\nterm: {A: b}\n")
    assert tshoot("lint") == 1
    assert f"{library / 'settings.yaml'}:4:1: error: the file has no key 'colour'" in tshoot.out
    assert "colour: red\n" in tshoot.out
    assert "did you mean 'terms'?" in tshoot.out


@pytest.mark.parametrize("name", ["settings.yaml", "glossary.yaml"])
def test_lint_of_one_file(tshoot: Tshoot, library: Path, name: str) -> None:
    assert tshoot("lint", str(library / name)) == 0
    assert tshoot.out == "1 file, nothing to say.\n"


def test_lint_of_a_library_that_is_no_default(tshoot: Tshoot, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "settings.yaml").write_text(WRONG)
    assert tshoot("lint", str(tmp_path / "other")) == 1
    assert tshoot.out.splitlines()[-1] == "1 file: 1 error, 0 warnings."


def test_lint_below_a_library_finds_trees(tshoot: Tshoot, library: Path) -> None:
    (library / "sub").mkdir()
    (library / "sub" / "settings.yaml").write_text("tree: 1\ntitle: T\nnodes: {a: {end: resolved}}\n")
    for path in (library, library / "sub", library / "sub" / "settings.yaml"):
        assert tshoot("lint", str(path)) == 0
        assert "tree" in tshoot.out.splitlines()[-1]


def test_a_tree_of_that_name_is_told_its_way(tshoot: Tshoot, library: Path) -> None:
    (library / "settings.yaml").write_text("tree: 1\ntitle: T\nnodes: {a: {end: resolved}}\n")
    assert tshoot("lint", str(library / "settings.yaml")) == 1
    assert "by its name, the file holds the settings of the library" in tshoot.out
    assert "give it another name, such as 'settings-tree.yaml'" in tshoot.out
    assert tshoot.out.count(" error: ") == 1


def test_tests_pass_them_over(tshoot: Tshoot, library: Path) -> None:
    (library / "glossary.yaml").write_text("[")
    assert tshoot("test") == 0
    assert tshoot.out == "0 tests: nothing was tried.\n"


def test_trees_lists_mistakes_apart_from_broken_trees(tshoot: Tshoot, library: Path) -> None:
    assert tshoot("trees") == 0
    assert "istake" not in tshoot.out and "settings" not in tshoot.out
    (library / "settings.yaml").write_text(WRONG)
    assert tshoot("trees") == 0
    assert "cannot be walked" not in tshoot.out
    assert f"{library / 'settings.yaml'}:4: the file has no key 'colour'" in tshoot.out
    assert tshoot("trees", "--problems") == 0
    assert "colour: red" in tshoot.out and "[unknown-key]" in tshoot.out
    assert tshoot("trees", "--json") == 0
    assert {row["id"] for row in json.loads(tshoot.out)} == set(SOURCES)


def test_doctor_counts_and_complains(tshoot: Tshoot, library: Path, no_real_home: Path) -> None:
    def look() -> dict[str, list[tuple[str, str]]]:
        assert tshoot("doctor", "--json") == 0
        found: dict[str, list[tuple[str, str]]] = {}
        for one in json.loads(tshoot.out)["findings"]:
            if one["area"] == "trees":
                found.setdefault(one["name"], []).append((one["level"], one["text"]))
        return found

    assert look()["settings"] == [("ok", "1 name with other words; confirmed wordings are kept")]
    assert look()["glossary"] == [("ok", "1 term")]
    (no_real_home / "state").mkdir(exist_ok=True)
    (no_real_home / "state" / "settings.yaml").write_text("settings: 1\nlearn: maybe\n")
    own, problem = look()["settings"]
    assert own == ("ok", "1 name with other words; confirmed wordings are not kept")
    assert problem[0] == "problem" and "expected true or false" in problem[1]
    assert "broken" not in look()


def test_search_and_match_know_the_words_of_the_company(tshoot: Tshoot) -> None:
    assert tshoot("search", "--json", "the invisible cable keeps dropping") == 0
    assert json.loads(tshoot.out)["trees"][0]["tree"] == "wifi"
    assert tshoot("match", "--json", given='{"text": "the invisible cable keeps dropping"}\n') == 0
    assert json.loads(tshoot.out)["tree"] == "wifi"


@pytest.mark.parametrize("node", ["lamp", "restart", "changed", "toggle", "ssid"])
def test_match_names_the_term(tshoot: Tshoot, monkeypatch: pytest.MonkeyPatch, node: str) -> None:
    def read(text: str, question: Question) -> Reading:
        return Reading("term", term=question.terms[0].index, score=0.9, why="asks about a word")

    monkeypatch.setattr(answers, "read_answer", read)
    asked = json.dumps({"text": "what is an SSID?", "tree": "wifi", "node": node})
    assert tshoot("match", "--json", given=f"{asked}\n") == 0
    found = json.loads(tshoot.out)
    assert (found["kind"], found["term"]) == ("term", "SSID")
    assert found["score"] >= 0.9
    assert tshoot("match", "what is an SSID?", "--tree", "wifi", "--node", node) == 0
    assert "Understood as: a question back: what “SSID” means" in tshoot.out
