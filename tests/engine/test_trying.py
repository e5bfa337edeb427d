"""Lists of fixes within the steps of a fix, and what counts as having helped."""

import pytest

from tests.support import asked, begun, give
from tshoot.engine.summary import summarize

FIXES = """
nodes:
  fixes:
    try:
      - {id: driver, do: Reinstall., cost: 15, chance: 0.15, when: os == 'Windows'}
      - {id: plug, do: Pull the plug., cost: 5, chance: 0.3, then: wait}
      - {id: toggle, do: Off and on., cost: 1, chance: 0.25}
    fixed: good
    else: hand
  wait: {wait: 2 minutes, tell: It starts again., then: return}
  good: {end: resolved, code: t.good}
  hand: {handoff: "queue:net", reason: All failed}
"""


def test_fixes_come_by_chance_over_cost_until_all_failed() -> None:
    session = begun(t=FIXES, facts={"os": "Windows"})
    seen = []
    while session.state.prompt and not session.state.leaving:
        seen.append((session.state.prompt.node, session.state.prompt.kind))
        give(session, "Done" if session.state.prompt.choices[0].key == "Done" else "No")
    assert seen == [("toggle", "do"), ("plug", "do"), ("wait", "wait"), ("plug", "do"), ("driver", "do")]
    assert session.state.leaving
    assert (session.state.leaving.to, session.state.leaving.reason) == ("queue:net", "All failed")


def test_a_fix_whose_condition_fails_is_not_offered() -> None:
    session = give(begun(t=FIXES, facts={"os": "macOS"}), "No", "Done", "Done", "No")
    assert asked(session) == "fact:requester"


def test_a_fix_that_works_ends_the_list() -> None:
    session = give(begun(t=FIXES), "No", "Done", "Done", "Yes")
    assert asked(session) == "resolved"
    assert session.state.ending
    assert session.state.ending.code == "t.good"
    assert dict(session.state.fixes) == {("t", "toggle"): False, ("t", "plug"): True}


def test_a_skipped_fix_counts_neither_way() -> None:
    assert give(begun(t=FIXES), "-").state.fixes == {("t", "toggle"): None}


NESTED = """
nodes:
  outer:
    try:
      - {id: cable, do: Look at the cable., cost: 1, chance: 0.5, then: inner}
      - {id: router, do: Restart the router., cost: 9, chance: 0.1}
    fixed: good
    else: out
  inner:
    try:
      - {id: plug, do: Push the plug in., cost: 1, chance: 0.5}
      - {id: swap, do: Take another cable., cost: 5, chance: 0.5, then: pause}
    fixed: INNER
    else: return
  pause: {wait: 5, then: return}
  good: {end: resolved, code: good}
  out: {end: escalate}
"""


@pytest.mark.parametrize(
    ("inner", "answers", "node"),
    [
        ("good", ("Done", "No", "Done", "Done"), "swap"),
        ("good", ("Done", "No", "Done", "Done", "No"), "cable"),
        ("good", ("Done", "No", "Done", "Done", "No", "No"), "router"),
        ("good", ("Done", "No", "Done", "Done", "No", "Yes"), "resolved"),
        ("good", ("Done", "No", "Done", "Done", "No", "No", "No"), "fact:requester"),
        ("return", ("Done", "Yes"), "resolved"),
        ("pause", ("Done", "Yes", "Done"), "cable"),
    ],
)
def test_a_list_within_a_fix_returns_to_the_outer_one(inner: str, answers: tuple[str, ...], node: str) -> None:
    assert asked(give(begun(t=NESTED.replace("INNER", inner)), *answers)) == node


def test_fixed_return_says_that_the_outer_fix_helped() -> None:
    session = give(begun(t=NESTED.replace("INNER", "return")), "Done", "Yes")
    assert session.state.fixes == {("t", "plug"): True, ("t", "cable"): True}
    assert session.state.ending
    assert session.state.ending.code == "good"


DO = """
nodes:
  fixes:
    try: [{id: one, do: First., then: deeper}, {id: two, do: Second.}]
    fixed: good
    else: out
  deeper: {do: Look deeper., fixed: return, else: return}
  good: {end: resolved}
  out: {end: unsupported}
"""


@pytest.mark.parametrize(("answer", "node"), [("Yes", "resolved"), ("No", "one")])
def test_an_instruction_within_a_fix(answer: str, node: str) -> None:
    assert asked(give(begun(t=DO), "Done", answer)) == node


@pytest.mark.parametrize(("answer", "helped"), [("?", None), ("-", None), ("No", False)])
def test_nobody_knowing_counts_neither_way(answer: str, helped: bool | None) -> None:
    assert give(begun(t=DO), "Done", "No", answer).state.fixes == {("t", "one"): helped}


def test_the_summary_names_the_fix_that_was_asked_about_after_its_steps() -> None:
    found = summarize(give(begun(t=DO), "Done", "No", "No", "No"), "X")
    assert [(step.text, step.answer) for step in found.steps] == [
        ("First.", "Done"), ("Look deeper.", "No"), ("First.", "No"), ("Second.", "No"),
    ]  # fmt: skip
    assert found.ruled_out == ("Look deeper.", "First.", "Second.")
