"""Reads tests of trees as authors write them (`wifi.test.yaml`): walks of answers, and what must come of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from tshoot.authoring.context import Context
from tshoot.authoring.fields import Fields
from tshoot.authoring.findings import Findings, quote
from tshoot.authoring.items import Hole, Item, Items, Pairs, Scalar
from tshoot.authoring.meant import meant
from tshoot.authoring.reader import read
from tshoot.authoring.testcase import AT, Answer, Packet, Simulated, Step, TreeTest
from tshoot.authoring.vocabulary import others as vocabulary
from tshoot.authoring.vocabulary.key import names
from tshoot.model.diagnostic import Diagnostic, Span
from tshoot.model.event import Persona
from tshoot.model.fact import Value

EXPECTATIONS = names(vocabulary.EXPECTED)
TEST_KEYS = (*names(vocabulary.TEST), *EXPECTATIONS)
STEP_KEYS = names(vocabulary.STEP)
PACKET_KEYS = names(vocabulary.PACKET)
ENDS = (
    "resolved", "workaround", "escalate", "replace", "request", "unsupported", "cancelled", "handed off",
    "escalated", "replaced", "abandoned",
)  # fmt: skip
PERSONAS: tuple[Persona, ...] = ("user", "agent")
PRIORITIES = ("low", "medium", "high", "critical")


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
        fields = Fields(context, file.root, "", "the file", names(vocabulary.TESTS_FILE), Span())
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
    target, packet = _handoff(fields)
    return TreeTest(
        name=fields.text("name", required=True),
        index=index,
        line=fields.span.line,
        persona=fields.choice("as", PERSONAS) or "user",
        at=_moment(fields),
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
        follow=fields.flag("follow"),
        end=fields.choice("end", ENDS) or "",
        handoff=target,
        packet=packet,
        passed=fields.texts("passed"),
        texts=fields.texts("texts"),
        learned=_values(fields, "learned"),
        summary=fields.texts("summary"),
    )


def _moment(fields: Fields) -> str:
    """The time of a test in UTC; a time without an offset is one in UTC, a date its first moment."""
    text = fields.text("at")
    if not text:
        return AT
    try:
        at = datetime.fromisoformat(text)
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        message = f"has {quote(text)} for 'at', expected a date or a time"
        fields.bad("at", message, "write it like 2027-05-31 or 2027-05-31T09:30")
        return AT
    return at.isoformat(timespec="milliseconds")


def _walk(fields: Fields) -> Iterator[Step]:
    for index, item in fields.entries("walk"):
        if isinstance(item, Pairs) and len(item.pairs) == 1:
            pair = item.pairs[0]
            fields.context.place(fields.path(f"walk.{index}"), pair)
            if isinstance(pair.value, Pairs) and any(meant(one.key.text, STEP_KEYS) for one in pair.value.pairs):
                yield from _step(fields, index, pair.key.text, pair.value)
            elif answer := _answer(fields, f"walk.{index}", pair.value):
                yield Step(pair.key.text, answer)
        elif not isinstance(item, Hole):
            fields.wrong(f"walk.{index}", item, "one node and the answer there, like 'visible: yes'")


def _step(fields: Fields, index: int, place: str, pairs: Pairs) -> Iterator[Step]:
    """An item of a walk that says more than the answer."""
    noun = f"the item {index + 1} of 'walk' of {fields.noun}"
    own = Fields(fields.context, pairs, fields.path(f"walk.{index}"), noun, STEP_KEYS)
    said = own.item("say", required=True)
    answer = _answer(own, "say", said) if said else None
    shows, understood = own.texts("shows"), own.text("understood")
    if answer:
        yield Step(place, answer, shows, understood)


def _answer(fields: Fields, name: str, item: Item) -> Answer | None:
    if isinstance(item, Items):
        return tuple(entry.text for entry in item.items if isinstance(entry, Scalar))
    if isinstance(item, Scalar) and item.text.strip():
        return item.text
    if not isinstance(item, Hole):
        fields.wrong(name, item, "an answer, or a list of answers")
    return None


def _handoff(fields: Fields) -> tuple[str, Packet | None]:
    """Where it goes; and what goes along, where the test says that too."""
    item = fields.item("handoff")
    if not isinstance(item, Pairs):
        return fields.text("handoff"), None
    own = Fields(fields.context, item, fields.path("handoff"), f"'handoff' of {fields.noun}", PACKET_KEYS)
    packet = Packet(
        reason=own.text("reason"),
        first=own.text("first"),
        priority=own.choice("priority", PRIORITIES) or "",
        missing=own.texts("missing") if own.has("missing") else None,
    )
    return own.text("to"), packet


def _checks(fields: Fields) -> Iterator[tuple[str, Simulated]]:
    for pair in fields.mapping("checks"):
        name = f"checks.{pair.key.text}"
        runs = pair.value.items if isinstance(pair.value, Items) else (pair.value,)
        found = [one for item in runs if (one := _simulated(fields, name, item))]
        if found:
            yield pair.key.text, replace(found[0], later=tuple(found[1:]))


def _simulated(fields: Fields, name: str, item: Item) -> Simulated | None:
    """What one run of a check finds."""
    if isinstance(item, Scalar) and item.text:
        return Simulated(item.text)
    if isinstance(item, Pairs):
        values = {inner.key.text: inner.value for inner in item.pairs}
        result = values.pop("result", None)
        if isinstance(result, Scalar):
            found = {key: value for key, one in values.items() if (value := value_of(one)) is not None}
            return Simulated(result.text, found)
        fields.wrong(name, item, "a result like {result: connected}")
    elif not isinstance(item, Hole):
        fields.wrong(name, item, "a word, or a mapping with 'result'")
    return None


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
