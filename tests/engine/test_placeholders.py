import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.engine.markup import escape, to_plain
from tshoot.engine.placeholders import PlaceholderError, facts_in, fill

VALUES = {"ssid": "Home", "os": "{ssid}"}


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("Join {ssid}.", "Join Home."),
        ("{ ssid }", "Home"),
        ("{{ssid}}", "{ssid}"),
        ("{os}", "{ssid}"),
        ("{ssid.__class__}", "{ssid.__class__}"),
        ("{0}{ssid!r}{ssid:>10}", "{0}{ssid!r}{ssid:>10}"),
        ("a { b", "a { b"),
        ("nothing", "nothing"),
    ],
)
def test_filling(template: str, text: str) -> None:
    assert fill(template, lambda name: VALUES.get(name, "?")) == text


@pytest.mark.parametrize(
    ("template", "offset"),
    [("a { b", 2), ("{}", 0), ("x{a.b}", 1), ("{a!r}", 0), ("{a:3}", 0), ("}", 0), ("{1}", 0)],
)
def test_what_is_no_placeholder_has_its_place(template: str, offset: int) -> None:
    with pytest.raises(PlaceholderError) as found:
        facts_in(template)
    assert found.value.offset == offset


def test_facts_with_their_offsets() -> None:
    assert facts_in("{a} and {{b}} and {c}") == (("a", 0), ("c", 18))


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), max_size=60))
def test_an_escaped_value_is_shown_as_it_is(value: str) -> None:
    assert to_plain(escape(value)) == value
