"""The picture of a tree, of a library, and its counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from textwrap import dedent

import pytest

from tests.engine.wild import source
from tests.support import Library, tree
from tshoot.authoring.flow import ENDS, Flow
from tshoot.authoring.library_map import map_of
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.picture import LEFT, Line, Picture, picture_of
from tshoot.authoring.picture_counts import with_counts
from tshoot.engine.tally import Tally
from tshoot.engine.ways import FIXED
from tshoot.model.tree import DecisionTree, End, Handoff, Tell
from tshoot.model.wording import Wording

EVERY = """
    escalate: queue:desk
    facts: {speed: {type: number}}
    nodes:
      look:
        check: wifi
        on: {off: turn}
        ask: Is it on?
        options: {Yes: {goto: turn, when: speed > 3}, No: {label: Not at all, goto: route}}
      turn: {do: Turn it., else: route}
      route: {branch: [{when: speed > 5, goto: list}]}
      list:
        try:
          - {id: one, do: "Press *it*.", cost: 2, chance: 0.4, then: pause}
          - {id: two, do: Shake it., when: speed > 1}
        else: sub
      pause: {wait: 120, tell: It restarts., then: return}
      sub: {call: other, on: {good: out}, else: say}
      say: {tell: Nearly there., when: speed > 9, then: nowhere}
      out: {handoff: other, reason: It is deep.}
      last: {end: workaround, tell: It works.}
