"""From source to tree: every authored shape, and as much as possible of a wrong file."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from tshoot.authoring.duration import parse_duration
from tshoot.authoring.lint import is_broken, lint_tree
from tshoot.authoring.parse import Parsed, parse_tree
from tshoot.model.codec import from_data, to_data
from tshoot.model.diagnostic import Span
from tshoot.model.tree import (
    Arm,
    Ask,
    Branch,
    Call,
    Check,
    DecisionTree,
    Do,
    End,
    Escalate,
    Handoff,
    Input,
    Option,
    Set,
    Try,
    Wait,
)  # fmt: skip
from tshoot.model.wording import Wording

FIXTURES = Path(__file__).parent / "fixtures"
DATA = Path(os.environ.get("TSHOOT_DATA") or Path(__file__).parents[2].parent / "shared" / "data")


def tree_of(source: str, path: str = "x.yaml") -> DecisionTree:
    parsed = parse_tree(source, path)
    assert parsed.tree is not None
    assert parsed.diagnostics == ()
    return parsed.tree


def nodes(source: str) -> DecisionTree:
    return tree_of(f"tree: 1\ntitle: T\nnodes:\n{source}")


@pytest.fixture(scope="module")
def every_kind() -> DecisionTree:
    return tree_of((FIXTURES / "ok" / "every-kind.yaml").read_text("utf-8"))


def test_header(every_kind: DecisionTree) -> None:
    assert every_kind.title == "Wi-Fi will not connect"
    assert (every_kind.tier, every_kind.audience, every_kind.area) == (1, "both", "network")
    assert (every_kind.owner, every_kind.review_by) == ("service-desk", "2027-05-01")
    assert every_kind.symptoms == ("cannot connect to wifi", "wifi keeps asking for the password")
    assert every_kind.not_symptoms == ("connected to wifi but no internet",)
    assert every_kind.escalate == Escalate("network-path", ("os", "ssid"))
    assert every_kind.start == "look"
    assert every_kind.faq[0].at == ("visible",)
    assert every_kind.faq[0].also == ("where do i find the networks", "which icon")


def test_facts(every_kind: DecisionTree) -> None:
    facts = every_kind.facts
    assert facts["os"].kind == "choice"
    assert facts["os"].values[0] == "Windows"
    assert facts["os"].label == "Operating system"
    assert facts["ssid"].max_length == 32
    assert facts["wifi_signal"].unit == "percent"
    assert facts["changes"].kind == "list"
    assert facts["changes"].values == ("New password", "New router", "Update installed")


def test_nodes(every_kind: DecisionTree) -> None:
    found = every_kind.nodes
    look, visible, password = found["look"], found["visible"], found["password"]
    assert isinstance(look, Check)
    assert look.arguments == (("ssid", "{ssid}"),)
    assert look.set == (("wifi_signal", "result.signal"),)
    assert look.on == {"connected": "no-internet", "weak": "move", "off": "switch-on"}
    assert look.options == (Option("Yes", "Yes", goto="visible"), Option("No", "No", goto="switch-on"))
    assert isinstance(visible, Ask)
    assert visible.options[1].means == ("it is not there", "only the neighbours'")
    assert visible.say and visible.agent and visible.how
    assert isinstance(password, Ask)
    assert (password.many, password.none, password.fact, password.then) == (
        True,
        "None of these",
        "changes",
        "route",
    )
    assert isinstance(found["which"], Input)
    assert isinstance(found["lost-time"], Set)
    assert found["switch-on"] == Do(
        id="switch-on", after="forget", fixed="solved", otherwise="fixes",
        text=Wording("Open the settings and switch Wi-Fi on.", (("Windows", "Press Windows+A and switch Wi-Fi on."),)),
    )  # fmt: skip
    assert isinstance(found["route"], Branch)
    assert found["route"].arms[2] == Arm("", "fixes")
    fixes = found["fixes"]
    assert isinstance(fixes, Try)
    assert [(fix.id, fix.cost, fix.chance, fix.risk) for fix in fixes.fixes] == [
        ("toggle", 1, 0.25, 0), ("restart-router", 5, 0.3, 0), ("driver", 15, 0.15, 2),
    ]  # fmt: skip
    wait = found["wait-router"]
    assert isinstance(wait, Wait)
    assert (wait.seconds, wait.after) == (120, "return")
    assert isinstance(found["who"], Call)
    assert isinstance(found["hand"], Handoff)
    assert isinstance(found["stop"], End)
    assert (found["stop"].to, found["stop"].priority) == ("queue:service-desk", "low")


def test_it_survives_a_trip_through_json(every_kind: DecisionTree) -> None:
    assert from_data(DecisionTree, to_data(every_kind)) == every_kind


def test_options_in_all_forms() -> None:
    tree = nodes(
        """
  a:
    ask: Which?
    then: b
    options:
      - Plain
      - Short: b
      - Long: {goto: b, means: [lang]}
      - {label: Labelled, goto: b, set: {since: "'now'"}, when: known(os)}
      - {Other: {label: Something else}}
      - 10
  b: {end: resolved}
