"""Findings as text, JSON and SARIF."""

from __future__ import annotations

import json
import re

import pytest

from tshoot.model.diagnostic import Diagnostic, Severity, Span
from tshoot.render.diagnostics import to_json, to_text, visible
from tshoot.render.wrap import cell_width

SOURCE = "tree: 1\nnodes:\n  power: {tell: papper}\n"

PLACE = Span(3, 17, 3, 23)


def finding(
    span: Span = PLACE, severity: Severity = "error", path: str = "printer.yaml", hint: str = ""
) -> Diagnostic:
    return Diagnostic(path, span, severity, "dangling-target", "the node 'power' goes to 'papper'", hint)


def test_text() -> None:
    shown = to_text([finding(hint="did you mean 'paper'?")], {"printer.yaml": SOURCE})
    assert shown.split("\n") == [
        "printer.yaml:3:17: error: the node 'power' goes to 'papper' [dangling-target]",
        "      power: {tell: papper}",
        "                    ^^^^^^",
        "    hint: did you mean 'paper'?",
    ]


def test_no_findings_are_no_text() -> None:
    assert to_text([], {}) == ""
    assert json.loads(to_json([])) == []


def test_a_finding_without_its_source_is_a_line() -> None:
    assert to_text([finding()], {}).count("\n") == 0
    assert to_text([finding(Span(9, 1, 9, 2))], {"printer.yaml": SOURCE}).count("\n") == 0


@pytest.mark.parametrize(
    ("line", "span", "source", "caret"),
    [
        ("a: 日本 x", Span(1, 7, 1, 8), "a: 日本 x", "        ^"),
        ("a: 日本", Span(1, 4, 1, 6), "a: 日本", "   ^^^^"),
        ("a: e\u0301 x", Span(1, 7, 1, 8), "a: e\u0301 x", "     ^"),
        ("a: \x1b[31mx", Span(1, 9, 1, 10), "a: \\x1b[31mx", "           ^"),
        ("a: \x1bb", Span(1, 4, 1, 5), "a: \\x1bb", "   ^^^^"),
        ("a:\tb", Span(1, 3, 1, 4), "a:\\tb", "  ^^"),
        ("a: b", Span(1, 5, 1, 5), "a: b", "    ^"),
        ("a: b", Span(1, 50, 1, 60), "a: b", "    ^"),
        ("a: b  ", Span(1, 1, 3, 2), "a: b", "^^^^"),
        ("a: |", Span(1, 4, 3, 1), "a: |", "   ^"),
    ],
)
def test_the_caret_stands_below_the_place(line: str, span: Span, source: str, caret: str) -> None:
    rows = to_text([finding(span)], {"printer.yaml": line}).split("\n")
    assert rows[1:] == [f"    {source}", f"    {caret}"]


def test_an_empty_line_is_not_shown() -> None:
    assert to_text([finding(Span())], {"printer.yaml": ""}).split("\n")[1:] == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_in_yaml(end: str) -> None:
    source = end.join(["one", "two\x0bstill two\x0c", "three"])
    assert to_text([finding(Span(3, 1, 3, 6))], {"printer.yaml": source}).split("\n")[1] == "    three"


def test_long_lines_are_cut_around_the_place() -> None:
    rows = to_text([finding(Span(1, 50_001, 1, 50_004))], {"printer.yaml": "x" * 50_000 + "abc" + "y" * 50_000})
    _, source, caret = rows.split("\n")
    assert len(source) < 120
    start = caret.index("^")
    assert source[start : start + 3] == "abc"


def test_a_long_mark_is_cut() -> None:
    rows = to_text([finding(Span(1, 1, 1, 5000))], {"printer.yaml": "x" * 5000}).split("\n")
    assert max(map(len, rows[1:])) < 120


def test_colour_changes_no_words() -> None:
    import re

    plain = to_text([finding(hint="x")], {"printer.yaml": SOURCE})
    colored = to_text([finding(hint="x")], {"printer.yaml": SOURCE}, color=True)
    assert "\x1b[1;31merror:" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain
    assert "\x1b" not in plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("abc é", "abc é"),
        ("\x00\x1b\n\t", "\\x00\\x1b\\n\\t"),
        ("\x9b\u202e\ud800", "\\x9b\\u202e\\ud800"),
        ("日", "日"),
    ],
)
def test_hidden_characters_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_paths_and_sentences_are_made_visible() -> None:
    bad = Diagnostic("a\x1b[31m.yaml", Span(), "info", "x", "a\nb", "c\x07")
    assert to_text([bad], {}) == "a\\x1b[31m.yaml:1:1: info: a\\nb [x]\n    hint: c\\x07"


def test_json() -> None:
    assert json.loads(to_json([finding(hint="h"), finding(path="日.yaml")])) == [
        {
            "path": path, "line": 3, "column": 17, "end_line": 3, "end_column": 23, "severity": "error",
            "rule": "dangling-target", "message": "the node 'power' goes to 'papper'", "hint": hint,
        }
        for path, hint in (("printer.yaml", "h"), ("日.yaml", ""))
    ]  # fmt: skip
    assert to_json([finding(path="日\x1b.yaml")]).isascii()


LONG = "  plug: {do: " + "Push the plug in " * 8 + "as far as it goes, fixed: done}"


@pytest.mark.parametrize("width", [24, 40, 60, 80, 100])
@pytest.mark.parametrize("line", [LONG, "  " + "長い線" * 30 + " plugg", "  \x1b\x07" * 20 + "plugg", "  plugg"])
@pytest.mark.parametrize("color", [False, True])
def test_a_terminal_breaks_no_word_and_points_to_the_place(width: int, line: str, color: bool) -> None:
    start = line.rfind("plug") + 1
    item = Diagnostic(
        "a.yaml",
        Span(1, start, 1, start + 5),
        "error",
        "dangling-target",
        "the node 'look' goes to 'plugg'",
        "did you mean 'plug'?",
    )
    shown = re.sub("\x1b\\[[0-9;]*m", "", to_text([item], {"a.yaml": line}, color, width))
    rows = shown.split("\n")
    assert all(cell_width(row) <= width for row in rows)
    caret = next(place for place, row in enumerate(rows) if row.strip("^ ") == "")
    source, pointer = rows[caret - 1], rows[caret]
    at = next(n for n in range(len(source)) if cell_width(source[:n]) == pointer.index("^"))
    assert source[at:].startswith("plug")
    assert " ".join(" ".join(rows[: caret - 1]).split()) == (
        "a.yaml:1:" + str(start) + ": error: the node 'look' goes to 'plugg' [dangling-target]"
    )
    assert " ".join(" ".join(rows[caret + 1 :]).split()) == "hint: did you mean 'plug'?"
