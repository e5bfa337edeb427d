"""The schemas say what the parser says: about what is right, about what is wrong, and about every key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests.authoring.plain_values import plain_values
from tshoot.authoring.files import kind_of, yaml_files
from tshoot.authoring.glossary import parse_glossary
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.schema.forms import FORMS, NAME
from tshoot.authoring.schema.others import SCHEMAS
from tshoot.authoring.settings import parse_settings
from tshoot.authoring.treetest import parse_tests
from tshoot.authoring.vocabulary import facts, head, nodes, others
from tshoot.authoring.vocabulary.key import Key, names
from tshoot.cli.schema import FILES, schema_text
from tshoot.engine.expressions import FUNCTIONS
from tshoot.model.diagnostic import Diagnostic

ROOT = Path(__file__).parents[2]
FIXTURES = Path(__file__).parent / "fixtures"
STRUCTURAL = {
    "bad-id", "bad-value", "missing-key", "missing-kind", "missing-text", "unknown-key", "unknown-kind", "unknown-type",
}  # fmt: skip
"""Rules whose mistakes a schema can see."""


@cache
def validator(kind: str) -> Draft7Validator:
    return Draft7Validator(SCHEMAS[kind]())


def refusals(kind: str, values: Any) -> list[str]:
    return [error.message[:200] for error in validator(kind).iter_errors(values)]


@pytest.mark.parametrize("kind", FILES)
def test_it_is_a_schema_and_the_shipped_one_is_current(kind: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[kind]())
    assert (ROOT / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8") == schema_text(kind), (
        f"run: tshoot schema {kind} > schema/{kind}.schema.json"
    )


def right_files() -> Iterator[tuple[str, Path]]:
    for path in yaml_files(ROOT / "decision_trees"):
        yield str(kind_of(path, ROOT / "decision_trees")), path
    yield from (("tree", path) for path in yaml_files(FIXTURES / "ok") if path.stem != "yaml-syntax")
    yield from (("tree", path) for path in yaml_files(FIXTURES / "library" / "ok"))
    yield from (("test", path) for path in yaml_files(FIXTURES / "tests"))


@pytest.mark.parametrize(("kind", "path"), right_files(), ids=lambda value: getattr(value, "name", value))
def test_what_is_right_is_accepted(kind: str, path: Path) -> None:
    assert refusals(kind, plain_values(path.read_bytes())) == []


def wrong_files() -> list[Path]:
    """Those with a mistake that a schema can see."""
    return [
        path for path in yaml_files(FIXTURES / "err")
        if any(one.rule in STRUCTURAL and one.severity == "error"
               for one in parse_tree(path.read_bytes(), path.name).diagnostics)
    ]  # fmt: skip


@pytest.mark.parametrize("path", wrong_files(), ids=lambda path: path.stem)
def test_a_mistake_in_the_structure_is_refused(path: Path) -> None:
    assert refusals("tree", plain_values(path.read_bytes()))


@pytest.mark.parametrize("path", yaml_files(ROOT / "decision_trees"), ids=lambda path: path.name)
def test_a_shipped_file_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n")[0]
    name = first.removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / name).resolve() == ROOT / "schema" / f"{kind_of(path, path.parent)}.schema.json"


# Every key at every place, with values of every shape.

VALUES: tuple[str, ...] = (
    "x", '"x y"', "7", "0.5", "1", "0", "-1", "true", "null", "", "[]", "[x]", "[1, x]", "{}", "{x: y}", "{x: [y]}",
    "{x: null}", "[{x: y}]", "2027-05-31", "en", "both", "live", "low", "resolved", "cost", "text", "e-mail",
    "{when: a, goto: b}", "[{when: a, goto: b}]", "[{else: b}]", "[{id: f, do: d}]", "[{q: a, a: b}]", "{to: y}",
    "{fact: f}", "{Windows: a, else: b}", "{Yes: n, No: {goto: n}}", "[{label: x, goto: n}]", "{x: {means: y}}",
    "{n: {end: resolved}}", "[{name: t, end: resolved}]", "user", "{x: {result: ok}}", "[{n: yes}]", "[{n: [a, b]}]",
    "{x: {y: z}}", "[[x]]", "wifi", "2 minutes",
)  # fmt: skip
NODES = "nodes: {n: {end: resolved}}"
TREE = "tree: 1\ntitle: T\n"
ELSEWHERE = {
    # Told by the words themselves, not by their shape: left to `tshoot lint`.
    "condition", "duration", "destination", "moment",
}  # fmt: skip


NOTHING = ("null", "")
"""An optional key without a value: a schema may say so while it is typed, lint waits."""
SEMANTIC = re.compile("only numbers and dates have|for 'default'|a choice without 'values'")
"""Mistakes about other keys: a bound or a value that does not go with the type."""


def line(key: str, value: str) -> str:
    return f"{key}: {value}"


def flow(*parts: str) -> str:
    return "{" + ", ".join(parts) + "}"


def node_place(kind: str, keys: Sequence[Key]) -> tuple[str, str, str, Sequence[Key]]:
    """How a key of a node is written; what a kind needs besides stands there too."""
    first = {
        "ask": "ask: q",
        "input": "input: f",
        "do": "do: d",
        "tell": "tell: t",
        "check": "check: wifi",
        "branch": "branch: [{else: n}]",
        "set": "set: {a: 1}",
        "wait": "wait: 2 minutes",
        "try": "try: [{id: f, do: d}]",
        "call": "call: t",
        "handoff": "handoff: t",
        "end": "end: resolved",
    }[kind]
    return "tree", f"a {kind}", TREE + "nodes: {m: {FIRST, KEY}, n: {end: resolved}}".replace("FIRST", first), keys


PLACES: tuple[tuple[str, str, str, Sequence[Key]], ...] = (
    ("tree", "the head", TREE + NODES + "\nKEY", head.HEAD),
    ("tree", "faq", TREE + NODES + "\nfaq: [{KEY}]", head.FAQ),
    ("tree", "escalate", TREE + NODES + "\nescalate: {KEY}", head.ESCALATE),
    ("tree", "a fact", TREE + NODES + "\nfacts: {f: {KEY}}", facts.FACT),
    *(node_place(kind, (*keys, *nodes.COMMON)) for kind, keys in nodes.KINDS.items()),
    ("tree", "an input", TREE + "nodes: {m: {input: {fact: f, KEY}}, n: {end: resolved}}", facts.FACT),
    ("tree", "an option", TREE + "nodes: {m: {ask: q, options: {Yes: {KEY}}}, n: {end: resolved}}", nodes.OPTION),
    ("tree", "a listed option", TREE + "nodes: {m: {ask: q, options: [{label: Yes, KEY}]}, n: {end: resolved}}",
     nodes.OPTION),
    ("tree", "an arm", TREE + "nodes: {m: {branch: [{KEY}, {else: n}]}, n: {end: resolved}}", nodes.ARM),
    ("tree", "the last arm", TREE + "nodes: {m: {branch: [{KEY}]}, n: {end: resolved}}", nodes.ARM_ELSE),
    ("tree", "a fix", TREE + "nodes: {m: {try: [{KEY}]}, n: {end: resolved}}", nodes.FIX),
    ("test", "the tests", "KEY", others.TESTS_FILE),
    ("test", "a test", "tests: [{KEY}]", (*others.TEST, *others.EXPECTED)),
    ("test", "an item of a walk", "tests: [{name: t, end: resolved, walk: [{n: {say: x, KEY}}]}]", others.STEP),
    ("test", "a packet", "tests: [{name: t, handoff: {KEY}}]", others.PACKET),
    ("settings", "settings", "KEY", others.SETTINGS),
    ("glossary", "glossary", "KEY", others.GLOSSARY),
    ("glossary", "a term", "glossary: 1\nterms: {BIOS: {KEY}}", others.TERM),
)  # fmt: skip


def parsed(kind: str, source: str) -> tuple[Diagnostic, ...]:
    if kind == "tree":
        return parse_tree(source, "t.yaml").diagnostics
    if kind == "test":
        return parse_tests(source, "t.test.yaml").diagnostics
    return (
        parse_settings(source, "s.yaml").diagnostics
        if kind == "settings"
        else parse_glossary(source, "").diagnostics
    )


def written(template: str, key: str, value: str) -> str:
    """The file with this key; one that stands there already is replaced."""
    for before in (f"{key}: 1\n", f"{key}: T\n", "label: Yes, ", "say: x, ", NODES + "\n"):
        if before.startswith(f"{key}:"):
            template = template.replace(before, "")
    parts = template.split("FIRST")[0]
    parts = re.sub(rf"\{{m: \{{{re.escape(key)}: (?:\[.*?\]|\{{.*?\}}|[^,{{}}]*), KEY", "{m: {KEY", parts)
    return parts.replace("KEY", line(key, value))


@pytest.mark.parametrize(("kind", "place", "template", "keys"), PLACES, ids=lambda value: value if isinstance(
    value, str) and "\n" not in value and len(value) < 20 else "")  # fmt: skip
def test_the_schema_knows_the_keys_of_the_parser(
    kind: str, place: str, template: str, keys: Sequence[Key]
) -> None:
    everywhere = sorted({key for _, _, _, found in PLACES for key in names(found)})
    for key in everywhere:
        source = written(template, key, "x")
        unknown = any(one.rule in ("unknown-key", "conflict") and repr(key) in one.message
                      for one in parsed(kind, source))  # fmt: skip
        assert (key in names(keys)) or unknown or key in SECOND_MEANING.get(place, ()), f"{place}: {key}"
        if unknown and key not in (*names(keys), *KINDS_FIRST.get(place, ())):
            assert refusals(kind, plain_values(source)), source


SECOND_MEANING = {
    # `fact` of an input; `goto` beside `else`, which has a finding of its own; a kind that comes first.
    "an input": ("fact",),
    "an arm": ("else",),
    "the last arm": ("when", "goto"),
    # A tree under a name that is taken.
    "settings": ("tree",),
    "glossary": ("tree",),
}
KINDS_FIRST = {"a ask": ("check",), "a set": ("check",), "a tell": ("wait", "end")}
"""A schema cannot see which key comes first: with a kind whose key the first one is too, it is taken for that."""


@pytest.mark.parametrize(("kind", "place", "template", "keys"), PLACES, ids=lambda value: value if isinstance(
    value, str) and "\n" not in value and len(value) < 20 else "")  # fmt: skip
def test_the_schema_takes_the_values_that_the_parser_takes(
    kind: str, place: str, template: str, keys: Sequence[Key]
) -> None:
    wrong = []
    for key in keys:
        for value in VALUES:
            source = written(template, key.name, value)
            fails = [one for one in parsed(kind, source) if one.severity == "error"]
            refused = refusals(kind, plain_values(source))
            about = any(one.rule in STRUCTURAL and not SEMANTIC.search(one.message) for one in fails)
            if refused and not fails and value not in NOTHING:
                wrong.append((f"{key.name}: {value}", "refused", refused[0]))
            elif about and not refused and key.form not in ELSEWHERE:
                wrong.append((f"{key.name}: {value}", "accepted", fails[0].message))
    assert wrong == []


def test_names_are_those_of_the_parser() -> None:
    from tshoot.authoring.fields import NAME as PARSED

    assert "^" + PARSED.pattern.removesuffix("\\Z") + "$" == NAME
    assert FUNCTIONS


@pytest.mark.parametrize(
    "key", sorted({(key.name, key.text, key.form) for _, _, _, keys in PLACES for key in keys})
)
def test_every_key_says_what_it_holds(key: tuple[str, str, str]) -> None:
    _name, text, form = key
    assert text
    assert not text.endswith(".")
    assert form.split()[0] in (*FORMS, "whole", "number") or form in json.dumps(sorted(_other_forms()))


def _other_forms() -> set[str]:
    from tshoot.authoring.schema.others import _FORMS

    return set(_FORMS)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_what_editors_show_makes_sense_away_from_the_pages(kind: str) -> None:
    schema = SCHEMAS[kind]()
    assert "title" not in schema, "it would stand above each hover text"
    todo: list[object] = [schema]
    while todo:
        found = todo.pop()
        todo += found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
        if isinstance(found, dict):
            texts = [
                found.get("description"),
                found.get("markdownDescription"),
                *found.get("enumDescriptions", ()),
            ]
            said = [text for text in texts if isinstance(text, str)]
            assert not [text for text in said if re.search(r"\bbelow\b|\]\(|^See ", text)]
            assert "`" not in "".join(found.get("enumDescriptions", ()))


@pytest.mark.parametrize("kind", ["option", "fact"])
def test_what_an_author_names_is_explained(kind: str) -> None:
    assert SCHEMAS["tree"]()["definitions"][kind]["description"]
