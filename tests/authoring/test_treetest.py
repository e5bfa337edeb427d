"""Tests of trees: how they are read, walked, judged and counted."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.support import tree as tree_of
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.testcase import Simulated, Step
from tshoot.authoring.testcase import TreeTest as Case
from tshoot.authoring.testlint import lint_tests
from tshoot.authoring.testrun import TestResult as Result
from tshoot.authoring.testrun import run_test
from tshoot.authoring.treetest import parse_tests
from tshoot.engine.session import Session
from tshoot.engine.state import Prompt
from tshoot.engine.summary import summarize
from tshoot.model.codec import to_data
from tshoot.model.event import AnswerKind
from tshoot.model.fact import Value
from tshoot.model.tree import DecisionTree

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True)
class Heard:
    kind: str = "answer"
    answer: AnswerKind = "option"
    value: Value = ""
    command: str = ""
    faq: int = -1
    sentence: str = ""


def hear(text: str, prompt: Prompt, tree: DecisionTree | None, today: date) -> Heard:
    """A reader that knows labels, meanings and a leading yes or no."""
    if text == "i don't know":
        return Heard(answer="unknown")
    if prompt.kind == "input":
        number = prompt.fact is not None and prompt.fact.kind == "number"
        return Heard(answer="value", value=float(text) if number else text)
    word = text.casefold()
    if word == prompt.none.casefold() and prompt.none:
        return Heard(answer="options", value=())
    for choice in prompt.choices:
        short = word.split()[0] in ("yes", "yep", "it") and choice.key == "Yes"
        if short or word in (choice.key.casefold(), choice.label.casefold(), *choice.means):
            if choice.key == "Done":
                return Heard(answer="done")
            return (
                Heard(answer="options", value=(choice.key,)) if prompt.kind == "many" else Heard(value=choice.key)
            )
    return Heard(kind="unclear")


def summary(session: Session) -> str:
    return str(to_data(summarize(session, "TEST")))


def results(source: str, tests: str, **others: str) -> list[Result]:
    parsed = parse_tests("tests:\n" + textwrap.indent(textwrap.dedent(tests), "  "), "t.test.yaml")
    assert parsed.diagnostics == ()
    trees = {name: tree_of(text, name) for name, text in others.items()}
    return [run_test(test, tree_of(source), trees.get, hear, summary) for test in parsed.tests]


def failures(source: str, test: str, **others: str) -> list[str]:
    (result,) = results(source, test, **others)
    return list(result.failures)


def test_every_key_is_read() -> None:
    parsed = parse_tests(
        """
tests:
  - name: all
    as: agent
    facts: {os: Windows, count: 3, parts: [a, b], ready: true}
    checks: {wifi: off, disk: {result: full, free: 2.5}}
    walk: [{look: yes}, {parts: [a, b]}]
    answers: [no, 12]
    chance: 1
    calls: {identity: verified}
    end: resolved
    handoff: queue:desk
    passed: [look, parts]
    learned: {os: Windows}
    summary: Windows
