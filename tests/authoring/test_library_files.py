"""`settings.yaml` and `glossary.yaml`: what they say, and their mistakes, all at once and with their places."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.authoring.mutations import NASTY
from tshoot.authoring.files import kind_of
from tshoot.authoring.glossary import MOST_TERMS, parse_glossary
from tshoot.authoring.rule_list import descriptions
from tshoot.authoring.settings import parse_settings
from tshoot.language.aliases import MOST_PHRASES
from tshoot.model.diagnostic import Diagnostic
from tshoot.model.library import Glossary, Settings, Term

SETTINGS = """\
settings: 1
aliases:
  SAP: [the red app, "the booking thing"]
  Jira: ticket board
learn: true
"""
GLOSSARY = """\
glossary: 1
terms:
  BIOS: The small program that starts the computer.
  VPN: {means: "A **tunnel**.", also: [tunnel, "remote access"]}
"""


def brief(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{one.span.line}:{one.span.column} {one.severity} {one.rule}: {one.message}" for one in found]


def test_what_settings_say() -> None:
    parsed = parse_settings(SETTINGS, "settings.yaml")
    assert parsed.value == Settings(
        (("SAP", ("the red app", "the booking thing")), ("Jira", ("ticket board",))), True
    )
    assert (parsed.diagnostics, parsed.text) == ((), SETTINGS)


def test_what_a_glossary_says() -> None:
    parsed = parse_glossary(GLOSSARY, "glossary.yaml")
    assert parsed.value == Glossary(
        (
            Term("BIOS", "The small program that starts the computer."),
            Term("VPN", "A **tunnel**.", ("tunnel", "remote access")),
        )
    )
    assert (parsed.diagnostics, parsed.text) == ((), GLOSSARY)


@pytest.mark.parametrize(
    ("source", "learn"),
    [
        ("settings: 1", None), ("settings: 1\nlearn: true", True), ("settings: 1\nlearn: false", False),
        ("settings: 1\nlearn: yes", False), ('settings: 1\nlearn: "true"', False), ("settings: 1\nlearn:", False),
        ("settings: 1\nlearn: [true]", False), ("settings: 1\nlern: flase", False), ("", False), ("- a", False),
        ("settings: 1\nlearn: true\nx: [", False), ("settings: 1\nlearn: true\n\tx: 1", False),
        ("settings: 1\nlearn: true\n---\nlearn: false", False), ("\0", False), (b"\xff", False),
    ],
)  # fmt: skip
def test_consent_is_what_says_so_without_doubt(source: str | bytes, learn: bool | None) -> None:
    assert parse_settings(source, "settings.yaml").value.learn is learn


WRONG_SETTINGS = """\
setings: 1
aliases:
  SAP: [the red app, no, go back, sap, "???", 12, the]
  CRM: [the red app, SAP, crm tool]
  sap: [foo]
  Empty:
  Deep: {a: b}
  Long: [one two three four five six seven eight nine ten eleven]
learn: maybe
colour: red
"""


def test_all_mistakes_of_settings_at_once() -> None:
    parsed = parse_settings(WRONG_SETTINGS, "settings.yaml")
    assert parsed.value == Settings(
        (("SAP", ("the red app",)), ("CRM", ("crm tool",)), ("Deep", ()), ("Long", ())), False
    )
    assert brief(parsed.diagnostics) == [
        "1:1 error unknown-key: the file has no key 'setings'",
        "3:22 error conflict: 'aliases' has 'no' for 'SAP', which people also say as an answer or a command",
        "3:26 error conflict: 'aliases' has 'go back' for 'SAP', which people also say as an answer or a command",
        "3:35 warning no-effect: 'aliases' has 'sap' for 'SAP', which are the same words",
        "3:40 error bad-value: 'aliases' has '???', which holds no word",
        "3:47 error conflict: 'aliases' has '12' for 'SAP', which people also say as an answer or a command",
        "3:51 error conflict: 'aliases' has 'the' for 'SAP', which people also say as an answer or a command",
        "4:9 error conflict: 'aliases' has 'the red app' for 'CRM', and it means 'SAP' already",
        "4:22 error conflict: 'aliases' has 'SAP' for 'CRM', and it means 'SAP' already",
        "5:3 error conflict: 'aliases' has 'sap' and 'SAP', which are the same words",
        "6:3 error missing-text: 'aliases' has nothing after 'Empty'",
        "7:3 error bad-value: 'aliases' has a mapping of keys and values for 'Deep', expected a list",
        "8:10 error bad-value: 'aliases' has 'one two three four five six seven eight nine ten eleven', expected at"
        " most 80 characters and 10 words",
        "9:8 error bad-value: the file has 'maybe' for 'learn', expected true or false",
        "10:1 error unknown-key: the file has no key 'colour'",
    ]
    assert parsed.diagnostics[0].hint == "did you mean 'settings'?"


WRONG_GLOSSARY = """\
glossary: 2
terms:
  BIOS: The small program.
  VPN: {means: A tunnel., also: [tunnel, bios, vpn]}
  vpn: again
  Nothing:
  List: [a]
  Miss: {mean: x}
  Empty: {also: [y]}
  "!!": foo
