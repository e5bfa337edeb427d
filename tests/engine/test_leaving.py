import pytest

from tests.support import AT, Library, asked, begun, give
from tshoot.engine.header import header
from tshoot.engine.session import Session
from tshoot.engine.summary import summarize

LEAVING = ("Ana", "ana@example.org", "yesterday", "Only me", "I cannot work")

WIFI = """
escalate: {to: network, needs: [ssid], reason: Tier 1 is done., first: "Look at the log of {ssid}."}
facts: {ssid: {type: text, prompt: Network?}}
nodes:
  a: {do: Switch it off and on., else: out}
  out: {handoff: network, needs: [ssid]}
"""
NETWORK = """
tier: 2
facts: {ssid: {type: text, prompt: Network?}}
nodes:
  x: {input: {fact: ssid}, then: y}
  y: {ask: Seen in the log?, options: {Yes: z, No: z}}
  z: {end: escalate}
"""


def test_a_user_leaves_the_case_for_the_next_tier() -> None:
    session = give(begun(t=WIFI, network=NETWORK), "No", "HomeNet", *LEAVING)
    ending = session.state.ending
    assert ending
    assert (ending.outcome, ending.to, ending.queue, ending.tier) == ("handed off", "network", "tier-2", 2)
    assert ending.reason == "Tier 1 is done."
    assert ending.first == "Look at the log of HomeNet."
    head = header(session, "K7F3-Q2DM")
    assert (head.status, head.queue, head.tier, head.requester, head.priority) == (
        "waiting",
        "tier-2",
        2,
        "Ana",
        "medium",
    )


def test_an_agent_goes_on_at_once_and_nothing_known_is_asked() -> None:
    session = give(begun(t=WIFI, network=NETWORK, persona="agent"), "No", "HomeNet")
    assert (session.state.tree, asked(session)) == ("network", "y")
    handed = next(step for step in summarize(session, "X").steps if step.kind == "handoff")
    assert (handed.answer, handed.words) == ("Tier 1 is done.", "Look at the log of HomeNet.")


def test_a_hand_off_sideways_needs_only_what_it_names() -> None:
    assert asked(give(begun(t=WIFI, network=NETWORK.replace("tier: 2", "tier: 1")), "No")) == "fact:ssid"
    plain = WIFI.replace(", needs: [ssid]}\n", "}\n").replace("out: {handoff: network,", "out: {handoff: network")
    assert asked(give(begun(t=plain, network=NETWORK.replace("tier: 2", "tier: 1")), "No")) == "x"


def test_picking_up_goes_on_at_the_next_tier_without_asking_again() -> None:
    session = give(begun(t=WIFI, network=NETWORK), "No", "HomeNet", *LEAVING)
    session.pick_up("agent", at=AT)
    assert (session.state.tree, asked(session)) == ("network", "y")
    give(session, "Yes")
    ending = session.state.ending
    assert ending
    assert (ending.outcome, ending.queue) == ("escalated", "tier-3")


def test_back_does_not_reach_before_a_pick_up() -> None:
    session = give(begun(t=WIFI, network=NETWORK), "No", "HomeNet", *LEAVING)
    session.pick_up("agent", at=AT)
    assert not session.can_go_back
    assert session.back(3, at=AT) == []
    give(session, "Yes")
    session.back(9, at=AT)
    assert asked(session) == "y"


def test_declined_facts_do_not_hold_up_leaving_and_are_told() -> None:
    session = give(begun(t=WIFI, network=NETWORK), "No", "?", "-", "?", "?", "?", "?")
    assert asked(session) == "handed off"
    assert summarize(session, "X").missing == (
        "Name", "How to reach them", "Since", "Who is affected", "Can they work", "Ssid",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("node", "outcome", "queue"),
    [
        ("{end: escalate}", "escalated", "tier-2"),
        ("{end: escalate, to: 'queue:desk'}", "escalated", "desk"),
        ("{end: replace, to: 'queue:stock'}", "replaced", "stock"),
        ("{end: request}", "handed off", "tier-2"),
        ("{handoff: 'queue:tier-3'}", "handed off", "tier-3"),
        ("{end: escalate, to: missing-tree}", "escalated", "tier-2"),
    ],
)
def test_every_way_out_has_a_queue(node: str, outcome: str, queue: str) -> None:
    session = give(begun(t=f"nodes:\n  a: {node}"), *LEAVING)
    ending = session.state.ending
    assert ending
    assert (ending.outcome, ending.queue) == (outcome, queue)
    assert ending.reason, "why is said, also where the author does not say it"


@pytest.mark.parametrize(
    ("end", "outcome"), [("workaround", "workaround"), ("unsupported", "unsupported"), ("cancelled", "abandoned")]
)
def test_endings_that_need_nobody(end: str, outcome: str) -> None:
    assert asked(begun(t=f"nodes:\n  a: {{end: {end}, tell: Text.}}")) == outcome


def test_a_dead_end_escalates() -> None:
    session = begun(t="nodes:\n  a: {ask: A?, options: {Yes: b, No: b}}\n  b: {tell: That was all.}")
    give(session, "Yes", *LEAVING)
    assert asked(session) == "escalated"
    assert session.state.ending
    assert "used up" in session.state.ending.reason