""",
        "t.test.yaml",
    )
    assert parsed.diagnostics == ()
    assert parsed.tests == (
        Case(
            name="all", line=3, persona="agent",
            facts={"os": "Windows", "count": 3, "parts": ("a", "b"), "ready": True},
            checks={"wifi": Simulated("off"), "disk": Simulated("full", {"free": 2.5})},
            walk=(Step("look", "yes"), Step("parts", ("a", "b"))), answers=("no", "12"), chance=True,
            calls={"identity": "verified"}, end="resolved", handoff="queue:desk", passed=("look", "parts"),
            learned={"os": "Windows"}, summary=("Windows",),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("", ["1:1 missing-key"]),
        ("tests: x", ["1:8 bad-value"]),
        ("tests: []", ["1:1 missing-text"]),
        ("test: []", ["1:1 unknown-key", "1:1 missing-text"]),
        ("tests: [{end: resolved}]", ["1:9 missing-key"]),
        ("tests: [{name: a}]", ["1:9 missing-key"]),
        ("tests: [{name: a, end: done}]", ["1:24 bad-value"]),
        ("tests: [{name: a, end: resolved, walk: [x, {a: b, c: d}, {a: {b: c}}]}]",
         ["1:41 bad-value", "1:44 bad-value", "1:59 bad-value"]),
        ("tests: [{name: a, end: resolved, walk: [{a: {sya: c, show: d}}, {a: {shows: x}}]}]",
         ["1:46 unknown-key", "1:54 unknown-key", "1:69 missing-key"]),
        ("tests: [{name: a, end: resolved, checks: {x: [[a]], y: {z: 1}}}]", ["1:43 bad-value", "1:53 bad-value"]),
        ("tests: [{name: a, end: resolved, facts: {x: {a: b}}}]", ["1:42 bad-value"]),
        ("tests: [{name: a, end: resolved, chance: 2}]", ["1:42 bad-value"]),
        ("tests: [{name: a, end: resolved, as: admin}]", ["1:38 bad-value"]),
        ("tests: [", ["1:9 yaml-syntax"]),
        ("tests: [{name: a, end: resolved, wlak: []}]", ["1:34 unknown-key"]),
    ],
)  # fmt: skip
def test_mistakes_have_places(source: str, found: list[str]) -> None:
    parsed = parse_tests(source, "t.test.yaml")
    assert sorted(f"{i.span.line}:{i.span.column} {i.rule}" for i in parsed.diagnostics) == sorted(found)


def test_names_that_the_tree_does_not_have() -> None:
    tree = tree_of("nodes: {power: {ask: On?, options: {Yes: a, No: a}}, a: {end: resolved}}")
    parsed = parse_tests("tests: [{name: x, walk: [{powr: yes}], passed: [power, b, 'fact:os']}]", "t.test.yaml")
    found = lint_tests(parsed, tree)
    assert [(item.rule, item.span.column, item.hint) for item in found] == [
        ("dangling-target", 27, "did you mean 'power'?"), ("dangling-target", 56, "there is 'power' and 'a'"),
    ]  # fmt: skip
    assert [item.rule for item in lint_tests(parsed, None)] == ["unknown-tree"]


POWER = """
nodes:
  power: {ask: Is it on?, options: {Yes: {goto: good, means: [green]}, No: plug}}
  plug: {do: Plug it in., fixed: good, else: hand}
  good: {end: resolved, code: on}
  hand: {handoff: workshop, reason: No power at all}
