"""Walks by chance: what they find, how short it is told, and that a seed gives the same walks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

import pytest

from tests.support import tree as tree_of
from tshoot.authoring.testchance import sample
from tshoot.authoring.testlint import lint_tests
from tshoot.authoring.testrandom import Failing, RandomWalks, as_test
from tshoot.authoring.testrun import run_test
from tshoot.authoring.testyaml import to_yaml
from tshoot.authoring.treetest import parse_tests
from tshoot.cli.testfiles import summary
from tshoot.conversation.hearing import hear
from tshoot.conversation.texts import closing
from tshoot.engine.session import Session
from tshoot.language.pattern import compile_pattern
from tshoot.language.values import Unfit, read_value
from tshoot.model.fact import FactType
from tshoot.model.tree import DecisionTree

START = "start: {ask: Go?, options: {Yes: fine, No: b}}, fine: {end: resolved, tell: Good.}"


def ends(session: Session) -> Sequence[str]:
    return (*closing(session, "TEST", session.state.persona), summary(session))


def walked(source: str, count: int = 60, seed: str = "0", **others: str) -> tuple[DecisionTree, list[Failing]]:
    tree = tree_of(source)
    trees = {name: tree_of(text, name) for name, text in others.items()}
    return tree, RandomWalks(tree, trees.get, ends).run(count, seed)


@pytest.mark.parametrize(
    ("source", "kind", "node", "moves"),
    [
        # Only No leads into the circle; once there, every answer stays in it.
        (f"nodes: {{{START}, b: {{do: X., then: c}}, c: {{do: Y., then: b}}}}", "endless", "c", 17),
        (f"facts: {{x: {{type: number}}}}\nnodes: {{{START}, b: {{set: {{x: x + 1}}, then: c}},"
         " c: {set: {x: x + 1}, then: b}}", "endless", "start", 1),
        (f"nodes: {{{START}, b: {{do: X., then: c}}, c: {{tell: And now?}}}}", "silent end", "b", 2),
        (f"nodes: {{{START}, b: {{end: unsupported}}}}", "silent end", "start", 1),
        (f"facts: {{x: {{type: text}}}}\nnodes: {{{START}, b: {{set: {{x: \"''\"}}, then: c}},"
         " c: {end: unsupported, tell: 'We know {x}.'}}", "empty placeholder", "c", 1),
        (f"facts: {{x: {{type: text}}}}\nnodes: {{{START}, b: {{set: {{x: \"''\"}}, then: c}},"
         " c: {ask: 'Is {x} it?', options: {A: fine}}}", "empty placeholder", "c", 1),
    ],
)  # fmt: skip
def test_the_shortest_walk_to_a_trouble(source: str, kind: str, node: str, moves: int) -> None:
    _, found = walked(source)
    assert [(one.trouble.kind, one.trouble.node, len(one.moves)) for one in found] == [(kind, node, moves)]


@pytest.mark.parametrize(
    "source",
    [
        f"nodes: {{{START}, b: {{do: X., then: start}}}}",
        f"nodes: {{{START}, b: {{do: X., then: c}}, c: {{tell: Hm.}}}}\nescalate: {{to: 'queue:desk'}}",
        f"nodes: {{{START}, b: {{end: unsupported, tell: Not here.}}}}",
        f"nodes: {{{START}, b: {{end: escalate}}}}",
        f"facts: {{x: {{type: text}}}}\nnodes: {{{START}, b: {{input: {{fact: x}}, then: c}},"
        " c: {end: unsupported, tell: 'We know {x}.'}}",
        f"nodes: {{{START}, b: {{check: wifi, on: {{off: fine}}, ask: Is it off?, options: {{Yes: fine, No: c}}}},"
        " c: {call: other, on: {resolved: fine}, else: d}, d: {handoff: other}}",
    ],
)
def test_a_retry_a_way_out_and_a_word_at_the_end_are_no_trouble(source: str) -> None:
    other = "nodes: {bench: {ask: Open?, many: true, none: Neither, options: [A, B], then: z}, z: {end: resolved}}"
    assert walked(source, other=other)[1] == []


def test_an_exception_is_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(session: Session) -> Sequence[str]:
        raise KeyError("no such thing")

    tree = tree_of(f"nodes: {{{START}, b: {{end: resolved}}}}")
    (found, *_) = RandomWalks(tree, lambda name: None, fails).run(10, "0")
    assert str(found.trouble) == "exception at 'start' of 't': KeyError: 'no such thing'"
    assert len(found.moves) == 1


def test_a_seed_gives_the_same_walks() -> None:
    source = f"nodes: {{{START}, b: {{do: X., then: c}}, c: {{tell: And now?}}}}"
    once, again = walked(source)[1], walked(source)[1]
    assert once == again
    assert walked(source, seed="other")[1][0].count != once[0].count


def test_what_nobody_knew_is_counted_and_no_trouble() -> None:
    source = (
        "facts: {x: {type: text}}\nnodes: {a: {input: {fact: x}, then: b}, b: {end: resolved, tell: 'Is {x}.'}}"
    )
    walks = RandomWalks(tree_of(source), lambda name: None, ends)
    assert walks.run(100, "0") == []
    assert list(walks.unknown) == [("t", "b", "x")]


def test_the_walk_is_a_test_that_comes_to_the_same_end() -> None:
    source = """
facts: {n: {type: number}, card: {pattern: "[0-9]{4}"}}
nodes:
  look: {check: wifi, on: {off: number}, else: number, ask: Off?, options: {Yes: number, No: number}}
  number: {input: {fact: n}, then: card}
  card: {input: {fact: card}, then: which}
  which: {ask: Which?, many: true, options: [One, Two], then: go}
  go: {call: helper, on: {resolved: leave}, else: leave}
  leave: {handoff: other}
"""
    helper = "nodes: {h: {ask: Help?, options: {Yes: z, No: z}}, z: {end: resolved}}"
    other = "nodes: {o: {ask: Here?, options: {Yes: z, No: z}}, z: {end: unsupported}}"
    tree, found = walked(source, helper=helper, other=other)
    trees = {"helper": tree_of(helper, "helper"), "other": tree_of(other, "other")}
    assert [(one.trouble.kind, one.trouble.tree, one.trouble.node) for one in found] == [
        ("silent end", "other", "o")
    ]
    text = to_yaml(as_test(found[0], tree, trees.get), note="it's *this*")
    parsed = parse_tests("tests:\n" + text, "t.test.yaml")
    assert lint_tests(parsed, tree) == ()
    (test,) = parsed.tests
    result = run_test(test, tree, trees.get, hear, summary)
    assert result.failures == ()
    assert result.lines[-1].text == "unsupported"
    assert (test.follow, test.calls) == (True, {"helper": "walk"})


@pytest.mark.parametrize("pattern", ["[0-9]{6}", "[A-Z]{2}-\\d+", "a|b", "x?y*", "\\w{3}"])
def test_a_sample_fits_its_pattern(pattern: str) -> None:
    for seed in range(20):
        assert compile_pattern(pattern).matches(sample(pattern, Random(seed)))


def test_a_pattern_that_is_none_gives_nothing_that_fits() -> None:
    assert sample("(", Random(0)) == ""
    assert isinstance(read_value(sample("(", Random(0)), FactType("x"), date(2026, 1, 1)), Unfit)
