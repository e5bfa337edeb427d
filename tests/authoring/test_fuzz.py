"""Thousands of damaged trees: no exception, and every finding has a sentence and a place inside the file."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.authoring.mutations import FIXTURES, MUTATIONS, NASTY, Mutation, mutated, seeds
from tshoot.authoring.fixing import fixed
from tshoot.authoring.ignoring import heed
from tshoot.authoring.lint import lint_library, lint_tree
from tshoot.authoring.look import look_at, outline
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.source import MAX_BYTES, split_lines
from tshoot.authoring.testlint import lint_tests
from tshoot.authoring.treetest import parse_tests
from tshoot.model.diagnostic import Diagnostic
from tshoot.render.diagnostics import to_json, to_text
from tshoot.render.sarif import to_sarif

TODAY = "2027-01-01"
PATH = "mutant.yaml"


def look(source: bytes | str) -> Sequence[Diagnostic]:
    """Everything that lint finds in one tree."""
    parsed = parse_tree(source, PATH)
    found = (*lint_tree(parsed, today=TODAY), *lint_library({PATH: parsed}))
    return heed(PATH, parsed.text, found)


def judge(source: bytes | str, found: Sequence[Diagnostic]) -> bool:
    """Each finding is in its place, in each form of the report; whether there is an error of the file itself."""
    text = source if isinstance(source, str) else source.decode("utf-8", "replace")
    lines = split_lines(text.removeprefix("\ufeff"))
    for item in found:
        span = item.span
        assert item.message and item.rule, source
        assert 1 <= span.line <= span.end_line <= len(lines), (item, source)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1, (item, source)
        assert (span.line, span.column) <= (span.end_line, span.end_column), (item, source)
    shown = to_text(found, {PATH: text})
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", shown), source
    places = [(item.rule, item.span.line, item.span.column, item.span.end_column) for item in found]
    rows = json.loads(to_json(found))
    assert [(row["rule"], row["line"], row["column"], row["end_column"]) for row in rows] == places, source
    (run,) = json.loads(to_sarif(found))["runs"]
    regions = [(one["ruleId"], one["locations"][0]["physicalLocation"]["region"]) for one in run["results"]]
    assert [(rule, at["startLine"], at["startColumn"], at["endColumn"]) for rule, at in regions] == places, source
    return any(item.severity == "error" and item.rule != "unknown-tree" for item in found)


def mend(source: bytes | str) -> None:
    """Repairs add no error, and what they leave can be looked at. What is no UTF-8 or too long is not repaired."""
    try:
        text = source if isinstance(source, str) else source[: MAX_BYTES + 1].decode("utf-8")
    except UnicodeDecodeError:
        return
    if len(source) > MAX_BYTES:
        return
    made = fixed(text, PATH, look)
    if made.done:
        errors = [sum(item.severity == "error" for item in look(one)) for one in (text, made.text)]
        assert errors[1] <= errors[0] or any("tabs" in repair.says for repair in made.done), source


def preview(path: Path, source: bytes) -> None:
    """A preview of the file knows its nodes and where each finding is."""
    path.write_bytes(source)
    found = look_at(path, lambda _: None, TODAY)
    nodes = outline(found.parsed, found)
    assert {node.id for node in nodes} == set(found.parsed.tree.nodes if found.parsed.tree else ()), source
    assert all(finding in found.findings for node in nodes for finding in node.findings), source
    assert all(finding.message and finding.span.line >= 1 for finding in found.findings), source


def check(source: bytes | str) -> bool:
    """Lint and its reports; whether there is an error."""
    return judge(source, look(source))


@pytest.mark.parametrize("seed", range(12))
def test_damaged_trees(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    sources = [mutated(rng) for _ in range(60)]
    assert 18 < sum(map(check, sources)) < 60
    for source in sources[:20]:
        mend(source)
        preview(tmp_path / PATH, source)


@pytest.mark.parametrize("mutation", dict.fromkeys(MUTATIONS))
def test_each_way_of_damage_changes_and_breaks(mutation: Mutation) -> None:
    rng = random.Random(7)
    sources = [mutation(rng, rng.choice(seeds())) or b"x" for _ in range(30)]
    assert len(set(sources) - set(seeds())) > 20
    assert sum(map(check, sources)) > 0


@pytest.mark.parametrize("seed", range(10))
def test_damaged_tests_of_trees(seed: int) -> None:
    rng = random.Random(seed)
    tree = parse_tree(seeds()[0], "every-kind.yaml").tree
    sources = [mutated(rng, [(FIXTURES / "tests" / "every-kind.test.yaml").read_bytes()]) for _ in range(60)]
    broken = sum(judge(source, lint_tests(parse_tests(source, PATH), tree)) for source in sources)
    assert 18 < broken <= 60


@pytest.mark.parametrize("nasty", [part for part in NASTY if part not in (b"]", b"}", b"#")], ids=repr)
def test_nasty_values_everywhere(nasty: bytes) -> None:
    found = [
        check(seeds()[0].replace(word, word + b" " + nasty, 1))
        for word in (b"title:", b"ask:", b"options:", b"then:", b"when:", b"cost:", b"facts:", b"nodes:", b"wait:")
    ]
    assert len(found) == 9