"""


def lines(picture: Picture, source: str) -> list[tuple[str, str, str, str, str]]:
    return [(one.key, one.kind, one.target, one.label, one.when) for one in picture.lines if one.source == source]


def every() -> Picture:
    return picture_of(unsound(EVERY))


def unsound(text: str) -> DecisionTree:
    """A tree that may have mistakes."""
    parsed = parse_tree(f"tree: 1\ntitle: T\n{dedent(text)}", "t.yaml")
    assert parsed.tree
    return parsed.tree


@pytest.mark.parametrize(("node", "expected"), [
    ("look", [("on.off", "result", "turn", "off", ""), ("options.Yes", "option", "turn", "Yes", "speed > 3"),
              ("options.No", "option", "route", "Not at all", "")]),
    ("turn", [("fixed", "fixed", FIXED, "", ""), ("else", "else", "route", "", "")]),
    ("route", [("branch.0", "arm", "list", "", "speed > 5"), ("else", "else", "list", "", "")]),
    ("list", [("fixed", "fixed", FIXED, "", ""), ("else", "else", "sub", "", ""),
              ("try.0", "fix", "pause", "one", "")]),
    ("pause", [("then", "then", "list", "", "")]),
    ("sub", [("on.good", "returned", "out", "good", ""), ("else", "else", "say", "", "")]),
    ("say", [("then", "then", "nowhere", "", ""), ("when", "passed", "nowhere", "", "speed > 9")]),
    ("out", []),
    ("last", []),
])  # fmt: skip
def test_each_kind_has_its_ways(node: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert lines(every(), node) == expected


def test_boxes_say_what_they_are() -> None:
    boxes = every().by_id
    assert {name: box.kind for name, box in boxes.items()} == {
        "look": "check", "turn": "do", "route": "branch", "list": "try", "pause": "wait", "sub": "call", "say": "tell",
        "out": "handoff", "last": "end", FIXED: "end", "nowhere": "missing",
    }  # fmt: skip
    assert boxes["list"].fixes[0].text == "Press it." and boxes["list"].fixes[0].then
    assert (boxes["out"].outcome, boxes["out"].to, boxes["out"].text) == ("handed off", "other", "It is deep.")
    assert boxes["pause"].text == "2 min: It restarts."
    assert not boxes["last"].reached and boxes["look"].reached


@pytest.mark.parametrize(("end", "to"), [
    ("escalate", "network"), ("escalate, to: desk", "desk"), ("resolved", ""),
])  # fmt: skip
def test_an_escalation_that_names_no_place_shows_that_of_its_tree(end: str, to: str) -> None:
    assert picture_of(unsound(f"escalate: network\nnodes: {{a: {{end: {end}}}}}")).by_id["a"].to == to


def test_the_end_of_the_file_is_a_box() -> None:
    picture = picture_of(unsound("escalate: network\nnodes: {a: {tell: Hm.}}"))
    assert [(line.source, line.target) for line in picture.lines] == [("a", LEFT)]
    assert picture.by_id[LEFT].to == "network"


@pytest.mark.parametrize("seed", range(60))
def test_ways_lead_where_the_rules_about_ways_say(seed: int) -> None:
    parsed = parse_tree(source(Random(seed)), "a.yaml")
    assert parsed.tree
    flow, picture = Flow(parsed.tree, parsed.tree.start), picture_of(parsed.tree)
    for name, node in parsed.tree.nodes.items():
        if isinstance(node, Handoff | End):
            continue
        expected = {{ENDS: FIXED, "": LEFT}.get(target, target) for target in flow.targets(name)}
        own = [line for line in picture.lines if line.source == name]
        assert {line.target for line in own} - {"return"} == expected


def test_counts_stand_where_their_ways_are_and_the_rest_is_named() -> None:
    ways = {("look", "on.off", "turn"): 3, ("look", "options.Maybe", "turn"): 2, ("turn", "else", "route"): 4}
    tally = Tally(5, 6, ways, {"turn": 2, "old": 1}, {"look": 1}, {"look": 7}, {"one": (4, 1)}, {2: 5}, 1, 2)
    picture = with_counts(every(), tally)
    assert {(line.source, line.key): line.times for line in picture.lines if line.times} == {
        ("look", "on.off"): 3, ("turn", "else"): 4,
    }  # fmt: skip
    boxes = picture.by_id
    assert (boxes["turn"].stopped, boxes["look"].person, boxes["look"].unsure) == (2, 1, 7)
    assert (boxes["list"].fixes[0].tried, boxes["list"].fixes[0].helped) == (4, 1)
    assert picture.notes == (
        "Counted over 5 cases on 2 versions of the tree; half of them gave 2 answers or fewer. It was entered 6 times.",
        "Ways of other versions that are gone: 'Maybe' of 'look' to 'turn' (2).",
        "Cases that stand at nodes that are gone: old (1).",
        "1 case could not be read, or the version of the tree is gone.",
    )


def test_without_a_case_there_are_no_counts() -> None:
    picture = with_counts(every(), Tally(0, 0, {}, {}, {}, {}, {}, {}, 0, 0))
    assert not picture.counted and picture.notes == ("No case was walked on this tree yet.",)


def test_the_map_of_a_library() -> None:
    library = Library(
        b="tier: 1\nnodes: {a: {call: c, else: x}, x: {handoff: deep}, y: {handoff: deep}}",
        deep="tier: 2\nescalate: queue:vendor\nnodes: {a: {end: escalate, to: gone}}",
        c="tier: 1\nstatus: draft\nnodes: {a: {end: resolved}}",
    )
    picture = map_of(library.newest.values())
    assert [(box.id, box.kind, box.group) for box in picture.boxes] == [
        ("b", "tree", "Tier 1"), ("c", "tree", "Tier 1"), ("deep", "tree", "Tier 2"),
        ("gone", "missing", "Not in this library"), ("queue:vendor", "queue", "Queues"),
    ]  # fmt: skip
    assert picture.lines[:2] == (
        Line(source="b", target="c", key="calls", label="calls"),
        Line(source="b", target="deep", key="hands off to", label="hands off to"),
    )
    assert picture.by_id["c"].outcome == "draft"


def test_shipped_trees_have_every_node_in_their_picture() -> None:
    for path in sorted((Path(__file__).parents[2] / "decision_trees").glob("*.yaml")):
        if ".test" not in path.name and path.stem != "glossary":
            parsed = parse_tree(path.read_bytes(), str(path))
            assert parsed.tree
            assert set(parsed.tree.nodes) <= set(picture_of(parsed.tree).by_id)


def test_a_hostile_text_is_one_clean_line() -> None:
    hostile = Tell(id="a", text=Wording("\x1b[31mred\nnext\u202e"))
    picture = picture_of(replace(tree("nodes: {a: {tell: Hello.}}"), nodes={"a": hostile}))
    assert picture.by_id["a"].text == "red next"
