"""What a test of a tree can say beside answers: time, texts, readings, packets, commands, and runs of checks."""

from __future__ import annotations

import textwrap

import pytest

from tests.support import tree as tree_of
from tshoot.authoring.testcase import Packet, Simulated, Step
from tshoot.authoring.testlint import lint_tests
from tshoot.authoring.testrun import TestResult as Result
from tshoot.authoring.testrun import run_test
from tshoot.authoring.treetest import parse_tests
from tshoot.cli.testfiles import summary
from tshoot.conversation.hearing import hear

DOOR = """
facts:
  since_when: {type: date, prompt: Since when?}
  card: {type: text, prompt: Which card?}
faq:
  - {q: Where is the reader?, also: [where is it], a: It is beside the door.}
nodes:
  hello: {tell: "Doors are **our** matter."}
  light:
    ask: Which light does the reader show?
    why: The colour tells what is wrong.
    how: Look above the handle.
    options: [{Red: when}, {Green: {goto: handle, means: [it clicks]}}]
  when: {input: {fact: since_when}, then: look}
  look:
    check: wifi
    on: {weak: again, off: hand}
    else: hand
    ask: Is the wireless on?
    options: {Yes: again, No: hand}
  again: {do: "Wait for {card}.", then: look}
  handle: {do: Pull the handle., fixed: fine, else: hand}
  hand: {handoff: workshop, needs: [card], reason: The reader is red, first: "Open the {card} reader", priority: high}
  fine: {end: resolved, tell: The door opens.}
"""
OTHER = "nodes: {bench: {ask: Is it open?, options: {Yes: done, No: done}}, done: {end: workaround, tell: Fine.}}"


def result(test: str, **others: str) -> Result:
    source = "tests:\n" + textwrap.indent(textwrap.dedent(test), "  ")
    parsed = parse_tests(source, "t.test.yaml")
    tree = tree_of(DOOR)
    assert lint_tests(parsed, tree) == ()
    trees = {name: tree_of(text, name) for name, text in others.items()}
    (found,) = [run_test(one, tree, trees.get, hear, summary) for one in parsed.tests]
    return found


@pytest.mark.parametrize(
    "test",
    [
        "- {name: a, walk: [{light: {say: it clicks, shows: Look above the handle, understood: Green}}], chance: 1,"
        " texts: [Doors are our matter, Which light, Pull the handle, The door opens]}",
        "- {name: a, walk: [{light: {say: green, shows: [Doors are, Which light, Red, Green, tells what]}}],"
        " chance: 1, end: resolved}",
        "- {name: a, walk: [{light: {say: where is it?, understood: Where is the reader?}},"
        " {light: {say: green, shows: beside the door}}], chance: 1, end: resolved}",
        "- {name: a, walk: [{light: {say: purple cow, understood: unclear}}, {light: green}], chance: 1,"
        " passed: [fine]}",
        "- {name: a, walk: [{light: red}, {when: /back}, {light: green}], chance: 1, end: resolved}",
        "- {name: a, walk: [{light: {say: dunno, understood: I don't know}}], passed: [light]}",
        "- {name: a, walk: [{light: {say: /person, understood: /person}}], end: handed off, handoff: queue:tier-1}",
        "- {name: a, walk: [{light: red}, {when: /skip}], checks: {wifi: off}, handoff: workshop}",
        "- {name: a, at: 2026-03-02, walk: [{light: red}, {when: {say: yesterday, understood: 2026-03-01}}],"
        " checks: {wifi: off}, handoff: workshop, learned: {since_when: 2026-03-01}}",
        "- {name: a, at: '2026-03-02T01:00:00+02:00', walk: [{light: red}, {when: yesterday}],"
        " checks: {wifi: off}, handoff: workshop, facts: {since_when: 2026-02-28}}",
        "- {name: a, facts: {card: Blue}, walk: [{light: red}, {when: 2026-01-01}], checks: {wifi: [weak, off]},"
        " passed: [look, again, look, hand], handoff: workshop}",
        "- {name: a, walk: [{light: red}, {when: 2026-01-01}, {fact:card: Blue}], checks: {wifi: off},"
        " handoff: {to: workshop, reason: reader is red, first: Open the Blue, priority: high, missing:"
        " [requester, contact, since, affected, urgency]}}",
        "- {name: a, walk: [{light: green}, {handle: no}, {fact:card: Blue}, {bench: yes}], follow: true,"
        " end: workaround, passed: [hand, bench]}",
    ],
)
def test_walks_that_come_as_expected(test: str) -> None:
    assert result(test, workshop=OTHER).failures == ()


RED = "walk: [{light: red}, {when: 2026-01-01}], checks: {wifi: off}"


