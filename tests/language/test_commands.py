"""Commands in words and with a slash; answers that only sound like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.language.commands import SLASH, nearest_command, note_text, parse_slash, read_command


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("go back", "back"),
        ("Back, please.", "back"),
        ("can we go back one step?", "back"),
        ("I want to go back to the previous question", "back"),
        ("undo that", "back"),
        ("oops, that was wrong", "back"),
        ("start over", "restart"),
        ("let's start over again", "restart"),
        ("why?", "why"),
        ("why do you ask that", "why"),
        ("why is that important?", "why"),
        ("how do I do that?", "how"),
        ("show me how", "how"),
        ("where do i find it", "how"),
        ("note: the red light blinks", "note"),
        ("add a note: it smells", "note"),
        ("I want to talk to somebody", "person"),
        ("let me speak to a real person please", "person"),
        ("get me a human", "person"),
        ("agent", "person"),
        ("is there someone I can talk to?", "person"),
        ("what did I say before?", "known"),
        ("what do you know about me", "known"),
        ("skip this question", "skip"),
        ("I'd rather not say", "skip"),
        ("help", "help"),
        ("what can I type here?", "help"),
        ("quit", "quit"),
        ("I have to go", "quit"),
        ("show me the summary", "summary"),
        ("/back", "back"),
        (" /BACK ", "back"),
        ("/sum", "summary"),
        ("/human", "person"),
        ("/?", "help"),
    ],
)
def test_commands(text: str, command: str) -> None:
    assert read_command(text) == command


@pytest.mark.parametrize(
    "text",
    [
        "it went back to normal",
        "the printer is back",
        "I restarted it",
        "it stopped",
        "no",
        "the next light blinks",
        "I talked to a person yesterday",
        "my colleague helped me",
        "I know how it works",
        "he told me why",
        "I got a note from the bank",
        "get it",
        "the summary page does not print",
        "nobody can help me with the start of it",
        "/usr/bin/env",
        "/xyzzy",
        "/",
        "",
        "👍",
        "назад",
        "back " * 400,
    ],
)
def test_what_is_no_command(text: str) -> None:
    assert read_command(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/note the red  light", ("note", "the red  light")),
        ("/why", ("why", "")),
        ("/q", ("quit", "")),
        ("/bak", ("bak", "")),
        ("/s", ("s", "")),
        ("/usr/bin", None),
        ("1/2", None),
        ("back", None),
    ],
)
def test_slash(text: str, expected: tuple[str, str] | None) -> None:
    assert parse_slash(text) == expected


@pytest.mark.parametrize(
    ("name", "near"), [("bak", "back"), ("persn", "person"), ("sumary", "summary"), ("xyzzy", "")]
)
def test_the_nearest_spelling_is_offered(name: str, near: str) -> None:
    assert nearest_command(name) == near


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("/note red light", "red light"),
        ("note: red light", "red light"),
        ("please add a note: red light", "red light"),
        ("note that it is red", "it is red"),
        ("note", ""),
    ],
)
def test_the_text_of_a_note(text: str, note: str) -> None:
    assert note_text(text) == note


def test_every_command_can_be_found_and_has_its_help() -> None:
    assert all(read_command(f"/{name}") == name for name in SLASH)
    assert all(SLASH.values())


@given(st.text(max_size=60) | st.text("/ abcknoteq", max_size=20))
def test_no_text_raises(text: str) -> None:
    assert read_command(text) in (None, *SLASH)
    assert isinstance(note_text(text), str)
