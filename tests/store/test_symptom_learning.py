"""What people have called the trees finds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.conftest import Open
from tests.store.indexes import Said, best, notes_builds, notes_trees
from tests.store.trees import put, text


def test_what_people_have_called_a_tree_finds_it(
    opened: Open, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuilt = notes_builds(monkeypatch)
    said, catalogue = Said(), opened()
    assert best(catalogue.search("the grey cube in the corner")) == ""
    catalogue.learn_from(said)
    said.teach("printer", "the grey cube is dead", "grey cube in the corner")
    assert best(catalogue.search("the grey cube in the corner")) == "printer"
    put(library, printer=text("Zebra", "a zebra"), scanner=text("Scanner", "hums"))
    catalogue.refresh()
    assert best(catalogue.search("the grey cube in the corner")) == "printer"
    said.teach("printer")
    assert best(catalogue.search("the grey cube in the corner")) == ""
    assert len(rebuilt) == 1


def test_only_trees_that_are_called_otherwise_are_looked_at(
    opened: Open, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, catalogue = Said(), opened()
    catalogue.learn_from(said)
    said.teach("printer", "the grey cube")
    said.teach("nowhere", "of no tree")
    catalogue.search("wifi")
    written = notes_trees(monkeypatch)
    asked = said.asked
    catalogue.search("wifi")
    assert said.asked == asked
    said.teach("wifi", "blue waves")
    assert best(catalogue.search("blue waves", persona="agent")) == "wifi"
    assert written == ["wifi"]


def test_who_learns_nothing_leaves_what_others_have_learned(opened: Open, library: Path) -> None:
    said, taught, plain = Said(), opened(), opened()
    taught.learn_from(said)
    said.teach("printer", "the grey cube in the corner")
    assert best(taught.search("grey cube in the corner")) == "printer"
    put(library, printer=text("Zebra", "a zebra"))
    plain.refresh()
    assert best(plain.search("grey cube in the corner")) == "printer"
    assert best(taught.search("grey cube in the corner")) == "printer"
