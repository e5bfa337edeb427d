"""What a check comes to, and which facts are known, as an author says."""

from __future__ import annotations

import pytest

from tests.conversation.preview.conftest import Opened, node


@pytest.mark.parametrize(
    ("typed", "expected", "status", "values"),
    [
        ("connected", "end", "done", {}),
        ("CONNECTED", "end", "done", {}),
        ("weak signal=30", "fuse", "done", {"signal": 30}),
        ("weak signal=30.5 ssid='Home Net'", "fuse", "done", {"signal": 30.5, "ssid": "Home Net"}),
        ("off", "fuse", "done", {}),
        ("refused", "look", "refused", {}),
        ("failed", "look", "failed", {}),
        ("unsupported", "look", "unsupported", {}),
    ],
)
def test_a_check_comes_to_what_is_typed(
    opened: Opened, typed: str, expected: str, status: str, values: dict[str, object]
) -> None:
    preview = opened()
    preview.jump("look")
    assert preview.walk.simulate(typed).kind == "moved"
    event = preview.walk.session.events[-1 if expected != "fuse" else -2]
    assert (node(preview), event.status, event.values) == (expected, status, values)  # type: ignore[attr-defined]


@pytest.mark.parametrize("typed", ["strong", "weak signal", "weak 30", "signal=30", "'", "=", "\x1b"])
def test_what_is_no_result_is_asked_again(opened: Opened, typed: str) -> None:
    preview = opened()
    preview.jump("look")
    turn = preview.walk.simulate(typed)
    assert turn.kind in ("unclear", "nothing") and node(preview) == "look"
    assert not preview.walk.session.state.entries[-1:] or preview.walk.prompt.kind == "check"  # type: ignore[union-attr]


def test_a_late_key_does_not_refuse_a_check(opened: Opened) -> None:
    preview = opened()
    preview.jump("look")
    assert preview.walk.choose(["No"]).kind == "nothing"
    assert preview.walk.prompt and preview.walk.prompt.kind == "check" and not preview.walk.wants_check


@pytest.mark.parametrize(
    ("typed", "fact", "value"),
    [("watts = 75", "watts", 75), ("os=Windows", "os", "Windows"), ("since = last week", "since", "last week")],
)
def test_facts_are_set_as_their_type_reads_them(opened: Opened, typed: str, fact: str, value: object) -> None:
    preview = opened()
    assert preview.walk.set_fact(typed).kind == "moved"
    assert preview.walk.session.state.value(fact) == value


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("watts", "Type a fact"), ("= 3", "Type a fact"), ("wats = 3", "**watts**"), ("watts = many", ""),
        ("pin = 1234", "cannot be corrected"),
    ],
)  # fmt: skip
def test_facts_that_do_not_fit_are_said(opened: Opened, typed: str, said: str) -> None:
    preview = opened()
    turn = preview.walk.set_fact(typed)
    assert turn.kind != "moved" and said in turn.text and turn.text
    assert preview.walk.session.state.value(typed.partition("=")[0].strip()) is None


def test_a_fact_is_forgotten(opened: Opened) -> None:
    preview = opened()
    preview.walk.set_fact("os = Windows")
    preview.walk.set_fact("os =")
    assert preview.walk.session.state.value("os") is None
