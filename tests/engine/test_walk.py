import pytest

from tests.support import asked, begun, give
from tshoot.engine.context import MAX_VISITS
from tshoot.model.fact import Value

PRINTER = """
nodes:
  power:
    ask: Is the printer's power light on?
    options: {Yes: paper, No: switch-on}
  switch-on:
    do: Plug the printer in.
    then: power
  paper:
    ask: Is there paper in the tray?
    options: {Yes: out, No: fill}
  fill:
    do: Put paper in.
    fixed: good
    else: out
  out: {end: escalate, to: "queue:printers"}
  good: {end: resolved, tell: Good.}
"""


@pytest.mark.parametrize(
    ("answers", "end"),
    [
        (("Yes", "No", "Yes"), "resolved"),
        (("No", "Done", "Yes", "No", "No"), "fact:requester"),
        (("Yes", "Yes"), "fact:requester"),
        (("Yes", "No", "-"), "fact:requester"),
        (("Yes", "No", "?"), "fact:requester"),
        ((), "power"),
        (("No",), "switch-on"),
    ],
)
def test_answers_lead_on(answers: tuple[str, ...], end: str) -> None:
    assert asked(give(begun(t=PRINTER), *answers)) == end


def test_an_answer_that_was_not_offered_is_refused() -> None:
    session = begun(t=PRINTER)
    for wrong in ("Maybe", "yes", ""):
        with pytest.raises(ValueError, match="no answer"):
            session.answer("option", wrong, at="")
    with pytest.raises(ValueError, match="no answer"):
        session.answer("value", "Yes", at="")
    assert asked(session) == "power"


def test_a_loop_offers_the_way_out_and_then_takes_it() -> None:
    session = begun(t=PRINTER)
    offered = []
    for _ in range(MAX_VISITS):
        assert session.state.prompt
        offered.append(session.state.prompt.again)
        give(session, "No", "Done")
    assert offered == [False, False, False] + [True] * (MAX_VISITS - 3)
    assert asked(session) == "fact:requester"
    assert session.state.leaving
    assert "circles" in session.state.leaving.reason


def test_a_silent_loop_ends() -> None:
    session = begun(
        t="""
        facts: {n: {type: number, default: 0}}
        nodes:
          a: {set: {n: n + 1}, then: b}
          b: {branch: [{else: a}]}
        """
    )
    assert session.state.leaving
    assert asked(session) == "fact:requester"


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ({"os": "Windows", "signal": 20}, "weak"),
        ({"os": "Windows", "signal": 80}, "rest"),
        ({"os": "macOS", "signal": 20}, "rest"),
        ({"os": "macOS"}, "rest"),
        ({}, "fact:os"),
    ],
)
def test_a_branch_asks_for_the_fact_it_needs(facts: dict[str, Value], path: str) -> None:
    session = begun(
        facts=facts,  # type: ignore[arg-type]
        t="""
        facts:
          os: {type: choice, values: [Windows, macOS], prompt: Which system?}
          signal: {type: number, unit: percent}
        nodes:
          route:
            branch:
              - {when: "os == 'Windows' and signal < 40", goto: weak}
              - {else: rest}
          weak: {ask: Weak?, options: {Yes: done, No: done}}
          rest: {ask: Rest?, options: {Yes: done, No: done}}
          done: {end: resolved}
        """,
    )
    assert asked(session) == path


def test_asking_whether_a_fact_is_known_does_not_ask_for_it() -> None:
    source = """
    facts: {os: {type: choice, values: [Windows, macOS], prompt: Which system?}}
    nodes:
      a: {ask: A?, when: known(os), options: {Yes: b, No: b}}
      b: {ask: B?, options: {Yes: c, No: c}}
      c: {end: resolved}
    """
    assert asked(begun(t=source)) == "b"
    assert asked(begun(t=source, facts={"os": "macOS"})) == "a"


def test_an_unknown_fact_is_asked_once_and_its_absence_respected() -> None:
    source = """
    facts: {os: {type: choice, values: [Windows, macOS], prompt: Which system?}}
    nodes:
      a: {ask: A?, when: "os == 'Windows'", options: {Yes: b, No: b}}
      b: {ask: B?, when: "os == 'macOS'", options: {Yes: c, No: c}}
      c: {ask: C?, options: {Yes: d, No: d}}
      d: {end: resolved}
    """
    assert asked(give(begun(t=source), "?")) == "c"
    assert asked(give(begun(t=source), "macOS")) == "b"
    assert asked(give(begun(t=source), "Windows", "Yes")) == "c"


KNOWN = """
facts: {ssid: {type: text, prompt: Which network?}}
nodes:
  which: {input: {fact: ssid}, then: seen}
  seen: {ask: Do you see it?, fact: visible, options: {Yes: again, No: again}}
  again: {ask: Visible?, fact: visible, options: {Yes: end, No: other}}
  other: {ask: Other?, options: {Yes: end, No: end}}
  end: {end: resolved, tell: "{ssid} works."}
"""


def test_what_is_known_is_not_asked_again_and_said() -> None:
    session = give(begun(t=KNOWN, facts={"ssid": "Home*Net"}), "Yes")
    assert asked(session) == "resolved"
    known = [entry.text for entry in session.state.entries if entry.kind == "known"]
    assert known == [
        "Already known: Ssid: **Home&#42;Net** (known from before)",
        "Already known: Visible: **Yes** (as you said)",
    ]
    assert session.state.ending
    assert session.state.ending.text == "Home&#42;Net works."


