"""What is known at places of small trees: refined by options, conditions, checks and calls, joined, and widened."""

from __future__ import annotations

import pytest

from tests.support import tree
from tshoot.authoring.flow import Flow
from tshoot.authoring.knowledge import Knowledge
from tshoot.authoring.knowledge_values import (
    NOTHING,
    Dates,
    Known,
    Lists,
    Numbers,
    Texts,
    Values,
    holds_value,
    joined_values,
)
from tshoot.authoring.knowledge_words import told
from tshoot.model.fact import Value

HEAD = """
facts:
  os: {type: choice, values: [Windows, macOS, Linux]}
  size: {type: number}
  asked: {type: choice, values: [a, b], prompt: Which?}
  flag: {type: boolean}
  many: {type: list, values: [x, y, z]}
  day: {type: date, max: 2026-12-31}
nodes:
"""


def knowledge(nodes: str, *own: str) -> Knowledge:
    found = tree(HEAD + nodes + "\n  end: {end: resolved}")
    return Knowledge(found, Flow(found, found.start), frozenset(own))


def said(nodes: str, node: str, fact: str, *own: str) -> str:
    known = knowledge(nodes, *own).at(node, fact)
    return "never" if known is None else told({fact: known}).partition(" is ")[2]


@pytest.mark.parametrize(
    ("nodes", "node", "fact", "known"),
    [
        ("  a: {tell: '{os}', then: end}", "a", "os", "any text or not known"),
        ("  a: {ask: Q, fact: os, options: {Windows: b, macOS: end}}\n  b: {tell: '{os}', then: end}",
         "b", "os", "any text or not known"),
        ("  a: {ask: Q, fact: os, options: {Windows: b, macOS: end, Not sure: end}}\n  b: {tell: '{os}', then: end}",
         "b", "os", "'Windows'"),
        ("  a: {ask: Q, options: {x: {goto: b, set: {os: \"'Linux'\"}}, y: end, Not sure: end}}\n"
         "  b: {tell: '{os}', then: end}", "b", "os", "'Linux'"),
        ("  a: {branch: [{when: os == 'Linux', goto: b}, {else: c}]}\n  b: {tell: x, then: end}\n"
         "  c: {tell: x, then: end}", "c", "os", "any text but 'Linux' or not known"),
        ("  a: {branch: [{when: size < 40, goto: end}, {when: known(size), goto: b}, {else: end}]}\n"
         "  b: {tell: x, then: end}", "b", "size", "at least 40"),
        ("  a: {branch: [{when: 3 < size and size <= 9, goto: b}, {else: end}]}\n  b: {tell: x, then: end}",
         "b", "size", "above 3 and at most 9"),
        ("  a: {branch: [{when: day < '2024-03-01', goto: end}, {when: known(day), goto: b}, {else: end}]}\n"
         "  b: {tell: x, then: end}", "b", "day", "a date from 2024-03-01 until 2026-12-31"),
        ("  a: {branch: [{when: day >= '2024-02-28' and day < '2024-03-01' and day != '2024-02-29', goto: b}]}\n"
         "  c: {tell: x, then: end}\n  b: {tell: x, then: end}", "b", "day", "'2024-02-28'"),
        ("  a: {tell: x, when: asked == 'a', then: b}\n  b: {tell: x, when: not known(asked), then: end}",
         "b", "asked", "not known"),
        ("  a: {ask: Q, many: true, fact: many, options: [x, y], then: b}\n"
         "  b: {branch: [{when: \"'x' in many\", goto: c}, {else: end}]}\n  c: {tell: x, then: end}",
         "c", "many", "a list with 'x'"),
        ("  a: {check: wifi, set: {size: result.signal}, on: {off: b}, else: end}\n  b: {tell: '{size}', then: end}",
         "b", "size", "any number or not known"),
        ("  a: {set: {size: \"3\", os: \"'Linux'\"}}\n  b: {call: other, else: c}\n"
         "  c: {tell: '{os}{size}', then: end}",
         "c", "os", "any text"),
        ("  a: {set: {flag: \"true\"}}\n  b: {tell: x, when: not flag, then: end}", "b", "flag", "never"),
        ("  a: {set: {size: \"0\"}}\n  b: {set: {size: size + 1}, then: c}\n"
         "  c: {ask: Q, options: {on: b, off: end}}\n  d: {tell: '{size}', then: end}", "c", "size", "at least 1"),
    ],
)  # fmt: skip
def test_what_is_known_there(nodes: str, node: str, fact: str, known: str) -> None:
    assert said(nodes, node, fact) == known or said(nodes, node, fact).startswith(known + " ")


