"""What the next person still sees after somebody has gone on with the case."""

from tests.engine.test_leaving import LEAVING, NETWORK, WIFI
from tests.support import AT, begun, give
from tshoot.engine.header import header
from tshoot.engine.session import Session
from tshoot.engine.summary import summarize


def handed_over() -> Session:
    session = begun(t=WIFI, network=NETWORK)
    session.ask_for_person("my hands shake", at=AT)
    return give(session, LEAVING[0], "?", *LEAVING[2:])


def test_why_they_asked_for_a_person_stays_in_the_summary() -> None:
    session = handed_over()
    session.pick_up("agent", at=AT)
    steps = [step for step in summarize(session, "X").steps if step.kind == "handoff"]
    assert [step.answer for step in steps] == ["my hands shake"]


def test_what_was_missing_is_still_missing() -> None:
    session = handed_over()
    assert summarize(session, "X").missing == ("How to reach them",)
    session.pick_up("agent", at=AT)
    assert summarize(session, "X").missing == ("How to reach them",)
    session.learn("contact", "555", at=AT, by="agent")
    assert summarize(session, "X").missing == ()


def test_who_entered_a_fact() -> None:
    session = give(begun(t=WIFI, network=NETWORK, persona="user"), "No", "Home", *LEAVING)
    session.pick_up("agent", at=AT)
    session.learn("os", "Linux", at=AT, by="agent")
    sources = {fact.name: fact.source for fact in summarize(session, "X").facts}
    assert sources == {"ssid": "said by the person", "os": "entered by an agent"}


def test_a_case_keeps_the_name_of_what_it_began_with() -> None:
    session = give(begun(t=WIFI, network=NETWORK), "No", "Home", *LEAVING)
    session.pick_up("agent", at=AT)
    assert (header(session, "X").title, header(session, "X").tree) == ("T", "network")
    assert summarize(session, "X").title == "T"
