"""The trees around the files that are open in an editor: read once, and again when they have changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tshoot.authoring.editing.names import Name, names_in_tests, names_in_translation, names_in_tree
from tshoot.authoring.files import (
    LIBRARY_FILES,
    FileKind,
    kind_of,
    test_of,
    translated_by,
    translations_of,
    tree_of,
    yaml_files,
)
from tshoot.authoring.glossary import parse_glossary
from tshoot.authoring.ignoring import heed
from tshoot.authoring.lint import lint_library, lint_tree
from tshoot.authoring.parse import Parsed, parse_tree
from tshoot.authoring.settings import parse_settings
from tshoot.authoring.source import read_bytes
from tshoot.authoring.testlint import lint_tests
from tshoot.authoring.translation import parse_translation
from tshoot.authoring.treetest import ParsedTests, parse_tests
from tshoot.model.diagnostic import Diagnostic
from tshoot.model.tree import DecisionTree

MOST_FILES = 5000
"""Trees that are looked at together; a folder with more is no library."""

_OURS = re.compile(
    r"(?m)^(?:tree|tests|settings|glossary|translation)\s*:|^#.*\$schema=.*(?:tree|test|settings|glossary|translation)\.schema\.json"
)
_Stamp = tuple[int, int]


class Workspace:
    """The open files, and the libraries that they belong to."""

    def __init__(self, folders: Sequence[Path], today: Callable[[], str]) -> None:
        self.folders = tuple(folders)
        """Where trees are looked for beside the folder of a file."""
        self.roots: tuple[Path, ...] = ()
        """The folders that the editor has open."""
        self._today = today
        self._open: dict[Path, str] = {}
        self._parsed: dict[Path, tuple[str, Parsed]] = {}
        self._stored: dict[Path, tuple[_Stamp, Parsed]] = {}
        self._good: dict[Path, Parsed] = {}
        """The last version of an open file that could be read."""
        self._read: set[Path] = set()

    def open(self, path: Path, text: str) -> None:
        """A file that is open has this text now, whatever is stored."""
        self._open[path] = text

    def close(self, path: Path) -> None:
        """What is stored counts again."""
        for known in (self._open, self._parsed, self._good):
            known.pop(path, None)

    def is_open(self, path: Path) -> bool:
        """Whether the editor has it."""
        return path in self._open

    def text(self, path: Path) -> str:
        """The text of a file; empty where it cannot be read."""
        if path in self._open:
            return self._open[path]
        try:
            return read_bytes(path).decode("utf-8", "replace").removeprefix("\ufeff")
        except OSError:
            return ""

    def is_ours(self, path: Path) -> bool:
        """Whether a file is one of tshoot's: editors open others too."""
        return bool(_OURS.search(self.text(path)[:20_000]))

    def top(self, path: Path) -> Path:
        """The folder of the library that a file belongs to: the highest open one with settings or a glossary."""
        above = [folder for folder in path.parents if any(folder.is_relative_to(root) for root in self.roots)]
        marked = [folder for folder in above if any((folder / name).is_file() for name in LIBRARY_FILES)]
        return marked[-1] if marked else path.parent

    def kind(self, path: Path) -> FileKind:
        """What a file is."""
        return kind_of(path, self.top(path))

    def tree(self, path: Path) -> Parsed:
        """A tree file as it is now."""
        if path not in self._open:
            return self._from_disk(path)
        text, known = self._open[path], self._parsed.get(path)
        if known is None or known[0] != text:
            known = self._parsed[path] = (text, parse_tree(text, str(path)))
            if known[1].tree:
                self._good[path] = known[1]
        return known[1]

    def last_tree(self, path: Path) -> DecisionTree | None:
        """The tree of a file as it was last when it could be read."""
        now = self.tree(path).tree
        before = self._good.get(path)
        return now or (before.tree if before else None)

    def _from_disk(self, path: Path) -> Parsed:
        try:
            stamp = (path.stat().st_mtime_ns, path.stat().st_size)
            known = self._stored.get(path)
            if known is None or known[0] != stamp:
                known = self._stored[path] = (stamp, parse_tree(read_bytes(path), str(path)))
        except OSError:
            return parse_tree("", str(path))
        return known[1]

    def tests(self, path: Path) -> ParsedTests:
        """A file of tests as it is now."""
        return parse_tests(self.text(path), str(path))

    def trees(self, path: Path) -> dict[Path, Parsed]:
        """All trees of the library of a file, itself among them, then those of the folders beside."""
        found: dict[Path, Parsed] = {}
        for folder in dict.fromkeys((self.top(path), *self.folders)):
            for file in self._files(folder):
                if len(found) < MOST_FILES and file not in found and kind_of(file, folder) == "tree":
                    found[file] = self.tree(file)
        self._read.add(self.top(path))
        return found

    def is_read(self, path: Path) -> bool:
        """Whether the trees around a file have been read before, so that reading them again takes little."""
        return self.top(path) in self._read

    def _files(self, folder: Path) -> Iterator[Path]:
        try:
            yield from yaml_files(folder)
        except OSError:
            return

    def findings(self, path: Path) -> tuple[Diagnostic, ...]:
        """Everything that is wrong with a file, also with how it goes together with the others."""
        found = self._tree_findings(path) if self.kind(path) == "tree" else self._other_findings(path)
        return tuple(sorted(heed(str(path), self.text(path), found)))

    def _other_findings(self, path: Path) -> tuple[Diagnostic, ...]:
        kind, text = self.kind(path), self.text(path)
        if kind == "settings":
            return parse_settings(text, str(path)).diagnostics
        if kind == "glossary":
            return parse_glossary(text, str(path)).diagnostics
        beside = self.tree_path(path)
        tree = self.tree(beside).tree if beside else None
        if kind == "test":
            return lint_tests(self.tests(path), tree)
        return parse_translation(text, str(path), tree).diagnostics if tree else ()

    def own_findings(self, path: Path) -> tuple[Diagnostic, ...]:
        """What is wrong with a file by itself."""
        found = self._by_itself(path) if self.kind(path) == "tree" else self._other_findings(path)
        return tuple(sorted(heed(str(path), self.text(path), found)))

    def with_texts(self, texts: Mapping[Path, str]) -> Workspace:
        """The same files, of which these have another text."""
        other = Workspace(self.folders, self._today)
        other.roots = self.roots
        other._open = {**self._open, **texts}
        other._stored, other._parsed = self._stored, dict(self._parsed)
        return other

    def looking_again(self, path: Path) -> Callable[[str], tuple[Diagnostic, ...]]:
        """What would be wrong with a file by itself, had it another text."""
        return lambda text: self.with_texts({path: text}).own_findings(path)

    def _by_itself(self, path: Path) -> tuple[Diagnostic, ...]:
        return lint_tree(self.tree(path), str(path), self._today())

    def _tree_findings(self, path: Path) -> tuple[Diagnostic, ...]:
        parsed = self.tree(path)
        own = self._by_itself(path)
        top = self.top(path)
        trees = self.trees(path)
        # A tree of the library that this folder replaces is no double of its own.
        ours = {str(file): one for file, one in trees.items() if file.is_relative_to(top)}
        others = {str(file): one for file, one in trees.items() if str(file) not in ours}
        between = lint_library({**ours, str(path): parsed}, others)
        return tuple(sorted({*own, *(one for one in between if one.path == str(path))}))

    def names(self, path: Path) -> tuple[Name, ...]:
        """All names in a file, by place."""
        kind = self.kind(path)
        if kind == "test":
            return names_in_tests(self.tests(path))
        if kind == "translation":
            beside = self.tree_path(path)
            tree = self.tree(beside).tree if beside else None
            if tree is None:
                return ()
            return names_in_translation(parse_translation(self.text(path), str(path), tree), tree)
        return names_in_tree(self.tree(path)) if kind == "tree" else ()

    def tree_path(self, path: Path) -> Path | None:
        """The tree that a file is, or is about."""
        kind = self.kind(path)
        if kind == "translation":
            return translated_by(path)
        return tree_of(path) if kind == "test" else path

    def around(self, path: Path) -> Mapping[Path, tuple[Name, ...]]:
        """The names of a tree file, of its tests and of its translations, whichever of them this is."""
        tree = self.tree_path(path)
        if tree is None:
            return {path: self.names(path)}
        test = test_of(tree)
        return {file: self.names(file) for file in (tree, *([test] if test else ()), *translations_of(tree))}

    def library(self, path: Path) -> Mapping[Path, tuple[Name, ...]]:
        """The names of all trees around a file, and of their tests."""
        found = {file: self.names(file) for file in self.trees(path)}
        tests = [test for file in tuple(found) if (test := test_of(file))]
        return {**found, **{test: self.names(test) for test in tests}}