def test_own_facts_are_not_known_before_they_are_asked() -> None:
    nodes = "  a: {tell: '{asked}', then: b}\n  b: {input: asked, then: c}\n  c: {tell: x, then: end}"
    assert said(nodes, "a", "asked", "asked") == "not known"
    assert said(nodes, "c", "asked", "asked") == "'a' or 'b' or not known"
    known = knowledge(nodes, "asked").at("c", "asked")
    assert known and known.declined and not known.unasked


def test_a_node_is_visited_anew_once_a_fact_was_asked_for() -> None:
    nodes = (
        "  a: {branch: [{when: known(asked), goto: b}, {when: asked == 'a', goto: end}, {else: end}]}\n"
        "  b: {tell: x, then: end}"
    )
    assert said(nodes, "b", "asked", "asked") == "'a' or 'b'"


def test_a_called_tree_may_ask_for_every_fact() -> None:
    nodes = "  a: {call: other, else: b}\n  b: {tell: '{asked}', then: end}"
    known = knowledge(nodes, "asked").at("b", "asked")
    assert known == Known(True, True, Texts())


def test_conditions_that_cannot_hold_or_fail_are_told_apart() -> None:
    found = knowledge(
        "  a: {ask: Q, fact: os, options: {Windows: b, Linux: end, Not sure: end}}\n"
        "  b: {branch: [{when: os == 'Linux', goto: c}, {when: os != 'Linux', goto: end}, {else: c}]}\n"
        "  c: {tell: x, then: end}"
    )
    assert found.conditions["nodes.b.branch.0.when"].holds is None
    assert found.conditions["nodes.b.branch.1.when"].fails is None
    assert "c" not in found.arrivals


def test_from_a_circle_whose_way_out_is_closed_no_end_is_come_to() -> None:
    found = knowledge(
        '  a: {set: {flag: "false"}}\n  b: {ask: Q, options: {x: c, y: c}}\n'
        "  c: {branch: [{when: flag, goto: end}, {else: b}]}"
    )
    assert found.ends() == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (frozenset("a"), frozenset("b"), frozenset("ab")),
        (frozenset("a"), NOTHING, frozenset("a")),
        (Texts(frozenset("ab")), frozenset("a"), Texts(frozenset("b"))),
        (Texts(frozenset("ab")), Texts(frozenset("bc")), Texts(frozenset("b"))),
        (Numbers(1, 2, True, False), Numbers(1, 3, False, True), Numbers(1, 3, False, True)),
        (frozenset((5,)), Numbers(1, 3), Numbers(1, 5)),
        (Lists(frozenset("a"), frozenset("ab")), Lists(may=frozenset("bc")), Lists(may=frozenset("abc"))),
        (Lists(never=frozenset("ab")), Lists(frozenset(), frozenset("a")), Lists(never=frozenset("b"))),
        (Dates("2024-01-01", "2024-02-01"), Dates("2023-01-01", "2024-01-05"), Dates("2023-01-01", "2024-02-01")),
        (Dates("2024-01-01", "2024-02-01"), frozenset(("2025-01-01",)), Dates("2024-01-01", "2025-01-01")),
        (Dates(), Texts(frozenset("a")), Texts()),
        (frozenset((("a", "b"), ("a",))), Lists(may=frozenset("c")), Lists(frozenset(), frozenset("abc"))),
    ],
)  # fmt: skip
def test_joined(one: Values, other: Values, both: Values) -> None:
    assert joined_values(one, other) == both == joined_values(other, one)


@pytest.mark.parametrize(
    ("values", "inside", "outside"),
    [
        (Numbers(1, 3, low_open=True), [1.5, 3], [1, 4, "2", True]),
        (Texts(frozenset(("a",))), ["b", ""], ["a", 3]),
        (Lists(frozenset("a"), frozenset("ab")), [("a",), ("b", "a")], [("b",), ("a", "c"), "a"]),
        (frozenset((True,)), [True], [False]),
        (Dates("2024-01-01", "2024-02-01"), ["2024-01-01", "2024-01-31"], ["2024-02-02", "2024-01-32", 3]),
    ],
)
def test_holds_value(values: Values, inside: list[Value], outside: list[Value]) -> None:
    assert all(holds_value(values, value) for value in inside)
    assert not any(holds_value(values, value) for value in outside)


def test_a_fact_that_is_never_known_is_told_from_one_that_may_be() -> None:
    assert Known(True, False, NOTHING).never
    assert not Known(True, False, Texts()).never
