"""The Markdown of tree texts: what is markup, what stays text, and that values never become markup."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tshoot.engine.markup import Block, Run, escape, parse, to_plain

ONE_LINE = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=80)
MARKUP = st.text(st.sampled_from("ab 1.*-`[]()&#;42\\\n\thps:/_"), max_size=80)


def _runs(text: str) -> tuple[Run, ...]:
    (block,) = parse(text)
    assert block.kind == "paragraph"
    return block.runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain", (Run("plain"),)),
        ("a **b** c", (Run("a "), Run("b", bold=True), Run(" c"))),
        ("a *b* c", (Run("a "), Run("b", italic=True), Run(" c"))),
        ("***b***", (Run("b", bold=True, italic=True),)),
        ("**a *b* c**", (Run("a ", bold=True), Run("b", bold=True, italic=True), Run(" c", bold=True))),
        ("**Wi**-Fi", (Run("Wi", bold=True), Run("-Fi"))),
        ("点**设置**了", (Run("点"), Run("设置", bold=True), Run("了"))),
        ("run `ipconfig *`", (Run("run "), Run("ipconfig *", code=True))),
        ("**press `F1`**", (Run("press ", bold=True), Run("F1", bold=True, code=True))),
        ("[Help](https://a.example/x)", (Run("Help", link="https://a.example/x"),)),
        ("[the **desk**](mailto:a@b.example)",
         (Run("the ", link="mailto:a@b.example"), Run("desk", bold=True, link="mailto:a@b.example"))),
        (r"[a \] b](http://a.example)", (Run("a ] b", link="http://a.example"),)),
        ("one\ntwo", (Run("one two"),)),
        ("*one\ntwo*", (Run("one two", italic=True),)),
    ],
)  # fmt: skip
def test_markup_becomes_runs(text: str, runs: tuple[Run, ...]) -> None:
    assert _runs(text) == runs


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "5*3*2",
        "*.exe and *.dll",
        "****",
        "** a **",
        "**open",
        "open**",
        "`open",
        "``",
        "[text]",
        "[text](javascript:alert(1))",
        "[text](file:///etc/passwd)",
        "[text](https://a b)",
        "[text](ftp://a.example)",
        "[text]()",
        "[](https://a.example)",
        "[/var/log]",
        "[@click=app.quit]x[/]",
        "<b>html</b>",
        "# heading",
        "https://a.example",
        "snake_case_name",
        r"C:\Users\me",
        r"\\server\share",
        "&amp; &#1; &#999;",
        "-no item",
        "1.5 GB",
        "a - b",
    ],
)
def test_what_is_no_markup_stays_text(text: str) -> None:
    assert _runs(text) == (Run(text),)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"\*a\*", "*a*"),
        (r"\`a\` \[b\] \_c\_", "`a` [b] _c_"),
        (r"`C:\Temp\*`", r"C:\Temp\*"),
        ("&#42;a&#42; `&#96;`", "*a* `"),
        (r"\- a", "- a"),
        (r"1\. a", "1. a"),
        ("", ""),
        (" \n \n", ""),
        ("a [b](https://c.example) d", "a b (https://c.example) d"),
        ("[**b** c](https://c.example)", "b c (https://c.example)"),
        ("[https://c.example](https://c.example)", "https://c.example"),
        ("[a@b.example](mailto:a@b.example)", "a@b.example"),
        ("[Desk](mailto:a@b.example)", "Desk (a@b.example)"),
        ("a\n\n\nb", "a\n\nb"),
        ("a\r\n\r\nb", "a\n\nb"),
        ("Do this:\n- one\n  - two\n- three\n\nThen go on.", "Do this:\n- one\n  - two\n- three\n\nThen go on."),
        ("1. one\n   more\n2. **two**", "1. one more\n2. two"),
        ("wait on floor\n2. or above", "wait on floor 2. or above"),
    ],
)
def test_plain_text_has_no_markup_left(text: str, plain: str) -> None:
    assert to_plain(text) == plain


def test_lists_keep_their_markers_and_depth() -> None:
    blocks = parse("Steps:\n1. a\n   - b\n     - c\n2. d\n\n- e")
    assert [(block.kind, block.marker, block.depth) for block in blocks] == [
        ("paragraph", "", 0),
        ("item", "1.", 0),
        ("item", "-", 1),
        ("item", "-", 2),
        ("item", "2.", 0),
        ("item", "-", 0),
    ]


def test_depth_is_bounded() -> None:
    deep = "\n".join(" " * level + "- x" for level in range(50))
    assert max(block.depth for block in parse(deep)) == 5


@pytest.mark.parametrize(
    "value",
    ["**bold**", "`code`", "[a](https://evil.example)", "- item", "1. item", "C:\\", "\\*", " led ", "&#42;", "&",
     "\t", "[@click=app.quit]x[/]", "a)b(c", "1.", "-", "*" * 5],
)  # fmt: skip
@pytest.mark.parametrize(
    ("template", "around"),
    [("{}", "{}"), ("**{}**", "{}"), ("x {} y", "x {} y"), ("`a {}`", "a {}"), ("a\n{}", "a {}"),
     ("[q {}](https://a.example)", "q {} (https://a.example)")],
)  # fmt: skip
def test_values_show_exactly_wherever_they_are_put(value: str, template: str, around: str) -> None:
    assert to_plain(template.format(escape(value))) == around.format(value)


@given(ONE_LINE | MARKUP.map(lambda text: text.replace("\n", "")))
@example("1.")
@example("- \x0b")
def test_escape_is_undone_by_reading(value: str) -> None:
    assert to_plain(escape(value)) == value
    assert all(run == Run(run.text) for block in parse(escape(value)) for run in block.runs)


def test_values_are_folded_to_one_line() -> None:
    assert escape("a\n\n- b\r\nc") == "a - b c"


@given(MARKUP)
@settings(max_examples=300)
def test_any_text_is_taken(text: str) -> None:
    blocks = parse(text)
    assert all(block.runs and all(run.text for run in block.runs) for block in blocks)
    assert all("\n" not in run.text for block in blocks for run in block.runs)
    assert all(isinstance(block, Block) for block in blocks)


@pytest.mark.parametrize(
    "unit", ["*", "**a", "a*b *", "`", "`a", "[", "[a](", "[a", "\\", "&#4", "- ", "1. a\n", " ", "*a_"]
)
def test_long_texts_take_linear_time(unit: str) -> None:
    text = unit * ((1_000_000 if unit == "*" else 100_000) // len(unit))
    start = time.process_time()
    parse(text)
    assert time.process_time() - start < 2
