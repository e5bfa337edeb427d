"""The benchmark of finding trees counts right, on tiny sets; its numbers here mean nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.language import openings, routing, routing_speed
from benchmarks.language.openings import Opening, Openings
from benchmarks.language.routers import OURS, PEERS, ROUTERS
from benchmarks.language.routing import Routed
from tshoot.language.symptoms import Document

DOCUMENTS = (
    Document("lamp", "The lamp stays dark", symptoms=("lamp is dark", "no light")),
    Document("door", "The door is stuck", symptoms=("door does not open", "key is stuck")),
)
SAID = Openings(
    "tiny",
    DOCUMENTS,
    (Opening("my lamp is dark", "lamp"), Opening("the door is stuck", "lamp"), Opening("bake a cake", "")),
)


@pytest.mark.parametrize("name", ROUTERS)
def test_every_way_finds_a_tree_by_its_own_phrase(name: str) -> None:
    router = ROUTERS[name](DOCUMENTS)
    assert router("the lamp is dark")[0] == "lamp"
    assert router("door does not open")[0] == "door"
    assert router("")[1] == 0.0


def test_ours_stands_among_the_ways_and_peers_apart() -> None:
    assert OURS in ROUTERS and OURS not in PEERS and ROUTERS.keys() > PEERS


def test_what_is_counted() -> None:
    found = routing.routed(ROUTERS[OURS](DOCUMENTS), SAID)
    assert (found.right, len(found.fitting), len(found.foreign)) == (1, 2, 1)
    assert found.first == 50.0
    assert found.auroc == 100.0
    assert found.refused_at_kept == found.refused == 100.0
    assert found.cells(False)[:2] == ("3", "50.0") and found.cells(False)[-2:] == ("", "")


def test_nothing_is_made_up_where_nothing_is_there() -> None:
    found = Routed(0, (0.7,), (), ())
    assert (found.auroc, found.refused_at_kept, found.refused) == (None, None, None)


def test_the_plot_has_a_row_for_each_step() -> None:
    rows = list(routing.plot(Routed(1, (0.95, 0.05), (), ((0.95, True), (0.05, False), (1.0, True)))))
    assert rows[1].split()[1:5] == ["0.0", "%", "of", "1"] and rows[1].endswith("-")
    assert rows[10].split()[1:5] == ["100.0", "%", "of", "2"] and rows[10].endswith("#")


def test_harder_sets_keep_what_is_meant() -> None:
    mistyped, stories = openings.with_errors(SAID), openings.in_stories(SAID)
    assert [one.tree for one in mistyped.said] == [one.tree for one in SAID.said]
    assert all(one.text != other.text for one, other in zip(mistyped.said, SAID.said, strict=True))
    assert sorted(one.tree for one in stories.said) == sorted(one.tree for one in SAID.said)
    many = Openings("many", DOCUMENTS, tuple(Opening(f"the lamp is dark {n}", "lamp") for n in range(100)))
    resized = openings.unbalanced(many)
    assert all(2 <= len(one.symptoms) <= 30 for one in resized.documents)
    assert 0 < len(resized.said) < 100


def test_the_public_set_may_be_missing(tmp_path: Path) -> None:
    names = [one.name for one in openings.openings(tmp_path)]
    assert openings.BANKING not in names and "shipped trees" in names


def test_the_parts_of_a_large_library_hand_on_their_figures(tmp_path: Path) -> None:
    assert routing_speed.main("made", 60, tmp_path) == {}
    built, asked = (routing_speed.main(part, 60, tmp_path) for part in ("built", "asked"))
    assert built.keys() == {"built", "memory"}
    assert asked.keys() == {"opened", "found", "high", "changed", "right"}
    assert asked["right"] > 50
