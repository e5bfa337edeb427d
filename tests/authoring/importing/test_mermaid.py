"""Mermaid as it is written: shapes, arrows, chains, parts, and what is not understood."""

from __future__ import annotations

import pytest

from tshoot.authoring.importing.chart import Chart
from tshoot.authoring.importing.mermaid import read_mermaid


def read(body: str) -> Chart:
    return read_mermaid(f"flowchart TD\n{body}\n")


def drawn(chart: Chart) -> list[str]:
    return [
        f"{one.start} {one.label}> {one.end}" if one.label else f"{one.start} > {one.end}" for one in chart.links
    ]


@pytest.mark.parametrize(
    ("source", "shape"),
    [
        ("[a b]", "step"), ("(a b)", "step"), ("([a b])", "terminal"), ("[[a b]]", "step"), ("[(a b)]", "step"),
        ("((a b))", "terminal"), ("(((a b)))", "terminal"), (">a b]", "step"), ("{a b}", "question"),
        ("{{a b}}", "question"), ("[/a b/]", "step"), ("[\\a b\\]", "step"), ("[/a b\\]", "step"),
        ("[\\a b/]", "step"), ('["a b"]', "step"), ('{"a b"}', "question"), ('["`a **b**`"]', "step"),
        ('@{ shape: diamond, label: "a b" }', "question"), ("@{ label: a b, shape: stadium }", "terminal"),
        ('["a\nb"]', "step"), ("[a<br/>b]", "step"), ("[a #32;b]", "step"), ("[fa:fa-car a b]:::big", "step"),
    ],
)  # fmt: skip
def test_every_shape(source: str, shape: str) -> None:
    chart = read(f"A{source} --> B")
    assert (chart.boxes["A"].text, chart.boxes["A"].shape) == ("a b", shape)
    assert (drawn(chart), chart.losses) == (["A > B"], [])


@pytest.mark.parametrize("text", ['say "x"', "a & b", "a (b) [c] {d} |e|", "--> x", "50 %", "a;b", "É ü 日"])
def test_quoted_words_hold_anything(text: str) -> None:
    quoted = text.replace('"', "#quot;").replace(";b", "#59;b")
    chart = read(f'A["{quoted}"] --> B')
    assert chart.boxes["A"].text == text
    assert drawn(chart) == ["A > B"]


@pytest.mark.parametrize(
    ("arrow", "label"),
    [
        ("-->", ""), ("---", ""), ("---->", ""), ("-.->", ""), ("-..->", ""), ("==>", ""), ("===>", ""), ("--x", ""),
        ("--o", ""), ("-.-", ""), ("===", ""), ("-->|yes|", "yes"), ("--> |yes|", "yes"), ("---|yes|", "yes"),
        ("-.->|yes|", "yes"), ("==>|yes|", "yes"), ("-- yes -->", "yes"), ("-- yes ---", "yes"),
        ("-. yes .->", "yes"), ("== yes ==>", "yes"), ('-->|"a | b"|', "a | b"),
        ('-- "a b" -->', "a b"), ("e1@-->", ""),
    ],
)  # fmt: skip
def test_every_arrow(arrow: str, label: str) -> None:
    chart = read(f"A {arrow} B")
    found = chart.links[0]
    assert (found.start, found.end) == ("A", "B")
    assert found.label.startswith(label)


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ("A --> B --> C", ["A > B", "B > C"]), ("A & B --> C & D", ["A > C", "A > D", "B > C", "B > D"]),
        ("A-->B;B-->C;", ["A > B", "B > C"]), ("A-->|x|B-->|y|C", ["A x> B", "B y> C"]), ("A-->A", ["A > A"]),
        ("my-node-->other.node", ["my-node > other.node"]), ("A --> B %% no\n%% A --> C", ["A > B"]),
        ("A ~~~ B --> C", ["B > C"]), ("A -->\nB", ["A > B"]), ("end1 --> B", ["end1 > B"]),
        ("click --> style --> class1", ["click > style", "style > class1"]), ("A <--> B", ["A > B"]),
        ("Ü1 --> 日本", ["Ü1 > 日本"]),
    ],
)  # fmt: skip
def test_chains(body: str, links: list[str]) -> None:
    body = body.replace(" %% no", "")
    assert drawn(read(body)) == links


def test_parts_and_looks() -> None:
    chart = read(
        "subgraph one [The first part]\ndirection LR\nA --> B\nsubgraph two\nC\nend\nend\nB --> two\n"
        "classDef x fill:#f00\nclass A x\nstyle B fill:#0f0\nlinkStyle 0 stroke:#00f\naccTitle: A title"
    )
    assert {name: box.group for name, box in chart.boxes.items()} == {
        "A": "The first part",
        "B": "The first part",
        "C": "two",
    }
    assert drawn(chart) == ["A > B", "B > C"]
    assert [loss.text for loss in chart.losses] == ["an arrow to or from the part 'two' counts for its first box"]


def test_the_head() -> None:
    chart = read_mermaid('---\ntitle: "My chart"\n---\n%%{init: {"theme": "dark"}}%%\ngraph LR;\nA-->B')
    assert (chart.title, drawn(chart), chart.losses) == ("My chart", ["A > B"], [])


@pytest.mark.parametrize(
    "body", ["A[never closed", 'A["never closed', "A -- never closed", "--> B", "A -->|x B", "A ?? B"]
)
def test_what_is_not_understood_is_named_with_its_line(body: str) -> None:
    chart = read_mermaid(f"graph TD\nX --> Y\n{body}\nY --> Z\n")
    assert "X > Y" in drawn(chart)
    assert [loss.line for loss in chart.losses if "not understood" in loss.text][:1] == [3]


def test_the_looks_of_an_arrow_are_no_box() -> None:
    chart = read("A e1@--> B\ne1@{ animate: true }\nB@{ shape: diamond }")
    assert (list(chart.boxes), drawn(chart), chart.losses) == (["A", "B"], ["A > B"], [])
