"""Files of tests and the trees that they mean; running them, several at a time where there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tshoot.errors import TshootError, UsageError
from tshoot.model.record import record

if TYPE_CHECKING:
    from tshoot.engine.session import Session
    from tshoot.model.tree import DecisionTree
    from tshoot.render.treetests_json import FileReport

T = TypeVar("T")

MANY = 100
"""Files from which on it is quicker to share them among processes."""
MOST_PROCESSES = 8


class Trees:
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
    from tshoot.authoring.lint import is_sound
    from tshoot.authoring.parse import parse_tree

    parsed = parse_tree(read(path), str(path))
    return parsed.tree if is_sound(parsed) else None


def read(path: Path) -> bytes:
    """The bytes of a file."""
    from tshoot.authoring.source import read_bytes

    try:
        return read_bytes(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.") from error


def run_file(path: Path, trees: Trees, *, covered: bool = False) -> FileReport:
    """What comes of all tests of one file."""
    from tshoot.authoring.files import tree_of
    from tshoot.authoring.lint import is_broken
    from tshoot.authoring.testcoverage import cover
    from tshoot.authoring.testlint import lint_tests
    from tshoot.authoring.testrun import run_test
    from tshoot.authoring.treetest import parse_tests
    from tshoot.conversation.hearing import hear
    from tshoot.render.treetests_json import FileReport

    beside = tree_of(path)
    tree = trees.tree(beside) if beside else None
    parsed = parse_tests(read(path), str(path))
    findings = lint_tests(parsed, tree)
    where = str(beside) if beside else ""
    if tree is None or is_broken(findings):
        return FileReport(path=str(path), text=parsed.text, tree_path=where, findings=findings, refused=True)
    known = trees.beside(path.parent)
    results = tuple(run_test(test, tree, known, hear, summary) for test in parsed.tests)
    return FileReport(
        path=str(path), text=parsed.text, tree=tree.id, tree_path=where, findings=findings, results=results,
        coverage=cover(tree, results) if covered else None,
    )  # fmt: skip


def untested(paths: Sequence[Path]) -> Iterator[Path]:
    """The tree files in folders that have no tests beside them."""
    from tshoot.authoring.files import test_of

    yield from (file for file in tree_files([path for path in paths if path.is_dir()]) if test_of(file) is None)


def untaken(path: Path, trees: Trees) -> FileReport:
    """What no test takes of a tree that has none: all of it."""
    from tshoot.authoring.testcoverage import cover
    from tshoot.render.treetests_json import FileReport

    tree = trees.tree(path)
    found = cover(tree, ()) if tree else None
    return FileReport(path=str(path), tree=tree.id if tree else "", tree_path=str(path), coverage=found)


def spread(
    work: Callable[[Path, Trees], T], paths: Sequence[Path], library: Sequence[Path], many: int = 0
) -> Iterator[T]:
    """What comes of each file, in their order; of many files, several processes take a share each."""
    from tshoot.store.workers import pool, workers

    processes = workers(min(MOST_PROCESSES, len(paths)))
    if len(paths) < (many or MANY) or processes < 2:
        trees = Trees(library)
        yield from (work(path, trees) for path in paths)
        return
    with pool(processes, partial(_prepare, library)) as many_hands:
        try:
            size = max(len(paths) // (processes * 8), 1)
            for found in many_hands.map(partial(_shared_work, work), paths, chunksize=size):
                if isinstance(found, Refusal):
                    raise UsageError(found.sentence, found.hint)
                yield found
        except BaseException:
            many_hands.shutdown(wait=False, cancel_futures=True)
            raise


@record
class Refusal:
    """Why a file could not be read, on its way from another process."""

    sentence: str
    hint: str


_trees: Trees


def _prepare(library: Sequence[Path]) -> None:
    """What a process that runs files keeps."""
    global _trees  # noqa: PLW0603
    _trees = Trees(library)


def _shared_work(work: Callable[[Path, Trees], T], path: Path) -> T | Refusal:
    try:
        return work(path, _trees)
    except TshootError as error:
        return Refusal(error.sentence, error.hint)


def test_files(paths: Sequence[Path], skip_untested: bool = False) -> Iterator[Path]:
    """The files of tests that some paths name; a file that has none is wrong usage, or passed over."""
    from tshoot.authoring.files import kind_of, test_of, yaml_files

    for path in paths:
        if path.is_dir():
            yield from (file for file in yaml_files(path) if kind_of(file) == "test")
        elif kind_of(path) == "test":
            yield path
        elif test := test_of(path):
            yield test
        elif not skip_untested:
            raise UsageError(f"There are no tests beside {path}.", f"Write them to {path.stem}.test.yaml.")


def tree_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The tree files that some paths name; a file of tests names the tree beside it."""
    from tshoot.authoring.files import kind_of, tree_of, yaml_files

    for path in paths:
        if path.is_dir():
            yield from (file for file in yaml_files(path) if kind_of(file, path) == "tree")
        elif kind_of(path) == "test":
            if (tree := tree_of(path)) is None:
                raise UsageError(f"There is no tree beside {path}.", "A test stands beside its tree.")
            yield tree
        else:
            yield path


def summary(session: Session) -> str:
    """The summary of a session as people read it."""
    from tshoot.engine.summary import summarize
    from tshoot.render.summary import to_text

    return to_text(summarize(session, "TEST"))
