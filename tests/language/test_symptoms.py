"""Which tree: typical messages over a small library, and what the index promises."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.language.spelling import nearest, spell
from tshoot.language.symptoms import FITS, CorpusStats, Document, Ranked, build, query_features, rank

LIBRARY = (
    Document("wifi", "Wi-Fi will not connect", "From no network in the list to connected.",
             ("cannot connect to wifi", "wifi keeps asking for the password", "wireless network missing"),
             ("connected to wifi but no internet",), "network"),
    Document("no-internet", "Connected but no internet", "The network is there, pages do not load.",
             ("connected to wifi but no internet", "web pages do not load", "internet is down"), area="network"),
    Document("printer", "Printer does not print", "From silence to paper.",
             ("printer not printing", "nothing comes out of the printer", "paper jam", "job stuck in the queue")),
    Document("password", "Password reset", "A new password when the old one is forgotten or expired.",
             ("forgot my password", "my password has expired", "reset my password")),
    Document("slow", "Slow computer", "",
             ("computer is very slow", "everything takes ages", "laptop freezes all the time")),
    Document("sound", "No sound in calls", "",
             ("nobody hears me in meetings", "microphone does not work", "no sound in calls")),
)  # fmt: skip
BUILT = build(LIBRARY)


def fetch(wanted: Sequence[str]) -> Mapping[str, Sequence[tuple[int, float]]]:
    return {feature: BUILT.postings[feature] for feature in wanted if feature in BUILT.postings}


def ranked(text: str) -> list[Ranked]:
    return rank(text, BUILT.stats, fetch, lambda _: BUILT.vocabulary)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("i cant connect to the wi-fi", "wifi"),
        ("WIFI KEEPS ASKING FOR MY PASSWORD", "wifi"),
        ("connected to wifi but there is no internet", "no-internet"),
        ("the printer doesnt print anything", "printer"),
        ("pritner not pritning", "printer"),
        ("there's a paper jam", "printer"),
        ("I forgot my pasword", "password"),
        ("my laptop froze again, it is so slow", "slow"),
        ("no one can hear me in a meeting", "sound"),
        ("Hi there! I hope you are well. I have a Lenovo ThinkPad from 2021, bought by my boss. Since May nothing "
         "comes out of the printer. Can you please help? Thanks a lot, Anna", "printer"),
    ],
)  # fmt: skip
def test_the_right_tree_comes_first_and_fits(text: str, tree: str) -> None:
    best = ranked(text)[0]
    assert best.tree == tree
    assert best.score >= FITS


@pytest.mark.parametrize(
    "text",
    [
        "what is the weather tomorrow",
        "tell me a joke",
        "asdf qwer zxcv",
        "打印机",
        "👍👍",
        "i would like to order a pizza",
    ],
)
def test_what_no_tree_is_about_does_not_fit(text: str) -> None:
    assert not [one for one in ranked(text) if one.score >= FITS]


@pytest.mark.parametrize("text", ["", "   ", "\x00", "\ud800", "?!"])
def test_nothing_to_go_by_ranks_nothing(text: str) -> None:
    assert ranked(text) == []


def test_not_symptoms_push_their_tree_away() -> None:
    text = "connected to wifi but no internet"
    free = build([Document(one.tree, one.title, one.summary, one.symptoms) for one in LIBRARY])
    before = {one.tree: one.score for one in rank(text, free.stats, lambda wanted: free.postings)}
    after = {one.tree: one.score for one in ranked(text)}
    assert after.get("wifi", 0.0) < before["wifi"] / 2


def test_the_words_that_matched_are_named() -> None:
    assert ranked("my printers are stuck")[0].words == ("printers", "stuck")


def test_the_order_is_by_score_and_scores_are_shares() -> None:
    scores = [one.score for one in ranked("wifi password printer internet slow")]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_the_index_is_plain_data() -> None:
    assert set(query_features("wifi printer")) & BUILT.postings.keys()
    assert all(isinstance(weight, float) for listed in BUILT.postings.values() for _, weight in listed)
    assert [one.tree for one in BUILT.stats.documents if one.against] == ["wifi"]
    assert "printer" in BUILT.vocabulary


def test_an_empty_library_ranks_nothing() -> None:
    empty = build([])
    assert rank("printer", empty.stats, lambda wanted: {}) == []
    assert rank("printer", CorpusStats(), lambda wanted: {}) == []


def test_a_tree_without_words_is_harmless() -> None:
    odd = build([Document("odd", "???"), Document("printer", "Printer")])
    assert rank("printer", odd.stats, lambda wanted: odd.postings)[0].tree == "printer"


def test_a_megabyte_is_quick() -> None:
    begun = time.perf_counter()
    assert isinstance(ranked("printer kaputt " * 70_000), list)
    assert time.perf_counter() - begun < 0.5


@given(st.text(max_size=80))
def test_no_text_raises_and_the_same_text_ranks_the_same(text: str) -> None:
    assert ranked(text) == ranked(text)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("pritner", "printer"), ("pasword", "password"), ("internt", "internet"), ("rpinter", "printer"), ("wfii", "wifi"),
     ("sprinter", None), ("keyboard", None), ("ward", None)],
)  # fmt: skip
def test_spelling(word: str, expected: str | None) -> None:
    assert nearest(word, ["printer", "password", "internet", "wifi", "at"]) == expected


def test_spelling_leaves_numbers_and_short_words() -> None:
    assert spell(["f12", "abc", "win11x"], lambda _: ["f13", "abd", "win12x"]) == {}
