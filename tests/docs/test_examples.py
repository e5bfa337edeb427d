"""Every example of the documentation does what the page says."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from tests.docs.fences import PAGES, ROOT, Example, examples
from tests.docs.terminal import Terminal
from tshoot.authoring.flow import ENDS
from tshoot.authoring.glossary import parse_glossary
from tshoot.authoring.lint import lint_tree
from tshoot.authoring.parse import TREE_KEYS, Parsed, parse_tree
from tshoot.authoring.settings import parse_settings
from tshoot.authoring.subject import Subject
from tshoot.authoring.translation import parse_translation
from tshoot.authoring.treetest import parse_tests
from tshoot.model.diagnostic import Diagnostic
from tshoot.model.tree import RETURN

ALL = [example for page in PAGES for example in examples(page)]
YAML = [example for example in ALL if example.language == "yaml" and "rule" not in example.words]
"""Those of rules are run with the rules, in `tests/authoring/test_rule_texts.py`."""
JSON = [example for example in ALL if example.language in ("json", "jsonl")]
WITH_COMMANDS = [page for page in PAGES if any(example.language == "console" for example in examples(page))]
LANGUAGES = {"yaml", "console", "json", "jsonl", "sh", "text"}
KINDS = {"tree", "part", "wrong", "test", "settings", "glossary", "translation", "rule"}
"""A whole tree, a part of one, one with a mistake, tests, a library's own file, or the example of a rule."""
NOT_OF_PARTS = {"unreachable-node", "unused-fact", "incomplete-header"}
"""What a part cannot help."""


def name_of(example: Example) -> str:
    return example.name


def page_name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def test_there_are_examples() -> None:
    assert len(YAML) > 20
    assert len(WITH_COMMANDS) > 5


@pytest.mark.parametrize("example", ALL, ids=name_of)
def test_an_example_says_what_it_is(example: Example) -> None:
    assert example.language in LANGUAGES
    if example.language == "yaml":
        assert len(KINDS.intersection(example.words)) == 1, (
            "write tree, part, wrong, test, settings, glossary, translation or rule behind yaml"
        )


@pytest.mark.parametrize("example", YAML, ids=name_of)
def test_yaml_is_read_as_the_page_says(example: Example) -> None:
    found = findings(example)
    if "wrong" in example.words:
        assert any(item.severity == "error" for item in found)
    else:
        assert [f"{item.span.line}: {item.message}" for item in found if item.severity != "info"] == []


def findings(example: Example) -> tuple[Diagnostic, ...]:
    """What is wrong with an example."""
    if "test" in example.words:
        return parse_tests(example.text, example.file or "example.test.yaml").diagnostics
    if "settings" in example.words:
        return parse_settings(example.text, example.file).diagnostics
    if "translation" in example.words:
        # Of a tree that the page shows elsewhere, in parts: its shipped namesake has these texts too, and more.
        tree = parse_tree((ROOT / "decision_trees" / "wifi.yaml").read_bytes(), "wifi.yaml").tree
        assert tree
        found = parse_translation(example.text, example.file, tree).diagnostics
        return tuple(item for item in found if item.rule != "missing-translation")
    if "glossary" in example.words:
        return parse_glossary(example.text, example.file).diagnostics
    if "part" in example.words:
        return tuple(item for item in lint_tree(whole(example.text)) if item.rule not in NOT_OF_PARTS)
    return lint_tree(parse_tree(example.text, example.file or "example.yaml"))


def whole(part: str) -> Parsed:
    """A part of a tree with all that it leaves out: the head, and the nodes that it leads to."""
    keys = re.findall(r"^([\w-]+):", part, re.MULTILINE)
    if not set(keys) <= set(TREE_KEYS):
        part, keys = "nodes:\n" + "".join(f"  {line}\n" for line in part.split("\n")), ["nodes"]
    head = "".join(f"{key}\n" for key in ("tree: 1", "title: Example") if key.split(":")[0] not in keys)
    text = head + part + ("" if "nodes" in keys else "nodes:\n  last: {end: resolved}\n")
    parsed = parse_tree(text, "example.yaml")
    if parsed.tree is None:
        return parsed
    flow = Subject(parsed, parsed.tree).flow
    targets = dict.fromkeys(way.target for ways in flow.exits.values() for way in ways)
    missing = [name for name in targets if name and name not in {*parsed.ids, RETURN, ENDS}]
    return parse_tree(
        text.rstrip() + "\n" + "".join(f"  {name}: {{end: workaround}}\n" for name in missing), "e.yaml"
    )


@pytest.mark.parametrize("example", JSON, ids=name_of)
def test_json_can_be_read(example: Example) -> None:
    texts = example.text.splitlines() if example.language == "jsonl" else [example.text]
    assert all(json.loads(text) for text in texts)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
@pytest.mark.parametrize("page", WITH_COMMANDS, ids=page_name)
def test_commands_show_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    terminal = Terminal(folder, tmp_path / "state")
    for example in examples(page):
        if example.file:
            (folder / example.file).write_text(example.text, encoding="utf-8")
        if example.language == "console":
            terminal.run(example.text)
