"""Numbers in another unit than the one asked for."""

from __future__ import annotations

import datetime

import pytest

from tshoot.language.measured import numbers_in_unit
from tshoot.language.values import Unfit, read_value
from tshoot.model.fact import FactType

TODAY = datetime.date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "unit", "numbers"),
    [
        ("about two years", "months", (24,)),
        ("2 years", "Months", (24,)),
        ("a year and 6 months", "months", (18,)),
        ("2 hours 30 minutes", "minutes", (150,)),
        ("half an hour", "minutes", (30,)),
        ("between 2 and 3 years", "months", (24, 36)),
        ("more than 2 years", "months", (24,)),
        ("2 weeks", "months", (0.46,)),
        ("1 second", "years", (1 / 31557600,)),
        ("1.5 TB", "GB", (1500,)),
        ("30 cm", "inch", (11.81,)),
        # Nothing to turn: the same unit, none, another kind, one that nobody knows, no number.
        ("24 months", "months", ()),
        ("24", "months", ()),
        ("5 gb", "months", ()),
        ("2 years and 3 cables", "months", ()),
        ("2 years", "labels", ()),
        ("years", "months", ()),
        ("70 fahrenheit", "celsius", ()),
        ("", "months", ()),
    ],
)
def test_numbers(text: str, unit: str, numbers: tuple[float, ...]) -> None:
    assert numbers_in_unit(text, unit) == numbers


def test_a_fact_gets_the_number_in_its_own_unit() -> None:
    fact = FactType("age", kind="number", unit="months", maximum=60)
    assert read_value("about two years", fact, TODAY) == 24
    assert read_value("18", fact, TODAY) == 18
    assert read_value("6 years", fact, TODAY) == Unfit("72 is too large. Please type a number up to 60.")
    several = read_value("2 or 3 years", fact, TODAY)
    assert isinstance(several, Unfit) and several.candidates == ("24", "36")
