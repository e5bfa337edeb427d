"""What an author sees of a live walk."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conversation.preview.conftest import SOURCE, Opened, node, write
from tshoot.authoring.treetest import parse_tests
from tshoot.conversation.previewing import Preview
from tshoot.errors import UsageError


def test_the_outline_marks_where_it_stands(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["Yes"])
    assert preview.here() == "power"
    assert preview.trace().path == (("lamp", "plugged"), ("lamp", "power"))
    assert preview.place_of("power") == f"{preview.path}:15"
    preview.walk.say("75")
    assert [one.verdict for one in preview.trace().decisions] == ["true"]


def test_in_another_tree_it_stands_nowhere_here(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["Yes"])
    preview.walk.say("20")
    assert node(preview) == "fuse" and preview.here() == ""


@pytest.mark.parametrize(
    "answers",
    [["No"], ["No", "Yes"], ["Yes", "20"], ["Yes", "75", "connected"], ["Yes", "75", "weak signal=30", "Yes"]],
)
def test_every_walk_is_a_test_that_passes(opened: Opened, answers: list[str]) -> None:
    preview = opened()
    for answer in answers:
        prompt = preview.walk.prompt
        turn = preview.walk.simulate(answer) if prompt and prompt.kind == "check" else preview.walk.say(answer)
        assert turn.kind == "moved"
    text, failures = preview.as_test()
    assert failures == ()
    (test,) = parse_tests(text, "t").tests
    assert test.end or test.handoff or test.passed


def test_a_walk_begun_in_the_middle_says_that_it_is_no_test(opened: Opened) -> None:
    preview = opened()
    preview.jump("lonely")
    assert preview.as_test()[1]


def test_beside_tests_that_are_there_the_heading_is_left_out(opened: Opened) -> None:
    preview = opened()
    assert preview.as_test()[1] == ("nothing was answered yet",)
    preview.walk.choose(["No"])
    assert preview.as_test()[0].startswith("tests:")
    preview.path.with_name("lamp.test.yaml").write_text("tests: []")
    assert preview.as_test()[0].startswith("  - name:")


def test_findings_that_are_ignored_are_not_shown(opened: Opened) -> None:
    preview = opened()
    assert "unreachable-node" in {one.rule for one in preview.findings()}
    write(preview, SOURCE.replace("  lonely: {", "  lonely: {  # tshoot: ignore[unreachable-node]\n    "))
    assert preview.follow() and "unreachable-node" not in {one.rule for one in preview.findings()}


@pytest.mark.parametrize("name", ["nowhere.yaml", ".", "x" * 5000, "\udcff"])
def test_a_file_that_is_none_is_wrong_usage(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        Preview(tmp_path / name, [], tmp_path / "state")


def test_the_words_of_the_library_count_and_nothing_is_learned(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "trees" / "glossary.yaml").write_text(
        "glossary: 1\nterms:\n  plug: {means: The thing at the end of the cable.}\n"
    )
    (tmp_path / "trees" / "settings.yaml").write_text("settings: 1\nlearn: true\n")
    preview = opened()
    assert "end of the cable" in preview.walk.say("what is a plug?").text
    assert preview.library.settings().learn is False
