"""Several mistakes in YAML's syntax come in one report, and what follows from them does not."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tshoot.authoring.files import kind_of
from tshoot.authoring.findings import Findings
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.reader import MAX_MENDED, read

FOLDERS = (Path(__file__).parent / "fixtures" / "mistakes" / "trees", Path(__file__).parents[2] / "decision_trees")
TREES = [path for folder in FOLDERS for path in sorted(folder.glob("*.yaml")) if kind_of(path, folder) == "tree"]
SLIPS, ROUNDS = 4, 10
_PAIR = re.compile(r"(\s*(?:- )?[a-z_]+): +(?![|>&*\"'{\[])(\S.*)\Z")


def syntax(source: str) -> list[str]:
    findings = Findings("x.yaml")
    read(source, findings)
    return [
        f"{one.span.line}:{one.span.column} {one.message}" for one in findings.all if one.rule == "yaml-syntax"
    ]


NO_SPACE, NO_COLON = "there is no space after the ':'", "a ':' is missing on this line"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a: 1\nb:2\nc: 3\nd:4\n", [f"2:1 {NO_SPACE}", f"4:1 {NO_SPACE}"]),
        ("a:1\nb:2\nc: 3\n", [f"2:1 {NO_SPACE}", f"1:1 {NO_SPACE}"]),
        ("tell: see\n  http://x.y\n  b: c\n",
         ["3:3 this line is indented further than the line above, and is read as part of its text"]),
        ("a: 1\n59\nb: 1\ninput age\nc: 1\n", [f"2:1 {NO_COLON}", f"4:1 {NO_COLON}"]),
        ("a: 1\nnodes\n  x: 1\nfacts\n  y:2\nz: 1\n", [f"2:1 {NO_COLON}", f"4:1 {NO_COLON}"]),
        ("a: 1\nb = 2\nc ; 3\nd: 1\n",
         ["2:1 '=' does not stand between a key and its value", "3:1 ';' does not stand between a key and its value"]),
        ("a: *b*\nc: `d`\ne: x: y\n",
         ["1:4 a text may not start with '*'", "2:4 a text may not start with this character",
          "3:5 a ': ' makes a second value on this line"]),
        ("a: 'b\nc: \"d\ne: f\n", ["1:4 a quote is opened and never closed", "2:4 a quote is opened and never closed"]),
        ("a: 'b\nc: 'd'\ne:f\nh: i\n",
         ["1:4 the quote that opens here closes only in line 2", f"3:1 {NO_SPACE}"]),
        ("a: [1, 2\nb: {c: 1\nd:2\ne: 1\n",
         ["1:4 a list in '[ ]' is not closed", "2:4 a mapping in '{ }' is not closed", f"3:1 {NO_SPACE}"]),
        ('a: "C:\\temp"\nb: "C:\\qemu"\n', ['2:7 a text in double quotes holds an unknown escape']),
        ("// x\na: 1\n// y\nb: 1\n", ["1:1 '//' does not begin a remark", "3:1 '//' does not begin a remark"]),
        # Indentation may be meant in several ways: what stands below waits.
        ("a: 1\n b: 2\nc:3\nd: 4\n",
         ["2:2 this line is indented further than the line above, and is read as part of its text"]),
    ],
)  # fmt: skip
def test_each_is_found(source: str, found: list[str]) -> None:
    assert syntax(source) == found


def test_what_stands_between_them_is_judged() -> None:
    source = "tree: 1\ntitle: T\nsumary: x\nnodes:\n"
    source += "  a:\n    do Open it.\n    fixed:b\n    els: b\n  b: {ned: resolved}\n"
    parsed = parse_tree(source, "x.yaml")
    assert parsed.tree is None
    assert [(one.span.line, one.rule) for one in parsed.diagnostics] == [
        (3, "unknown-key"),
        (6, "yaml-syntax"),
        (7, "yaml-syntax"),
        (8, "unknown-key"),
        (9, "unknown-kind"),
    ]


@pytest.mark.parametrize("line", ["end:escalate", "end escalate"])
def test_a_node_whose_only_line_has_no_colon(line: str) -> None:
    found = parse_tree(f"tree: 1\ntitle: T\nnodes:\n  a: {{tell: x}}\n  b:\n    {line}\n", "x.yaml").diagnostics
    assert [(one.span.line, one.hint) for one in found] == [(5, "write 'end: …' below it")]


def test_so_many_and_no_more() -> None:
    assert len(syntax("a: 1\nb:2\n" * 100)) == MAX_MENDED + 1


def slipped(rng: random.Random, lines: list[str]) -> Iterator[int]:
    """Changes some lines; yields their numbers."""
    able = [number for number, line in enumerate(lines) if _PAIR.fullmatch(line)]
    for number in rng.sample(able, SLIPS):
        pair = _PAIR.fullmatch(lines[number])
        assert pair
        key, value = pair.groups()
        lines[number] = rng.choice((f"{key}:{value}", f"{key} {value}", f"{key}: '{value}", f"{key}: *{value}"))
        yield number + 1


@pytest.mark.parametrize("path", TREES, ids=lambda path: path.name)
def test_slips_are_found_and_nothing_else(path: Path) -> None:
    rng = random.Random(path.name)
    for _ in range(ROUNDS):
        lines = path.read_text("utf-8").split("\n")
        slips = set(slipped(rng, lines))
        found = {one.span.line for one in parse_tree("\n".join(lines), path.name).diagnostics}
        # A node whose only lines have slipped is a text: that is said of the node.
        assert all(found & {slip, slip - 1, slip - 2} for slip in slips), "\n".join(lines)
        assert all(slips & {line, line + 1} for line in found), "\n".join(lines)
