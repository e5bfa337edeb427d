"""The outline of a tree, and the map of a library, in the terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.render.graphs import counted, hostile, lamp, picture, wild
from tests.support import Library
from tshoot.authoring.library_map import map_of
from tshoot.authoring.picture import Picture
from tshoot.render.graph_map import map_to_text
from tshoot.render.graph_text import ASCII, to_text
from tshoot.render.graph_words import PSEUDO
from tshoot.render.wrap import cell_width

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("name", "text"), [
    ("graph_lamp.txt", to_text(lamp())),
    ("graph_lamp_ascii.txt", to_text(lamp(), width=60, signs=ASCII)),
    ("graph_lamp_counted.txt", to_text(counted())),
])  # fmt: skip
def test_the_drawing_is_as_it_was_approved(name: str, text: str) -> None:
    assert text == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", range(80))
def test_each_box_is_drawn_once_with_all_its_ways(seed: int) -> None:
    drawn = wild(seed)
    text = to_text(drawn, width=400)
    for box in drawn.boxes:
        if box.id not in PSEUDO:
            heads = re.findall(rf"(?:^|[│ ] |→ ){re.escape(box.id)}  \S", text, re.MULTILINE)
            assert len(heads) == 1, f"{box.id}\n{text}"
    back = text.count("↺")
    assert not back or "(above)" in text


@pytest.mark.parametrize("width", [20, 40, 80, 100])
@pytest.mark.parametrize("seed", range(12))
def test_no_line_is_wider_than_asked(seed: int, width: int) -> None:
    for drawn in (wild(seed), lamp(), counted(), hostile()):
        assert all(cell_width(line) <= width for line in to_text(drawn, width=width).splitlines())


def test_a_target_is_seen_behind_the_longest_label() -> None:
    text = to_text(picture(f"tree: 1\ntitle: T\nnodes:\n  a: {{ask: Go?, options: {{{'very ' * 40}long: c, No: b}}}}\n"
                           "  b: {tell: Hm., then: c}\n  c: {end: resolved}"))  # fmt: skip
    assert "… → c (below) ■ resolved" in text


def test_plain_signs_are_ascii() -> None:
    assert to_text(lamp(), signs=ASCII).isascii()
    assert map_to_text(shelf(), signs=ASCII).isascii()


def test_colours_are_only_where_they_are_wanted() -> None:
    plain, colored = to_text(counted()), to_text(counted(), color=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[\d*m", "", colored).replace(" \n", "\n") == plain.replace(" \n", "\n")


def test_the_indent_grows_with_the_logarithm_only() -> None:
    ask = "ask: Is it right?, options: {{Yes: n{yes}, No: n{no}}}"
    rows = [f"  n{i}: {{{ask.format(yes=2 * i + 1, no=2 * i + 2)}}}" for i in range(255)]
    rows += [f"  n{i}: {{end: resolved}}" for i in range(255, 511)]
    text = to_text(picture("tree: 1\ntitle: T\nnodes:\n" + "\n".join(rows)))
    assert max(len(re.match(r"[│├└─ ]*", line)[0]) for line in text.splitlines()) <= 3 * 8  # type: ignore[index]


def test_a_long_chain_is_no_failure_and_stays_at_the_margin() -> None:
    rows = [f"  n{i}: {{ask: Next?, options: {{Yes: n{i + 1}, No: last}}}}" for i in range(1000)]
    text = to_text(
        picture(
            "tree: 1\ntitle: T\nnodes:\n" + "\n".join(rows) + "\n  n1000: {tell: Hm.}\n  last: {end: resolved}"
        )
    )
    assert "\nn999  ask: Next?\n" in text


def shelf() -> Picture:
    library = Library(
        wifi="tier: 1\nescalate: deep\nnodes: {a: {call: who, else: x}, x: {handoff: deep},"
        " y: {end: escalate, to: 'queue:desk'}}",
        deep="tier: 2\nstatus: draft\nnodes: {a: {end: escalate, to: gone}}",
        who="tier: 1\nnodes: {a: {end: resolved}}",
    )
    return map_of(library.newest.values())


def test_the_map_has_tiers_ways_and_queues() -> None:
    assert map_to_text(shelf()) == (GOLDEN / "graph_map.txt").read_text(encoding="utf-8")


def test_the_map_keeps_to_the_width() -> None:
    assert all(cell_width(line) <= 40 for line in map_to_text(shelf(), width=40).splitlines())
