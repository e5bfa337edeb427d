"""Summaries as Markdown, plain text and JSON: complete, literal, and the next action first."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

import jsonschema
import pytest
from markdown_it import MarkdownIt

from tshoot.model.summary import Contact, FactLine, NoteLine, StepTaken, Summary, TreeWalked
from tshoot.render import summary as summary_module
from tshoot.render.summary import to_data, to_json, to_markdown, to_text
from tshoot.render.wrap import cell_width


def _fact(name: str, title: str, value: str, source: str) -> FactLine:
    return FactLine(name=name, title=title, value=value, source=source)


EMPTY = Summary(case="K7F3-Q2DM")

FULL = Summary(
    case="K7F3-Q2DM",
    zone="Europe/Berlin",
    title="Wi-Fi will not connect",
    outcome="handed off",
    code="wifi.exhausted",
    created="2026-11-22T22:41:10Z",
    updated="2026-11-22T23:04:55Z",
    minutes=23.75,
    contact=Contact(name="Ana Silva", reach="+49 30 1234567 or ana@example.com", computer="LT-0427"),
    problem="my laptop wont connect to the wifi since yesterday",
    since="yesterday evening",
    affected="Only me",
    impact="low",
    urgency="I cannot work",
    priority="medium",
    facts=(
        _fact("requester", "Name", "Ana Silva", "as you said"),
        _fact("os", "Operating system", "Windows", "from this computer"),
        _fact("os_version", "System version", "Windows 11", "from this computer"),
        _fact("ssid", "Network name", "Home_Net*5G", "as you said"),
        _fact("wifi_signal", "Wifi signal", "38 percent", "from a check"),
        _fact("changes", "What changed", "New router, Update installed", "as you said"),
    ),
    steps=(
        StepTaken(at="2026-11-22T22:41:12Z", tree="wifi", node="look", kind="check", how="done",
                  text="Look at the Wi-Fi", answer="Your Wi-Fi is on, but not connected."),
        StepTaken(at="2026-11-22T22:42:03Z", tree="wifi", node="visible", kind="question",
                  text="Do you see your own network in the list?", answer="Yes", words="yep it's there"),
        StepTaken(at="2026-11-22T22:43:40Z", tree="wifi", node="password", kind="question", how="options",
                  text="Which of these happened since it last worked?", answer="New router, Update installed"),
        StepTaken(at="2026-11-22T22:45:00Z", tree="wifi", node="light", kind="question", how="unknown",
                  text="Is the light on the router green?"),
        StepTaken(at="2026-11-22T22:49:31Z", tree="wifi", node="toggle", kind="fix",
                  text="Switch Wi-Fi off and on again.", answer="No", words="still the same"),
        StepTaken(at="2026-11-22T22:51:00Z", tree="wifi", node="wait-router", kind="wait", how="done",
                  text="The router starts again. This takes about two minutes."),
        StepTaken(at="2026-11-22T23:02:10Z", tree="wifi", node="driver", kind="fix", how="skip",
                  text="Reinstall the Wi-Fi driver with the installer from the maker (https://drivers.example/)."),
        StepTaken(at="2026-11-22T23:04:00Z", tree="network-path", node="vlan", kind="question", by="agent",
                  text="Which VLAN does the port carry?", answer="210", how="value"),
    ),
    ruled_out=("Wi-Fi switched off", "Out of range"),
    notes=(NoteLine(at="2026-11-22T22:50:00Z", by="user", text="The router was replaced on Friday."),),
    reason="All Tier 1 fixes failed.",
    to="network-path",
    to_title="Network path",
    first="Look at the access point's log for this device.",
    missing=("Asset tag",),
    trees=(
        TreeWalked(tree="wifi", title="Wi-Fi will not connect", tier=1, digest="3f" * 32),
        TreeWalked(tree="network-path", title="Network path", tier=2, digest="a0" * 32),
    ),
)  # fmt: skip

GOLDEN = Path(__file__).with_name("golden")
SCHEMA_FILE = Path(summary_module.__file__).with_name("summary.schema.json")

HOSTILE = [
    "[click](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "<img src=https://evil.example/x.png>",
    "<script>alert(1)</script>",
    "https://evil.example and www.evil.example and a@evil.example and mailto:a@evil.example",
    "<https://evil.example>",
    "**bold** _it_ `code` ~~gone~~ ~sub~ $x$",
    "&lt;b&gt; &#42; AT&T",
    "- item",
    "1. item",
    "# heading #",
    "> quote",
    "| a | b |",
    "C:\\*\\_x",
    "=====",
    "trailing \\",
    "[ref]: https://evil.example",
    "[/] [@click=app.quit]x[/]",
    "//evil.example and HTTPS://EVIL.EXAMPLE",
    "evil.com/path and evil.io?x=1, but 192.168.1.1 and v1.2",
    "javascript:alert(1)",
]


@pytest.mark.parametrize("name", ["full", "empty"])
@pytest.mark.parametrize(("kind", "write"), [("md", to_markdown), ("txt", to_text), ("json", to_json)])
def test_looks_as_agreed(name: str, kind: str, write: Callable[[Summary], str]) -> None:
    golden = GOLDEN / f"summary_{name}.{kind}"
    assert write({"full": FULL, "empty": EMPTY}[name]) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("summary", [FULL, EMPTY])
def test_json_is_what_the_schema_says(summary: Summary) -> None:
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    data = json.loads(to_json(summary))
    jsonschema.validate(data, schema)
    assert data == to_data(summary)
    assert list(data) == schema["required"] == list(schema["properties"])
    assert schema["$id"] == data["schema"] == summary_module.SCHEMA


def test_first_lines_say_what_to_do_now() -> None:
    first = "\n".join(to_text(FULL).splitlines()[:6])
    for words in (
        "K7F3-Q2DM",
        "Wi-Fi will not connect",
        "medium",
        "Network path",
        "Look at the access point's log",
    ):
        assert words in first


ASKED = replace(
    FULL,
    outcome=None, to="", to_title="", reason="", first="", missing=(), code="", title="Network path",
    steps=(
        StepTaken(at="2026-11-22T22:41:12Z", tree="wifi", node="visible", kind="question", text="Do you see it?",
                  answer="Yes", words="yes"),
        StepTaken(at="2026-11-22T22:50:00Z", tree="wifi", node="fact:requester", kind="question", how="value",
                  text="What is your name?", answer="Ana Silva"),
        StepTaken(at="2026-11-22T22:51:00Z", tree="wifi", node="fact:ssid", kind="question", how="value",
                  text="What is the network called?", answer="Home_Net*5G"),
        StepTaken(at="2026-11-22T22:52:00Z", tree="wifi", node="fact:affected", kind="question", how="value",
                  text="Who has this problem?", answer="Only me", words="nobody but me"),
        StepTaken(at="2026-11-22T22:53:00Z", tree="wifi", node="fact:asset_tag", kind="question", how="unknown",
                  text="Which number is on the sticker?", answer="I don't know"),
        StepTaken(at="2026-11-22T22:54:00Z", tree="network-path", node="", kind="handoff",
                  text="We go on with Network path.", answer="All failed.", words="Look at the log."),
        StepTaken(at="2026-11-22T23:05:00Z", tree="network-path", node="", kind="handoff", text="We go on."),
    ),
)  # fmt: skip


def test_an_open_case_says_where_it_stands_and_why_it_came_there() -> None:
    text = to_text(ASKED)
    for line in (
        "Case K7F3-Q2DM: Wi-Fi will not connect",
        "  Now in:           Network path (tier 2)",
        "  Do first:         Look at the log.",
        "  Why:              All failed.",
        "  Outcome:          still open",
    ):
        assert line in text.splitlines()
    assert "To:" not in text


@pytest.mark.parametrize("outcome", ["resolved", "unsupported", "abandoned"])
def test_a_closed_case_asks_nothing_of_anybody(outcome: Literal["resolved", "unsupported", "abandoned"]) -> None:
    text = to_text(replace(ASKED, outcome=outcome))
    assert not [words for words in ("To:", "Do first", "Now in", "still open") if words in text]


def test_what_stands_above_is_not_told_again_as_a_step() -> None:
    text = to_text(ASKED)
    assert "What is your name?" not in text
    assert "What is the network called?" not in text
    assert "“nobody but me”" in text
    assert "Which number is on the sticker?" in text
    assert "Which number is on the sticker?" not in to_text(replace(ASKED, missing=("Asset tag",)))
    assert "“yes”" not in text


def test_a_handoff_is_told_to_the_next_person() -> None:
    text = to_text(ASKED)
    assert "Hand-off to Network path\n     → All failed. (to do first: Look at the log.)" in text
    assert "Hand-off to Network path\n     → went on there" in text
    assert "We go on" not in text


def test_each_day_of_steps_begins_with_its_date_and_zone() -> None:
    lines = to_text(ASKED).splitlines()
    assert "  1  2026-11-22 23:41 (UTC+01:00)" in lines
    assert "  2  23:52  Who has this problem?" in lines
    assert "  5  2026-11-23 00:05 (UTC+01:00)" in lines
    offset = to_text(replace(ASKED, zone="-03:30"))
    assert "2026-11-22 19:11 (UTC-03:30)" in offset
    assert "Time zone:        UTC-03:30" in offset


def _everywhere(text: str) -> Summary:
    return Summary(
        case=text, zone=text, title=text, code=text, created=text, updated=text, problem=text, since=text,
        contact=Contact(name=text, reach=text, computer=text), affected=text, impact=text, urgency=text,
        priority=text, facts=(_fact(text, text, text, text),),
        steps=(StepTaken(at=text, tree=text, node=text, kind="fix", text=text, answer=text, words=text, by=text),),
        notes=(NoteLine(at=text, by=text, text=text),), reason=text, to=text, to_title=text, first=text,
        missing=(text,), ruled_out=(text,), trees=(TreeWalked(tree=text, title=text, tier=1, digest=text),),
    )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_answers_literally(text: str) -> None:
    # linkify is on: the strictest of the usual readers.
    tokens = MarkdownIt("gfm-like").parse(to_markdown(_everywhere(text)))
    inline = [child for token in tokens for child in token.children or ()]
    assert not {token.type for token in inline} & {
        "link_open",
        "image",
        "html_inline",
        "code_inline",
        "em_open",
        "s_open",
    }
    assert {token.type for token in tokens} <= {
        "heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close", "bullet_list_open",
        "bullet_list_close", "ordered_list_open", "ordered_list_close", "list_item_open", "list_item_close",
    }  # fmt: skip
    assert "<" not in to_markdown(_everywhere(text))  # not even escaped: older readers do not know `\\<`
    shown = ["".join(child.content for child in token.children or ()) for token in tokens]
    assert shown.count(text) == 2  # missing, ruled out
    assert f"Do first: {text}" in shown
    assert f"Case {text}: {text}" in shown
    assert f"In their words: “{text}”" in shown
    assert f"Name: {text}" in shown


@pytest.mark.parametrize(
    "text", ["a\x1b[31mb\x1b]0;owned\x07", "a\x9b31mb", "a\u202eb", "a\x00b\x7f", "a\nb\r\nc", "a\ud800b"]
)
@pytest.mark.parametrize("write", [to_markdown, to_text, to_json])
def test_nothing_hidden_comes_out(text: str, write: Callable[[Summary], str]) -> None:
    shown = write(_everywhere(text))
    shown.encode()
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert len(shown.splitlines()) == len(write(_everywhere("a")).splitlines())


@pytest.mark.parametrize("width", [40, 60, 78])
def test_text_keeps_its_width(width: int) -> None:
    assert all(cell_width(line) <= width for line in to_text(FULL, width).splitlines() if " " in line.strip())


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../../etc/passwd", "", "x" * 5000, "Europe", "\x00"])
def test_unknown_zones_are_utc(zone: str) -> None:
    text = to_text(replace(FULL, zone=zone))
    assert "2026-11-22 22:41 (UTC)" in text


@pytest.mark.parametrize(
    ("kind", "how", "answer", "shown"),
    [
        ("fix", "option", "Yes", "it helped"),
        ("fix", "option", "No", "did not help"),
        ("question", "option", "No", "No"),
        ("question", "unknown", "", "they did not know"),
        ("question", "skip", "", "skipped"),
        ("question", "option", "", "no answer"),
        ("instruction", "done", "", "done"),
        ("check", "refused", "", "they did not want this check"),
        ("check", "unsupported", "", "this computer has no such check"),
    ],
)  # fmt: skip
def test_results_in_words(kind: str, how: Literal["option", "refused"], answer: str, shown: str) -> None:
    step = StepTaken(at="2026-11-22T22:41:12Z", tree="t", node="n", kind=kind, text="Text", answer=answer, how=how)
    assert f"→ {shown}" in to_text(Summary(case="K7F3-Q2DM", steps=(step,)))
