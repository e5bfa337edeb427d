"""A live walk follows its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conversation.preview.conftest import SOURCE, Opened, node, write
from tshoot.conversation.previewing import STALE, WAITING


def test_without_a_save_nothing_happens(opened: Opened) -> None:
    assert opened().follow() is None


def test_a_save_keeps_the_answers_that_apply(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    write(preview, SOURCE.replace("Plug it in.", "Put the plug in."))
    followed = preview.follow()
    assert followed and followed.moved and not followed.lost
    assert preview.walk.prompt and preview.walk.prompt.text == "Put the plug in."


def test_answers_that_no_longer_apply_are_named_and_come_back(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    preview.walk.choose(["No"])
    write(preview, SOURCE.replace("plugged:", "seated:"))
    followed = preview.follow()
    assert followed and [entry.node for entry in followed.lost] == ["plugged", "plug"]
    assert "Is it plugged in?" in followed.text and node(preview) == "seated"
    write(preview, SOURCE)
    followed = preview.follow()
    assert followed and not followed.lost and node(preview) == "power"


@pytest.mark.parametrize(
    "broken", ["", "nodes: [", SOURCE.replace("goto: look", "goto: nowhere"), "\0", SOURCE[: len(SOURCE) // 2]]
)
def test_a_broken_file_leaves_the_last_good_walk(opened: Opened, broken: str) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    write(preview, broken)
    followed = preview.follow() or preview.follow()
    assert followed and followed.broken and followed.text == STALE
    assert preview.stale and preview.findings() and node(preview) == "plug"
    assert [one.id for one in preview.outline()][:2] == ["plugged", "plug"]
    preview.walk.choose(["No"])
    assert node(preview) == "power"
    write(preview, SOURCE)
    followed = preview.follow()
    assert followed and not followed.broken and not preview.stale and node(preview) == "power"


def test_a_file_that_is_deleted_and_comes_back(opened: Opened) -> None:
    preview = opened()
    preview.path.unlink()
    assert preview.follow() is None
    followed = preview.follow()
    assert followed and followed.broken and preview.stale
    assert preview.follow() is None
    preview.path.write_text(SOURCE)
    assert preview.follow() and not preview.stale


def test_a_file_that_is_broken_at_the_beginning_is_waited_for(opened: Opened) -> None:
    preview = opened("nodes: [")
    assert preview.waiting and preview.findings() and preview.outline() == () and preview.here() == ""
    write(preview, "nodes: {")
    followed = preview.follow()
    assert followed and followed.text == WAITING
    write(preview, SOURCE)
    followed = preview.follow()
    assert followed and followed.moved and not preview.waiting and node(preview) == "plugged"


def test_another_id_is_the_same_walk(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    write(preview, SOURCE.replace("title:", "id: light\ntitle:"))
    assert preview.follow() and node(preview) == "plug"


def test_a_change_of_the_tests_changes_the_findings_alone(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    preview.path.with_name("lamp.test.yaml").write_text("tests: []\n")
    followed = preview.follow()
    assert followed and not followed.moved and node(preview) == "plug"
    assert any(one.path.endswith("lamp.test.yaml") for one in preview.findings())


def test_an_ended_walk_is_walked_anew_over_the_change(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    preview.walk.choose(["Yes"])
    assert preview.walk.session.state.ending
    write(preview, SOURCE.replace("fixed: lit", "fixed: power"))
    assert preview.follow() and node(preview) == "power"


def test_hundreds_of_saves_keep_walking(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    for number in range(200):
        write(preview, SOURCE.replace("Plug it in.", f"Plug it in {number}."))
        assert preview.follow()
    assert preview.walk.prompt and preview.walk.prompt.text == "Plug it in 199."


SPANISH = """\
translation: 1
language: es
title: La lámpara
nodes:
  plugged: {ask: ¿Está enchufada?, options: {Yes: Sí, No: 'No'}}
"""


def test_a_translation_is_walked_and_followed(opened: Opened, tmp_path: Path) -> None:
    translation = tmp_path / "trees" / "lamp.es.yaml"
    translation.write_text(SPANISH)
    preview = opened(language="es-MX")
    assert preview.walk.prompt and preview.walk.prompt.text == "¿Está enchufada?"
    translation.write_text(SPANISH.replace("¿Está enchufada?", "¿La ha enchufado?"))
    followed = preview.follow()
    assert followed and followed.moved and preview.walk.prompt.text == "¿La ha enchufado?"
    preview.walk.choose(["Yes"])
    translation.unlink()
    assert preview.follow() and preview.walk.session.state.entries[0].text == "Is it plugged in?"


def test_what_is_wrong_with_a_translation_is_found(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "trees" / "lamp.es.yaml").write_text(SPANISH)
    assert "missing-translation" in {one.rule for one in opened().findings()}
