"""A test as YAML that can stand in a file of tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tshoot.authoring import quoting
from tshoot.authoring.testcase import AT, Answer, Simulated, Step, TreeTest
from tshoot.language.clean import clean
from tshoot.model.fact import Value

_LONGEST = 2000


def to_yaml(test: TreeTest, indent: int = 2, note: str = "") -> str:
    """The test as an item of `tests`, its dash at this column."""
    rows = [*_rows(test)]
    before = " " * indent
    text = "".join(f"{before}  {row}\n" for row in rows)
    comment = f"{before}# {clean(note, limit=200)}\n" if note else ""
    return comment + f"{before}- " + text[indent + 2 :]


def _rows(test: TreeTest) -> Iterator[str]:
    yield f"name: {scalar(test.name)}"
    if test.persona != "user":
        yield f"as: {test.persona}"
    if test.at != AT:
        yield f"at: {test.at.removesuffix(AT[10:])}" if test.at.endswith(AT[10:]) else f"at: {scalar(test.at)}"
    yield from _mapping("facts", {name: value(one) for name, one in test.facts.items()})
    yield from _mapping("checks", {name: _check(found) for name, found in test.checks.items()})
    yield from _mapping("calls", {name: scalar(word) for name, word in test.calls.items()})
    if test.follow:
        yield "follow: true"
    if test.walk:
        yield "walk:"
        yield from (f"  - {scalar(step.place)}: {_step(step)}" for step in test.walk)
    yield from (f"{key}: {scalar(one)}" for key, one in (("end", test.end), ("handoff", test.handoff)) if one)
    if test.passed:
        yield f"passed: {_list(test.passed)}"
    yield from _mapping("learned", {name: value(one) for name, one in test.learned.items()})
    if test.summary:
        yield f"summary: {_list(test.summary)}"


def _step(step: Step) -> str:
    if not step.understood:
        return _answer(step.say)
    return f"{{say: {_answer(step.say)}, understood: {scalar(step.understood)}}}"


def _answer(said: Answer) -> str:
    return _list(said) if isinstance(said, tuple) else scalar(said)


def _mapping(key: str, pairs: Mapping[str, str]) -> Iterator[str]:
    if pairs:
        yield f"{key}: {{{', '.join(f'{scalar(name)}: {text}' for name, text in pairs.items())}}}"


def _check(found: Simulated) -> str:
    runs = [_run(one) for one in (found, *found.later)]
    return runs[0] if len(runs) == 1 else f"[{', '.join(runs)}]"


def _run(found: Simulated) -> str:
    if not found.values:
        return scalar(found.result)
    values = ", ".join(f"{scalar(name)}: {value(one)}" for name, one in found.values.items())
    return f"{{result: {scalar(found.result)}, {values}}}"


def _list(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(scalar, texts))}]"


def value(one: Value) -> str:
    """A fact's value."""
    if isinstance(one, tuple):
        return _list(one)
    if isinstance(one, bool):
        return str(one).lower()
    return f"{one:.15g}" if isinstance(one, (int, float)) else scalar(one)


def scalar(text: str) -> str:
    """A text as YAML that may stand anywhere in a test."""
    return quoting.scalar(clean(text, limit=_LONGEST), flow=True, key=True)