def test_talking_to_a_person_keeps_the_place() -> None:
    session = give(begun(t=WIFI, network=NETWORK))
    session.ask_for_person("I *am* {ssid} lost", at=AT)
    give(session, *LEAVING)
    ending = session.state.ending
    assert ending
    assert (ending.outcome, ending.queue, ending.reason) == ("handed off", "tier-1", "I &#42;am&#42; {ssid} lost")
    assert summarize(session, "X").reason == "I *am* {ssid} lost"
    session.pick_up("agent", at=AT)
    assert (session.state.tree, asked(session)) == ("t", "a")


def test_asking_for_a_person_can_be_taken_back() -> None:
    session = begun(t=WIFI, network=NETWORK)
    session.ask_for_person(at=AT)
    assert asked(session) == "fact:requester"
    session.back(at=AT)
    assert asked(session) == "a"


def test_a_case_without_a_tree_leaves_with_what_was_said() -> None:
    session = Session(Library())
    session.start("", at=AT, problem="the toaster burns")
    session.ask_for_person("No guide fitted.", at=AT)
    give(session, *LEAVING)
    assert asked(session) == "handed off"
    assert summarize(session, "X").problem == "the toaster burns"


def test_picking_up_from_a_queue_with_a_tree_of_ones_choice() -> None:
    session = give(begun(t="nodes:\n  a: {handoff: 'queue:desk'}", network=NETWORK), *LEAVING)
    session.pick_up("agent", at=AT)
    assert asked(session) == "handed off"
    session.pick_up("agent", "network", at=AT)
    assert asked(session) == "x"


def test_trees_that_hand_to_each_other_end() -> None:
    session = begun(start="a", a="nodes:\n  x: {handoff: b}", b="nodes:\n  x: {handoff: a}")
    assert asked(session) == "fact:requester"
    give(session, *LEAVING)
    ending = session.state.ending
    assert ending
    assert (ending.outcome, ending.queue, ending.reason) == (
        "escalated",
        "tier-2",
        "The steps went round in circles.",
    )


def test_the_summary_tells_everything() -> None:
    session = begun(t=WIFI, network=NETWORK, facts={"os": "Windows"})
    session.note("called from the train", at=AT)
    give(session, "No", "Home*Net", *LEAVING)
    found = summarize(session, "K7F3-Q2DM")
    assert found.contact.name == "Ana"
    assert found.problem == "it is broken"
    assert (found.since, found.affected, found.urgency) == ("yesterday", "Only me", "I cannot work")
    assert (found.impact, found.priority) == ("low", "medium")
    assert [(fact.title, fact.value) for fact in found.facts] == [
        ("Operating system", "Windows"),
        ("Ssid", "Home*Net"),
    ]
    assert next((step.text, step.answer) for step in found.steps) == ("Switch it off and on.", "No")
    assert found.ruled_out == ("Switch it off and on.",)
    assert [note.text for note in found.notes] == ["called from the train"]
    assert (found.to, found.to_title, found.first) == ("network", "Network", "Look at the log of Home*Net.")
    assert [(walked.tree, len(walked.digest)) for walked in found.trees] == [("t", 64)]


@pytest.mark.parametrize(("end", "outcome"), [("replace", "replaced"), ("request", "handed off")])
def test_an_order_does_not_go_through_the_next_tiers_questions(end: str, outcome: str) -> None:
    session = give(
        begun(t=f"escalate: {{to: network}}\nnodes:\n  a: {{end: {end}}}", network=NETWORK, persona="agent"),
        *LEAVING,
    )
    ending = session.state.ending
    assert ending
    assert (ending.outcome, ending.to, ending.queue) == (outcome, "queue:tier-2", "tier-2")


@pytest.mark.parametrize("status", ["draft", "retired"])
@pytest.mark.parametrize("persona", ["user", "agent"])
def test_nobody_is_led_from_a_live_tree_to_one_that_is_not(status: str, persona: str) -> None:
    network = f"status: {status}\n{NETWORK}".replace("tier: 2", "tier: 2\naudience: both")
    session = give(begun(t=WIFI, network=network, persona=persona), "No", "HomeNet", *LEAVING)
    assert session.state.ending
    assert (session.state.ending.to, session.state.ending.queue) == ("network", "tier-2")
    session.pick_up("agent", at=AT)
    assert session.state.tree == "t"
    session.pick_up("agent", "network", at=AT)
    assert (session.state.tree, asked(session)) == ("network", "y")


def test_from_a_draft_one_may_go_on_to_a_draft() -> None:
    network = f"status: draft\n{NETWORK}".replace("tier: 2", "tier: 2\naudience: both")
    session = give(begun(t=f"status: draft\n{WIFI}", network=network), "No", "HomeNet")
    assert session.state.tree == "network"


def test_a_call_of_a_draft_is_passed_by() -> None:
    caller = "nodes:\n  a: {call: sub, on: {resolved: b}, else: c}\n  b: {end: resolved}\n  c: {end: cancelled}\n"
    sub = "nodes:\n  x: {ask: Sure?, options: {Yes: y, No: y}}\n  y: {end: resolved}\n"
    assert asked(begun(t=caller, sub=sub)) == "x"
    ending = begun(t=caller, sub=f"status: draft\n{sub}").state.ending
    assert ending
    assert ending.outcome == "abandoned"
