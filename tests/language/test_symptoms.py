"""Which tree: typical messages over a small library, and what ranking promises."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tshoot.language.explaining import explained
from tshoot.language.small_library import SmallLibrary
from tshoot.language.symptoms import FITS, Document, Ranked, rank

DOCUMENTS = (
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
LIBRARY = SmallLibrary(DOCUMENTS)


def ranked(text: str) -> list[Ranked]:
    return rank(text, LIBRARY)


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
        ("forgotmy password", "password"),
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
        "My aunt grows roses. This spring they turned brown. It rained a lot in April. What would you do in her place?",
    ],
)
def test_what_no_tree_is_about_does_not_fit(text: str) -> None:
    assert not [one for one in ranked(text) if one.score >= FITS]


@pytest.mark.parametrize("text", ["", "   ", "\x00", "\ud800", "?!", ". . .\n\n"])
def test_nothing_to_go_by_ranks_nothing(text: str) -> None:
    assert ranked(text) == []


def test_not_symptoms_push_their_tree_away() -> None:
    text = "connected to wifi but no internet"
    free = SmallLibrary(
        Document(one.tree, one.title, one.summary, one.symptoms, area=one.area) for one in DOCUMENTS
    )
    before = {one.tree: one.score for one in rank(text, free)}
    after = {one.tree: one.score for one in ranked(text)}
    assert after.get("wifi", 0.0) < before["wifi"] / 2


def test_not_symptoms_that_are_not_said_push_nothing_away() -> None:
    assert ranked("cannot connect to wifi")[0].tree == "wifi"


def test_the_words_that_matched_are_named() -> None:
    assert ranked("my printers are stuck")[0].words == ("printers", "stuck")


def test_misspelt_words_are_named_with_what_they_were_read_as() -> None:
    best = ranked("my pritner is stcuk")[0]
    assert (best.words, best.respelt) == (("pritner", "stcuk"), (("pritner", "printer"), ("stcuk", "stuck")))


@pytest.mark.parametrize("text", ["my spring is broken", "a rapid question", "the sprinter"])
def test_words_that_are_right_are_not_read_as_others(text: str) -> None:
    assert [one.respelt for one in ranked(text) if one.respelt] == []


def test_the_order_is_by_score_and_scores_are_shares() -> None:
    scores = [one.score for one in ranked("wifi password printer internet slow")]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_a_story_around_it_takes_little_away() -> None:
    story = (
        "My colleague says hello. We were on holiday in Spain for two weeks. {} The weather was lovely. Bye, Kim."
    )
    for text, tree in (("the printer is not printing", "printer"), ("I forgot my password", "password")):
        best = ranked(story.format(f"{text.capitalize()}."))[0]
        assert best.tree == tree and best.score >= FITS


def test_only_pieces_of_words_are_never_enough() -> None:
    found = ranked("reprintable passwordless nonslower")
    assert all(one.score < FITS for one in found if not one.words)


def test_what_people_have_called_a_tree_counts() -> None:
    text = "the grey box in the corner is dead"
    taught = SmallLibrary(
        Document(one.tree, one.title, one.summary, one.symptoms, learned=("grey box in the corner",))
        if one.tree == "printer"
        else one
        for one in DOCUMENTS
    )
    assert not ranked(text) or ranked(text)[0].score < FITS
    assert rank(text, taught)[0].tree == "printer" and rank(text, taught)[0].score >= FITS


def test_an_empty_library_ranks_nothing() -> None:
    assert rank("printer", SmallLibrary([])) == []


def test_a_tree_without_words_is_harmless() -> None:
    odd = SmallLibrary([Document("odd", "???"), Document("printer", "Printer")])
    assert rank("printer", odd)[0].tree == "printer"


@pytest.mark.parametrize(
    "text", ["printer kaputt " * 70_000, "a. " * 350_000, "x" * 1_000_000, "\0\x1b\x07" * 300_000]
)
def test_a_megabyte_is_quick(text: str) -> None:
    begun = time.process_time()
    assert isinstance(ranked(text), list)
    assert time.process_time() - begun < 0.5


@given(st.text(max_size=80))
def test_no_text_raises_and_the_same_text_ranks_the_same(text: str) -> None:
    assert ranked(text) == ranked(text)


@given(st.lists(st.text(max_size=20), max_size=4), st.text(max_size=30))
@example(["1:A"], "0:A")  # next to nothing in common, and no whole word
def test_no_library_raises(phrases: list[str], text: str) -> None:
    library = SmallLibrary([Document("a", "".join(phrases[:1]), symptoms=tuple(phrases)), *DOCUMENTS[:2]])
    assert all(0 < one.score <= 1 for one in rank(text, library))


@pytest.mark.parametrize(
    ("text", "tree", "phrase", "near"),
    [
        ("my printers are stuck", "printer", "Printer does not print", ()),
        ("the pritner has a paper jam", "printer", "paper jam", ()),
        ("my notebook freezes all the time", "slow", "laptop freezes all the time", (("notebook", "laptop"),)),
    ],
)
def test_why_a_tree_was_found(text: str, tree: str, phrase: str, near: tuple[tuple[str, str], ...]) -> None:
    best = ranked(text)[0]
    document = next(one for one in DOCUMENTS if one.tree == best.tree)
    found = explained(text, best, document)
    assert (found.tree, found.score, found.words) == (tree, best.score, best.words)
    assert (found.phrase, found.near) == (phrase, near)


@given(st.text(max_size=40))
def test_any_text_can_be_explained(text: str) -> None:
    for document in DOCUMENTS:
        assert explained(text, Ranked(document.tree, 0.5), document).score == 0.5
