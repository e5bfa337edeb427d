"""Tests of trees under pytest: `pytest --tshoot`, or `tshoot = true` in its settings, collects `*.test.yaml`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tshoot.authoring.testcase import TreeTest
    from tshoot.authoring.testrun import TestResult
    from tshoot.authoring.testwalk import Trees as Known
    from tshoot.cli.testfiles import Trees
    from tshoot.model.tree import DecisionTree

SUFFIXES = (".test.yaml", ".test.yml")
_TREES = pytest.StashKey["Trees"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """How the plugin is switched on: files of these names may belong to others."""
    help_text = "collect the tests of tshoot's trees (*.test.yaml)"
    parser.getgroup("tshoot").addoption("--tshoot", action="store_true", help=help_text)
    parser.addini("tshoot", help_text, type="bool", default=False)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> TreeTestFile | None:
    """A file of tests, where the plugin is switched on."""
    wanted = file_path.name.endswith(SUFFIXES) and (
        parent.config.getoption("tshoot") or parent.config.getini("tshoot")
    )
    return TreeTestFile.from_parent(parent, path=file_path) if wanted else None


def _trees(config: pytest.Config) -> Trees:
    """The trees that were read so far: all files of a run share them."""
    from tshoot.cli.testfiles import Trees
    from tshoot.store.paths import tree_folders

    if _TREES not in config.stash:
        config.stash[_TREES] = Trees(tree_folders(()))
    return config.stash[_TREES]


class TreeTestFile(pytest.File):
    """The tests beside one tree."""

    def collect(self) -> Iterator[TreeTestItem]:
        """One item for each test; a file or tree with errors cannot be collected."""
        from tshoot.authoring.files import tree_of
        from tshoot.authoring.lint import is_broken
        from tshoot.authoring.testlint import lint_tests
        from tshoot.authoring.treetest import parse_tests
        from tshoot.cli.testfiles import read
        from tshoot.render.diagnostics import to_text, visible

        trees, beside = _trees(self.config), tree_of(self.path)
        tree = trees.tree(beside) if beside else None
        parsed = parse_tests(read(self.path), str(self.path))
        findings = lint_tests(parsed, tree)
        if tree is None or is_broken(findings):
            raise self.CollectError(to_text(findings, {str(self.path): parsed.text}))
        known = trees.beside(self.path.parent)
        for test in parsed.tests:
            yield TreeTestItem.from_parent(self, name=visible(test.name), test=test, tree=tree, known=known)


class TreeTestItem(pytest.Item):
    """One test of a tree."""

    def __init__(self, *, test: TreeTest, tree: DecisionTree, known: Known, **others: object) -> None:
        super().__init__(**others)  # type: ignore[arg-type]
        self._test = test
        self._tree = tree
        self._known = known

    def runtest(self) -> None:
        """Walks the tree."""
        from tshoot.authoring.testrun import run_test
        from tshoot.cli.testfiles import summary
        from tshoot.conversation.hearing import hear

        result = run_test(self._test, self._tree, self._known, hear, summary)
        if not result.passed:
            raise TreeTestFailed(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """The conversation up to the difference; a traceback would say nothing about the tree."""
        from tshoot.render.treetests import result_rows

        if not isinstance(excinfo.value, TreeTestFailed):
            return str(super().repr_failure(excinfo))
        return "\n".join(result_rows(excinfo.value.result, self._tree.id, str(self.path)))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the test stands in its file."""
        return self.path, self._test.line - 1, self.name


class TreeTestFailed(Exception):
    """A walk came out otherwise than its test says."""

    def __init__(self, result: TestResult) -> None:
        super().__init__("; ".join(result.failures))
        self.result = result
