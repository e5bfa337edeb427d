"""A live walk is steered by its author."""

from __future__ import annotations

import pytest

from tests.conversation.preview.conftest import SOURCE, Opened, node, write
from tshoot.errors import UsageError


def test_a_jump_goes_back_where_the_node_asked(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    preview.walk.choose(["No"])
    assert preview.jump("plug") == "Back to **plug**: 1 answer taken back."
    assert node(preview) == "plug"


def test_a_jump_walks_by_made_up_answers(opened: Opened) -> None:
    preview = opened()
    assert preview.jump("look") == "Walked to **look** by 2 made-up answers."
    assert node(preview) == "look" and (preview.walk.session.state.value("watts") or 0) > 60  # type: ignore[operator]
    assert not preview.begun_at


def test_a_jump_begins_where_no_way_leads_and_stays_there(opened: Opened) -> None:
    preview = opened()
    assert "Begun at **lonely**" in preview.jump("lonely")
    assert next(entry.text for entry in preview.walk.session.state.entries) == "Nobody comes here."
    write(preview, SOURCE.replace("Nobody comes here.", "Nobody at all."))
    assert preview.follow()
    assert next(entry.text for entry in preview.walk.session.state.entries) == "Nobody at all."
    write(preview, SOURCE.replace("lonely", "alone"))
    assert preview.follow() and node(preview) == "plugged"
    preview.restart()
    assert node(preview) == "plugged"


@pytest.mark.parametrize("name", ["", "nowhere", "\x1b[2J"])
def test_a_jump_to_no_node_changes_nothing(opened: Opened, name: str) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    preview.jump(name)
    assert node(preview) == "plug"


def test_every_node_can_be_jumped_to_and_is_passed(opened: Opened) -> None:
    preview = opened()
    for one in preview.outline():
        preview.jump(one.id)
        assert ("lamp", one.id) in preview.trace().path, one.id


def test_the_persona_changes_and_the_answers_stay(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    preview.switch()
    assert preview.persona == "agent" and node(preview) == "plug"
    assert preview.walk.session.state.persona == "agent"
    assert preview.walk.session.state.value("computer") is None
    assert "as a user" in preview.switch() and node(preview) == "plug"


def test_a_tree_for_agents_is_walked_as_one(opened: Opened) -> None:
    preview = opened(SOURCE.replace("title:", "audience: agent\ntitle:"))
    assert preview.persona == "agent"
    assert "for agents" in preview.switch() and preview.persona == "agent"
    with pytest.raises(UsageError):
        opened(SOURCE.replace("title:", "audience: agent\ntitle:"), "user")


def test_a_tree_that_becomes_one_for_agents_is_begun_as_one(opened: Opened) -> None:
    preview = opened()
    write(preview, SOURCE.replace("title:", "audience: agent\ntitle:"))
    assert preview.follow() and preview.walk.session.state.persona == "user" and node(preview) == "plugged"
    preview.restart()
    assert preview.persona == "agent" and node(preview) == "plugged"
    preview.walk.choose(["No"])
    assert node(preview) == "plug"
