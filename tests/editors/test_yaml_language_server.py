"""The shipped schemas in the real YAML language server: completion, hover texts, and what it finds wrong.

It comes from npm, into a temporary folder; TSHOOT_NPM names a folder that it was installed into before. Where npm is
not there or cannot reach its registry, this is skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.editors.client import Client

ROOT = Path(__file__).parents[2]
VERSION = "1.25.0"
pytestmark = [
    pytest.mark.deep,
    pytest.mark.skipif(not shutil.which("npm") or not shutil.which("node"), reason="needs node and npm"),
]
SETTINGS: dict[str, Any] = {
    "yaml": {
        "yamlVersion": "1.2", "validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False},
    }
}  # fmt: skip
HEAD = "# yaml-language-server: $schema=../schema/tree.schema.json\ntree: 1\ntitle: Lamp is dark\nnodes:\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Path:
    known = os.environ.get("TSHOOT_NPM")
    folder = Path(known) if known else tmp_path_factory.mktemp("npm")
    program = folder / "node_modules/yaml-language-server/bin/yaml-language-server"
    if not program.exists():
        wanted = f"yaml-language-server@{VERSION}"
        command = [
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
            str(folder),
            wanted,
        ]
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
        if done.returncode:
            pytest.skip(f"npm could not install {wanted}: {done.stderr.strip()[-200:]}")
    return program


@pytest.fixture(scope="module")
def editor(server: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("library")
    shutil.copytree(ROOT / "schema", folder / "schema")
    (folder / "trees").mkdir()
    with Client(["node", str(server), "--stdio"], folder, SETTINGS) as client:
        yield client


numbers = iter(range(1000))


def fresh(editor: Client, text: str, ending: str = ".yaml") -> str:
    return editor.open(f"trees/t{next(numbers)}{ending}", text)


def offered(editor: Client, text: str) -> list[str]:
    """What is offered at `|` in a text."""
    before, _, after = text.partition("|")
    uri = fresh(editor, before + after)
    lines = before.split("\n")
    found = editor.at("completion", uri, len(lines) - 1, len(lines[-1]))
    return [item["label"] for item in (found["items"] if isinstance(found, dict) else found)]


def test_top_level_keys_are_offered(editor: Client) -> None:
    found = offered(editor, HEAD + "  a: {end: resolved}\n|")
    assert {"symptoms", "facts", "faq", "escalate", "tier", "review_by"} <= set(found)
    assert "title" not in found


def test_in_a_new_node_the_kinds_are_offered(editor: Client) -> None:
    found = offered(editor, HEAD + "  a:\n    |\n")
    assert {"ask", "do", "check", "end", "try"} <= set(found)
    assert "ask …" in found


@pytest.mark.parametrize(
    ("begun", "wanted", "unwanted"),
    [
        ("ask: Is it on?", {"options", "many", "fact", "why"}, {"fixed", "on", "needs"}),
        ("do: Plug it in.", {"fixed", "else", "then", "how"}, {"options", "on", "needs"}),
        ("check: wifi", {"on", "ask", "options", "else"}, {"fixed", "needs"}),
        ("end: escalate", {"to", "tell", "code", "needs"}, {"fixed", "options", "on"}),
        ("tell: Wait.", {"then", "agent"}, {"fixed", "on", "needs"}),
    ],
)
def test_in_a_node_the_keys_of_its_kind_are_offered(
    editor: Client, begun: str, wanted: set[str], unwanted: set[str]
) -> None:
    found = set(offered(editor, HEAD + f"  a:\n    {begun}\n    |\n"))
    assert wanted <= found
    assert not unwanted & found


def test_keys_of_an_option_are_offered(editor: Client) -> None:
    found = set(
        offered(editor, HEAD + "  a:\n    ask: On?\n    options:\n      Yes:\n        goto: b\n        |\n")
    )
    assert {"label", "means", "set", "when"} <= found


def test_keys_of_a_fix_are_offered(editor: Client) -> None:
    found = set(offered(editor, HEAD + "  a:\n    try:\n      - id: x\n        |\n"))
    assert {"do", "cost", "chance", "risk"} <= found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("  a:\n    end: |\n", {"resolved", "escalate", "cancelled"}),
        ("  a:\n    check: |\n", {"wifi", "internet"}),
    ],
)
def test_values_are_offered(editor: Client, text: str, wanted: set[str]) -> None:
    assert wanted <= set(offered(editor, HEAD + text))


def test_a_text_is_not_offered_true_and_false(editor: Client) -> None:
    assert not {"true", "false", "null"} & set(offered(editor, HEAD + "  a:\n    tell: |\n"))


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        (2, 2, "the problem"),
        (5, 5, "The question"),
        (6, 7, "answers that are offered"),
        (6, 15, "an answer that is offered"),
        (8, 6, "the instruction"),
        (9, 6, "it helped"),
    ],
)
def test_a_hover_explains_a_key(editor: Client, line: int, column: int, said: str) -> None:
    text = HEAD + "  a:\n    ask: On?\n    options: {Yes: b, No: b}\n  b:\n    do: Plug it in.\n    fixed: c\n"
    found = editor.at("hover", fresh(editor, text), line, column)
    assert said.casefold() in found["contents"]["value"].casefold()
    assert "#" not in found["contents"]["value"], "a heading above it says nothing"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("  a:\n    ask: On?\n    option: {Yes: b}\n", 6, "option"),
        ("  a:\n    do: Plug it in.\n    fixt: b\n", 6, "fixt"),
        ("  a: {end: solved}\n", 4, "resolved"),
        ("  a:\n    try: [{id: x, do: Try., chance: 25}]\n    else: b\n", 5, "maximum of 1"),
    ],
)
def test_a_mistake_is_shown_where_it_is(editor: Client, text: str, line: int, word: str) -> None:
    found = editor.found(fresh(editor, HEAD + text))
    assert [one for one in found if one["range"]["start"]["line"] == line and word in one["message"]], found


def test_yes_no_on_and_off_are_words(editor: Client) -> None:
    text = "  a:\n    ask: On?\n    options: {Yes: b, No: b, on: b, off: b}\n  b:\n    end: resolved\n"
    assert editor.found(fresh(editor, HEAD + text)) == []


def test_tests_are_checked_by_their_own_schema(editor: Client) -> None:
    head = "# yaml-language-server: $schema=../schema/test.schema.json\ntests:\n  - name: it works\n"
    assert editor.found(fresh(editor, head + "    answers: [no, yes]\n    end: resolved\n", ".test.yaml")) == []
    found = editor.found(fresh(editor, head + "    ends: resolved\n", ".test.yaml"))
    assert [one for one in found if "ends" in one["message"]]


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "decision_trees").glob("*.yaml")))
def test_nothing_is_said_about_a_shipped_file(editor: Client, name: str) -> None:
    text = (ROOT / "decision_trees" / name).read_text(encoding="utf-8")
    assert editor.found(editor.open(f"trees/{name}", text)) == []
