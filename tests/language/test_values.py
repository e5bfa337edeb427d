"""Typed values: what people type, what it becomes, and the sentence when it does not fit."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.language.values import Unfit, read_value
from tshoot.model.fact import FactKind, FactType, Value

TODAY = datetime.date(2026, 11, 22)  # a Sunday
KINDS: tuple[FactKind, ...] = ("text", "number", "date", "email", "phone", "choice", "file", "boolean", "list")
SYSTEM = FactType("os", "choice", values=("Windows", "macOS", "Linux"))
CHANGES = FactType("changes", "list", values=("New password", "New router", "Update installed"))


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("number", "20", 20),
        ("number", "about 20", 20),
        ("number", "1,5", 1.5),
        ("number", "1,500", 1500),
        ("number", "1.500,25", 1500.25),
        ("number", "40 %", 40),
        ("number", "-5", -5),
        ("number", "twenty five minutes", 25),
        ("number", "a couple of hours", 2),
        ("date", "2026-11-03", "2026-11-03"),
        ("date", "25/12/2026", "2026-12-25"),
        ("date", "12/25/2026", "2026-12-25"),
        ("date", "3.11.2026", "2026-11-03"),
        ("date", "7/7/26", "2026-07-07"),
        ("date", "today", "2026-11-22"),
        ("date", "Yesterday!", "2026-11-21"),
        ("date", "since yesterday", "2026-11-21"),
        ("date", "last Monday", "2026-11-16"),
        ("date", "last sunday", "2026-11-15"),
        ("date", "on friday", "2026-11-20"),
        ("date", "3 days ago", "2026-11-19"),
        ("date", "about two weeks ago", "2026-11-08"),
        ("date", "Nov 3rd", "2026-11-03"),
        ("date", "3 January", "2027-01-03"),
        ("date", "3 March 2024", "2024-03-03"),
        ("email", "my email is Anna@Example.ORG.", "Anna@example.org"),
        ("phone", "+1 555 0100", "+1 555 0100"),
        ("phone", "call me at (030) 123-4567", "(030) 123-4567"),
        ("file", "'/tmp/a b.log'", "/tmp/a b.log"),
        ("file", "C:\\logs\\x.txt", "C:\\logs\\x.txt"),
        ("boolean", "yep", True),
        ("boolean", "no", False),
        ("boolean", "on", True),
        ("list", "a, b and c", ("a", "b", "c")),
        ("text", "  Home\x1b[31mNet ", "HomeNet"),
    ],
)
def test_values(kind: FactKind, text: str, value: Value) -> None:
    assert read_value(text, FactType("fact", kind), TODAY) == value


@pytest.mark.parametrize(("text", "value"), [("windos 11", "Windows"), ("2", "macOS"), ("its linux", "Linux")])
def test_choices(text: str, value: str) -> None:
    assert read_value(text, SYSTEM, TODAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 and 3", ("New password", "Update installed")),
        ("none of these", ()),
        ("the new router", ("New router",)),
    ],
)
def test_lists(text: str, value: tuple[str, ...]) -> None:
    assert read_value(text, CHANGES, TODAY) == value


@pytest.mark.parametrize(
    ("fact", "text", "words"),
    [
        (FactType("n", "number"), "no idea", "no number"),
        (FactType("n", "number", unit="percent"), "many", "percent"),
        (FactType("n", "number", minimum=10, maximum=20), "5", "too small"),
        (FactType("n", "number", minimum=10, maximum=20), "50", "from 10 to 20"),
        (FactType("n", "number"), "1e999", "no number"),
        (FactType("d", "date"), "soon", "2026-11-22"),
        (FactType("d", "date"), "31/2/2026", "no date"),
        (FactType("d", "date", maximum="today"), "tomorrow", "too late"),
        (FactType("d", "date", minimum="2026-01-01"), "2025-01-01", "too early"),
        (FactType("m", "email"), "anna at example", "name@example.org"),
        (FactType("m", "email"), "-x@example.org", "no e-mail"),
        (FactType("p", "phone"), "12", "no phone number"),
        (FactType("f", "file"), "-rf", "dash"),
        (FactType("t", min_length=3), "ab", "at least 3"),
        (FactType("t", max_length=3), "abcd", "3 characters"),
        (FactType("t", pattern=r"PC-\d+"), "abc", "check"),
        (FactType("t"), "\x00", "nothing"),
        (SYSTEM, "not windows", "Windows, macOS, Linux"),
        (FactType("t", "number", error="A number of minutes, please."), "x", "A number of minutes, please."),
    ],
)
def test_what_does_not_fit_is_said_kindly(fact: FactType, text: str, words: str) -> None:
    found = read_value(text, fact, TODAY)
    assert isinstance(found, Unfit)
    assert words in found.sentence


def test_a_date_that_can_be_two_is_asked_about() -> None:
    found = read_value("3/11/2026", FactType("d", "date"), TODAY)
    assert isinstance(found, Unfit)
    assert found.candidates == ("2026-11-03", "2026-03-11")


def test_a_secret_is_never_repeated() -> None:
    found = read_value("hunter2", FactType("code", pattern=r"\d{6}", secret=True), TODAY)
    assert isinstance(found, Unfit)
    assert "hunter2" not in found.sentence


def test_a_broken_pattern_holds_nobody_up() -> None:
    assert read_value("x", FactType("t", pattern="(x"), TODAY) == "x"


@given(st.sampled_from(KINDS), st.text(max_size=40) | st.text("0123456789.,/- '@+e", max_size=20))
def test_no_text_raises_and_the_value_is_of_its_kind(kind: FactKind, text: str) -> None:
    fact = FactType("fact", kind, values=("a", "b") if kind == "choice" else ())
    found = read_value(text, fact, TODAY)
    assert found == read_value(text, fact, TODAY)
    expected = {"number": (int, float), "boolean": (bool,), "list": (tuple,)}.get(kind, (str,))
    assert isinstance(found, (Unfit, *expected))


@pytest.mark.parametrize("kind", KINDS)
def test_a_megabyte_is_answered(kind: FactKind) -> None:
    assert read_value("1@.- " * 200_000, FactType("fact", kind), TODAY) is not None
