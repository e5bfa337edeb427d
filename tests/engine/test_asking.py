"""What is asked, of whom, and what is not asked again."""

import pytest

from tests.support import AT, Library, asked, begun, give
from tshoot.engine.context import MAX_VISITS
from tshoot.engine.session import Session

AGAIN = """
facts: {code: {type: text, prompt: Which code?}}
nodes:
  kind: {ask: Which kind?, fact: kind, options: {Yes: code, No: code}}
  code: {input: {fact: code}, then: right}
  right: {ask: "Is {code} right?", options: {Yes: over, No: code}}
  over: {handoff: other}
"""
OTHER = """
facts: {code: {type: text, prompt: Which code?}}
nodes:
  kind: {ask: Which kind is it?, fact: kind, options: {Yes: code, No: code}}
  code: {input: {fact: code}, then: back}
  back: {ask: Back?, options: {Yes: home, No: end}}
  home: {handoff: t}
  end: {end: resolved}
"""


def test_only_a_loop_asks_again() -> None:
    session = give(begun(t=AGAIN, other=OTHER), "Yes", "A1", "No")
    assert asked(session) == "code", "the author asks for it once more"
    give(session, "A2", "Yes")
    assert (session.state.tree, asked(session)) == ("other", "back")
    give(session, "Yes")
    assert (session.state.tree, asked(session)) == ("t", "right"), "nor does a tree that is entered again"
    assert session.state.prompt
    assert session.state.prompt.text == "Is A2 right?"


def test_what_is_known_is_told_once_in_a_tree() -> None:
    session = give(begun(t=AGAIN.replace("Yes: over", "Yes: kind"), facts={"kind": "Yes"}), "A1", "Yes", "Yes")
    assert [entry.what for entry in session.state.entries if entry.kind == "known"] == ["kind"]


def test_a_question_in_place_of_a_check_is_not_asked_when_its_answer_is_known() -> None:
    source = """
    nodes:
      look: {check: wifi, ask: Is it on?, fact: lit, on: {connected: b}, options: {Yes: a, No: b}}
      a: {ask: A?, options: {Yes: a, No: a}}
      b: {ask: B?, options: {Yes: b, No: b}}
    """
    assert asked(begun(t=source, persona="agent", facts={"lit": "No"})) == "b"


def test_known_answers_of_several_do_what_they_would_have_done() -> None:
    source = """
    facts: {router: {type: boolean}}
    nodes:
      what: {ask: What?, many: true, options: [{Router: {set: {router: true}}}, Cable], fact: what, then: way}
      way: {branch: [{when: router, goto: r}, {else: c}]}
      r: {ask: R?, options: {Yes: r, No: r}}
      c: {ask: C?, options: {Yes: c, No: c}}
    """
    assert asked(begun(t=source, facts={"what": ("Router",)})) == "r"  # type: ignore[dict-item]


BY_SYSTEM = """
facts:
  os: {type: choice, values: [Windows, macOS], prompt: {Windows: Still Windows?, else: Which system?}}
  ssid: {type: text, prompt: {Windows: "Which network, in the task bar?", else: Which network?}}
escalate: {to: "queue:net", reason: {Windows: On Windows., else: Not on Windows.}, needs: [ssid]}
nodes:
"""


@pytest.mark.parametrize(
    "nodes",
    [
        "  a: {branch: [{when: ssid == 'x', goto: b}, {else: b}]}\n  b: {end: escalate}",
        "  a: {input: {fact: ssid}, then: b}\n  b: {end: escalate}",
        "  a: {input: {fact: os}, then: b}\n  b: {end: escalate}",
        "  a: {end: escalate}",
        "  a: {tell: Dead end.}",
    ],
)
def test_a_question_that_is_worded_by_system_asks_for_the_system_first(nodes: str) -> None:
    session = begun(t=BY_SYSTEM + nodes)
    assert session.state.prompt
    assert session.state.prompt.text == "Which system?"
    give(session, "Windows")
    assert session.state.prompt.text == "Which network, in the task bar?"
    give(session, "Home", "Ana", "ana@example.org", "today", "Only me", "I can work")
    assert asked(session) == "escalated"


def test_an_agent_leaves_a_tree_whose_reason_is_worded_by_an_unknown_system() -> None:
    session = begun(t=BY_SYSTEM + "  a: {ask: A?, options: {Yes: a, No: a}}", persona="agent")
    session.ask_for_person(at=AT)
    assert session.state.leaving
    assert session.state.leaving.reason == "They asked to talk to a person."


def test_an_option_that_computes_with_an_unknown_fact_asks_nothing() -> None:
    source = """
    facts: {a: {type: number, prompt: How many?}, b: {type: number}, c: {type: text, prompt: Which?}}
    nodes:
      q: {ask: Q?, options: {Yes: {goto: r, set: {b: a + 1, d: c}}, No: r}}
      r: {ask: R?, options: {Yes: q, No: q}}
    """
    session = give(begun(t=source), "Yes")
    assert asked(session) == "r"
    assert session.state.value("b") == 1
    assert session.state.value("d") is None


