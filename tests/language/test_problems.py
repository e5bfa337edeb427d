"""A first message in parts: what may be a second problem, and what belongs to the first."""

from __future__ import annotations

import time

import pytest

from tshoot.language.problems import MOST, cause, parts, told
from tshoot.language.telling import telling
from tshoot.language.words import LIMIT

SEVERAL = {
    "the printer is jammed and also I forgot my outlook password": (
        "the printer is jammed",
        "I forgot my outlook password",
    ),
    "1) wifi drops 2) no sound": ("wifi drops", "no sound"),
    "My laptop is slow. On top of that the VPN keeps disconnecting since Monday": (
        "My laptop is slow",
        "the VPN keeps disconnecting since Monday",
    ),
    "- vpn broken\n- headset silent": ("vpn broken", "headset silent"),
    "Hi! I have two problems: the screen flickers, my badge is lost. Thanks, Bo": (
        "the screen flickers",
        "my badge is lost",
    ),
    "First, my account is locked. Second, the printer prints blank pages": (
        "my account is locked",
        "the printer prints blank pages",
    ),
    "the wifi is gone and I also can't hear anybody": ("the wifi is gone", "I can't hear anybody"),
    "no dial tone. Another issue is that my chair squeaks": ("no dial tone", "my chair squeaks"),
    "my badge is lost; by the way, the lift makes noises": ("my badge is lost", "the lift makes noises"),
    "the door sticks plus my mailbox is full": ("the door sticks", "my mailbox is full"),
    "I forgot my password and my printer is offline": ("I forgot my password", "my printer is offline"),
    "the door sticks. I oiled it. It still sticks! Also the lamp is dark. I tried a new bulb": (
        "the door sticks",
        "I oiled it. It still sticks",
        "the lamp is dark. I tried a new bulb",
    ),
}

ONE = (
    "wifi is down so I cannot print or send mail",
    "When I print, my laptop freezes and the fan gets loud",
    "The printer is broken. I also tried another cable. Also it says offline. It worked fine on Friday.",
    "my phone finds nothing, which means that I can't call anybody",
    "The screen is black because the cable is loose.",
    "The VPN fails. So I can't reach the files. Now my boss is angry. Any idea? What can I do?",
    "the lamp and the fan",
    "My lamp is dark. My other lamp works fine. Everything else is on.",
    "the scanner hums. No luck with the other cable. Nothing helped. I called the shop twice.",
)

COURTESY = (
    "Hello team, hope you are well.",
    "Hi",
    "Good morning everybody,",
    "Thanks in advance, Bob Smith, Accounting",
    "This is Ana from accounting",
    "I have a Dell Latitude 5420 with Windows 11",
    "my laptop is a Lenovo T14",
    "I have a presentation at nine",
    "extension 1234",
    "Please help!",
    "two questions",
    "",
    "?!",
)


@pytest.mark.parametrize(("text", "expected"), SEVERAL.items())
def test_what_may_be_several_problems(text: str, expected: tuple[str, ...]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize("text", ONE)
def test_what_was_tried_and_what_comes_of_it_belong_to_the_problem(text: str) -> None:
    assert len(parts(text)) == 1


@pytest.mark.parametrize("text", COURTESY)
def test_greetings_names_machines_and_thanks_tell_no_problem(text: str) -> None:
    assert parts(text) == ()
    assert parts(f"The lamp is dark. {text}") == ("The lamp is dark",)


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("the lamp is dark. also the door sticks", True),
        ("1. the lamp is dark 2. the door sticks", True),
        ("two things: the lamp is dark, the door sticks all day", True),
        ("the lamp is dark and the door sticks all day", False),
        ("The lamp is dark. The door sticks.", False),
    ],
)
def test_what_is_announced_as_one_thing_more(text: str, added: bool) -> None:
    assert [part.added for part in told(text)] == [added, added]


@pytest.mark.parametrize(
    "text",
    [
        "and also " * 120_000,
        "1) " * 300_000,
        "a" * 1_000_000,
        ", " * 500_000,
        " " * 1_000_000,
        "my name is " + "a " * 999,
        "hi " * 300_000,
        "please " * 150_000,
        "\ud800\x1b[3m and also \0 " * 9000,
        "i also " * 99_000,
        "- a\n" * 99_000,
    ],
    ids=range(11),
)
def test_a_large_paste_takes_no_time(text: str) -> None:
    start = time.process_time()
    assert len(parts(text)) <= MOST
    assert len(cause(text)) <= LIMIT
    assert time.process_time() - start < 0.2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wifi is down so I cannot print or send mail", "wifi is down"),
        ("My badge is gone, therefore we can't get in", "My badge is gone"),
        ("I cannot print because the wifi is down", "because the wifi is down"),
        ("my mouse is so slow", ""),
        ("I can't log in since Monday", ""),
        ("", ""),
    ],
)
def test_the_cause_is_told_from_what_comes_of_it(text: str, expected: str) -> None:
    assert cause(text) == expected


CONNECTED = ("connected to wifi but no internet", "the router has a red light")
JOINING = ("cannot connect to wifi", "wifi asks for the password")


@pytest.mark.parametrize(
    ("text", "own", "other", "expected"),
    [
        ("internet on wifi is gone", CONNECTED, JOINING, CONNECTED[0]),
        ("wifi password", JOINING, CONNECTED, JOINING[1]),
        ("the wifi", ("wifi",), ("wifi is slow",), ""),
        ("my cat is ill", CONNECTED, JOINING, ""),
        ("", CONNECTED, JOINING, ""),
        ("wifi", (), (), ""),
    ],
)
def test_the_phrase_that_tells_two_trees_apart(
    text: str, own: tuple[str, ...], other: tuple[str, ...], expected: str
) -> None:
    assert telling(text, own, other) == expected
