"""Tests as YAML text, and how one is added to a file without touching the rest."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tshoot.authoring.testappend import appended, looks_secret
from tshoot.authoring.testcase import Simulated, Step, TreeTest
from tshoot.authoring.testyaml import scalar, to_yaml, value
from tshoot.authoring.treetest import parse_tests

TEST = TreeTest(name="it's new", walk=(Step("power", "yep, it's on"),), end="resolved")
ADDED = """- name: it's new
  walk:
    - power: "yep, it's on"
  end: resolved
"""


def indented(text: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}\n" for line in text.splitlines())


@pytest.mark.parametrize(
    ("before", "by"),
    [
        ("", 2),
        ("# What we test\ntests:\n  - name: a\n    end: resolved\n", 2),
        ("tests:\n- {name: a, end: resolved}  # short\n\n# the last word\n", 0),
        ("tests:\n    - name: a\n      end: resolved", 4),
        (
            "tests:\n  - name: a\n    walk:\n      - x: no\n    end: resolved\n  - name: b\n    end: resolved\n\n",
            2,
        ),
    ],
)
def test_the_rest_of_the_file_stays(before: str, by: int) -> None:
    start = before if not before or before.endswith("\n") else before + "\n"
    assert appended(before, TEST) == (start or "tests:\n") + indented(ADDED, by)


def test_line_ends_stay() -> None:
    before = "tests:\r\n  - name: a\r\n    end: resolved\r\n"
    new = appended(before, TEST)
    assert new == before + indented(ADDED, 2).replace("\n", "\r\n")


@pytest.mark.parametrize(
    "before",
    [
        "tests: [{name: a, end: resolved}]\n",
        "tests: [\n  {name: a, end: resolved}]\n",
        "tests:\n  - name: a\n    end: resolved\n...\n",
        "tests: []\n",
        "nothing: here\n",
        "tests:\n  - name: [\n",
    ],
)
def test_a_layout_that_takes_no_test_at_its_end(before: str) -> None:
    assert appended(before, TEST) is None


def test_every_part_of_a_test_is_written_as_it_is_read() -> None:
    test = TreeTest(
        name="all: of #it", persona="agent", at="2026-03-02T09:30:00.000+00:00",
        facts={"os": "Windows", "n": 3.5, "ready": True, "parts": ("a", "b, c"), "code": "0042", "no": "12"},
        checks={"wifi": Simulated("off", later=(Simulated("weak", {"signal": 5, "ssid": "x: y"}),)),
                "disk": Simulated("ok")},
        calls={"who": "walk"}, follow=True,
        walk=(Step("a", "- dash"), Step("b", ("x", "y]")), Step("fact:os", "null"), Step("c", "x", (), "Yes")),
        end="resolved", handoff="queue:desk", passed=("a", "b"), learned={"x": "{y}"}, summary=("one", "two: 2"),
    )  # fmt: skip
    parsed = parse_tests("tests:\n" + to_yaml(test, note="a\nb"), "t.test.yaml")
    assert parsed.diagnostics == ()
    (read,) = parsed.tests
    assert read == TreeTest(**{**{name: getattr(test, name) for name in TreeTest.__dataclass_fields__}, "line": 3})


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_any_text_stays_one_text(text: str) -> None:
    parsed = parse_tests(f"tests:\n  - name: a\n    end: resolved\n    answers: [{scalar('x' + text)}]\n", "t")
    assert parsed.diagnostics == ()
    assert len(parsed.tests[0].answers) == 1
    assert str(parsed.tests[0].answers[0]).startswith("x")


@pytest.mark.parametrize(
    ("one", "text"),
    [("yes", "yes"), ("true", '"true"'), ("1.5", '"1.5"'), ("a: b", '"a: b"'), ("-x", "-x"), ("- x", '"- x"'),
     (3.0, "3"), (True, "true"), (("a", "b c"), "[a, b c]"), ("", '""'), ("ünï", "ünï"), ("\x1b[31mred", "red")],
)  # fmt: skip
def test_values(one: str | float | tuple[str, ...], text: str) -> None:
    assert value(one) == text


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("my password is hunter2", True),
        ("Pin: 4711", True),
        ("token=abc", True),
        ("eyJhbGciOiJIUzI1NiJ9.abc", True),
        ("ghp_16C7e42F292c6912E7710c838347Ae178B4a", True),
        ("-----BEGIN RSA PRIVATE KEY-----", True),
        ("it wants the password again", False),
        ("Ana Lopez, ana@example.org", False),
        ("HomeNet-5GHz", False),
        ("/usr/share/applications/Some3Thing/Deep", False),
        ("New password", False),
    ],
)
def test_what_looks_like_a_secret(text: str, secret: bool) -> None:
    assert looks_secret(text) is secret
