"""Ways to a node by made-up answers, proved by walking them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import AT, Library
from tshoot.authoring.parse import parse_tree
from tshoot.engine.decisions import trace
from tshoot.engine.routes import elsewhere, route
from tshoot.engine.session import Session
from tshoot.engine.trees import Version
from tshoot.model.event import Answered, Checked, Started

TREES = Path(__file__).parents[2] / "decision_trees"

TREE = """
facts:
  size: {type: number, min: 0, max: 500, prompt: How big?}
  code: {type: text, prompt: Which code?}
  signal: {type: number}
nodes:
  first:
    ask: Which?
    options: {A: size, B: code, C: look}
  size: {input: {fact: size}, then: by-size}
  by-size:
    branch:
      - {when: size > 90, goto: huge}
      - {else: end}
  huge: {tell: Huge., then: end}
  code: {input: {fact: code}, then: by-code}
  by-code:
    branch:
      - {when: "code == 'open sesame'", goto: inside}
      - {else: end}
  inside: {do: Walk in., then: several}
  several:
    ask: What do you see?
    many: true
    options: [Gold, Silver]
    none: None of these
    fact: loot
    then: rich
  rich:
    branch:
      - {when: "'Gold' in loot and 'Silver' in loot", goto: party}
      - {else: end}
  party: {wait: 2 minutes, then: end}
  look:
    check: wifi
    set: {signal: result.signal}
    on: {weak: by-signal}
    else: end
    ask: Is it on?
    options: {Yes: asked, No: end}
  by-signal:
    branch:
      - {when: signal < 20, goto: hardly}
      - {else: end}
  hardly: {tell: Hardly., then: end}
  asked: {tell: You said so., then: end}
  never:
    tell: Nobody comes here.
    then: end
  impossible:
    tell: Not with these facts.
    then: end
  end: {end: resolved}
"""


def walked(version: Version, tree: str, target: str, persona: str = "user") -> list[str] | None:
    """The nodes that a walk by the found route passes."""
    start = Started(at=AT, tree=tree, persona=persona)  # type: ignore[arg-type]
    found = route(version, start, target)
    if found is None:
        return None
    session = Session(version)
    session.start(tree, at=AT, persona=start.persona)
    for event in found:
        if isinstance(event, Answered):
            session.answer(event.answer, event.value, at=AT)
        elif isinstance(event, Checked):
            session.checked(event.status, event.result, event.values, at=AT)
    return [node for name, node in trace(session).path if name == tree]


@pytest.mark.parametrize(
    "target",
    ["first", "size", "huge", "inside", "several", "party", "look", "hardly", "asked", "by-signal", "end"],
)
def test_a_way_comes_past_its_node(target: str) -> None:
    path = walked(Library(t=TREE), "t", target)
    assert path is not None and target in path


def test_the_way_is_short() -> None:
    found = route(Library(t=TREE), Started(at=AT, tree="t"), "huge")
    assert found is not None and len(found) == 2


@pytest.mark.parametrize("target", ["never", "nowhere"])
def test_where_no_way_leads_none_is_found(target: str) -> None:
    assert route(Library(t=TREE), Started(at=AT, tree="t"), target) is None


def test_a_tree_that_is_not_there_has_no_ways() -> None:
    assert route(Library(t=TREE), Started(at=AT, tree="other"), "end") is None


def test_a_loop_without_a_way_ends_the_search() -> None:
    source = """
    nodes:
      a: {ask: Again?, options: {Yes: a, No: b}}
      b:
        branch:
          - {when: "os == 'A' and os == 'B'", goto: c}
          - {else: a}
      c: {end: resolved}
    """
    assert route(Library(t=source), Started(at=AT, tree="t"), "c") is None


def test_elsewhere_begins_at_another_node_and_is_another_version() -> None:
    tree = Library(t=TREE).newest["t"]
    other = elsewhere(tree, "inside")
    assert (other.start, other.nodes) == ("inside", tree.nodes) and other.digest != tree.digest


def test_most_nodes_of_the_library_are_reached_and_every_route_holds() -> None:
    found = {
        path.stem: parse_tree(path.read_bytes(), path.name).tree
        for path in (TREES / "wifi.yaml", TREES / "verify-identity.yaml", TREES / "printer.yaml")
    }

    def version(name: str, digest: str) -> object:
        return found.get(name)

    for name, tree in found.items():
        assert tree is not None
        for node in tree.nodes:
            path = walked(version, name, node, "agent" if tree.audience == "agent" else "user")  # type: ignore[arg-type]
            assert path is not None and node in path, (name, node)
