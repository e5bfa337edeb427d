"""Entries, rows, large letters and remarks as lines of text."""

from __future__ import annotations

from typing import Any

import pytest
from textual.content import Content

from tshoot.engine.state import Choice, Entry, Prompt
from tshoot.errors import StorageError
from tshoot.model.fact import FactType
from tshoot.tui import remarks
from tshoot.tui.asking import asking
from tshoot.tui.big_letters import _ROWS, large
from tshoot.tui.content import fitted, hanging, marked, plain, wrapped
from tshoot.tui.drawing import draw
from tshoot.tui.rows import Row, detail_column, lines_of


def drawn(width: Any = 60, **fields: Any) -> list[str]:
    entry = Entry(**{"kind": "step", "at": "", "text": "Is it on?", "answer": "No", **fields})
    return [line.plain.rstrip() for line in draw(entry, width)]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "· Is it on? → No"),
        ({"words": "nope"}, "· Is it on? → No  “nope”"),
        ({"words": "no"}, "· Is it on? → No"),
        ({"what": "fix", "text": "Pull **it**."}, "✗ Pull it. → did not help"),
        ({"what": "fix", "text": "Pull it.", "answer": "Yes"}, "✓ Pull it. → it helped"),
        ({"what": "fix", "text": ""}, "✗ Did that fix it? → did not help"),
        ({"kind": "known", "text": "Already known: **Windows**"}, "· Already known: Windows"),
        ({"kind": "check", "text": "It is on.", "how": "done"}, "✓ It is on."),
        ({"kind": "check", "text": "I could not look.", "how": "failed"}, "· I could not look."),
        ({"kind": "note", "text": "**not** bold"}, "Note  **not** bold"),
        ({"kind": "handoff", "text": "We go on."}, "→ We go on."),
        ({"kind": "tell", "text": "So it is."}, "  So it is."),
    ],
)
def test_one_line_each(fields: dict[str, str], line: str) -> None:
    assert drawn(**fields) == [line]


@pytest.mark.parametrize("width", [4, 10, 20, 40, 200])
@pytest.mark.parametrize("length", [0, 1, 30, 500])
def test_a_step_is_one_line_that_fits_whatever_its_length(width: int, length: int) -> None:
    lines = drawn(width, text="q" * length, answer="a" * length, words="w" * length)
    assert len(lines) == 1
    assert len(lines[0]) <= max(width, 30)


def test_the_answer_is_not_lost_beside_a_long_question() -> None:
    assert drawn(40, text="q" * 100, answer="Windows 11")[0].endswith("→ Windows 11")


def test_further_lines_stand_below_the_text() -> None:
    lines = hanging(plain("one two three"), 8, Content("> "))
    assert [line.plain for line in lines] == ["> one", "  two", "  three"]


@pytest.mark.parametrize("active", [True, False])
def test_a_row_says_by_a_sign_too_that_it_is_chosen(active: bool) -> None:
    line = lines_of(Row("a", plain("Yes"), number="1"), 20, active=active)[0].plain
    assert line.startswith("❯ 1  Yes" if active else "  1  Yes")


def test_details_stand_in_one_column() -> None:
    rows = [
        Row("a", plain("short"), plain("first detail")),
        Row("b", plain("much longer"), plain("second detail")),
    ]
    column = detail_column(rows, 80)
    lines = [lines_of(row, 80, active=False, column=column)[0].plain for row in rows]
    assert lines[0].index("first") == lines[1].index("second")


@pytest.mark.parametrize(
    ("text", "words", "bold"),
    [("Wi-Fi will not connect", ("connect",), ["connect"]), ("İstanbul", ("x",), []), ("a", ("",), [])],
)
def test_matched_words_are_picked_out(text: str, words: tuple[str, ...], bold: list[str]) -> None:
    content = marked(text, words)
    assert [content.plain[span.start : span.end] for span in content.spans] == bold


