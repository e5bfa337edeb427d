"""Names that an editor renames: everywhere, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.editing.small import LAMP, at, write
from tshoot.authoring.editing import renaming
from tshoot.authoring.editing.workspace import Workspace
from tshoot.authoring.edits import applied
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.translating import written
from tshoot.authoring.translation import parse_translation


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    write(tmp_path)
    return Workspace([tmp_path], lambda: "2027-01-01")


def renamed(workspace: Workspace, path: Path, marked: str, new: str) -> dict[str, str]:
    """The changed files."""
    found = renaming.rename(workspace, path, at(workspace, path, marked), new)
    assert not isinstance(found, str), found
    return {file.name: applied(workspace.text(file), edits) for file, edits in found.items()}


@pytest.mark.parametrize(
    ("marked", "old"), [("  l|it:\n", "lit"), ("  - {id: sw|ap", "swap"), ("  st|art-here:", "start-here")]
)
def test_a_renamed_node_is_renamed_everywhere(workspace: Workspace, tmp_path: Path, marked: str, old: str) -> None:
    path = tmp_path / "lamp.yaml"
    for name, text in renamed(workspace, path, marked, "brand-new").items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert f"{old}:" not in text
    again = Workspace([tmp_path], lambda: "2027-01-01")
    for name in ("lamp.yaml", "lamp.test.yaml"):
        assert [one for one in again.findings(tmp_path / name) if one.severity == "error"] == []


@pytest.mark.parametrize(
    ("file", "marked", "old"),
    [
        ("lamp.yaml", "  bul|b-out:\n", "bulb-out"), ("lamp.yaml", "id: sw|ap", "swap"),
        ("lamp.yaml", "  sp|are.lamp:\n", "spare.lamp"), ("lamp.es.yaml", "  sta|rt-here:\n", "start-here"),
        ("lamp.es.yaml", "nodes.bulb-out.try.s|wap", "swap"),
    ],
)  # fmt: skip
def test_a_renamed_node_keeps_its_translations(tmp_path: Path, file: str, marked: str, old: str) -> None:
    write(tmp_path)
    source = LAMP + "  spare.lamp:\n    try:\n      - {do: Take another lamp.}\n    else: hand\n"
    source = source.replace("else: hand", "else: spare.lamp", 1)
    (tmp_path / "lamp.yaml").write_text(source, encoding="utf-8")
    tree = parse_tree(source, "lamp.yaml").tree
    assert tree
    begun = parse_translation(written(tree, "es", None, False).text, "lamp.es.yaml", tree)
    made = written(tree, "es", begun, True).text
    (tmp_path / "lamp.es.yaml").write_text(made, encoding="utf-8")
    workspace = Workspace([tmp_path], lambda: "2027-01-01")
    for name, text in renamed(workspace, tmp_path / file, marked, "brand.new").items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    text = (tmp_path / "lamp.es.yaml").read_text(encoding="utf-8")
    assert text == made.replace(old, "brand.new")
    again = Workspace([tmp_path], lambda: "2027-01-01")
    assert again.findings(tmp_path / "lamp.es.yaml") == ()


@pytest.mark.parametrize(
    ("new", "why"),
    [("plug", "already"), ("a b", "letters"), ("return", "return"), ("turn", "already"), ("", "letters")],
)
def test_a_name_that_cannot_be_taken(workspace: Workspace, tmp_path: Path, new: str, why: str) -> None:
    path = tmp_path / "lamp.yaml"
    found = renaming.rename(workspace, path, at(workspace, path, "  l|it:\n"), new)
    assert isinstance(found, str)
    assert why in found


COLOUR = """\
tree: 1
title: Steamer leaks
facts:
  colour: {type: choice, values: [Red, colour], label: The colour, prompt: "Which colour, {colour}?"}
nodes:
  first:
    ask: "Is the {colour} tank full? \\u00e9 {{colour}} {colour}"
    when: "colour == 'colour' or colour != \\"Red\\" and known(colour)"
    why: >-
      The colour tells,
      says { colour }, which
      tank it is.
    options:
      Yes: {goto: second, set: {colour: "'Red'"}}
      No: {goto: third, when: "colour in ['colour', 'Red']"}
  second:
    input: colour
    then: third
  third:
    handoff: desk
    needs: [os, colour]
    reason: {Windows: "It is {colour}.", else: "Is it {colour}?"}
"""
COLOUR_TESTS = """\
tests:
  - name: colour
    facts: {colour: Red}
    walk: [{fact:colour: Red}, {first: "colour"}, {second: colour}]
    handoff: {to: desk, missing: [colour]}
    learned: {colour: colour}
"""
PAINTED = """\
tree: 1
title: Steamer is painted {colour}
nodes:
  look: {branch: [{when: colour == 'Red', goto: end}, {else: end}]}
  end: {end: resolved, tell: "It is {colour}, of colour."}
