"""Remarks that ignore findings: where they count, what they cannot ignore, and those that are of no use."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tshoot.authoring.ignoring import heed
from tshoot.authoring.lint import lint_library, lint_tree
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.remarks import ignores

HEAD = "tree: 1\ntitle: T\nnodes:\n  a: {ask: x, options: {Yes: c, No: c}}\n"
TAIL = "  c: {end: resolved, tell: Good.}\n"


def found(text: str) -> list[str]:
    parsed = parse_tree(text, "t.yaml")
    items = [*lint_tree(parsed, "t.yaml", "2027-01-01"), *lint_library({"t.yaml": parsed})]
    kept = sorted(heed("t.yaml", text, items))
    return [f"{one.span.line}:{one.span.column} {one.severity} {one.rule}" for one in kept
            if one.rule not in ("incomplete-header", "unused-answer")]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + "  b: {tell: x, then: c}\n" + TAIL, ["5:3 warning unreachable-node"]),
        (HEAD + "  b: {tell: x, then: c} # tshoot: ignore[unreachable-node]\n" + TAIL, []),
        (HEAD + "  # tshoot: ignore[unreachable-node]\n  b: {tell: x, then: c}\n" + TAIL, []),
        (HEAD + "  # tshoot: ignore[unreachable-node] until the new printer\n  # more\n\n  b: {tell: x, then: c}\n"
         + TAIL, []),
        ("# tshoot: ignore-file[unreachable-node]\n" + HEAD + "  b: {tell: x, then: c}\n" + TAIL, []),
        ("\ufeff# tshoot: ignore-file[unreachable-node]\r\n"
         + (HEAD + "  b: {tell: x, then: c}\n" + TAIL).replace("\n", "\r\n"), []),
        ("tree: 1\ntitle: T\nreview_by: 2020-01-01 # tshoot: ignore[review-overdue, dead-end]\nnodes:\n" + TAIL,
         ["3:56 info unused-ignore"]),
        (HEAD + TAIL + "# tshoot: ignore[dead-end]\n", ["6:18 info unused-ignore"]),
        (HEAD + "  b: {tell: x, then: c} # tshoot: ignore[unreachable]\n" + TAIL,
         ["5:3 warning unreachable-node", "5:42 warning bad-ignore"]),
        (HEAD + "  b: {tell: x, then: c} # tshoot: ignore\n" + TAIL,
         ["5:3 warning unreachable-node", "5:25 warning bad-ignore"]),
        (HEAD + "  b: {tell: x, then: c} # tshoot: ignore[]\n" + TAIL,
         ["5:3 warning unreachable-node", "5:25 warning bad-ignore"]),
        (HEAD + "  b: {tell: x, then: c}\n" + TAIL + "# tshoot: ignore-file[unreachable-node]\n",
         ["5:3 warning unreachable-node", "7:1 warning bad-ignore"]),
        # an error of the tree stays
        ("tree: 1\ntitle: T\nnodes:\n  a: {tell: x, then: z} # tshoot: ignore[dangling-target]\n" + TAIL,
         ["4:22 error dangling-target", "4:42 warning bad-ignore"]),
        ("# tshoot: ignore-file[yaml-syntax]\ntitle: a: b\n", ["1:23 warning bad-ignore", "2:9 error yaml-syntax"]),
        # what an error hides may be what a remark ignores
        ("tree: 1\ntitle: T\nnodes:\n  # tshoot: ignore[unreachable-node]\n  b: {tell: 'x, then: c}\n",
         ["5:13 error yaml-syntax"]),
        (HEAD + "  b: {tll: x, then: c} # tshoot: ignore[unreachable-node]\n" + TAIL, ["5:7 error unknown-kind"]),
        # an error between trees keeps nobody from this one
        ("tree: 1\ntitle: T\nnodes:\n  a: {handoff: nowhere} # tshoot: ignore[unknown-tree]\n", []),
    ],
)  # fmt: skip
def test_what_is_left(text: str, expected: Sequence[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'title: "a # tshoot: ignore[dead-end]"\n',
        "title: 'a\n  # tshoot: ignore[dead-end]'\n",
        "tell: |\n  one\n  # tshoot: ignore[dead-end]\n  two\n",
        "tell: >-\n  # tshoot: ignore[dead-end]\n",
        "title: a# tshoot: ignore[dead-end]\n",
        "title: a # tshoot: ignored[dead-end]\n",
    ],
)
def test_a_text_is_no_remark(text: str) -> None:
    assert ignores(text) == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("tell: | # tshoot: ignore[dead-end]\n  one\n", 1),
        ("tell: |\n  one\n# tshoot: ignore[dead-end]\nthen: a\n", 4),
        ("a: 'x' # tshoot: ignore[dead-end]\n", 1),
        ("a: [x, # tshoot:ignore[ dead-end ]\n  y]\n", 1),
        ("a: [\n#tshoot:  ignore[dead-end]\n", 2),
    ],
)
def test_a_remark_is_one(text: str, line: int) -> None:
    (only,) = ignores(text)
    assert only.line == line
    assert [name for name, _ in only.names] == ["dead-end"]


def test_very_many_remarks_are_bounded() -> None:
    text = HEAD + TAIL + "# tshoot: ignore[nothing-of-that-name]\n" * 20_000
    assert len(found(text)) == 500