@pytest.mark.parametrize(
    ("test", "sentence", "expected", "found"),
    [
        ("walk: [{light: {say: green, understood: Red}}], chance: 1, end: resolved",
         "'green' at 'light' is understood as 'Green', expected 'Red'", "Red", "Green"),
        ("walk: [{light: {say: green, shows: a window}}], chance: 1, end: resolved",
         "'light' does not show 'a window'", "a window", None),
        ("walk: [{light: {say: purple cow, understood: Red}}], end: resolved",
         "'purple cow' at 'light' is understood as 'unclear', expected 'Red'", "Red", "unclear"),
        ("walk: [{light: green}], chance: 1, texts: [The door opens, Which light]",
         "the person does not read 'Which light'", "Which light", "it is read earlier"),
        (f"{RED}, handoff: {{to: workshop, reason: something else}}",
         "'reason' of the hand-off is 'The reader is red', expected 'something else'", "something else",
         "The reader is red"),
        (f"{RED}, handoff: {{priority: low}}", "'priority' of the hand-off is 'high', expected 'low'", "low", "high"),
        (f"{RED}, handoff: {{missing: []}}",
         "the facts that are missing at the hand-off are card, requester, contact, since, affected, urgency, expected"
         " nothing", "nothing", "card, requester, contact, since, affected, urgency"),
        ("walk: [{light: green}], chance: 1, handoff: {reason: x}", "ended with resolved, expected a hand-off",
         "a hand-off", "resolved"),
        ("walk: [{light: green}, {handle: /back}, {light: where is it?}], end: resolved",
         "the answer 'where is it?' at 'light' is read as a question back, the question 1 of 'faq'; offered: 'Red',"
         " 'Green'", "", ""),
        ("walk: [{light: green}], chance: 1, facts: {card: Blue}, learned: {card: Red}",
         "learned card: Blue, expected Red", "Red", "Blue"),
    ],
)  # fmt: skip
def test_what_is_expected_stands_beside_what_is_found(
    test: str, sentence: str, expected: str, found: str | None
) -> None:
    (difference,) = result(f"- {{name: a, {test}}}").differences
    assert (difference.sentence, difference.expected) == (sentence, expected)
    assert found is None or difference.found == found


def test_new_shapes_are_read() -> None:
    parsed = parse_tests(
        """
tests:
  - name: all
    at: 2026-03-02T09:30
    follow: true
    checks: {wifi: [off, {result: weak, signal: 5}]}
    walk:
      - light: {say: [a, b], shows: x, understood: y}
    handoff: {to: queue:desk, reason: r, first: f, priority: low, missing: card}
    texts: [one, two]
""",
        "t.test.yaml",
    )
    assert parsed.diagnostics == ()
    (test,) = parsed.tests
    assert test.at == "2026-03-02T09:30:00.000+00:00"
    assert test.checks == {"wifi": Simulated("off", later=(Simulated("weak", {"signal": 5}),))}
    assert test.walk == (Step("light", ("a", "b"), ("x",), "y"),)
    assert test.packet == Packet(reason="r", first="f", priority="low", missing=("card",))
    assert (test.handoff, test.texts, test.follow) == ("queue:desk", ("one", "two"), True)


@pytest.mark.parametrize("at", ["yesterday", "2026-02-30", "9999-12-31T23:59:59-23:00", "25:00"])
def test_a_time_that_is_none(at: str) -> None:
    (finding,) = parse_tests(f"tests: [{{name: a, end: resolved, at: '{at}'}}]", "t.test.yaml").diagnostics
    assert (finding.rule, finding.hint) == ("bad-value", "write it like 2027-05-31 or 2027-05-31T09:30")


def test_a_check_is_run_as_often_as_it_is_listed_and_then_stays() -> None:
    found = Simulated("off", later=(Simulated("weak"),))
    assert [found.run(times).result for times in range(4)] == ["off", "weak", "weak", "weak"]


COULD_NOT = "I could not look at that here, so I ask you instead."


@pytest.mark.parametrize(
    ("checks", "said"),
    [
        ("{wifi: off}", "Your Wi-Fi is switched off."),
        ("{wifi: connected}", "Your Wi-Fi is connected to a network."),
        ("{wifi: [{result: weak, ssid: Home, signal: 30}, off]}",
         "Your Wi-Fi is connected to the network Home, but the signal is weak (30 percent)."),
        ("{wifi: unsupported}", COULD_NOT),
        ("{wifi: failed}", COULD_NOT),
        ("{wifi: unavailable}", COULD_NOT),
        ("{wifi: refused}", ""),
        ("{}", COULD_NOT),
    ],
)  # fmt: skip
def test_a_check_says_what_the_chat_would_say(checks: str, said: str) -> None:
    test = f"- {{name: a, checks: {checks}, walk: [{{light: red}}, {{when: 2026-01-01}}, {{look: no}}],"
    if "off" in checks or "connected" in checks:
        test = test.replace(", {look: no}", "")
    found = result(f"{test} handoff: workshop}}")
    assert found.failures == ()
    place = next(number for number, line in enumerate(found.lines) if line.who == "check")
    told = [line.text for line in found.lines[place + 1 :] if line.who == "tshoot" and not line.node]
    assert told[:1] == ([said] if said else [])
    assert (COULD_NOT in told) == (said == COULD_NOT)


def test_a_check_may_not_find_later_what_it_never_gives() -> None:
    parsed = parse_tests("tests: [{name: a, end: resolved, checks: {wifi: [off, green]}}]", "t.test.yaml")
    assert [item.rule for item in lint_tests(parsed, tree_of(DOOR))] == ["unknown-check"]


@pytest.mark.parametrize(
    ("found", "said"), [("connected", False), ("weak", False), ("failed", True), ("unavailable", True)]
)
def test_a_check_that_was_done_is_not_said_to_be_impossible(found: str, said: bool) -> None:
    one = result(
        f"- {{name: a, walk: [{{light: red}}, {{when: 2026-01-01}}], checks: {{wifi: {found}}}, end: resolved}}"
    )
    assert any("I could not look at that here" in line.text for line in one.lines) == said