"""


def with_colours(folder: Path) -> Workspace:
    write(folder)
    for name, text in {"steamer": COLOUR, "steamer.test": COLOUR_TESTS, "painted": PAINTED}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Workspace([folder], lambda: "2027-01-01")


@pytest.mark.parametrize(
    ("file", "marked"),
    [
        ("steamer.yaml", "  col|our: {type"), ("steamer.yaml", "known(col|our)"), ("steamer.yaml", "Is the {col|our}"),
        ("steamer.yaml", "input: col|our"), ("steamer.test.yaml", "fact:col|our"), ("painted.yaml", "when: col|our"),
    ],
)  # fmt: skip
def test_a_fact_is_renamed_wherever_it_is_known(tmp_path: Path, file: str, marked: str) -> None:
    workspace = with_colours(tmp_path)
    found = renamed(workspace, tmp_path / file, marked, "hue")
    assert found == {
        "steamer.yaml": COLOUR.replace("  colour: {type", "  hue: {type")
        .replace(", {colour}?", ", {hue}?")
        .replace("the {colour}", "the {hue}")
        .replace("}} {colour}", "}} {hue}")
        .replace("colour == 'colour' or colour !=", "hue == 'colour' or hue !=")
        .replace("known(colour)", "known(hue)")
        .replace("{ colour }", "{ hue }")
        .replace("{colour: \"'Red", "{hue: \"'Red")
        .replace('when: "colour in', 'when: "hue in')
        .replace("input: colour", "input: hue")
        .replace("[os, colour]", "[os, hue]")
        .replace("is {colour}.", "is {hue}.")
        .replace("it {colour}?", "it {hue}?"),
        "steamer.test.yaml": COLOUR_TESTS.replace("{colour: Red}", "{hue: Red}")
        .replace("fact:colour", "fact:hue")
        .replace("[colour]", "[hue]")
        .replace("{colour: colour}", "{hue: colour}"),
        "painted.yaml": PAINTED.replace("when: colour", "when: hue").replace("is {colour}, of", "is {hue}, of"),
    }


def test_a_fact_keeps_its_translations(tmp_path: Path) -> None:
    workspace = with_colours(tmp_path)
    tree = parse_tree(COLOUR, "steamer.yaml").tree
    assert tree
    begun = parse_translation(written(tree, "es", None, False).text, "steamer.es.yaml", tree)
    made = written(tree, "es", begun, True).text.replace("Is it {colour}?", "Color {colour}.")
    (tmp_path / "steamer.es.yaml").write_text(made, encoding="utf-8")
    before = workspace.findings(tmp_path / "steamer.es.yaml")
    for name, text in renamed(workspace, tmp_path / "steamer.yaml", "  col|our: {type", "hue").items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert "Color {hue}." in (tmp_path / "steamer.es.yaml").read_text(encoding="utf-8")
    after = Workspace([tmp_path], lambda: "2027-01-01").findings(tmp_path / "steamer.es.yaml")
    assert [one.rule for one in after] == [one.rule for one in before]


@pytest.mark.parametrize(
    ("marked", "new", "why"),
    [
        ("known(bu|lb)", "os", "already"),
        ("known(bu|lb)", "a b", "letters"),
        ("known(bu|lb)", "not", "word of the language"),
        ("known(bu|lb)", "null", "would not say the same"),
        ("when: o|s ==", "system", "tshoot's own"),
        ("handoff: de|sk", "table", "only nodes, fixes and facts"),
    ],
)
def test_why_a_name_stays(workspace: Workspace, tmp_path: Path, marked: str, new: str, why: str) -> None:
    path = tmp_path / "lamp.yaml"
    found = renaming.rename(workspace, path, at(workspace, path, marked), new)
    assert isinstance(found, str)
    assert why in found


def test_a_fact_stays_where_a_mistake_may_hide_it(tmp_path: Path) -> None:
    workspace = with_colours(tmp_path)
    (tmp_path / "painted.yaml").write_text(PAINTED.replace("colour == 'Red'", "colour = 'Red'"), encoding="utf-8")
    path = tmp_path / "steamer.yaml"
    found = renaming.rename(workspace, path, at(workspace, path, "known(col|our)"), "hue")
    assert found == "a mistake in line 4 of painted.yaml may hide names; put it right first"


def test_a_target_that_does_not_exist_is_no_node(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "lamp.yaml"
    workspace.open(path, LAMP.replace("goto: plug", "goto: plgu"))
    assert renaming.rename(workspace, path, at(workspace, path, "goto: pl|gu"), "x") == "there is no node 'plgu'"


def test_every_name_of_a_tree_can_be_renamed(tmp_path: Path) -> None:
    path = tmp_path / "every.yaml"
    path.write_bytes((Path(__file__).parents[1] / "fixtures/ok/every-kind.yaml").read_bytes())
    workspace = Workspace([], lambda: "2027-01-01")
    names = {(name.kind, name.name): name for name in workspace.names(path) if renaming.can_rename(name)}
    kinds = [kind for kind, _ in names]
    assert kinds.count("fact") > 4 < kinds.count("node")
    for name in names.values():
        found = renaming.rename(workspace, path, name, "brand_new")
        assert not isinstance(found, str), (name, found)
        assert name.name not in {one.name for one in workspace.with_texts(
            {path: applied(workspace.text(path), found[path])}).names(path) if one.kind == name.kind}  # fmt: skip