"""
    )
    ask = tree.nodes["a"]
    assert isinstance(ask, Ask)
    assert ask.options == (
        Option("Plain", "Plain"),
        Option("Short", "Short", goto="b"),
        Option("Long", "Long", ("lang",), "b"),
        Option("Labelled", "Labelled", goto="b", set=(("since", "'now'"),), when="known(os)"),
        Option("Other", "Something else"),
        Option("10", "10"),
    )


def test_inputs_in_all_forms() -> None:
    tree = tree_of(
        """
tree: 1
title: T
facts: {room: {prompt: Which room?, max_length: 5}, site: }
nodes:
  a: {input: room}
  b: {input: {fact: room, label: Room, min_length: 2}}
  c: {input: {fact: size, type: number, min: 1, max: 9.5, unit: cm, default: 3}}
  d: {input: {fact: mail, type: e-mail}}
  e: {input: {fact: affected, prompt: Who?}}
  f: {input: site}
  g: {input: {fact: day, type: date, min: 2027-01-01}}
  h: {input: {fact: kind, values: [A, B], default: B}}
"""
    )
    facts = {name: node.fact for name, node in tree.nodes.items() if isinstance(node, Input)}
    assert (facts["b"].prompt, facts["b"].label, facts["b"].max_length) == (Wording("Which room?"), "Room", 5)
    assert tree.facts["room"].min_length == 0
    assert (facts["c"].minimum, facts["c"].maximum, facts["c"].default) == (1.0, 9.5, 3)
    assert tree.facts["size"] == facts["c"]
    assert facts["d"].kind == "email"
    assert facts["e"].kind == "choice" and facts["e"].values and facts["e"].prompt == Wording("Who?")
    assert facts["g"].minimum == "2027-01-01"
    assert (facts["h"].kind, facts["h"].default) == ("choice", "B")


def test_after_is_then_or_the_next_node() -> None:
    tree = nodes("  a: {tell: x, then: c}\n  b: {tell: x}\n  c: {end: resolved}\n")
    assert {name: node.after for name, node in tree.nodes.items()} == {"a": "c", "b": "c", "c": ""}


@pytest.mark.parametrize(
    ("header", "audience"),
    [("", "both"), ("tier: 1", "both"), ("tier: 2", "agent"), ("tier: 3\naudience: both", "both")],
)
def test_audience_follows_the_tier(header: str, audience: str) -> None:
    assert tree_of(f"tree: 1\ntitle: T\n{header}\nnodes: {{a: {{end: resolved}}}}").audience == audience


@pytest.mark.parametrize(("path", "name"), [("a/b/wifi.yaml", "wifi"), ("wi.fi-2.yml", "wi.fi-2")])
def test_the_id_is_the_files_stem(path: str, name: str) -> None:
    assert tree_of("tree: 1\ntitle: T\nnodes: {a: {end: resolved}}", path).id == name


def test_the_digest_is_that_of_the_exact_bytes() -> None:
    source = b"\xef\xbb\xbftree: 1\r\ntitle: T\r\nnodes: {a: {end: resolved}}"
    tree = parse_tree(source, "x.yaml").tree
    assert tree and tree.digest == sha256(source).hexdigest()
    assert parse_tree(source.decode(), "x.yaml").tree == tree


def test_texts_keep_words_and_lose_outer_blanks() -> None:
    tree = nodes('  a:\n    tell: |\n      One.\n\n      - two\n  b: {tell: " x "}\n  c: {tell: 42, then: a}\n')
    texts = [getattr(node, "text", None) for node in tree.nodes.values()]
    assert texts == [Wording("One.\n\n- two"), Wording("x"), Wording("42")]


def test_places_point_to_values_and_keys() -> None:
    parsed = parse_tree(
        "tree: 1\ntitle: T\nnodes:\n  a:\n    ask: x\n    options: {Yes: b, No: {goto: c}}\n", "x.yaml"
    )
    assert parsed.places["title"] == Span(2, 8, 2, 9)
    assert parsed.places["@title"] == Span(2, 1, 2, 6)
    assert parsed.places["nodes.a"] == Span(4, 3, 4, 4)
    assert parsed.places["nodes.a.ask"] == Span(5, 10, 5, 11)
    assert parsed.places["nodes.a.options.Yes"] == Span(6, 15, 6, 18)
    assert parsed.places["nodes.a.options.Yes.goto"] == Span(6, 20, 6, 21)
    assert parsed.places["nodes.a.options.No.goto"] == Span(6, 34, 6, 35)


def rules(parsed: Parsed) -> list[str]:
    return [item.rule for item in parsed.diagnostics]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("", ["missing-key"]),
        ("- a\n", ["missing-key"]),
        ("text", ["missing-key"]),
        ("{}", ["missing-key", "missing-key", "missing-key"]),
        ("tree: 2\ntitle: T\nnodes: {a: {end: resolved}}", ["bad-value"]),
        ("tree: true\ntitle: T\nnodes: {a: {end: resolved}}", ["bad-value"]),
        ("tree: 1\ntitle: T\nnodes: {}", ["missing-text"]),
        ("tree: 1\ntitle: T\nnodes: []", ["bad-value"]),
        ("tree: 1\ntitle: T\nnodes: {a: {zzzz: 1}}", ["unknown-kind"]),
    ],
)
def test_files_that_are_no_trees(source: str, found: list[str]) -> None:
    parsed = parse_tree(source, "x.yaml")
    assert rules(parsed) == found
    assert is_broken(parsed.diagnostics)


def test_the_rest_of_a_wrong_file_is_parsed() -> None:
    parsed = parse_tree("titel: T\nnodes:\n  a: {aks: x, opitons: {Yes: b}}\n  b: [1]\n  c: {tell: x}\n", "x.yaml")
    assert parsed.tree is not None
    assert parsed.tree.title == "T"
    assert list(parsed.tree.nodes) == ["a", "c"]
    assert parsed.ids == {"a", "b", "c"}
    ask = parsed.tree.nodes["a"]
    assert isinstance(ask, Ask)
    assert ask.options[0].goto == "b"
    assert sorted(rules(parsed)) == ["bad-value", "missing-key", "unknown-key", "unknown-key", "unknown-kind"]


def test_after_a_mistake_in_the_syntax_the_others_are_still_said() -> None:
    parsed = parse_tree('tree: 1\nsumary: x\nnodes:\n  a: {tell: x, whan: y}\n  b: {tell: "x\n', "x.yaml")
    assert parsed.tree is None
    assert rules(parsed) == ["unknown-key", "unknown-key", "yaml-syntax"]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2 minutes", 120), ("90 seconds", 90), ("45", 45), ("1 minute", 60), ("1 hour", 3600), ("10 min", 600),
        ("1 minute 30 seconds", 90), ("1 minute and 30 seconds", 90), ("5s", 5), ("24 hours", 86400),
        ("0", None), ("25 hours", None), ("soon", None), ("", None), ("-5", None), ("2 minutes ago", None),
        ("1.5 minutes", None),
    ],
)  # fmt: skip
def test_durations(text: str, seconds: int | None) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("folder", ["banking77-dev", "flodial-dev"])
def test_trees_of_real_data(folder: str) -> None:
    paths = sorted((DATA / folder / "trees").glob("*.yaml"))
    if not paths:
        pytest.skip(f"no trees in {DATA / folder}; set TSHOOT_DATA")
    for path in paths:
        found = lint_tree(parse_tree(path.read_bytes(), str(path)))
        assert [item.message for item in found if item.severity != "info"] == []


def test_a_translation_whose_tree_has_gone_is_one_finding() -> None:
    source = "translation: 1\nlanguage: es\nnodes: {lamp: {ask: ¿Está verde?, options: {Yes: Sí}}}\n"
    parsed = parse_tree(source, "wifi.es.yaml")
    assert parsed.tree is None
    assert [(one.rule, one.severity, one.span.line) for one in parsed.diagnostics] == [
        ("unknown-tree", "error", 1)
    ]
