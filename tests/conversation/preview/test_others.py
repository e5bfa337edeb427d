"""The trees that the shown one leads to are followed as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conversation.preview.conftest import OTHER, SOURCE, Opened, node, write
from tshoot.conversation.previewing import RELOADED, Preview


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The file of the tree that the lamp hands over to."""
    return tmp_path / "trees" / "other.yaml"


def missing(preview: Preview) -> bool:
    return "unknown-tree" in {one.rule for one in preview.findings()}


def asked(preview: Preview) -> str:
    return preview.walk.prompt.text if preview.walk.prompt else ""


def handed_over(opened: Opened, source: str = SOURCE) -> Preview:
    preview = opened(source)
    preview.walk.choose(["Yes"])
    preview.walk.say("20")
    return preview


def test_a_save_of_the_other_tree_is_walked_at_once(opened: Opened, other: Path) -> None:
    preview = handed_over(opened)
    assert asked(preview) == "Is the fuse in?"
    other.write_text(OTHER.replace("Is the fuse in?", "Is the big fuse in?"))
    followed = preview.follow()
    assert followed and followed.moved and asked(preview) == "Is the big fuse in?"
    assert preview.follow() is None


def test_answers_within_the_other_tree_that_do_not_apply_are_named(opened: Opened, other: Path) -> None:
    preview = handed_over(opened)
    preview.walk.choose(["Yes"])
    assert node(preview) == "end"
    other.write_text(OTHER.replace("fuse:", "big:"))
    followed = preview.follow()
    assert followed and [entry.node for entry in followed.lost] == ["fuse"] and node(preview) == "big"


def test_a_tree_that_was_missing_is_there_once_it_is_written(opened: Opened, other: Path) -> None:
    other.unlink()
    preview = handed_over(opened)
    assert missing(preview) and node(preview) != "fuse"
    other.write_text(OTHER)
    followed = preview.follow()
    assert followed and followed.moved and not missing(preview) and node(preview) == "fuse"


def test_a_tree_that_goes_is_missed_and_its_walk_stays(opened: Opened, other: Path) -> None:
    preview = handed_over(opened)
    other.unlink()
    assert preview.follow() and missing(preview) and node(preview) == "fuse"
    other.write_text(OTHER)
    assert preview.follow() and not missing(preview) and node(preview) == "fuse"


def test_half_a_tree_counts_as_the_last_whole_one(opened: Opened, other: Path) -> None:
    preview = handed_over(opened)
    other.write_text(OTHER[: len(OTHER) // 2])
    followed = preview.follow()
    assert followed and not followed.moved and followed.text == RELOADED
    assert not missing(preview) and asked(preview) == "Is the fuse in?"
    other.write_text(OTHER.replace("Is the fuse in?", "Is the big fuse in?"))
    assert preview.follow() and asked(preview) == "Is the big fuse in?"


def test_the_other_tree_is_followed_while_the_shown_one_is_broken(opened: Opened, other: Path) -> None:
    preview = handed_over(opened)
    write(preview, "nodes: [")
    assert preview.follow() and preview.stale
    other.write_text(OTHER.replace("Is the fuse in?", "Is the big fuse in?"))
    followed = preview.follow()
    assert followed and followed.broken and followed.moved and asked(preview) == "Is the big fuse in?"


def test_a_tree_that_is_named_by_a_save_is_followed_from_then_on(opened: Opened, other: Path) -> None:
    preview = opened(SOURCE.replace("handoff: other", "end: resolved"))
    other.write_text(OTHER + "\n")
    assert preview.follow() is None
    write(preview, SOURCE)
    assert preview.follow() and not missing(preview)
    other.unlink()
    assert preview.follow() and missing(preview)


@pytest.mark.parametrize("name", ["../other", "a\\0b", "x" * 300, "[/]", "con"])
def test_a_tree_of_an_odd_name_is_missed(opened: Opened, name: str) -> None:
    preview = opened(SOURCE.replace("handoff: other", f'handoff: "{name}"'))
    assert preview.findings() and preview.follow() is None
    write(preview, SOURCE)
    assert preview.follow() and not missing(preview)