"""


@pytest.mark.parametrize(
    "test",
    [
        "- {name: a, walk: [{power: green}], end: resolved}",
        "- {name: a, walk: [{power: no}, {plug: yes it does}], end: resolved, passed: [power, plug, good]}",
        "- {name: a, answers: [no, no], handoff: workshop, summary: [No power at all]}",
        "- {name: a, answers: [no, no], end: handed off, passed: [power, hand]}",
        "- {name: a, walk: [{power: no}], chance: 0, handoff: workshop}",
        "- {name: a, walk: [{power: no}], chance: 1, end: resolved}",
        "- {name: a, walk: [{power: no}], passed: [plug]}",
        "- {name: a, as: agent, answers: [no, no], handoff: workshop}",
    ],
)
def test_walks_that_come_as_expected(test: str) -> None:
    assert failures(POWER, test) == []


@pytest.mark.parametrize(
    ("test", "failure"),
    [
        ("- {name: a, walk: [{power: green}], end: escalate}", "ended with resolved, expected escalate"),
        ("- {name: a, walk: [{power: green}], handoff: x}", "ended with resolved, expected a hand-off to x"),
        (
            "- {name: a, answers: [no, no], handoff: x}",
            "ended with handed off to workshop, expected a hand-off to x",
        ),
        (
            "- {name: a, walk: [{power: purple}], end: resolved}",
            "'purple' at 'power' is not understood; offered: 'Yes', 'No'",
        ),
        ("- {name: a, walk: [{power: no}], end: resolved}", "nothing in the test answers 'plug'"),
        ("- {name: a, walk: [{plug: no}], end: resolved}", "'power' is asked, but the walk goes on at 'plug'"),
        ("- {name: a, walk: [{power: yes}, {plug: no}], end: resolved}", "the walk ended before 'plug'"),
        ("- {name: a, answers: [yes, no], end: resolved}", "the walk ended before the answer 'no'"),
        ("- {name: a, walk: [{power: yes}], passed: [good, power]}", "did not pass 'power' in this order"),
        ("- {name: a, walk: [{power: yes}], learned: {os: Windows}}", "learned os: nothing, expected Windows"),
        ("- {name: a, answers: [no, no], summary: [Kaputt]}", "the summary does not contain 'Kaputt'"),
    ],
)
def test_walks_that_do_not(test: str, failure: str) -> None:
    assert failure in "\n".join(failures(POWER, test))


def told(result: Result) -> list[str]:
    """The conversation of a walk, a line each."""
    return [
        f"{line.who}: {line.node + ' ' if line.node else ''}{line.text}"
        + "".join(f" [{choice}]" for choice in line.choices) + (f" = {line.read}" if line.read else "")
        for line in result.lines
    ]  # fmt: skip


ON = "tshoot: power Is it on? [Yes] [No]"
PLUG = "tshoot: plug Plug it in. Did that fix it? [Yes] [No]"


@pytest.mark.parametrize(
    ("test", "lines"),
    [
        ("- {name: a, walk: [{power: no}, {plug: hm}], end: resolved}", [ON, "you: no", PLUG, "you: hm"]),
        (
            "- {name: a, walk: [{power: green}], end: escalate}",
            [ON, "you: green = Yes", "end: resolved"],
        ),
        (
            "- {name: a, walk: [{power: i don't know}], end: escalate}",
            [ON, "you: i don't know = I don't know",
             "tshoot: That is fine. I go on as if the answer were No; you can change it later.", PLUG],
        ),
        ("- {name: a, walk: [{power: no}, {good: x}], end: resolved}", [ON, "you: no", PLUG]),
    ],
)  # fmt: skip
def test_a_failure_shows_the_conversation_up_to_the_difference(test: str, lines: list[str]) -> None:
    (result,) = results(POWER, test)
    assert not result.passed
    assert told(result) == lines


def test_a_walk_that_went_astray_has_one_failure() -> None:
    test = "- {name: a, walk: [{power: purple}], end: escalate, passed: [plug], learned: {os: x}, summary: [y]}"
    assert len(failures(POWER, test)) == 1


CHECKED = """
facts: {signal: {type: number}, os: {values: [Windows, macOS]}}
nodes:
  look:
    check: wifi
    set: {signal: result.signal}
    on: {weak: route, off: bad}
    else: other
    ask: Do you see it?
    options: {Yes: route, No: bad}
  route:
    branch: [{when: signal < 20, goto: bad}, {else: system}]
  system: {ask: Which?, fact: os, options: {Windows: good, macOS: other}}
  good: {end: resolved}
  bad: {end: unsupported}
  other: {end: cancelled}
"""


@pytest.mark.parametrize(
    "test",
    [
        "- {name: a, checks: {wifi: off}, end: unsupported}",
        "- {name: a, checks: {wifi: {result: weak, signal: 5}}, end: unsupported, passed: [look, route, bad]}",
        "- {name: a, checks: {wifi: strange}, end: cancelled}",
        "- {name: a, checks: {wifi: refused}, walk: [{look: no}], end: unsupported}",
        "- {name: a, walk: [{look: no}], end: unsupported}",
        "- {name: a, walk: [{look: yes}, {system: windows}], end: resolved, learned: {os: Windows}}",
        "- {name: a, facts: {os: Windows}, walk: [{look: yes}, {system: Windows}], end: resolved}",
        "- {name: a, facts: {os: Windows, signal: 30}, walk: [{look: yes}], end: resolved, learned: {signal: 30}}",
        "- {name: a, as: agent, checks: {wifi: off}, walk: [{look: yes}, {system: macOS}], end: abandoned}",
    ],
)
def test_checks_and_facts(test: str) -> None:
    assert failures(CHECKED, test) == []


def test_a_fact_that_the_walk_learns_otherwise_is_a_failure() -> None:
    test = "- {name: a, facts: {os: Windows}, walk: [{look: yes}, {system: macOS}], end: abandoned}"
    assert failures(CHECKED, test) == ["learned os: macOS, expected Windows"]


def test_a_fact_that_the_walk_asks_for_is_not_known_before() -> None:
    test = "- {name: a, facts: {os: Windows}, walk: [{look: yes}, {system: windows}], passed: [system], end: resolved}"
    (result,) = results(CHECKED, test)
    assert result.passed
    assert "you: windows" in told(result)


CALLING = """
nodes:
  who: {call: identity, on: {verified: good, failed: bad}, else: odd}
  good: {end: resolved}
  bad: {end: unsupported}
  odd: {end: cancelled}
