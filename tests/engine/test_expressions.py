import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.engine.expressions import ExpressionError, evaluate, holds, names, parse
from tshoot.model.fact import Value

FACTS: dict[str, Value] = {
    "os": "Windows", "signal": 30, "changes": ("New password", "New router"), "vip": True, "name": "Ana", "half": 0.5,
}  # fmt: skip


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("os == 'Windows'", True),
        ("os != 'Windows'", False),
        ("'New password' in changes", True),
        ("'Update' not in changes", True),
        ("os == 'Windows' and signal < 40", True),
        ("os == 'macOS' or signal >= 30", True),
        ("not vip", False),
        ("vip == true", True),
        ("10 < signal < 40", True),
        ("signal + 20", 50),
        ("signal - 2 * 10", 10),
        ("-signal", -30),
        ("signal / 4", 7.5),
        ("name + '!'", "Ana!"),
        ("known(os)", True),
        ("known(asset)", False),
        ("len(changes)", 2),
        ("os in ['Windows', 'Linux']", True),
        ("asset == 'x'", False),
        ("asset != 'x'", False),
        ("not asset", True),
        ("asset < 3", False),
        ("asset + 1", None),
        ("result.signal > 10", True),
        ("result.nothing > 10", False),
        ("os < 3", False),
        ("signal / 0", None),
        ("os + 1", None),
        ("'W' in os", True),
    ],
)
def test_values(source: str, value: Value | None) -> None:
    assert evaluate(source, FACTS.get, {"signal": 20}) == value


@pytest.mark.parametrize(
    "source",
    [
        "__import__('os')", "os.system", "os.__class__", "[x for x in changes]", "lambda: 1", "os if vip else 1",
        "os[0]", "known('os')", "known(os, vip)", "len(known(os))", "open(name)", "1 <", "", "a := 1", "b'x'", "None",
        "2 ** 99", "signal % 2", "1j", "...", "x" * 600, "(" * 300, "+".join(["1"] * 200), "os is vip", "*a", "\0",
        "f'{os}'",
    ],
)  # fmt: skip
def test_what_is_refused(source: str) -> None:
    with pytest.raises(ExpressionError) as found:
        parse(source)
    assert found.value.message
    assert evaluate(source, FACTS.get) is None
    assert not source or not holds(source, FACTS.get)


def test_names_are_the_facts_read() -> None:
    assert names("known(a) and b in ['x'] and result.y == c and true") == {"a", "b", "c"}


def test_a_number_cannot_grow_without_bound() -> None:
    value: Value | None = 10
    for _ in range(100):
        value = evaluate("x * x", {"x": value}.get)
    assert value is None


@given(st.text(max_size=40))
def test_no_text_raises_anything_but_an_expression_error(source: str) -> None:
    try:
        parse(source)
    except ExpressionError as error:
        assert error.column >= 0
    value = evaluate(source, FACTS.get)
    assert not isinstance(value, float) or not math.isnan(value)
