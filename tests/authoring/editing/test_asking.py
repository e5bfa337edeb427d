"""What an editor is told about names: what they are, where they come from, who uses them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.editing.small import LAMP, LAMP_TESTS, at, spot, write
from tshoot.authoring.editing import asking, mending
from tshoot.authoring.editing.completing import complete, complete_rule
from tshoot.authoring.editing.where import where
from tshoot.authoring.editing.workspace import Workspace
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.source import split_lines


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    write(tmp_path)
    return Workspace([tmp_path], lambda: "2027-01-01")


def excerpts(workspace: Workspace, found: list[asking.Found]) -> list[str]:
    """File, line and what stands there."""
    rows = []
    for one in found:
        line = split_lines(workspace.text(one.path))[one.span.line - 1]
        rows.append(f"{one.path.name}:{one.span.line} {line[one.span.column - 1 : one.span.end_column - 1]}")
    return rows


@pytest.mark.parametrize(
    ("marked", "kind", "name"),
    [
        ("  st|art-here:", "node", "start-here"), ("Yes: |bulb-out", "node", "bulb-out"),
        ("goto: plu|g", "node", "plug"), ('fixed: "l|it"', "node", "lit"), ("at: [p|lug]", "node", "plug"),
        ("then: co|ol", "node", "cool"), ("id: tu|rn", "node", "turn"), ("when: o|s ==", "fact", "os"),
        ("known(bu|lb)", "fact", "bulb"), ("lamp of {bu|lb}", "fact", "bulb"), ("needs: [bu|lb]", "fact", "bulb"),
        ("  o|s: {type", "fact", "os"), ("handoff: de|sk", "tree", "desk"), ("id: l|amp", "tree", "lamp"),
    ],
)  # fmt: skip
def test_the_name_at_a_place(workspace: Workspace, tmp_path: Path, marked: str, kind: str, name: str) -> None:
    found = at(workspace, tmp_path / "lamp.yaml", marked)
    assert (found.kind, found.name) == (kind, name)


@pytest.mark.parametrize(
    "marked", ["Is it pl|ugged in?", "then: re|turn", "end: res|olved", "means: [it is| not]"]
)
def test_other_words_are_no_names(workspace: Workspace, tmp_path: Path, marked: str) -> None:
    assert asking.name_at(workspace, tmp_path / "lamp.yaml", *spot(LAMP, marked)) is None


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("goto: plu|g", ["plug (An instruction", "Plug the lamp of {bulb} years in.", "leads to lit, bulb-out"]),
        ("known(bu|lb)", ["bulb: number: How old is the bulb?"]),
        ("when: o|s ==", ["choice (Windows, macOS)"]),
        ("handoff: de|sk", ["desk: Desk is broken", "tier 2, for agent, live, 1 nodes"]),
        ("id: tu|rn", ["turn (a fix): Turn the bulb."]),
    ],
)
def test_what_a_name_stands_for(workspace: Workspace, tmp_path: Path, marked: str, said: list[str]) -> None:
    path = tmp_path / "lamp.yaml"
    shown = "\n".join(asking.describe(workspace, path, at(workspace, path, marked)))
    assert [part for part in said if part not in shown] == []


@pytest.mark.parametrize(
    ("file", "marked", "wanted"),
    [
        ("lamp.yaml", "Yes: |bulb-out", ["lamp.yaml:22 bulb-out"]),
        ("lamp.yaml", "known(bu|lb)", ["lamp.yaml:8 bulb"]),
        ("lamp.yaml", "handoff: de|sk", ["desk.yaml:2 desk"]),
        ("lamp.test.yaml", "- st|art-here: \"no\"", ["lamp.yaml:12 start-here"]),
        ("lamp.test.yaml", "- tu|rn:", ["lamp.yaml:24 turn"]),
        ("lamp.test.yaml", "fact:o|s", ["lamp.yaml:7 os"]),
        ("lamp.test.yaml", "handoff: d|esk", ["desk.yaml:2 desk"]),
    ],
)  # fmt: skip
def test_where_a_name_is_defined(
    workspace: Workspace, tmp_path: Path, file: str, marked: str, wanted: list[str]
) -> None:
    path = tmp_path / file
    assert excerpts(workspace, asking.definitions(workspace, path, at(workspace, path, marked))) == wanted


def test_who_uses_a_node_and_a_tree(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "lamp.yaml"
    found = asking.references(workspace, path, at(workspace, path, "goto: plu|g"))
    assert excerpts(workspace, found) == [
        "lamp.yaml:10 plug", "lamp.yaml:17 plug", "lamp.yaml:18 plug", "lamp.test.yaml:6 plug", "lamp.test.yaml:8 plug",
    ]  # fmt: skip
    users = asking.references(workspace, path, at(workspace, path, "handoff: de|sk"), definition=False)
    assert excerpts(workspace, users) == ["lamp.yaml:32 desk", "lamp.test.yaml:16 desk"]


def test_the_outline(workspace: Workspace, tmp_path: Path) -> None:
    facts, nodes = asking.outline(workspace, tmp_path / "lamp.yaml")
    assert [part.name for part in facts.parts] == ["os", "bulb"]
    assert [(part.name, part.kind) for part in nodes.parts][:3] == [
        ("start-here", "ask"), ("plug", "do"), ("bulb-out", "try"),
    ]  # fmt: skip
    for part in (*facts.parts, *nodes.parts):
        assert part.whole.line <= part.own.line < part.whole.end_line


OFFERED = [
    ("nodes:\n  a:\n    then: |", {"plug", "lit", "hand", "return"}, "", {"turn", "os"}),
    ("nodes:\n  a:\n    options: {Yes: pl|", {"plug", "lit"}, "pl", {"os"}),
    ("nodes:\n  a:\n    on:\n      weak: |", {"plug", "lit"}, "", {"os"}),
    ("nodes:\n  a:\n    branch:\n      - {when: x, goto: bulb-o|", {"bulb-out"}, "bulb-o", {"os"}),
    ("start: |", {"plug"}, "", set()),
    ("faq:\n  - at: [|", {"plug", "turn"}, "", {"return"}),
    ("nodes:\n  a:\n    handoff: |", {"desk", "queue:carpenter"}, "", {"lamp", "plug"}),
    ("nodes:\n  a:\n    handoff: queue:ca|", {"queue:carpenter"}, "queue:ca", {"plug"}),
    ("nodes:\n  a:\n    call: |", {"desk"}, "", {"queue:carpenter"}),
    ("escalate: |", {"desk", "queue:carpenter"}, "", set()),
    ("nodes:\n  a:\n    needs: [os, |", {"bulb", "requester"}, "", {"plug"}),
    ("nodes:\n  a:\n    fact: |", {"bulb"}, "", {"plug"}),
    ("nodes:\n  a:\n    input: |", {"bulb"}, "", {"plug"}),
    ("nodes:\n  a:\n    check: |", {"wifi", "internet"}, "", {"plug"}),
    ("nodes:\n  a:\n    when: |", {"os", "bulb", "known", "and"}, "", {"plug"}),
    ("nodes:\n  a:\n    when: known(bu|", {"bulb"}, "bu", {"plug"}),
    ("nodes:\n  a:\n    when: os == '|", {"Windows", "macOS"}, "", {"bulb"}),
    ("nodes:\n  a:\n    when: os == 'Windows' and bu|", {"bulb"}, "bu", {"Windows"}),
    ("nodes:\n  a:\n    set: {bulb: bulb + |", {"bulb"}, "", {"plug"}),
    ("nodes:\n  a:\n    ask: Is {bu|", {"bulb", "problem"}, "bu", {"plug"}),
    ("nodes:\n  a:\n    do:\n      Windows: Press {|", {"os"}, "", {"plug"}),
    ("nodes:\n  a:\n    ask: Is |", set(), "", {"bulb"}),
    ("nodes:\n  a:\n    ask: Braces {{|", set(), "", {"bulb"}),
    ("title: |", set(), "", {"plug"}),
    ("nodes:\n  a:\n    options: {Yes: {|", set(), "", {"plug"}),
    ("nodes:\n  a:\n    options:\n      Yes: {goto: plug, |", set(), "", {"plug"}),
    ("nodes:\n  a:\n    set: {b|", {"bulb"}, "b", {"plug", "known"}),
    ("nodes:\n  a:\n    needs: [{|", set(), "", {"bulb"}),
    ("nodes:\n  a:\n    when: os in ['|", {"Windows", "macOS"}, "", {"bulb"}),
    ("nodes:\n  a:\n    when: os not in ['Windows', 'm|", {"macOS"}, "m", {"bulb"}),
    ("nodes:\n  a:\n    when: \"os in ['|", {"Windows", "macOS"}, "", {"bulb"}),
    ("nodes:\n  a:\n    when: nothing == '|", set(), "", {"Windows"}),
]  # fmt: skip


def test_what_a_list_may_hold_is_offered_before_its_name() -> None:
    text = "tree: 1\ntitle: T\nfacts: {signs: {type: list, values: [Out, Cracked]}}\nnodes: {a: {end: resolved}}\n"
    lines = ["nodes:", "  a:", "    when: os == 'Linux' and 'Cr"]
    found = complete(where(lines, 2, len(lines[2])), parse_tree(text, "t.yaml").tree, {})
    assert [(one.text, one.detail) for one in found.found] == [("Out", "signs"), ("Cracked", "signs")]


def test_a_fact_without_a_name_yet_is_not_offered(tmp_path: Path) -> None:
    tree = parse_tree("tree: 1\ntitle: T\nnodes: {a: {input: , then: b}, b: {end: resolved}}\n", "t.yaml").tree
    assert tree
    lines = ["nodes:", "  a:", "    input: "]
    found = [one.text for one in complete(where(lines, 2, 11), tree, {}).found]
    assert "os" in found
    assert not [name for name in found if "." in name]


@pytest.mark.parametrize(
    ("text", "typed", "first"),
    [("# tshoot: ignore[", "", "long-text"), ("  a: # tshoot: ignore[review-overdue, lo", "lo", "long-text"),
     ("#tshoot:ignore-file[ x,", "", "long-text")],
)  # fmt: skip
def test_rules_are_offered_in_a_remark_that_ignores(text: str, typed: str, first: str) -> None:
    found = complete_rule(text, {"bad-id": "b", "long-text": "l"}, ["long-text", "no-rule"])
    assert found
    assert (found.typed, found.found[0].text, len(found.found)) == (typed, first, 2)


@pytest.mark.parametrize("text", ["# ignore[", "# tshoot: ignore[a] ", "# tshoot: ignore", "ask: tshoot: ignore["])
def test_other_remarks_are_left_alone(text: str) -> None:
    assert complete_rule(text, {"bad-id": "b"}, []) is None


@pytest.mark.parametrize(("text", "wanted", "typed", "unwanted"), OFFERED)
def test_what_may_stand_there(
    workspace: Workspace, tmp_path: Path, text: str, wanted: set[str], typed: str, unwanted: set[str]
) -> None:
    trees = {one.tree.id: one.tree for one in workspace.trees(tmp_path / "lamp.yaml").values() if one.tree}
    lines = text.replace("|", "").split("\n")
    found = complete(where(lines, len(lines) - 1, len(lines[-1])), trees["lamp"], trees)
    offered = {one.text for one in found.found}
    assert wanted <= offered
    assert not unwanted & offered
    assert found.typed == typed


def test_the_values_of_a_check_in_its_set(workspace: Workspace, tmp_path: Path) -> None:
    tree = workspace.tree(tmp_path / "lamp.yaml").tree
    (tmp_path / "net.yaml").write_text("tree: 1\nnodes: {look: {check: wifi, else: look}}")
    net = workspace.tree(tmp_path / "net.yaml").tree
    lines = ["nodes:", "  look:", "    check: wifi", "    set: {x: result.s"]
    found = complete(where(lines, 3, len(lines[3])), net, {})
    assert {"result.ssid", "result.signal"} <= {one.text for one in found.found}
    assert found.typed == "result.s"
    assert "result.ssid" not in {one.text for one in complete(where(lines, 3, len(lines[3])), tree, {}).found}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("tests:\n  - walk:\n      - |", {"plug", "turn"}), ("tests:\n  - passed: [|", {"lit"}),
     ("tests:\n  - handoff: |", {"desk", "queue:carpenter"}), ("tests:\n  - facts:\n      b|", {"bulb"})],
)  # fmt: skip
def test_what_may_stand_in_a_test(workspace: Workspace, tmp_path: Path, text: str, wanted: set[str]) -> None:
    trees = {one.tree.id: one.tree for one in workspace.trees(tmp_path / "lamp.yaml").values() if one.tree}
    lines = text.replace("|", "").split("\n")
    found = complete(where(lines, len(lines) - 1, len(lines[-1])), trees["lamp"], trees, is_test=True)
    assert wanted <= {one.text for one in found.found}


@pytest.mark.parametrize(
    ("right", "wrong", "edit"),
    [
        ("goto: plug", "goto: plgu", ("plgu", "plug")),
        ("    fixed: lit\n    else: hand", "    fixd: lit\n    else: hand", ("fixd", "fixed")),
        ("end: resolved", "end: resolvd", ("resolvd", "resolved")),
        ('fixed: "lit"', 'fixed: "lti"', ('"lti"', '"lit"')),
        ("known(bulb)", "known(blub)", ("blub", "bulb")),
        ("handoff: desk", "handoff: dsek", ("dsek", "desk")),
    ],
)
def test_the_nearest_spelling_can_be_put_in(
    workspace: Workspace, tmp_path: Path, right: str, wrong: str, edit: tuple[str, str]
) -> None:
    path = tmp_path / "lamp.yaml"
    workspace.open(path, LAMP.replace(right, wrong))
    lines = split_lines(workspace.text(path))
    assert edit in [mending.spelling(one, lines) for one in workspace.findings(path)]


def test_findings_follow_the_open_text_and_the_other_files(workspace: Workspace, tmp_path: Path) -> None:
    lamp, tests = tmp_path / "lamp.yaml", tmp_path / "lamp.test.yaml"
    assert [one for one in workspace.findings(lamp) if one.severity != "info"] == []
    assert workspace.findings(tests) == ()
    workspace.open(lamp, LAMP.replace("  lit:\n", "  done:\n"))
    assert "dangling-target" in {one.rule for one in workspace.findings(lamp)}
    assert "dangling-target" in {one.rule for one in workspace.findings(tests)}
    workspace.close(lamp)
    (tmp_path / "desk.yaml").unlink()
    assert "unknown-tree" in {one.rule for one in workspace.findings(lamp)}


def test_while_a_file_cannot_be_read_its_last_names_are_offered(workspace: Workspace, tmp_path: Path) -> None:
    lamp = tmp_path / "lamp.yaml"
    workspace.open(lamp, LAMP)
    assert workspace.last_tree(lamp)
    workspace.open(lamp, LAMP + "  more: {then: [\n")
    assert workspace.tree(lamp).tree is None
    last = workspace.last_tree(lamp)
    assert last
    assert "plug" in last.nodes


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        (LAMP, True),
        (LAMP_TESTS, True),
        ("apiVersion: v1\nkind: Pod\n", False),
        ("", False),
        ("# $schema=../schema/tree.schema.json\n", True),
    ],
)
def test_other_yaml_is_left_alone(tmp_path: Path, text: str, ours: bool) -> None:
    workspace = Workspace([], lambda: "")
    workspace.open(tmp_path / "x.yaml", text)
    assert workspace.is_ours(tmp_path / "x.yaml") is ours
