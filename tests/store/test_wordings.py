"""Confirmed wordings: kept once a case, bounded, and changed by an admin."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.samples import CASE, head, start
from tshoot.errors import StorageError, UsageError
from tshoot.store.cases import CaseStore
from tshoot.store.wordings import MOST, Taught, Wordings

AT, LATER = "2026-11-05T10:00:00Z", "2026-11-06T10:00:00Z"
NO_NET = Taught("wifi", "no net here")
GLOWS = Taught("wifi", "it glows a bit", "lamp", "Yes")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CaseStore]:
    with CaseStore(tmp_path / "state") as opened:
        for case in (CASE, "A", "B"):
            opened.create(head(case), [start()])
        yield opened


@pytest.fixture
def kept(store: CaseStore) -> Wordings:
    return store.wordings


def texts(wordings: Wordings) -> list[tuple[str, int]]:
    return [(one.text, one.times) for one in wordings.listed()]


def test_empty(kept: Wordings) -> None:
    assert (kept.phrases_by_tree(), kept.means_at("wifi", "lamp"), kept.listed()) == ({}, {}, [])


def test_what_a_case_taught_is_used(kept: Wordings) -> None:
    kept.add(CASE, [NO_NET, GLOWS], at=AT)
    assert kept.phrases_by_tree() == {"wifi": ("no net here",)}
    assert kept.means_at("wifi", "lamp") == {"Yes": ("it glows a bit",)}
    assert kept.means_at("wifi", "other") == kept.means_at("vpn", "lamp") == {}
    tree, option = kept.listed()
    assert (tree.kind, tree.times, tree.first_seen, tree.last_seen, tree.off) == ("tree", 1, AT, AT, False)
    assert (option.kind, option.tree, option.node, option.option) == ("option", "wifi", "lamp", "Yes")


def test_each_case_teaches_once(kept: Wordings) -> None:
    kept.add(CASE, [NO_NET], at=AT)
    kept.add(CASE, [NO_NET, NO_NET], at=LATER)
    assert texts(kept) == [("no net here", 1)]
    kept.add("A", [Taught("wifi", "No NET here")], at=LATER)
    (one,) = kept.listed()
    assert (one.text, one.times, one.first_seen, one.last_seen) == ("no net here", 2, AT, LATER)


def test_what_a_case_no_longer_teaches_is_unlearned(kept: Wordings) -> None:
    kept.add(CASE, [NO_NET, GLOWS], at=AT)
    kept.add("A", [NO_NET], at=AT)
    kept.add(CASE, [], at=LATER)
    assert texts(kept) == [("no net here", 1)]
    kept.add("A", [GLOWS], at=LATER)
    assert texts(kept) == [("it glows a bit", 1)]


@pytest.mark.parametrize(
    "text", ["", "wifi", "4711", "x " * 31, "ab " * 80, "two\nlines", " two words", "a\x1b b c", "!! ??"]
)
def test_only_phrases_are_kept(kept: Wordings, text: str) -> None:
    kept.add(CASE, [Taught("wifi", text)], at=AT)
    assert kept.listed() == []


def test_odd_names_do_no_harm(kept: Wordings) -> None:
    odd = Taught("w\0\ud800", "quite an odd tree", "n'; --", "Yes\ud800")
    kept.add(CASE, [odd], at=AT)
    kept.add(CASE, [odd], at=AT)
    assert list(kept.means_at("w\0\ud800", "n'; --").values()) == [("quite an odd tree",)]


def test_no_more_than_so_many_for_one_place(kept: Wordings) -> None:
    kept.add("A", [Taught("wifi", "often said here")], at=AT)
    kept.add("B", [Taught("wifi", "often said here")], at=AT)
    for number in range(MOST + 5):
        kept.add(CASE, [Taught("wifi", f"new words no {number}")], at=f"2026-11-05T11:{number:02}:00Z")
        kept._database.rows("UPDATE cases SET taught = '[]'")
    found = kept.phrases_by_tree()["wifi"]
    assert len(found) == MOST
    assert found[0] == "often said here"
    assert f"new words no {MOST + 4}" in found and "new words no 0" not in found
    kept.add("A", [Taught("wifi", "off words", off=True), Taught("wifi", "at lamp", "lamp", "No")], at=AT)
    assert len(kept.listed()) == MOST + 2


def test_the_newest_has_its_chance_among_frequent_ones(kept: Wordings) -> None:
    kept.add(CASE, [Taught("wifi", f"words no {number}") for number in range(MOST)], at=AT)
    kept._database.rows("UPDATE wordings SET times = 9")
    kept.add("A", [NO_NET], at=AT)
    assert "no net here" in kept.phrases_by_tree()["wifi"]


def test_words_that_meant_two_options_mean_none(kept: Wordings) -> None:
    kept.add(CASE, [GLOWS], at=AT)
    kept.add(
        "A",
        [Taught("wifi", "It glows, a bit", "lamp", "No"), Taught("wifi", "dark as night", "lamp", "No")],
        at=AT,
    )
    assert kept.means_at("wifi", "lamp") == {"No": ("dark as night",)}
    first = next(one for one in kept.listed() if one.option == "Yes")
    kept.switch(first.id, on=False)
    assert set(kept.means_at("wifi", "lamp")["No"]) == {"It glows, a bit", "dark as night"}


def test_switching_off_and_on(kept: Wordings) -> None:
    kept.add(CASE, [NO_NET, GLOWS], at=AT)
    for one in kept.listed():
        kept.switch(one.id, on=False)
    assert (kept.phrases_by_tree(), kept.means_at("wifi", "lamp")) == ({}, {})
    kept.add("A", [NO_NET], at=LATER)
    assert kept.phrases_by_tree() == {}, "said again, it stays off"
    kept.switch(kept.listed()[0].id, on=True)
    assert kept.phrases_by_tree() == {"wifi": ("no net here",)}


def test_taught_off(kept: Wordings) -> None:
    kept.add(CASE, [Taught("wifi", "yes it is", "lamp", "No", off=True)], at=AT)
    assert kept.means_at("wifi", "lamp") == {} and kept.listed()[0].off


def test_editing(kept: Wordings) -> None:
    kept.add(CASE, [NO_NET, Taught("wifi", "no web here")], at=AT)
    number = next(one.id for one in kept.listed() if one.text == "no net here")
    assert kept.edit(number, "  no \x1b[31mnetwork\n here ") == "no network here"
    assert kept.get(number).text == "no network here"
    assert kept.edit(number, "No Network here") == "No Network here"
    for text in ("", "one", "x" * 300, "no web here"):
        with pytest.raises(UsageError):
            kept.edit(number, text)
    assert kept.get(number).text == "No Network here"


def test_removing_and_forgetting(kept: Wordings) -> None:
    kept.add(CASE, [NO_NET, GLOWS], at=AT)
    first, second = (one.id for one in kept.listed())
    kept.remove(first)
    assert [one.id for one in kept.listed()] == [second]
    kept.add("A", [NO_NET], at=AT)
    assert first not in [one.id for one in kept.listed()], "a number is never given again"
    assert kept.forget() == 2
    assert (kept.listed(), kept.forget()) == ([], 0)
    assert kept._database.rows("SELECT DISTINCT taught FROM cases") == [("[]",)]


@pytest.mark.parametrize("act", ["edit", "remove", "switch", "get"])
def test_an_unknown_number(kept: Wordings, act: str) -> None:
    acts: dict[str, Callable[[], object]] = {
        "edit": lambda: kept.edit(99, "two words"), "remove": lambda: kept.remove(99),
        "switch": lambda: kept.switch(99, on=True), "get": lambda: kept.get(99),
    }  # fmt: skip
    before = kept.generation()
    with pytest.raises(UsageError, match="There is no wording 99"):
        acts[act]()
    assert kept.generation() == before


def test_the_generation_follows_what_reading_uses(kept: Wordings) -> None:
    seen = [kept.generation()]

    def moved() -> bool:
        seen.append(kept.generation())
        return seen[-1] != seen[-2]

    kept.add(CASE, [NO_NET], at=AT)
    assert moved()
    kept.add(CASE, [NO_NET], at=LATER)
    assert not moved()
    kept.add("A", [NO_NET], at=LATER)
    assert not moved(), "said once more, it is the same phrase"
    kept.add("B", [Taught("wifi", "off words", off=True)], at=AT)
    assert not moved()
    (number, *_) = (one.id for one in kept.listed())
    kept.edit(number, "two words")
    assert moved()
    kept.switch(number, on=False)
    assert moved()
    kept.remove(number)
    assert moved()
    kept.forget()
    assert moved()
    assert seen == sorted(seen)


def test_a_deleted_case_leaves_its_wordings_and_nothing_else(store: CaseStore) -> None:
    store.wordings.add(CASE, [NO_NET], at=AT)
    store.delete(CASE)
    assert texts(store.wordings) == [("no net here", 1)]


def test_an_older_database_is_brought_up(tmp_path: Path) -> None:
    first = (Path(__file__).parents[2] / "tshoot/store/migrations/0001_cases.sql").read_text()
    with closing(sqlite3.connect(tmp_path / "cases.db", isolation_level=None)) as old:
        old.execute("PRAGMA journal_mode = WAL")
        old.executescript(first)
        old.execute("PRAGMA user_version = 1")
    (tmp_path / "cases.db").chmod(0o600)
    with CaseStore(tmp_path) as store:
        store.create(head(), [start()])
        store.wordings.add(CASE, [NO_NET], at=AT)
        assert store.wordings.phrases_by_tree() == {"wifi": ("no net here",)}
        assert store.findings() == []


def test_a_locked_database_is_a_sentence_and_changes_nothing(store: CaseStore) -> None:
    with (
        closing(sqlite3.connect(store.path, isolation_level=None)) as other,
        CaseStore(store.path.parent, patience=0.05) as second,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="Another program is using"):
            second.wordings.add(CASE, [NO_NET], at=AT)
        other.execute("ROLLBACK")
        assert second.wordings.listed() == []
        second.wordings.add(CASE, [NO_NET], at=AT)
    assert texts(store.wordings) == [("no net here", 1)]


def test_a_full_disk_is_a_sentence_and_changes_nothing(store: CaseStore) -> None:
    store._database.rows(f"PRAGMA max_page_count = {store._database.rows('PRAGMA page_count')[0][0]}")
    many = [Taught("wifi", f"{'long ' * 20}words no {number}", f"n{number}", "Yes") for number in range(2000)]
    with pytest.raises(StorageError, match="disk is full"):
        store.wordings.add(CASE, many, at=AT)
    assert store.wordings.listed() == []


def test_two_writers_at_once_count_both(store: CaseStore) -> None:
    def teach(case: str) -> None:
        with CaseStore(store.path.parent) as own:
            own.wordings.add(case, [NO_NET], at=AT)

    threads = [threading.Thread(target=teach, args=(case,)) for case in (CASE, "A", "B")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts(store.wordings) == [("no net here", 3)]
