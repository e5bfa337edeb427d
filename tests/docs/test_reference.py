"""The reference pages name everything that there is, and nothing that there is not."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from dataclasses import fields
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from tests.docs.fences import PAGES, ROOT, examples, prose
from tshoot.authoring.facts import FACT_KEYS, KINDS
from tshoot.authoring.fixes import FIX_KEYS
from tshoot.authoring.leaving import LEAVING
from tshoot.authoring.nodes import COMMON, END_KINDS, KEYS
from tshoot.authoring.options import OPTION_KEYS
from tshoot.authoring.parse import TREE_KEYS
from tshoot.authoring.treetest import TEST_KEYS
from tshoot.cli.main import COMMANDS
from tshoot.language.commands import SLASH
from tshoot.model.checks import CHECK_RESULTS
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.summary import Contact, FactLine, NoteLine, StepTaken, Summary, TreeWalked

DOCS = ROOT / "docs"
WORDS_OF_THE_LANGUAGE = {
    *TREE_KEYS, *(key for keys in KEYS.values() for key in keys), *COMMON, *LEAVING, *FACT_KEYS, *KINDS, *FIX_KEYS,
    *OPTION_KEYS, *END_KINDS, *STANDARD_FACTS, "q", "also", "a", "at", "else",
}  # fmt: skip


def code_in(path: Path) -> set[str]:
    """Every word that a page shows as code outside of its blocks."""
    return {word for code in re.findall(r"`([^`\n]+)`", prose(path)) for word in re.split(r"[ ,]+", code)}


def values_of_checks() -> list[str]:
    """The names of the values that checks give, from their sources."""
    found = set()
    for path in (ROOT / "tshoot/checks").glob("*.py"):
        source = path.read_text(encoding="utf-8")
        for block in re.findall(r"\bvalues\b[^=\n]*=\s*\{([^}]*)\}", source):
            found |= set(re.findall(r'"(\w+)":', block))
        found |= set(re.findall(r'\bvalues\["(\w+)"\]', source))
    return sorted(found)


def test_the_language_is_all_there() -> None:
    assert sorted(WORDS_OF_THE_LANGUAGE - code_in(DOCS / "authoring/language.md")) == []


@pytest.mark.parametrize("page", ("language", "library", "testing"))
def test_the_tables_of_keys_are_those_of_the_parser(page: str) -> None:
    text = (DOCS / f"authoring/{page}.md").read_text(encoding="utf-8")
    assert "<!-- keys: " in text
    assert reference().written(text) == text, "run: python scripts/language_reference.py"


def test_every_table_of_keys_is_on_a_page() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in (DOCS / "authoring").glob("*.md"))
    assert sorted(re.findall("<!-- keys: (.+) -->", pages)) == sorted(reference().TABLES)


def reference() -> ModuleType:
    """The script that writes the tables."""
    spec = spec_from_file_location("language_reference", ROOT / "scripts/language_reference.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_keys_of_tests_are_all_there() -> None:
    assert sorted(set(TEST_KEYS) - code_in(DOCS / "authoring/testing.md")) == []


@pytest.mark.parametrize("check", CHECK_RESULTS)
def test_a_check_and_its_results_are_there(check: str) -> None:
    text = prose(DOCS / "authoring/checks.md")
    section = text.partition(f"### {check}\n")[2].partition("\n### ")[0]
    assert [word for word in CHECK_RESULTS[check] if f"`{word}`" not in section] == []


@pytest.mark.parametrize("value", values_of_checks())
def test_a_value_of_a_check_is_there(value: str) -> None:
    assert f"`{value}`" in prose(DOCS / "authoring/checks.md")


def test_the_commands_of_a_conversation_are_all_there() -> None:
    assert [name for name in SLASH if f"`/{name}" not in prose(DOCS / "users.md")] == []


@pytest.mark.parametrize("command", [name for name, command in COMMANDS.items() if command.help])
def test_a_command_and_its_options_are_there(command: str) -> None:
    text = prose(DOCS / "commands.md")
    section = re.split(r"\n## ", text.partition(f"## tshoot {command}")[2])[0]
    common = {"--help", "-h", "-o", "--trees", "--state"}
    assert section
    assert sorted(options_of(command) - common - code_in_text(section)) == []


def code_in_text(text: str) -> set[str]:
    """Options that a text shows as code."""
    return set(re.findall(r"(?<![\w-])(--?[a-z][a-z-]*)", text))


def parser_of(command: str) -> argparse.ArgumentParser:
    """The parser of a command."""
    from tshoot.cli.options import add_common, new_parser

    module = import_module(f"tshoot.cli.{COMMANDS[command].module}" if command else "tshoot.cli.chat")
    parser = new_parser(f"tshoot {command}", module.HELP)
    module.add_arguments(parser)
    add_common(parser)
    return parser


def options_of(command: str) -> set[str]:
    """All options of a command and of what stands below it."""
    return set(_options(parser_of(command)))


def _options(parser: argparse.ArgumentParser) -> list[str]:
    found: list[str] = []
    for action in parser._actions:
        found += action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                found += _options(below)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_that_a_page_names_exist(page: Path) -> None:
    text = prose(page) + "".join(f"`{line}`" for one in examples(page) if one.language == "sh"
                                 for line in one.text.splitlines())  # fmt: skip
    for line in re.findall(r"`(?:\.venv/bin/)?tshoot ([^`\n]*)`", text):
        words = line.partition("#")[0].split()
        command = next((word for word in words if word in COMMANDS), "")
        unknown = code_in_text(" ".join(words)) - options_of(command) - {"--version"}
        assert not unknown, f"tshoot {line}: {unknown}"
        first = words[0] if words else ""
        assert first in COMMANDS or not first.isalpha() or first in ("COMMAND", "help"), f"tshoot {line}"


def test_the_fields_of_the_summary_are_all_there() -> None:
    shown = code_in(DOCS / "summary.md")
    kinds = (Summary, Contact, FactLine, NoteLine, StepTaken, TreeWalked)
    assert sorted({field.name for kind in kinds for field in fields(kind)} - shown) == []


def test_the_fields_of_the_schema_are_those_of_the_summary() -> None:
    schema = json.loads((ROOT / "tshoot/render/summary.schema.json").read_text(encoding="utf-8"))
    assert set(schema["properties"]) == {"schema", *(field.name for field in fields(Summary))}


def test_the_decisions_are_numbered_and_listed() -> None:
    files = sorted(path.name for path in (DOCS / "decisions").glob("[0-9]*.md"))
    assert [name[:4] for name in files] == [f"{number:04}" for number in range(1, len(files) + 1)]
    listed = (DOCS / "decisions/README.md").read_text(encoding="utf-8")
    assert [name for name in files if f"({name})" not in listed] == []


TALKS: tuple[tuple[str, list[str]], ...] = (
    ("run lamp --json", ['{"command": "why"}', '{"command": "known"}', '{"command": "summary"}', '{"command": "nix"}',
                         '{"answer": "hm"}', '{"answer": "yes"}', '{"answer": "no"}', '{"answer": "L-17"}',
                         *['{"command": "unknown"}'] * 5]),
    ("run lamp --json --as agent", []),
    ("--json", ["my desk lamp is dark", "1", "no"]),
)  # fmt: skip
"""Conversations in which every type of object comes, but checks."""


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """Everything that comes in these conversations, over the page's own tree."""
    folder = tmp_path_factory.mktemp("talks")
    lamp = next(one for one in examples(DOCS / "json-lines.md") if one.file == "lamp.yaml")
    (folder / "lamp.yaml").write_text(lamp.text, encoding="utf-8")
    found = []
    where = ["--trees", str(folder), "--state", str(folder / "state")]
    for command, typed in TALKS:
        done = subprocess.run(
            [sys.executable, "-m", "tshoot", *command.split(), *where],
            input="".join(f"{line}\n" for line in typed), capture_output=True, encoding="utf-8", timeout=60,
            cwd=ROOT, check=False,
        )  # fmt: skip
        found += [json.loads(line) for line in done.stdout.splitlines()]
    return found


def test_every_type_of_object_comes(messages: list[dict[str, object]]) -> None:
    page = (DOCS / "json-lines.md").read_text(encoding="utf-8")
    written = set(re.findall(r"^### (\w+)$", page, re.MULTILINE))
    assert {str(message["type"]) for message in messages} == written - {"check"}


def test_the_fields_of_json_lines_are_all_there(messages: list[dict[str, object]]) -> None:
    page = prose(DOCS / "json-lines.md")
    sections = {part.split("\n")[0]: part for part in re.split(r"\n### ", page)[1:]}
    named = {(str(one["type"]), key) for one in messages for key in one if key not in ("type", "case")}
    assert [(kind, key) for kind, key in sorted(named) if f"`{key}`" not in sections[kind]] == []


def test_the_targets_of_make_are_all_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[0].split()
    pages = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "README.md", DOCS / "contributing.md"))
    named = set(re.findall(r"(?:`|^)make (?:[A-Z]+=\S+ )*([a-z]+)", pages, re.MULTILINE))
    assert named <= set(phony)
    assert set(phony) - {"setup", "clean"} <= named
