"""The shipped trees with their tests, read once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from tshoot.authoring.files import kind_of, test_of, yaml_files
from tshoot.authoring.parse import Parsed, parse_tree
from tshoot.authoring.testrun import TestResult, run_test
from tshoot.authoring.treetest import ParsedTests, parse_tests
from tshoot.conversation.hearing import Heard, hear
from tshoot.engine.session import Session
from tshoot.engine.state import Prompt
from tshoot.engine.summary import summarize
from tshoot.model.tree import DecisionTree
from tshoot.render.summary import to_text

FOLDER = Path(__file__).parents[2] / "decision_trees"
TODAY = date(2026, 11, 11)


@cache
def parsed() -> dict[str, Parsed]:
    """Tree id to what came of its file."""
    files = [path for path in yaml_files(FOLDER) if kind_of(path, FOLDER) == "tree"]
    found = [parse_tree(path.read_bytes(), str(path)) for path in files]
    return {item.tree.id: item for item in found if item.tree}


@cache
def trees() -> dict[str, DecisionTree]:
    """The trees by id."""
    return {name: item.tree for name, item in parsed().items() if item.tree}


def tests_of(name: str) -> ParsedTests:
    """The tests beside a tree."""
    path = test_of(Path(parsed()[name].path))
    assert path, f"{name} has no tests"
    return parse_tests(path.read_bytes(), str(path))


def results(name: str) -> Iterator[TestResult]:
    """What comes of the tests of a tree."""
    for test in tests_of(name).tests:
        yield run_test(
            test, trees()[name], trees().get, _hear, lambda session: to_text(summarize(session, "TEST"))
        )


def session_in(name: str, persona: str) -> Session:
    """A session at the first question of a shipped tree."""
    session = Session(lambda tree, digest: trees().get(tree))
    at = f"{TODAY}T09:00:00.000+00:00"
    session.start(name, at=at, persona="agent" if persona == "agent" else "user", problem="it does not work")
    return session


def _hear(text: str, prompt: Prompt, tree: DecisionTree | None, today: date) -> Heard:
    return hear(text, prompt, tree, today)
