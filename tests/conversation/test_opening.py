"""Before a case: which trees are offered, and to whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversation.test_conversation import NETWORK, WIFI, begin, say
from tests.workplaces import Office
from tshoot.conversation.opening import areas, broken, common, find, unfinished

PRINTER = """
tree: 1
title: Printer does not print
area: printing
symptoms: [printer does not print, nothing comes out of the printer, paper jam]
nodes:
  a: {ask: Is it on?, options: {Yes: b, No: b}}
  b: {end: resolved}
"""
DRAFT = PRINTER.replace("title:", "status: draft\ntitle:")
HELPER = "tree: 1\ntitle: Called by others\nnodes:\n  a: {end: resolved}\n"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    trees = {
        "wifi": WIFI,
        "network": NETWORK,
        "printer": PRINTER,
        "draft": DRAFT,
        "helper": HELPER,
        "bad": "tree: [1",
    }
    with Office(tmp_path, **trees) as office:
        yield office


def test_the_tree_that_is_meant_comes_first(office: Office) -> None:
    found = find(office.workplace(), "hello, nothing comes out of my printer since monday")
    assert found.fits
    assert found.hits[0].tree == "printer"
    assert "printer" in found.hits[0].words


@pytest.mark.parametrize("text", ["the toaster burns", "", "???", "\x00\ud800", "x" * 100_000])
def test_nothing_fits_and_that_is_said(office: Office, text: str) -> None:
    assert not find(office.workplace(), text).fits


def test_a_user_is_not_offered_agents_trees(office: Office) -> None:
    user = {hit.tree for hit in find(office.workplace(), "network path").hits}
    agent = {hit.tree for hit in find(office.workplace("agent"), "network path").hits}
    assert "network" not in user
    assert "network" in agent
    assert "draft" not in user | agent


def test_browsing_by_area_leaves_out_what_only_others_call(office: Office) -> None:
    offered = {area: [entry.id for entry in entries] for area, entries in areas(office.workplace()).items()}
    assert offered == {"other": ["wifi"], "printing": ["printer"]}


def test_common_problems_follow_the_cases(office: Office) -> None:
    assert [entry.id for entry in common(office.workplace())] == ["printer", "wifi"]
    for _ in range(3):
        begin(office).close()
    assert [entry.id for entry in common(office.workplace())] == ["wifi", "printer"]


def test_an_unfinished_case_is_found_until_it_ends(office: Office) -> None:
    assert unfinished(office.workplace()) is None
    conversation = say(begin(office), "no", "yes", "yes", "HomeNet")
    waiting = unfinished(office.workplace())
    assert waiting
    assert (waiting.case, waiting.title) == (conversation.case, "Wi-Fi will not connect")
    say(conversation, "it works now")
    assert unfinished(office.workplace()) is None


def test_a_broken_tree_is_counted_and_stops_nothing(office: Office) -> None:
    assert broken(office.workplace()) == 1


def test_a_faint_resemblance_is_shown_as_such(office: Office) -> None:
    found = find(office.workplace(), "what comes out of the oven smells of fish")
    assert not found.fits
    assert [hit.tree for hit in found.nearest] == ["printer"]
    assert find(office.workplace(), "the toaster burns").nearest == ()
