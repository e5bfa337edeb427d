"""`tshoot lsp` as an editor meets it: a process, and messages over its standard input and output."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.authoring.editing.small import LAMP, LAMP_TESTS, write
from tests.editors.client import Client


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Client]:
    folder = write(tmp_path)
    command = [sys.executable, "-m", "tshoot", "lsp", "--stdio", "--trees", str(folder)]
    with Client(command, folder) as client:
        yield client
    assert client.code == 0


def spot(text: str, marked: str) -> tuple[int, int]:
    """Line and column, counted from 0 and in UTF-16, of `|` in an excerpt."""
    before, _, after = marked.partition("|")
    index = text.index(before + after) + len(before)
    start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index), len(text[start:index].encode("utf-16-le")) // 2


def place_of(found: dict[str, Any]) -> tuple[int, int, int]:
    start, end = found["range"]["start"], found["range"]["end"]
    return start["line"], start["character"], end["character"]


def test_it_says_what_it_can_do(editor: Client) -> None:
    for name in ("completion", "hover", "definition", "references", "rename", "documentSymbol", "codeAction"):
        assert editor.capabilities.get(f"{name}Provider"), name


def test_what_is_wrong_is_shown_while_typing(editor: Client) -> None:
    uri = editor.open("lamp.yaml", LAMP)
    editor.found(uri)
    editor.settled(uri, [])
    editor.open("lamp.yaml", LAMP.replace("goto: plug", "goto: plgu"))
    (found,) = editor.settled(uri, ["dangling-target"])
    assert (found["code"], found["source"]) == ("dangling-target", "tshoot")
    assert place_of(found) == (16, 17, 21)
    assert "did you mean 'plug'?" in found["message"]
    editor.open("lamp.yaml", LAMP)
    editor.settled(uri, [])


def test_trees_that_are_named_must_be_in_the_folder(editor: Client) -> None:
    uri = editor.open("lamp.yaml", LAMP.replace("handoff: desk", "handoff: dekc"))
    (found,) = editor.settled(uri, ["unknown-tree"])
    assert "'dekc'" in found["message"]


def test_columns_count_as_the_editor_counts_them(editor: Client) -> None:
    text = LAMP.replace("{goto: plug,", "{means: [\U0001f4a1 is out], goto: plgu}\n      Maybe: {goto: plug,")
    uri = editor.open("lamp.yaml", text)
    (found,) = editor.settled(uri, ["dangling-target"])
    line, column = spot(text, "goto: |plgu")
    assert place_of(found) == (line, column, column + 4)
    assert editor.at("definition", uri, *spot(text, "Maybe: {goto: pl|ug"))[0]["uri"] == uri


def test_other_yaml_is_left_alone(editor: Client) -> None:
    uri = editor.open("pod.yaml", "apiVersion: v1\nkind: Pod\nhandoff: \n")
    assert editor.found(uri) == []
    assert editor.at("completion", uri, 2, 9)["items"] == []


def test_names_are_offered(editor: Client) -> None:
    text = LAMP.replace("else: hand\n", "else: h\n")
    uri = editor.open("lamp.yaml", text)
    found = editor.at("completion", uri, *spot(text, "else: h|\n"))
    item = next(one for one in found["items"] if one["label"] == "hand")
    line, column = spot(text, "else: |h\n")
    assert item["detail"] == "handoff: desk"
    assert item["textEdit"]["newText"] == "hand"
    assert place_of(item["textEdit"]) == (line, column, column + 1)


def test_behind_a_bare_colon_the_space_comes_with_the_name(editor: Client) -> None:
    text = LAMP.replace("else: hand\n", "else:\n")
    uri = editor.open("lamp.yaml", text)
    found = editor.at("completion", uri, *spot(text, "fixed: lit\n    else:|\n"))
    assert " hand" in {one["textEdit"]["newText"] for one in found["items"]}
    assert ":" not in editor.capabilities["completionProvider"]["triggerCharacters"]


def test_rules_are_offered_in_a_remark(editor: Client) -> None:
    text = LAMP.replace("title: Lamp is dark", "title: Lamp is dark  # tshoot: ignore[")
    uri = editor.open("lamp.yaml", text)
    found = editor.at("completion", uri, *spot(text, "ignore[|"))["items"]
    assert (found[0]["label"], found[0]["sortText"]) == ("incomplete-header", "00000")
    assert "review-overdue" in {one["label"] for one in found}


def test_names_are_offered_while_the_file_is_half_written(editor: Client) -> None:
    uri = editor.open("lamp.yaml", LAMP)
    text = LAMP + "  more:\n    ask: On?\n    options: {Yes: \n"
    editor.open("lamp.yaml", text)
    found = editor.at("completion", uri, *spot(text, "    options: {Yes: |\n"))
    assert {"plug", "lit", "hand"} <= {one["label"] for one in found["items"]}


def test_a_hover_says_what_a_name_is_or_what_a_rule_asks_for(editor: Client) -> None:
    uri = editor.open("lamp.yaml", LAMP)
    found = editor.at("hover", uri, *spot(LAMP, "goto: pl|ug"))
    assert found["contents"]["kind"] == "plaintext"
    assert "Plug the lamp" in found["contents"]["value"]
    text = LAMP.replace("end: resolved", "end: resolvd")
    editor.open("lamp.yaml", text)
    found = editor.at("hover", uri, *spot(text, "end: res|olvd"))
    assert "`bad-value`: Every value" in found["contents"]["value"]


def test_definition_and_references_across_files(editor: Client) -> None:
    tree, tests = editor.open("lamp.yaml", LAMP), editor.open("lamp.test.yaml", LAMP_TESTS)
    (found,) = editor.at("definition", tests, *spot(LAMP_TESTS, "- pl|ug:"))
    assert (found["uri"], place_of(found)) == (tree, (17, 2, 6))
    uses = editor.at("references", tree, *spot(LAMP, "  pl|ug:\n"), context={"includeDeclaration": False})
    assert {one["uri"] for one in uses} == {tree, tests}
    (found,) = editor.at("definition", tree, *spot(LAMP, "handoff: de|sk"))
    assert found["uri"].endswith("/desk.yaml")


def test_a_node_is_renamed_in_the_tree_and_its_tests(editor: Client) -> None:
    tree, tests = editor.open("lamp.yaml", LAMP), editor.open("lamp.test.yaml", LAMP_TESTS)
    assert place_of({"range": editor.at("prepareRename", tree, *spot(LAMP, "goto: pl|ug"))})[1:] == (17, 21)
    changes = editor.at("rename", tree, *spot(LAMP, "goto: pl|ug"), newName="plug-in")["changes"]
    assert {uri: len(edits) for uri, edits in changes.items()} == {tree: 3, tests: 2}
    assert editor.refused("rename", tree, *spot(LAMP, "goto: pl|ug"), newName="lit") == (
        "Not renamed: there is a node 'lit' already."
    )
    assert editor.at("prepareRename", tree, *spot(LAMP, "end: re|solved")) is None


def test_a_fact_is_renamed_in_texts_conditions_and_tests(editor: Client) -> None:
    tree, tests = editor.open("lamp.yaml", LAMP), editor.open("lamp.test.yaml", LAMP_TESTS)
    changes = editor.at("rename", tests, *spot(LAMP_TESTS, "fact:bu|lb"), newName="age")["changes"]
    assert {uri: len(edits) for uri, edits in changes.items()} == {tree: 4, tests: 2}
    assert editor.at("prepareRename", tree, *spot(LAMP, "when: o|s ==")) is None


@pytest.mark.parametrize(
    "uri", ["untitled:Untitled-1", "git:/x/lamp.yaml?%7B%22ref%22%3A1%7D", "file:///no/l%61mp.yaml"]
)
def test_places_are_named_as_the_editor_names_them(editor: Client, uri: str) -> None:
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": LAMP}
    editor.tell("textDocument/didOpen", {"textDocument": document})
    assert [one["uri"] for one in editor.at("definition", uri, *spot(LAMP, "goto: pl|ug"))] == [uri]
    assert list(editor.at("rename", uri, *spot(LAMP, "goto: pl|ug"), newName="plug-in")["changes"]) == [uri]


def test_a_document_of_another_kind_is_not_the_file(editor: Client) -> None:
    uri = editor.open("lamp.yaml", LAMP)
    document = {"uri": uri.replace("file:", "git:"), "languageId": "yaml", "version": 1, "text": "tree: 1\n"}
    editor.tell("textDocument/didOpen", {"textDocument": document})
    assert editor.at("definition", uri, *spot(LAMP, "goto: pl|ug"))[0]["uri"] == uri


def test_the_outline(editor: Client) -> None:
    uri = editor.open("lamp.yaml", LAMP)
    found = editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert [one["name"] for one in found] == ["facts", "nodes"]
    assert [one["name"] for one in found[1]["children"]] == [
        "start-here",
        "plug",
        "bulb-out",
        "cool",
        "hand",
        "lit",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "at", "title", "written"),
    [
        ("goto: plug", "goto: plgu", "goto: pl|gu", "Write plug in place of plgu", ["plug"]),
        ("os == 'Windows'", "os = 'Windows'", "os |= 'Windows'", "Repair: bad-condition is put right", ["=="]),
    ],
)
def test_what_can_be_put_right(
    editor: Client, right: str, wrong: str, at: str, title: str, written: list[str]
) -> None:
    text = LAMP.replace(right, wrong)
    uri = editor.open("lamp.yaml", text)
    line, column = spot(text, at)
    place = {"line": line, "character": column}
    asked = {"textDocument": {"uri": uri}, "range": {"start": place, "end": place}, "context": {"diagnostics": []}}
    (action,) = editor.ask("textDocument/codeAction", asked)
    assert action["title"] == title
    assert [edit["newText"] for edit in action["edit"]["changes"][uri]] == written


@pytest.mark.parametrize(
    "text", ["tree: 1\n" * 50, "tree: [[[[", "tree: 1\n\x00\x1b[31m", "tree: 1\nnodes: {a: {ask: \ud83d"]
)
def test_a_broken_file_breaks_nothing(editor: Client, text: str) -> None:
    uri = editor.open("lamp.yaml", text)
    assert editor.found(uri)
    for method in ("hover", "definition", "completion", "prepareRename"):
        editor.at(method, uri, 0, 3)
    for found in editor.found(editor.open("lamp.yaml", text + " ")):
        assert "\x1b" not in found["message"]


def test_a_person_who_types_the_command_is_told_what_it_is_for() -> None:
    child = pexpect.spawn(sys.executable, ["-m", "tshoot", "lsp"], encoding="utf-8", timeout=30)
    child.expect(pexpect.EOF)
    child.close()
    assert "speaks to an editor" in (child.before or "")
    assert child.exitstatus == 2


def test_without_pygls_it_says_what_to_install(tmp_path: Path) -> None:
    code = "import sys; sys.modules['pygls'] = None; from tshoot.cli.main import run; sys.exit(run(['lsp']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3
    assert "pip install 'tshoot[lsp]'" in done.stderr
    assert "Traceback" not in done.stderr