def test_large_letters_differ_from_each_other() -> None:
    assert len(set(_ROWS.values())) == len(_ROWS)
    assert set("0123456789ABCDEFGHJKMNPQRSTVWXYZ-") == set(_ROWS)


@pytest.mark.parametrize(("text", "width", "lines"), [("K7F3-Q2DM", 36, 3), ("K7F3-Q2DM", 35, 1), ("Ü", 80, 1)])
def test_large_letters_need_room(text: str, width: int, lines: int) -> None:
    content = large(text, width)
    assert len(content.split("\n")) == lines
    assert content.cell_length == 0 or max(line.cell_length for line in content.split("\n")) <= width


def test_an_error_says_what_to_do_now() -> None:
    said = remarks.failed(StorageError("The disk is full.", "Make room."))
    content, kind = said.content, said.kind
    assert (content.plain, kind) == ("Not saved. The disk is full.\nMake room.", "error")


def prompt(**fields: object) -> Prompt:
    return Prompt(**{"tree": "t", "node": "n", "kind": "ask", "text": "Is it on?", **fields})  # type: ignore[arg-type]


FACTS = [
    (FactType("a", "number", unit="percent", minimum=0.0, maximum=100.0), "A number in percent, 0 to 100", False),
    (FactType("a", "number", minimum=1), "A number, 1 or more", False),
    (
        FactType("a", "date", maximum="2027-01-01"),
        "A date, such as 2027-03-31 or yesterday, 2027-01-01 or less",
        False,
    ),
    (FactType("a", "email"), "An e-mail address", False),
    (FactType("a", "phone"), "A phone number", False),
    (FactType("a", "file"), "The path of a file", False),
    (FactType("a", "list", values=("x", "y")), "One or more, with commas between: x, y", False),
    (FactType("a", "choice", values=("x", "y")), "Type your answer, or its number", True),
    (FactType("a", "boolean"), "Type your answer, or its number", True),
    (FactType("a", secret=True), "It is neither shown nor kept", False),
    (FactType("a"), "Type your answer", False),
]


@pytest.mark.parametrize(("fact", "placeholder", "digits"), FACTS)
def test_a_typed_fact_says_what_it_takes(fact: FactType, placeholder: str, digits: bool) -> None:
    shown = asking(prompt(kind="input", fact=fact))
    assert (shown.placeholder, shown.digits) == (placeholder, digits)
    assert shown.rows[-1].label.plain == "I don't know"


def test_candidates_come_first() -> None:
    choices = tuple(Choice(name, name) for name in "abc")
    shown = asking(prompt(choices=choices), first=[choices[2]])
    assert [(row.label.plain, row.number, row.group) for row in shown.rows] == [
        ("c", "1", "Did you mean"), ("a", "2", "Or"), ("b", "3", "Or"),
    ]  # fmt: skip


def test_more_than_nine_rows_take_typed_numbers() -> None:
    choices = tuple(Choice(str(number), str(number)) for number in range(12))
    assert not asking(prompt(choices=choices)).digits
    assert asking(prompt(choices=choices[:9])).digits


def test_a_question_that_was_asked_often_offers_a_person() -> None:
    hint = asking(prompt(again=True)).hint
    assert hint is not None and "F2" in hint.plain


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Keep the number at hand when they call you.", 40, ["Keep the number at hand when they", "call you."]),
        ("One line alone.", 40, ["One line alone."]),
        ("a verylongwordthatfillsaline", 20, ["a", "verylongwordthatfill", "saline"]),
    ],
)
def test_no_word_is_left_alone(text: str, width: int, lines: list[str]) -> None:
    assert [line.plain.strip() for line in wrapped(Content(text), width)] == lines


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("at hand that you use for codes", 18, "at hand that you…"),
        ("at hand that you use", 16, "at hand that…"),
        ("short", 5, "short"),
        ("averyveryverylongword", 10, "averyvery…"),
    ],
)
def test_cut_between_words(text: str, width: int, shown: str) -> None:
    assert fitted(Content(text), width).plain == shown
