"""The bounded reader: what YAML may hold here, and that nothing is ever raised."""

from __future__ import annotations

import itertools
import sys

import pytest
import yaml

from tshoot.authoring import reader
from tshoot.authoring.findings import Findings, did_you_mean, listing, quote
from tshoot.authoring.items import Item, Items, Pairs, Scalar
from tshoot.authoring.reader import MAX_DEPTH, MAX_NODES, read
from tshoot.authoring.scalars import resolve
from tshoot.authoring.source import MAX_BYTES
from tshoot.model.diagnostic import Span


def plain(item: Item | None) -> object:
    """Items as Python's own lists and dictionaries."""
    if isinstance(item, Scalar):
        return item.value
    if isinstance(item, Items):
        return [plain(entry) for entry in item.items]
    if isinstance(item, Pairs):
        return {pair.key.text: plain(pair.value) for pair in item.pairs}
    return None


def findings_of(source: bytes | str) -> list[str]:
    findings = Findings("x.yaml")
    read(source, findings)
    return [f"{item.span.line}:{item.span.column} {item.rule}" for item in findings.all]


@pytest.fixture(params=["C", "pure"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers: libyaml is not there on every platform."""
    if request.param == "pure":
        monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True), ("false", False), ("null", None), ("~", None), ("", None),
        ("Yes", "Yes"), ("no", "no"), ("on", "on"), ("Off", "Off"), ("y", "y"), ("True", "True"), ("NULL", "NULL"),
        ("0", 0), ("12", 12), ("-7", -7), ("+7", 7), ("1.5", 1.5), (".5", 0.5), ("1.", 1.0), ("1e3", 1000.0),
        ("010", "010"), ("0x1F", "0x1F"), ("0o17", "0o17"), ("1_000", "1_000"), ("22:22", "22:22"),
        ("2027-05-01", "2027-05-01"), (".inf", ".inf"), (".nan", ".nan"), ("1e999", "1e999"), ("=", "="),
        ("9" * 5000, "9" * 5000), ("1.10.3", "1.10.3"), ("٣", "٣"),
    ],
)  # fmt: skip
def test_plain_words(word: str, value: object) -> None:
    assert resolve(word) == value
    assert type(resolve(word)) is type(value)


@pytest.mark.usefixtures("loader")
def test_values_and_places() -> None:
    findings = Findings("x.yaml")
    root = read("a: Yes\n'b': [1, \"2\", no]\nc: |\n  x\n  y\n日本: {d: é}\r\ne: 1\rf: 2\n", findings).root
    assert findings.all == []
    assert plain(root) == {"a": "Yes", "b": [1, "2", "no"], "c": "x\ny\n", "日本": {"d": "é"}, "e": 1, "f": 2}
    assert isinstance(root, Pairs)
    spans = {pair.key.text: pair.key.span for pair in root.pairs}
    assert spans["b"] == Span(2, 1, 2, 4)
    assert spans["日本"] == Span(6, 1, 6, 3)
    assert spans["f"] == Span(8, 1, 8, 2)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a: 1\nb: 2\na: 3\n", ["3:1 duplicate-key"]),
        ("1: a\n'1': b\n", ["2:1 duplicate-key"]),
        ("a: &x 1\nb: *x\n", ["1:4 yaml-feature", "2:4 yaml-feature"]),
        ("a: {<<: {b: 1}}\n", ["1:5 yaml-feature"]),
        ("a: !!python/object:os.system x\n", ["1:4 yaml-feature"]),
        ("!x\na: 1\n", ["1:1 yaml-feature"]),
        ("a: 1\n---\nb: 2\n", ["2:1 yaml-feature"]),
        ("a:\tb\n", ["1:3 yaml-characters"]),
        ("a:\n\tb: 1\n\tc: 2\n", ["2:1 yaml-characters", "3:1 yaml-characters"]),
        ("a: x\x00y\n", ["1:5 yaml-characters"]),
        ("a: x\x1b[31m\n", ["1:5 yaml-characters"]),
        ("a: x\x85y\u2028z\n", ["1:5 yaml-characters", "1:7 yaml-characters"]),
        ("a: \ud800\n", ["1:4 yaml-characters"]),
        ("a: x\u202ey\u2066\n", ["1:5 yaml-characters", "1:7 yaml-characters"]),
        ('a: "\\u202e"\n', ["1:4 yaml-characters"]),
        ("a: \u0645\u200c\u0646\n", []),
        ('a: "x\\0y"\n', ["1:4 yaml-characters"]),
        ('a: "\\e[31m"\n', ["1:4 yaml-characters"]),
        ("'': 1\n", ["1:1 yaml-key"]),
        ("[a, b]: 1\nc: 2\n", ["1:1 yaml-key"]),
        (b"a: 1\nb: \xff\n", ["2:4 yaml-characters"]),
        (b"\xff\xfea\x00", ["1:1 yaml-characters"]),
        ("a: b: c\n", ["1:5 yaml-syntax"]),
        ("a: 'b\n", ["1:4 yaml-syntax"]),
        ("a: [1, 2\nb: 3\n", ["1:4 yaml-syntax"]),
        ("a: `b`\n", ["1:4 yaml-syntax"]),
        ("%YAML 9.9\n---\na: 1\n", ["1:1 yaml-syntax"]),
        ("a: *\n", ["1:4 yaml-syntax"]),
        ("", []),
        ("# nothing\n", []),
        ("\ufeffa: 1\n", []),
        ("a: {}\n...\n", []),
    ],
)
def test_refused(source: bytes | str, found: list[str]) -> None:
    assert findings_of(source) == found


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("source", ['a: "\\ud800"\n', 'a: "\\U99999999"\n', 'a: "\\xZZ"\n', "a: !<x", "%TAG ! x"])
def test_foreign_exceptions_are_findings(source: str) -> None:
    assert [item.partition(" ")[2] for item in findings_of(source)] in (["yaml-syntax"], ["yaml-characters"])


@pytest.mark.parametrize(
    "source",
    [
        "x" * (MAX_BYTES + 1),
        "[" * 30_000,
        "{a: " * 30_000,
        "- " * 30_000,
        "? " * 30_000,
        "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
        "a: 1\n" + "- x\n" * 3,
        "".join(f"k{number}: 1\n" for number in range(MAX_NODES // 2 + 1)),
    ],
    ids=["bytes", "lists", "mappings", "dashes", "keys", "depth", "stray", "nodes"],
)
def test_bounds(source: str) -> None:
    found = findings_of(source)
    assert len(found) == 1
    assert found[0].endswith(("yaml-limit", "yaml-syntax"))


def test_what_is_within_the_bounds_is_read() -> None:
    assert findings_of("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert findings_of("".join(f"k{number}: 1\n" for number in range(MAX_NODES // 2 - 1))) == []


def test_time_is_bounded() -> None:
    findings = Findings("x.yaml")
    seconds = itertools.count(step=0.5)
    found = read("".join(f"k{number}: 1\n" for number in range(200)), findings, clock=lambda: next(seconds))
    assert found.broken
    assert [item.rule for item in findings.all] == ["yaml-limit"]


def test_a_bomb_of_merges_is_refused_at_once() -> None:
    lines = ["a0: &a0 {x: 1}"] + [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 30)]
    assert {item.partition(" ")[2] for item in findings_of("\n".join(lines))} == {"yaml-feature"}


def test_after_a_mistake_in_the_syntax_the_items_before_it_are_kept() -> None:
    found = read("a: 1\nb: {c: 2, d\n", Findings("x.yaml"))
    assert found.broken
    assert isinstance(found.root, Pairs)
    assert found.root.keys()[0] == "a"


def test_very_many_findings_are_cut_off() -> None:
    assert len(findings_of("'': 1\n" * 5000)) == 501


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a", "'a'"),
        ("x" * 100, f"'{'x' * 59}…'"),
        ("a\x1b[m\n", "'a\\x1b[m\\n'"),
        ("日本", "'日本'"),
        ("\u202e", "'\\u202e'"),
    ],
)
def test_quoted(text: str, shown: str) -> None:
    assert quote(text) == shown


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("papper", ["power", "paper"], "did you mean 'paper'?"),
        ("OPTIONS", ["options"], "did you mean 'options'?"),
        ("hand-over", ["hand", "open"], "did you mean 'hand'?"),
        ("router", ["router-restart", "open"], "did you mean 'router-restart'?"),
        ("hand-over", ["hand", "hand-over-to-the-vendor"], "there is 'hand' and 'hand-over-to-the-vendor'"),
        ("handover", ["hand", "open"], "there is 'hand' and 'open'"),
        ("-", ["hand", "open"], "there is 'hand' and 'open'"),
        ("zzz", ["a", "b", "c"], "there is 'a', 'b' and 'c'"),
        ("zzz", [], ""),
    ],
)
def test_hints(word: str, known: list[str], hint: str) -> None:
    assert did_you_mean(word, known) == hint


def test_listings() -> None:
    assert listing(["a"]) == "'a'"
    assert listing(["a", "b"]) == "'a' or 'b'"
    assert listing(map(str, range(100))).endswith("'11', …")


def test_recursion_is_not_needed() -> None:
    limit = sys.getrecursionlimit()
    assert findings_of("[" * 200_000)
    assert sys.getrecursionlimit() == limit


def test_keys_that_are_there_a_second_time_in_a_row_are_one_mistake() -> None:
    findings = Findings("t.yaml")
    read("a: {x: 1}\nb: 2\nc: 3\na: 4\nb: 5\nd: 6\nc: 7\n", findings)
    assert [(one.span.line, one.message, one.hint) for one in findings.all] == [
        (4, "the keys 'a' and 'b' are here a second time; the first is in line 1",
         "delete or rename them; or write the line that begins a new item before them"),
        (7, "the key 'c' is here a second time; the first is in line 3", "delete or rename one of them"),
    ]  # fmt: skip


def test_a_hostile_number_of_equal_keys_is_one_finding() -> None:
    findings = Findings("t.yaml")
    read("a: 1\n" * 20_000, findings)
    assert [(one.span.line, one.rule) for one in findings.all] == [(2, "duplicate-key")]
