"""Tests of trees as authors write them (`wifi.test.yaml`): walks of answers, and what must come of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tshoot.authoring.context import Context
from tshoot.authoring.fields import Fields
from tshoot.authoring.findings import Findings, quote
from tshoot.authoring.items import Hole, Item, Items, Pairs, Scalar
from tshoot.authoring.reader import read
from tshoot.model.diagnostic import Diagnostic, Span
from tshoot.model.event import Persona
from tshoot.model.fact import Value

TEST_KEYS = (
    "name", "as", "facts", "checks", "walk", "answers", "chance", "calls", "end", "handoff", "passed", "learned",
    "summary",
)  # fmt: skip
EXPECTATIONS = ("end", "handoff", "passed", "learned", "summary")
ENDS = (
    "resolved", "workaround", "escalate", "replace", "request", "unsupported", "cancelled", "handed off",
    "escalated", "replaced", "abandoned",
)  # fmt: skip
WALK = "walk"
"""What stands for a called tree that is really walked."""
PERSONAS: tuple[Persona, ...] = ("user", "agent")

Answer = str | tuple[str, ...]
"""Words as typed; several with `many`."""


@dataclass(frozen=True, slots=True)
class Simulated:
    """What a check is to find."""

    result: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeTest:
    """One test."""

    name: str
    index: int = 0
    """Its place among the tests of its file."""
    line: int = 1
    persona: Persona = "user"
    facts: Mapping[str, Value] = field(default_factory=dict)
    """Known from the start."""
    checks: Mapping[str, Simulated] = field(default_factory=dict)
    walk: tuple[tuple[str, Answer], ...] = ()
    """Nodes or fixes, and the answers there."""
    answers: tuple[Answer, ...] = ()
    """Answers wherever the walk stands, when `walk` does not name the place."""
    chance: bool | None = None
    """Whether fixes help once the answers have run out."""
    calls: Mapping[str, str] = field(default_factory=dict)
    """Called tree to the word that it returns, or `walk`."""
    end: str = ""
    handoff: str = ""
    passed: tuple[str, ...] = ()
    learned: Mapping[str, Value] = field(default_factory=dict)
    summary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedTests:
    """What came of a file of tests."""

    path: str
    tests: tuple[TreeTest, ...]
    diagnostics: tuple[Diagnostic, ...]
    places: Mapping[str, Span] = field(default_factory=dict)
    text: str = ""


def parse_tests(source: bytes | str, path: str, clock: Callable[[], float] = time.monotonic) -> ParsedTests:
    """Parses a file of tests; never raises."""
    findings = Findings(path)
    context = Context(findings)
    file = read(source, findings, clock)
    tests: tuple[TreeTest, ...] = ()
    if isinstance(file.root, Pairs) and not file.broken:
        fields = Fields(context, file.root, "", "the file", ("tests",), Span())
        tests = tuple(_tests(fields))
    elif not findings.all:
        findings.error(Span(), "missing-key", "the file has no 'tests'", "begin with 'tests:'")
    return ParsedTests(
        path=path, tests=tests, diagnostics=tuple(sorted(findings.all)), places=context.places, text=file.text
    )


def _tests(fields: Fields) -> Iterator[TreeTest]:
    for index, item in fields.entries("tests", required=True):
        if isinstance(item, Pairs):
            name = next(
                (p.value.text for p in item.pairs if p.key.text == "name" and isinstance(p.value, Scalar)), ""
            )
            noun = f"the test {quote(name) if name else index + 1}"
            yield _test(Fields(fields.context, item, f"tests.{index}", noun, TEST_KEYS, item.span), index)
        elif not isinstance(item, Hole):
            fields.wrong(f"tests.{index}", item, "a mapping like {name: …, walk: …}")


def _test(fields: Fields, index: int) -> TreeTest:
    if not any(fields.has(key) for key in EXPECTATIONS):
        message = f"{fields.noun} expects nothing"
        fields.context.findings.warning(fields.span, "missing-key", message, "add 'end: …' or 'handoff: …'")
    chance = fields.item("chance")
    return TreeTest(
        name=fields.text("name", required=True),
        index=index,
        line=fields.span.line,
        persona=fields.choice("as", PERSONAS) or "user",
        facts=_values(fields, "facts"),
        checks=dict(_checks(fields)),
        walk=tuple(_walk(fields)),
        answers=tuple(
            answer
            for index, item in fields.entries("answers")
            if (answer := _answer(fields, f"answers.{index}", item))
        ),
        chance=bool(fields.number("chance", 0, 0, 1, whole=True)) if chance else None,
        calls=dict(fields.pairs("calls")),
        end=fields.choice("end", ENDS) or "",
        handoff=fields.text("handoff"),
        passed=fields.texts("passed"),
        learned=_values(fields, "learned"),
        summary=fields.texts("summary"),
    )


def _walk(fields: Fields) -> Iterator[tuple[str, Answer]]:
    for index, item in fields.entries("walk"):
        if isinstance(item, Pairs) and len(item.pairs) == 1:
            pair = item.pairs[0]
            fields.context.place(fields.path(f"walk.{index}"), pair)
            if answer := _answer(fields, f"walk.{index}", pair.value):
                yield pair.key.text, answer
        elif not isinstance(item, Hole):
            fields.wrong(f"walk.{index}", item, "one node and the answer there, like 'visible: yes'")


def _answer(fields: Fields, name: str, item: Item) -> Answer | None:
    if isinstance(item, Items):
        return tuple(entry.text for entry in item.items if isinstance(entry, Scalar))
    if isinstance(item, Scalar) and item.text.strip():
        return item.text
    if not isinstance(item, Hole):
        fields.wrong(name, item, "an answer, or a list of answers")
    return None


def _checks(fields: Fields) -> Iterator[tuple[str, Simulated]]:
    for pair in fields.mapping("checks"):
        name = f"checks.{pair.key.text}"
        if isinstance(pair.value, Scalar) and pair.value.text:
            yield pair.key.text, Simulated(pair.value.text)
        elif isinstance(pair.value, Pairs):
            values = {inner.key.text: inner.value for inner in pair.value.pairs}
            result = values.pop("result", None)
            if not isinstance(result, Scalar):
                fields.wrong(name, pair.value, "a result like {result: connected}")
                continue
            found = {key: value for key, item in values.items() if (value := value_of(item)) is not None}
            yield pair.key.text, Simulated(result.text, found)
        elif not isinstance(pair.value, Hole):
            fields.wrong(name, pair.value, "a word, or a mapping with 'result'")


def _values(fields: Fields, name: str) -> dict[str, Value]:
    found = {}
    for pair in fields.mapping(name):
        value = value_of(pair.value)
        if value is not None:
            found[pair.key.text] = value
        elif not isinstance(pair.value, Hole):
            fields.wrong(f"{name}.{pair.key.text}", pair.value, "a text, a number, true, false or a list")
    return found


def value_of(item: Item) -> Value | None:
    """A fact's value as it is written."""
    if isinstance(item, Items):
        return tuple(entry.text for entry in item.items if isinstance(entry, Scalar))
    return item.value if isinstance(item, Scalar) else None


def is_fact_question(name: str) -> bool:
    """Whether a place in a walk is a fact that is asked for by itself."""
    return name.startswith("fact:")
