"""`tshoot test`: the tests that stand beside trees."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.errors import UsageError

if TYPE_CHECKING:
    from tshoot.authoring.testrun import TestResult
    from tshoot.conversation.hearing import Heard
    from tshoot.engine.session import Session
    from tshoot.engine.state import Prompt
    from tshoot.model.diagnostic import Diagnostic
    from tshoot.model.tree import DecisionTree

NAME = "test"
HELP = "Run the tests that stand beside tree files."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders of trees or tests; default: the library"
    )
    parser.add_argument(
        "--coverage", action="store_true", help="also list the options, results and branches that no test takes"
    )


def run(args: argparse.Namespace) -> int:
    """Runs the tests, a line for each; 1 when one fails."""
    from tshoot.render.diagnostics import visible
    from tshoot.store.paths import tree_folders

    if missing := [path for path in args.paths if not Path(path).exists()]:
        raise UsageError(
            f"There is no file or folder {visible(missing[0])}.", "Name a tree file, or a folder of trees."
        )
    library = tree_folders(args.trees or ())
    paths = [Path(path) for path in args.paths] or list(library)
    runner = _Runner(library, args.coverage)
    for file in dict.fromkeys(_test_files(paths)):
        runner.run_file(file)
    _say(runner.total())
    return 1 if runner.failed else 0


class _Runner:
    """Runs files of tests, and counts."""

    def __init__(self, library: Sequence[Path], coverage: bool) -> None:
        self._trees = _Trees(library)
        self._coverage = coverage
        self._count = 0
        self.failed = 0

    def run_file(self, path: Path) -> None:
        """Runs all tests of one file."""
        from tshoot.authoring.files import tree_of
        from tshoot.authoring.lint import is_broken
        from tshoot.authoring.testlint import lint_tests
        from tshoot.authoring.testrun import run_test
        from tshoot.authoring.treetest import parse_tests

        beside = tree_of(path)
        tree = self._trees.tree(beside) if beside else None
        parsed = parse_tests(_read(path), str(path))
        findings = lint_tests(parsed, tree)
        if tree is None or is_broken(findings):
            self._refuse(path, beside, parsed.text, findings)
            return
        trees = self._trees.beside(path.parent)
        results = [run_test(test, tree, trees, _hear, _summary) for test in parsed.tests]
        for result in results:
            self._report(tree, result, path)
        if self._coverage:
            self._cover(tree, results)

    def _refuse(self, path: Path, tree: Path | None, text: str, findings: Sequence[Diagnostic]) -> None:
        from tshoot.render.diagnostics import to_text, visible

        self.failed += 1
        self._count += 1
        _say(f"FAIL  {visible(str(path))}")
        _say(to_text(findings, {str(path): text}))
        if tree:
            _say(f"    hint: tshoot lint {visible(str(tree))}")

    def _report(self, tree: DecisionTree, result: TestResult, path: Path) -> None:
        from tshoot.render.diagnostics import visible

        self._count += 1
        self.failed += not result.passed
        _say(f"{'ok  ' if result.passed else 'FAIL'}  {tree.id}: {visible(result.test.name)}")
        if not result.passed:
            _say(f"      {visible(str(path))}:{result.test.line}")
            for failure in result.failures:
                _say(f"      {visible(failure)}")
            _say("      the walk so far:" if result.steps else "      nothing was asked")
            for step in result.steps:
                _say(f"        {visible(step)}")

    def _cover(self, tree: DecisionTree, results: Sequence[TestResult]) -> None:
        from tshoot.authoring.testrun import describe_way, never_taken, ways_of
        from tshoot.render.diagnostics import visible

        ways, missing = len(ways_of(tree)), never_taken(tree, results)
        _say(f"      {tree.id}: {ways - len(missing)} of {ways} ways taken")
        for node, way in missing:
            _say(f"        not taken: {visible(describe_way(node, way, tree))}")

    def total(self) -> str:
        """How many tests there were, and how many failed."""
        tests = "1 test" if self._count == 1 else f"{self._count} tests"
        return f"{tests}, {self.failed} failed." if self.failed else f"{tests}, all passed."


class _Trees:
    """Trees by id, from some folders; each file is read once, when it is asked for."""

    def __init__(self, library: Sequence[Path]) -> None:
        self._library = library
        self._files: dict[Path, dict[str, list[Path]]] = {}
        """Folder to stem to files."""
        self._trees: dict[Path, DecisionTree | None] = {}

    def beside(self, folder: Path) -> Callable[[str], DecisionTree | None]:
        """From an id to the tree that tests in this folder mean by it."""
        folders = tuple(dict.fromkeys((folder, *self._library)))
        return lambda name: self._find(name, folders)

    def tree(self, path: Path) -> DecisionTree | None:
        """The tree of a file, unless it has errors."""
        if path not in self._trees:
            self._trees[path] = _sound_tree(path)
        return self._trees[path]

    def _find(self, name: str, folders: Sequence[Path]) -> DecisionTree | None:
        """By the file's name first: only where that fails, every file is read."""
        named = [path for folder in folders for path in self._in(folder).get(name, ())]
        others = (path for folder in folders for paths in self._in(folder).values() for path in paths)
        trees = (self.tree(path) for path in chain(named, others))
        return next((tree for tree in trees if tree and tree.id == name), None)

    def _in(self, folder: Path) -> dict[str, list[Path]]:
        from tshoot.authoring.files import kind_of, yaml_files

        if folder not in self._files:
            found = self._files[folder] = {}
            for path in yaml_files(folder):
                if kind_of(path, folder) == "tree":
                    found.setdefault(path.stem, []).append(path)
        return self._files[folder]


def _sound_tree(path: Path) -> DecisionTree | None:
    """The tree of a file, unless it has errors."""
    from tshoot.authoring.lint import is_broken, lint_tree
    from tshoot.authoring.parse import parse_tree

    parsed = parse_tree(_read(path), str(path))
    return None if is_broken(lint_tree(parsed)) else parsed.tree


def _read(path: Path) -> bytes:
    from tshoot.authoring.source import read_bytes

    try:
        return read_bytes(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.") from error


def _test_files(paths: Sequence[Path]) -> Iterator[Path]:
    from tshoot.authoring.files import kind_of, test_of, yaml_files

    for path in paths:
        if path.is_dir():
            yield from (file for file in yaml_files(path) if kind_of(file) == "test")
        elif kind_of(path) == "test":
            yield path
        elif test := test_of(path):
            yield test
        else:
            raise UsageError(f"There are no tests beside {path}.", f"Write them to {path.stem}.test.yaml.")


def _hear(text: str, prompt: Prompt, tree: DecisionTree | None) -> Heard:
    from tshoot.authoring.testwalk import AT
    from tshoot.conversation.hearing import hear

    return hear(text, prompt, tree, date.fromisoformat(AT[:10]))


def _summary(session: Session) -> str:
    from tshoot.engine.summary import summarize
    from tshoot.render.summary import to_text

    return to_text(summarize(session, "TEST"))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
