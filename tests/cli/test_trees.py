"""`tshoot trees` and `tshoot search`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.small_library import BROKEN, Tshoot, write_library


def test_list_has_every_tree_and_fits(tshoot: Tshoot) -> None:
    assert tshoot("trees") == 0
    lines = tshoot.out.splitlines()
    assert [line.split()[0] for line in lines[:4]] == ["Tree", "wifi", "printer", "network"]
    assert all(len(line) <= 80 for line in lines)


def test_broken_files_are_named_with_their_first_reason(tshoot: Tshoot, library: Path) -> None:
    write_library(library, broken=BROKEN)
    assert tshoot("trees") == 0
    assert "1 file cannot be walked" in tshoot.out
    assert "broken.yaml:6:" in tshoot.out and "nowhere" in tshoot.out
    assert "wifi" in tshoot.out


def test_problems_show_source_and_caret(tshoot: Tshoot, library: Path) -> None:
    write_library(library, broken=BROKEN)
    assert tshoot("trees", "--problems") == 0
    assert "[dangling-target]" in tshoot.out
    assert "    options: {Yes: nowhere}" in tshoot.out and "^^^" in tshoot.out


def test_without_problems_it_says_so(tshoot: Tshoot) -> None:
    assert tshoot("trees", "--problems") == 0
    assert tshoot.out == "Every file of the library can be walked.\n"


def test_json_has_broken_ones_with_reasons(tshoot: Tshoot, library: Path) -> None:
    write_library(library, broken=BROKEN)
    assert tshoot("trees", "--json") == 0
    rows = {row["id"]: row for row in json.loads(tshoot.out)}
    assert rows["broken"]["broken"] and "nowhere" in rows["broken"]["problems"][0]
    assert rows["wifi"]["problems"] == [] and rows["network"]["audience"] == "agent"


def test_empty_folder_is_said(tshoot: Tshoot, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert tshoot("trees", "--trees", str(tmp_path / "none")) == 0
    assert "There are no trees in" in tshoot.out


def test_hostile_titles_show_as_text(tshoot: Tshoot, library: Path) -> None:
    write_library(
        library, evil="tree: 1\ntitle: '[red] \u200b[@click=app.quit]x[/]'\nnodes:\n  a: {end: resolved}\n"
    )
    assert tshoot("trees") == 0
    assert "[red] [@click=app.quit]x[/]" in tshoot.out and "\u200b" not in tshoot.out


@pytest.mark.parametrize(("words", "code", "said"), [
    (("my", "wifi", "keeps", "dropping"), 0, "1. Wi-Fi does not connect"),
    (("the printer is not printing",), 0, "To walk the first one: tshoot run printer"),
    (("zzz qqq",), 1, "No tree fits this."),
])  # fmt: skip
def test_search(tshoot: Tshoot, words: tuple[str, ...], code: int, said: str) -> None:
    assert tshoot("search", *words) == code
    assert said in tshoot.out


def test_search_names_the_words_that_speak_for_a_tree(tshoot: Tshoot) -> None:
    assert tshoot("search", "--json", "wifi keeps dropping today") == 0
    found = json.loads(tshoot.out)
    assert found["fits"] and found["trees"][0]["tree"] == "wifi"
    assert set(found["trees"][0]["words"]) == {"wifi", "keeps", "dropping"}
    assert found["trees"][0]["score"] > 0.5


def test_search_hides_agents_trees_from_users(tshoot: Tshoot) -> None:
    assert tshoot("search", "packet loss on the backbone") == 1
    assert tshoot("search", "--as", "agent", "packet loss on the backbone") == 0
    assert "Network fault" in tshoot.out


def test_search_without_words(tshoot: Tshoot) -> None:
    assert tshoot("search", "  ") == 2
    assert "no words" in tshoot.err