"""


def test_all_mistakes_of_a_glossary_at_once() -> None:
    parsed = parse_glossary(WRONG_GLOSSARY, "glossary.yaml")
    assert [term.name for term in parsed.value.terms] == ["BIOS", "VPN", "Miss"]
    assert parsed.value.terms[1].also == ("tunnel",)
    assert brief(parsed.diagnostics) == [
        "1:11 error bad-value: the file has '2' for 'glossary', expected the version 1 of its language",
        "4:42 error conflict: the term 'VPN' has 'bios' for 'VPN', and it means 'BIOS' already",
        "4:48 warning no-effect: the term 'VPN' has 'vpn' for 'VPN', which are the same words",
        "5:3 error conflict: the term 'vpn' has 'vpn' and 'VPN', which are the same words",
        "6:3 error missing-text: the term 'Nothing' has nothing after 'means'",
        "7:3 error bad-value: the term 'List' has a list for 'means', expected a text",
        "8:10 error unknown-key: the term 'Miss' has no key 'mean'",
        "9:3 error missing-key: the term 'Empty' has no 'means'",
        "10:3 error bad-value: the term '!!' has '!!', which holds no word",
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("", "1:1 error missing-key: the file is empty"),
        ("- a", "1:1 error missing-key: the file is not a mapping of keys and values"),
        ("{}", "1:1 error missing-key: the file has no 'glossary'"),
        ("glossary: 1\nterms: {A: &x b}", "2:12 error yaml-feature: the anchor &x is not allowed in this file"),
        ("glossary: 1\nterms: {A: !x b}", "2:12 error yaml-feature: the tag '!x' is not allowed in this file"),
        ("glossary: 1\nterms: {A: b, A: c}", "2:15 error duplicate-key: the key 'A' is here a second time"),
        ("glossary: 1\nterms: {A: b}\nterms: [", "3:9 error yaml-syntax"),
        ("glossary: 1\nterms: []", "2:1 error bad-value: the file has a list for 'terms'"),
        ('glossary: 1\nterms: {A: "\\e[2J"}', "2:12 error yaml-characters"),
        ("glossary: 1\nterms: {A: b}\x1b", "2:14 error yaml-characters"),
        ("tree: 1\ntitle: T\nnodes: {a: {end: resolved}}", "1:1 error conflict: by its name, the file holds"),
        ("glossary: 1\nterms: {A: " + "b" * 1001 + "}", "2:12 error bad-value: the term 'A' has a meaning of 1,001"),
        ("#" * (1024 * 1024 + 1), "1:1 error yaml-limit"),
        (b"\xff", "1:1 error yaml-characters"),
    ],
    ids=range(14),
)  # fmt: skip
def test_a_mistake_is_found_where_it_is(source: str | bytes, found: str) -> None:
    assert any(line.startswith(found) for line in brief(parse_glossary(source, "glossary.yaml").diagnostics))


def test_what_stands_before_a_mistake_in_the_syntax_is_used() -> None:
    cut = parse_settings(SETTINGS + "more: [", "settings.yaml")
    assert cut.value.aliases == parse_settings(SETTINGS, "settings.yaml").value.aliases
    assert [one.rule for one in cut.diagnostics] == ["yaml-syntax"]


def test_numbers_are_bounded() -> None:
    names = "".join(f"  N{number}: [word{number}]\n" for number in range(MOST_PHRASES))
    settings = parse_settings(f"settings: 1\naliases:\n{names}", "settings.yaml")
    assert sum(1 + len(also) for _, also in settings.value.aliases) == MOST_PHRASES
    assert [one.rule for one in settings.diagnostics] == ["yaml-limit"]
    terms = "".join(f"  T{number}: x\n" for number in range(MOST_TERMS + 5))
    glossary = parse_glossary(f"glossary: 1\nterms:\n{terms}", "glossary.yaml")
    assert len(glossary.value.terms) == MOST_TERMS
    assert [one.rule for one in glossary.diagnostics] == ["yaml-limit"]


@pytest.mark.parametrize("name", ["x" * 1_000_000, "a " * 200_000, "(a+)+$", ".*", "\\", "\ud800", "a\u202eb"])
def test_hostile_words_are_found_and_left_out(name: str) -> None:
    quoted = '"' + name.replace("\\", "\\\\") + '"'
    parsed = parse_settings(f"settings: 1\naliases: {{SAP: [{quoted}, the red app]}}\n", "settings.yaml")
    assert "the red app" in dict(parsed.value.aliases).get("SAP", ("the red app",))
    assert parsed.diagnostics or name == "(a+)+$"
    assert all(len(one.message) < 300 and one.rule in descriptions() for one in parsed.diagnostics)


def test_thousands_of_damaged_files_raise_nothing() -> None:
    rng = random.Random(5)
    for _ in range(1500):
        seed = rng.choice((SETTINGS, GLOSSARY, WRONG_SETTINGS, WRONG_GLOSSARY)).encode()
        at = rng.randrange(len(seed))
        source = seed[:at] + rng.choice(NASTY) + seed[at + rng.randrange(4) :]
        for parsed in (parse_settings(source, "s.yaml"), parse_glossary(source, "g.yaml")):
            assert all(one.message and one.span.line >= 1 for one in parsed.diagnostics)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("settings.yaml", "settings"), ("glossary.yml", "glossary"), ("sub/settings.yaml", "tree"),
        ("sub/glossary.yaml", "tree"), ("Settings.yaml", "tree"), ("settings.test.yaml", "test"),
        ("my-settings.yaml", "tree"),
    ],
)  # fmt: skip
def test_only_at_the_top_they_are_the_librarys_own(tmp_path: Path, name: str, kind: str) -> None:
    assert kind_of(tmp_path / name, tmp_path) == kind