def test_i_dont_know_takes_no_option_that_was_not_offered() -> None:
    source = """
    facts: {vip: {type: boolean}}
    nodes:
      a: {ask: A?, options: {Yes: y, Not sure: {goto: n, when: vip}, No: {goto: fix, when: vip}}}
      y: {end: resolved}
      n: {end: unsupported}
      fix: {do: Fix it., else: n}
    """
    assert asked(give(begun(t=source), "?")) == "resolved"


def test_an_agent_is_asked_about_the_caller() -> None:
    session = begun(t="nodes:\n  a: {end: escalate}", persona="agent")
    prompt = session.state.prompt
    assert prompt
    assert (prompt.text, prompt.say) == ("What is the caller's name?", "What is your name?")
    user = begun(t="nodes:\n  a: {end: escalate}").state.prompt
    assert user
    assert (user.text, user.say) == ("What is your name?", "")


def test_checks_that_lead_to_themselves_end() -> None:
    source = """
    nodes:
      a: {check: wifi, on: {"off": b}, ask: Is it on?, options: {Yes: a, No: a}}
      b: {tell: It is off., then: a}
    """
    session = begun(t=source)
    for _ in range(MAX_VISITS):
        session.checked("done", "off", at=AT)
    assert session.state.leaving
    assert "circles" in session.state.leaving.reason


SILENT = "escalate: {to: b}\nnodes:\n  a: {set: {n: n + 1}, then: a}"


@pytest.mark.parametrize(
    ("trees", "node"),
    [
        ({"a": SILENT, "b": "nodes:\n  q: {ask: Q?, options: {Yes: q, No: q}}"}, "q"),
        ({"a": SILENT, "b": SILENT.replace("to: b", "to: a")}, "fact:requester"),
        ({"a": SILENT, "b": SILENT}, "fact:requester"),
    ],
)
def test_silent_circles_lead_to_a_question_all_the_same(trees: dict[str, str], node: str) -> None:
    session = Session(Library(**trees))
    session.start("a", at=AT)
    assert asked(session) == node


def test_a_tree_that_is_not_there_leads_to_a_person_and_shows_its_name_as_text() -> None:
    session = begun(start="gone {os} **x**", t=AGAIN)
    assert asked(session) == "fact:requester"
    give(session, *["?"] * 5)
    assert session.state.ending
    assert session.state.ending.reason.startswith("The tree 'gone {os} &#42;&#42;x")


def test_nothing_fits_leaves_at_once_with_what_was_said() -> None:
    session = Session(lambda name, digest: None)
    session.start("", at=AT, problem="the toaster burns")
    assert asked(session) == "fact:requester"
    assert session.state.leaving
    assert session.state.leaving.reason == "No tree fitted what they described."


@pytest.mark.parametrize(
    ("answer", "value", "node"), [("Yes", True, "y"), ("No", False, "n"), ("Not sure", None, "n")]
)
def test_a_question_may_ask_for_a_boolean(answer: str, value: bool | None, node: str) -> None:
    source = """
    facts: {vip: {type: boolean}}
    nodes:
      a: {ask: A?, fact: vip, options: [Yes, No, Not sure], then: way}
      way: {branch: [{when: vip, goto: y}, {else: n}]}
      y: {ask: Y?, options: {Yes: a, No: a}}
      n: {ask: N?, options: {Yes: a, No: a}}
    """
    session = give(begun(t=source), answer)
    assert session.state.value("vip") is value
    assert asked(session) == node
    session.learn("vip", True, at=AT)
    assert asked(session) == "y" or value is None
    assert session.state.value("vip") is True


@pytest.mark.parametrize("level", ["1", "3"])
def test_a_question_may_ask_for_a_number(level: str) -> None:
    source = """
    facts: {level: {type: number}}
    nodes:
      a: {ask: A?, fact: level, options: ["1", "3"], then: way}
      way: {branch: [{when: level > 2, goto: y}, {else: n}]}
      y: {ask: Y?, options: {Yes: a, No: a}}
      n: {ask: N?, options: {Yes: a, No: a}}
    """
    assert asked(give(begun(t=source), level)) == ("y" if level == "3" else "n")
    assert asked(begun(t=source, facts={"level": 3})) == "y"  # type: ignore[dict-item]


def test_a_users_prompt_does_not_hold_what_is_for_agents() -> None:
    source = """
    nodes:
      a: {ask: A?, say: Read this., agent: "Call {os}.", options: {Yes: a, No: a}}
    """
    prompts = [begun(t=source, persona=persona).state.prompt for persona in ("user", "agent")]
    assert [(prompt.say, prompt.agent) for prompt in prompts if prompt] == [
        ("", ""),
        ("Read this.", "Call &#40;Operating system: not known&#41;."),
    ]