"""
IDENTITY = """
nodes:
  badge: {ask: Shown?, options: {Yes: ok, No: no}}
  ok: {end: resolved, code: verified}
  no: {end: unsupported, code: failed}
"""


@pytest.mark.parametrize(
    "test",
    [
        "- {name: a, end: resolved}",
        "- {name: a, calls: {identity: verified}, end: resolved}",
        "- {name: a, calls: {identity: failed}, end: unsupported}",
        "- {name: a, calls: {identity: escalate}, end: cancelled}",
        "- {name: a, calls: {identity: walk}, walk: [{badge: yes}], end: resolved, passed: [who, badge, good]}",
        "- {name: a, calls: {identity: walk}, answers: [no], end: unsupported}",
    ],
)
def test_calls_are_simulated_or_walked(test: str) -> None:
    assert failures(CALLING, test, identity=IDENTITY) == []


def test_a_called_tree_need_not_be_there_to_be_simulated() -> None:
    assert failures(CALLING, "- {name: a, end: resolved}") == []
    assert failures(CALLING, "- {name: a, calls: {identity: walk}, end: cancelled}") == []


FIXING = """
nodes:
  fixes:
    try:
      - {id: toggle, do: Off and on.}
      - {id: restart, do: Restart it., then: pause}
    order: written
    fixed: good
    else: many
  pause: {wait: 2 minutes, then: return}
  many: {ask: Which?, many: true, none: Nothing, fact: parts, options: [Drum, Toner], then: tell}
  tell: {do: Write it down., then: count}
  count: {input: {fact: pages, type: number}, then: bad}
  good: {end: resolved}
  bad: {end: escalate, needs: [pages]}
"""


@pytest.mark.parametrize(
    "test",
    [
        "- {name: a, walk: [{toggle: yes}], end: resolved}",
        "- {name: a, walk: [{toggle: no}, {restart: yes}], end: resolved, passed: [toggle, restart, pause, good]}",
        "- {name: a, walk: [{toggle: no}, {restart: done}, {restart: yes}], end: resolved}",
        "- {name: a, answers: [no, no, Nothing, '12'], end: escalated, learned: {parts: [], pages: 12}}",
        "- {name: a, answers: [no, done, no, drum, '12'], end: escalate, learned: {parts: [Drum]}}",
        "- {name: a, walk: [{toggle: no}, {restart: no}, {many: [Toner, Drum]}, {tell: done}, {count: '3'}],"
        " end: escalate}",
        "- {name: a, walk: [{many: [Drum]}, {count: i don't know}], answers: [no, no], end: escalate}",
    ],
)
def test_fixes_waits_and_several_answers(test: str) -> None:
    assert failures(FIXING.replace("needs: [pages]", "needs: [contact]"), test) == []


def test_every_kind_of_node() -> None:
    source = FIXTURES / "ok" / "every-kind.yaml"
    tree = parse_tree(source.read_bytes(), source.name).tree
    assert tree is not None
    tests = parse_tests((FIXTURES / "tests" / "every-kind.test.yaml").read_bytes(), "every-kind.test.yaml")
    assert lint_tests(tests, tree) == ()
    for test in tests.tests:
        assert run_test(test, tree, lambda name: None, hear, summary).failures == ()
