"""Going on with a case: who may, where, and what they are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversation.test_conversation import LEAVING, NETWORK, WIFI, asked, begin, say
from tests.workplaces import Office
from tshoot.conversation.conversation import Conversation
from tshoot.conversation.opening import unfinished
from tshoot.errors import UsageError

DESK = """
tree: 1
title: Desk
nodes:
  a: {ask: Ready?, options: {Yes: b, No: c}}
  b: {end: resolved}
  c: {handoff: "queue:desk", reason: Somebody must come.}
"""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path, wifi=WIFI, network=NETWORK, desk=DESK) as office:
        yield office


def handed_off(office: Office) -> str:
    conversation = say(begin(office), "no", "yes", "no", "HomeNet", *LEAVING)
    conversation.close()
    return conversation.case


def resume(office: Office, case: str, persona: str = "user", tree: str = "") -> Conversation:
    conversation = Conversation.resume(office.workplace(persona), case, tree)  # type: ignore[arg-type]
    conversation.close()
    return conversation


def events(office: Office, case: str) -> int:
    return len(office.store.load(case).events)


def test_a_user_cannot_go_on_in_an_agents_tree(office: Office) -> None:
    case = handed_off(office)
    assert asked(resume(office, case, "agent")) == "log"
    before = events(office, case)
    with pytest.raises(UsageError, match="An agent is working on case"):
        resume(office, case)
    with pytest.raises(UsageError, match="An agent is working on case"):
        resume(office, case, tree="wifi")
    assert events(office, case) == before
    assert unfinished(office.workplace()) is None
    assert unfinished(office.workplace("agent")) is not None


def test_user_and_agent_take_turns_in_a_tree_that_both_may_walk(office: Office) -> None:
    conversation = say(begin(office), "no", "yes")
    conversation.close()
    agent = resume(office, conversation.case, "agent")
    assert (asked(agent), agent.session.state.persona) == ("seen", "agent")
    assert asked(say(agent, "yes")) == "name"
    user = resume(office, conversation.case)
    assert (asked(user), user.session.state.persona) == ("name", "user")
    assert not user.session.can_go_back, "what the agent did is not the user's to take back"


@pytest.mark.parametrize("persona", ["user", "agent"])
def test_a_closed_case_shows_its_end_and_stays_as_it_is(office: Office, persona: str) -> None:
    conversation = say(begin(office), "no", "yes", "yes", "HomeNet", "it works now")
    conversation.close()
    before = events(office, conversation.case)
    again = resume(office, conversation.case, persona)
    assert again.prompt is None
    assert "This is solved." in again.closing()
    assert again.newer == ()
    assert events(office, conversation.case) == before
    assert office.store.header(conversation.case).status == "closed"


def test_an_agent_who_finds_no_tree_in_a_queue_is_told_how_to_choose_one(office: Office) -> None:
    conversation = say(Conversation.begin(office.workplace(), "desk", "nothing works"), "no", *LEAVING)
    conversation.close()
    before = events(office, conversation.case)
    agent = resume(office, conversation.case, "agent")
    assert agent.prompt is None
    assert f"tshoot resume {conversation.case} --with TREE" in agent.notices[0]
    assert events(office, conversation.case) == before
    with pytest.raises(UsageError):
        resume(office, conversation.case, "agent", "netwrk")
    assert asked(resume(office, conversation.case, "agent", "network")) == "log"


def test_a_person_who_is_asked_for_after_the_end_begins_the_tree_anew(office: Office) -> None:
    conversation = say(begin(office), "no", "yes", "yes", "HomeNet", "it works now")
    assert conversation.person("it broke again").kind == "moved"
    say(conversation, *LEAVING)
    conversation.close()
    agent = resume(office, conversation.case, "agent")
    assert agent.prompt
    assert (agent.session.state.tree, asked(agent)) == ("wifi", "look")


def test_an_agent_begins_anew_where_they_picked_it_up(office: Office) -> None:
    agent = Conversation.resume(office.workplace("agent"), handed_off(office))
    assert agent.restart().kind == "nothing"
    say(agent, "yes")
    agent.restart()
    assert asked(agent) == "log"
    assert agent.summary().contact.name == "Ana Silva"


def test_who_picks_up_a_case_in_the_middle_of_leaving_goes_on_at_once(office: Office) -> None:
    conversation = say(begin(office), "no", "yes", "no", "HomeNet", "Ana Silva")
    assert asked(conversation) == "fact:contact"
    conversation.close()
    assert asked(resume(office, conversation.case, "agent")) == "log"


def test_a_case_that_goes_on_elsewhere_teaches_what_did_not_help(office: Office) -> None:
    say(begin(office), "no", "yes", "yes", "HomeNet", "no", "done", "done", "no", *LEAVING)
    assert office.store.tried("wifi") == {"forget": (1, 0), "plug": (1, 0)}


def test_a_newer_version_of_what_the_user_walked_is_no_matter_for_the_agent(office: Office) -> None:
    case = handed_off(office)
    office.write("wifi", WIFI.replace("Do you see", "Can you see"))
    office.write("network", NETWORK.replace("in the log", "in the long log"))
    agent = resume(office, case, "agent")
    assert [newer.tree for newer in agent.newer] == ["network"]
    assert [len(newer.lost) for newer in agent.newer] == [0]