def test_the_known_answer_leads_its_own_way() -> None:
    assert asked(give(begun(t=KNOWN, facts={"ssid": "x"}), "No")) == "other"


def test_texts_follow_the_system() -> None:
    source = """
    facts: {os: {type: choice, values: [Windows, macOS, Linux], prompt: Which?}}
    nodes:
      a:
        do: {Windows: Press Windows+A., else: Open the settings.}
        fixed: b
        else: b
      b: {end: resolved}
    """
    for system, text in (("Windows", "Press Windows+A."), ("Linux", "Open the settings.")):
        prompt = begun(t=source, facts={"os": system}).state.prompt
        assert prompt
        assert prompt.text == text
    assert asked(begun(t=source)) == "fact:os"


def test_many_and_none() -> None:
    source = """
    nodes:
      a:
        ask: Which?
        many: true
        options: [New password, {New router: {set: {router: true}}}]
        none: None of these
        fact: changes
        then: b
      b:
        branch:
          - {when: router, goto: r}
          - {when: "'New password' in changes", goto: p}
          - {when: len(changes) == 0, goto: n}
      r: {ask: R?, options: {Yes: e, No: e}}
      p: {ask: P?, options: {Yes: e, No: e}}
      n: {ask: N?, options: {Yes: e, No: e}}
      e: {end: resolved}
    facts: {router: {type: boolean}}
    """
    assert asked(give(begun(t=source), ("New password",))) == "p"
    assert asked(give(begun(t=source), ("New password", "New router"))) == "r"
    session = begun(t=source)
    session.answer("options", (), at="")
    assert asked(session) == "n"
    for wrong in (("New password", "New password"), ("Nothing",)):
        with pytest.raises(ValueError, match="no answer"):
            begun(t=source).answer("options", wrong, at="")


CHECKED = """
facts: {signal: {type: number}}
nodes:
  look:
    check: wifi
    with: {ssid: "{problem}"}
    set: {signal: result.signal}
    on: {connected: fine, "off": switch}
    ask: Is it on?
    options: {Yes: fine, No: switch}
  fine: {ask: Fine?, options: {Yes: end, No: end}}
  switch: {ask: Switch?, options: {Yes: end, No: end}}
  end: {end: resolved}
"""


@pytest.mark.parametrize(
    ("status", "result", "node"),
    [
        ("done", "connected", "fine"),
        ("done", "off", "switch"),
        ("done", "strange", "look"),
        ("refused", "", "look"),
        ("failed", "", "look"),
        ("unsupported", "", "look"),
        ("unavailable", "", "look"),
    ],
)
def test_a_check_branches_or_falls_back_to_asking(status: str, result: str, node: str) -> None:
    session = begun(t=CHECKED)
    prompt = session.state.prompt
    assert prompt
    assert (prompt.kind, prompt.check, prompt.arguments) == ("check", "wifi", (("ssid", "it is broken"),))
    session.checked(status, result, {"signal": 55}, sentence="Seen.", at="")  # type: ignore[arg-type]
    assert asked(session) == node
    if node == "look":
        assert session.state.prompt
        assert session.state.prompt.kind == "ask"
        assert asked(give(session, "No")) == "switch"
    assert session.state.value("signal") == (55 if status == "done" else None)


def test_an_agents_own_computer_is_not_looked_at() -> None:
    prompt = begun(t=CHECKED, persona="agent").state.prompt
    assert prompt
    assert prompt.kind == "ask"


def test_i_dont_know_takes_the_way_with_most_left_and_says_so() -> None:
    session = give(
        begun(
            t="""
            nodes:
              a: {ask: Is it on?, options: {Yes: end, No: try}}
              try: {try: [{id: x, do: X., cost: 1, chance: 0.5}], else: end}
              end: {end: unsupported}
            """
        ),
        "?",
    )
    assert asked(session) == "x"
    assert any("as if the answer were **No**" in entry.text for entry in session.state.entries)


def test_an_option_for_not_knowing_takes_it() -> None:
    session = give(
        begun(
            t="nodes:\n  a: {ask: A?, options: {Yes: y, Not sure: n}}\n  y: {end: resolved}\n  n: {end: unsupported}"
        ),
        "?",
    )
    assert asked(session) == "unsupported"


def test_a_secret_is_neither_stored_nor_shown() -> None:
    session = give(
        begun(t="nodes:\n  a: {input: {fact: code, secret: true, prompt: Code?}, then: e}\n  e: {end: resolved}"),
        "123456",
    )
    assert asked(session) == "resolved"
    assert "123456" not in repr(session.events)
    assert "123456" not in repr(session.state)


def test_progress_falls_to_nothing() -> None:
    session = begun(t=PRINTER)
    fractions = [session.progress().fraction]
    for answer in ("Yes", "No", "Yes"):
        give(session, answer)
        fractions.append(session.progress().fraction)
    assert fractions == sorted(fractions)
    assert fractions[0] == 0
    assert fractions[-1] == 1


def test_a_tree_of_thousands_of_nodes_in_a_row() -> None:
    nodes = "\n".join(
        f"  n{i}: {{ask: Question {i}?, options: {{Yes: n{i + 1}, No: n{i + 1}}}}}" for i in range(3000)
    )
    session = begun(t=f"nodes:\n{nodes}\n  n3000: {{end: resolved}}")
    assert session.progress().longest == 3000
    give(session, *["Yes"] * 3000)
    assert asked(session) == "resolved"
