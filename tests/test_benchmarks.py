"""The benchmarks run, with sizes so small that their numbers mean nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pytest

from benchmarks import measure
from benchmarks.__main__ import BENCHMARKS, benchmark, main
from benchmarks.measure import Row, Rule, Settings, Table
from benchmarks.report import as_json, as_text
from benchmarks.terminal import words_of
from benchmarks.workshop import Workshop

TINY = Settings(runs=1, keys=2, answers=3, long=12, library=12)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop() as made:
        yield made


@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_benchmark_measures(workshop: Workshop, name: str) -> None:
    tables = benchmark(name)(workshop, TINY)
    assert tables and all(table.rows for table in tables)
    for table in tables:
        assert all(row.ours > 0 and row.case in as_text(table) for row in table.rows)


@pytest.mark.parametrize(
    ("ours", "other", "rule", "target", "reached"),
    [
        (120, 100, "ratio", 1.2, True),
        (121, 100, "ratio", 1.2, False),
        (180, 100, "more", 80, True),
        (181, 100, "more", 80, False),
        (5, None, "limit", 5, True),
        (6, None, "limit", 5, False),
        (6, 5, "shown", None, None),
        (6, None, "ratio", 1.2, False),
    ],
)
def test_a_row_is_judged_by_its_rule(
    ours: float, other: float | None, rule: Rule, target: float | None, reached: bool | None
) -> None:
    assert Row("case", ours, other, rule, target).reached is reached


def test_programs_take_turns() -> None:
    order: list[str] = []
    found = measure.taking_turns(2, {"a": lambda: order.append("a"), "b": lambda: order.append("b")})
    assert order == ["a", "b", "a", "b"]
    assert {name: len(times) for name, times in found.items()} == {"a": 2, "b": 2}


def test_json_says_what_follows() -> None:
    table = Table("keys", "a title", "the other", (measure.row("a case", [1, 2, 3], [1, 1, 1], "ratio", 1.5),))
    (written,) = json.loads(as_json([table]))
    (row,) = written["rows"]
    assert (row["ours"], row["other"], row["ratio"], row["more"], row["reached"]) == (2, 1, 2, 1, False)


def test_words_on_a_screen_are_read_without_frames() -> None:
    assert words_of("▌ Is it on \n│ the  desk? │\n╰───╯") == "Is it on the desk?"


def test_a_name_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["screens"])
    assert exit_.value.code == 2
    assert "screens" in capsys.readouterr().err
