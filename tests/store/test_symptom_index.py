"""Searching the symptoms of a library."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.conftest import Open
from tests.store.trees import put, text
from tshoot.language.profile import Document
from tshoot.language.small_library import SmallLibrary
from tshoot.language.symptoms import Ranked, rank
from tshoot.store.catalogue import Catalogue


def ranked(words: str, documents: list[Document]) -> list[Ranked]:
    return rank(words, SmallLibrary(documents))


def test_searching_is_ranking_over_the_stored_index(opened: Open, library: Path) -> None:
    put(
        library,
        vpn=text("VPN drops", "the tunnel ends"),
        mail=text("Mail does not arrive", "no mail since monday"),
    )
    words = "nothing comes out of my printr since monday"
    for catalogue in (opened(), opened()):
        documents = []
        for entry in catalogue.entries():
            if tree := catalogue.tree(entry.id):
                documents.append(Document(tree.id, tree.title, tree.summary, tree.symptoms, area=tree.area))
        expected = ranked(words, documents)
        assert catalogue.search(words, persona="agent", limit=9) == expected
        assert catalogue.search(words, persona="agent", limit=1) == expected[:1]
        assert expected[0].tree == "printer"


@pytest.mark.parametrize(
    ("more", "user", "agent"),
    [
        ("", True, True),
        ("audience: agent", False, True),
        ("tier: 2", False, True),
        ("audience: user", True, True),
        ("status: draft", False, False),
        ("status: retired", False, False),
        ("unknown: key", False, False),
    ],
)
def test_who_finds_what(opened: Open, library: Path, more: str, user: bool, agent: bool) -> None:
    put(library, scanner=text("Scanner", "the scanner hums", more))
    catalogue = opened()
    for persona, finds in (("user", user), ("agent", agent)):
        assert any(one.tree == "scanner" for one in catalogue.search("my scanner hums", persona=persona)) is finds


def found_by(catalogue: Catalogue, words: str) -> list[str]:
    return [one.tree for one in catalogue.search(words)]


def test_the_index_follows_the_files(opened: Open, library: Path) -> None:
    one, other = opened(), opened()
    assert "scanner" not in found_by(one, "scanner") + found_by(other, "scanner")
    put(library, scanner=text("Scanner", "the scanner hums"))
    one.refresh()
    assert found_by(one, "scanner")[0] == found_by(other, "scanner")[0] == "scanner"
    (library / "scanner.yaml").unlink()
    one.refresh()
    assert "scanner" not in found_by(one, "scanner")


@pytest.mark.parametrize("all_of_them", [100, 0])
@pytest.mark.parametrize(
    "words",
    ["", "   ", "?!", "\0", "\ud800", "'; DROP TABLE files; --", "x" * 5000, "ä 漢 🙂", 'printer" OR "a',
     "NEAR(printer)", "printer AND everybody : *", "printer ²³ ½ ⅷ ٣", "printer\u0301 Ｐｒ",
     "printer " * 5000],
)  # fmt: skip
def test_no_words_whatever_break_the_search(
    opened: Open, monkeypatch: pytest.MonkeyPatch, words: str, all_of_them: int
) -> None:
    monkeypatch.setattr("tshoot.store.symptom_db.ALL", all_of_them)
    assert [one for one in opened().search(words) if not 0 <= one.score <= 1] == []


def test_odd_words_of_trees_are_found_by_full_text_too(
    opened: Open, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tshoot.store.symptom_db.ALL", 0)
    odd = ("m² of paper", "打印机卡纸", "über-printer", 'no "quotes" OR else', "c++ and c#", "AND NOT NEAR")
    put(library, **{f"odd{place}": text(f"Odd {place}", f"'{phrase}'") for place, phrase in enumerate(odd)})
    catalogue = opened()
    assert [catalogue.search(phrase)[0].tree for phrase in odd] == [f"odd{place}" for place in range(len(odd))]


def test_an_empty_library(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    catalogue = opened(tmp_path / "empty")
    assert (catalogue.entries(), catalogue.all_problems(), catalogue.search("wifi")) == ([], [], [])


def test_why_is_told_where_it_is_asked_for(opened: Open) -> None:
    catalogue = opened()
    words = "nothing comes out of my printr"
    plain, told = catalogue.search(words)[0], catalogue.search(words, explain=True)[0]
    assert (plain.phrase, told.phrase) == ("", "nothing comes out of the printer")
    assert plain.respelt == told.respelt == (("printr", "printer"),)
