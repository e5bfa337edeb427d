"""The shipped trees with their tests, read once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from tshoot.authoring.files import kind_of, test_of, yaml_files
from tshoot.authoring.parse import Parsed, parse_tree
from tshoot.authoring.testrun import TestResult, run_test
from tshoot.authoring.treetest import ParsedTests, parse_tests
from tshoot.cli.testfiles import summary
from tshoot.conversation.hearing import hear
from tshoot.conversation.texts import closing
from tshoot.engine.session import Session
from tshoot.model.tree import DecisionTree

FOLDER = Path(__file__).parents[2] / "decision_trees"


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
        yield run_test(test, trees()[name], trees().get, hear, summary)


def ends(session: Session) -> Sequence[str]:
    """What a person reads at the end."""
    return (*closing(session, "TEST", session.state.persona), summary(session))
