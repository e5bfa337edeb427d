"""A tree file as it is, with its tests and its outline."""

from __future__ import annotations

from pathlib import Path

import pytest

from tshoot.authoring.look import look_at, neighbours, outline
from tshoot.model.tree import DecisionTree

SOURCE = """\
tree: 1
title: T
symptoms: [t]
nodes:
  one:
    ask: Is  it
      on?
    options: {Yes: two, No: three}
  two:
    end: resolved
  lonely: {tell: Hello., then: two}
  three:
    handoff: queue:desk
"""


def none(name: str) -> DecisionTree | None:
    return None


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "t.yaml"
    path.write_text(SOURCE)
    return path


def test_a_sound_file(file: Path) -> None:
    found = look_at(file, none)
    assert found.sound is not None and found.sound.id == "t"
    nodes = outline(found.parsed, found)
    assert [(node.id, node.kind, node.line, node.reachable) for node in nodes] == [
        ("one", "ask", 5, True), ("two", "end", 9, True), ("lonely", "tell", 11, False), ("three", "handoff", 12, True)
    ]  # fmt: skip
    assert [node.text for node in nodes] == ["Is it on?", "resolved", "Hello.", "queue:desk"]
    assert [[one.rule for one in node.findings] for node in nodes] == [[], [], ["unreachable-node"], []]


def test_a_file_with_an_error_is_outlined_and_not_walked(file: Path) -> None:
    file.write_text(SOURCE.replace("Yes: two", "Yes: tow"))
    found = look_at(file, none)
    assert found.sound is None
    assert [one.rule for one in outline(found.parsed, found)[0].findings] == ["dangling-target"]


def test_a_file_that_cannot_be_read_keeps_the_outline_of_before(file: Path) -> None:
    before = look_at(file, none)
    file.write_text("# more\n" + SOURCE.replace("nodes:", "nodes: ["))
    after = look_at(file, none)
    assert after.sound is None and after.parsed.tree is None
    assert [node.id for node in outline(before.parsed, after)] == ["one", "two", "lonely", "three"]
    assert outline(after.parsed, after) == ()


@pytest.mark.parametrize("text", ["", "\0", "- a", "tree: 1", "\xff"])
def test_other_files_are_findings(file: Path, text: str) -> None:
    file.write_bytes(text.encode("latin-1"))
    found = look_at(file, none)
    assert found.sound is None and found.findings


def test_a_file_that_is_gone_is_a_finding(tmp_path: Path) -> None:
    found = look_at(tmp_path / "t.yaml", none)
    assert [one.rule for one in found.findings] == ["unread-file"] and found.parsed.tree is None


def test_what_is_wrong_with_the_tests_is_found_too(file: Path) -> None:
    file.with_name("t.test.yaml").write_text(
        "tests:\n  - name: a\n    walk: [{elsewhere: x}]\n    end: resolved\n"
    )
    found = look_at(file, none)
    assert found.sound is not None
    assert [Path(one.path).name for one in found.findings if "elsewhere" in one.message] == ["t.test.yaml"]


def test_a_named_tree_that_is_not_there_is_found(file: Path) -> None:
    file.write_text(SOURCE.replace("queue:desk", "nowhere"))
    assert "unknown-tree" in [one.rule for one in look_at(file, none).findings]


def test_neighbours_are_tests_and_translations(file: Path) -> None:
    for name in ("t.es.yaml", "t.yaml.swp", "other.yaml", "t.test.yaml"):
        file.with_name(name).write_text("")
    found = [path.name for path in neighbours(file)]
    assert found == ["t.test.yaml", "t.test.yml", "t.es.yaml"]
