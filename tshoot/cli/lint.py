"""`tshoot lint`: everything that is wrong with tree files."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.errors import UsageError

if TYPE_CHECKING:
    from tshoot.authoring.files import FileKind, LibraryKind
    from tshoot.authoring.parse import Parsed
    from tshoot.model.diagnostic import Diagnostic

NAME = "lint"
HELP = "Say what is wrong with tree files, all of it at once."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders of trees; default: the library"
    )
    parser.add_argument("--format", choices=("text", "json", "sarif"), default="text", help="default: text")


def run(args: argparse.Namespace) -> int:
    """Lints the files and prints the findings; 0 without errors, 1 with some."""
    from tshoot.authoring.lint import is_broken
    from tshoot.render.diagnostics import visible
    from tshoot.store.paths import tree_folders

    if missing := [path for path in args.paths if not Path(path).exists()]:
        raise UsageError(
            f"There is no file or folder {visible(missing[0])}.", "Name a tree file, or a folder of trees."
        )
    library = tree_folders(args.trees or ())
    paths = [Path(path) for path in args.paths] or list(library)
    report = _Report()
    gc.disable()  # what is read stays until the end
    try:
        report.add(_files(paths, library))
        report.finish(_context_folders(paths, library))
    finally:
        gc.enable()
    sys.stdout.write(report.text(args.format, _wants_color()))
    return 1 if is_broken(report.findings) else 0


class _Report:
    """The files that were read, and the findings about them."""

    def __init__(self) -> None:
        from datetime import date

        self._today = date.today().isoformat()
        self._trees: dict[str, Parsed] = {}
        self._beside: dict[Path, Parsed] = {}
        """Trees that were read for their tests, which come before them in the order of files."""
        self._sources: dict[str, str] = {}
        self._own = 0
        """Files with settings or a glossary."""
        self.findings: list[Diagnostic] = []

    def add(self, files: Iterable[tuple[Path, FileKind]]) -> None:
        """Reads files, each by itself."""
        from tshoot.authoring.lint import lint_tree

        for path, kind in files:
            if str(path) in self._sources:
                continue
            if kind == "settings" or kind == "glossary":
                self._library_file(path, kind)
            elif kind == "translation":
                self._translation(path)
            elif kind == "test":
                self._test(path)
            elif parsed := self._beside.pop(path, None) or self._tree(path):
                self._trees[str(path)] = parsed
                self._sources[str(path)] = parsed.text
                self.findings += lint_tree(parsed, str(path), self._today)

    def _tree(self, path: Path) -> Parsed | None:
        source = self._read(path)
        return None if source is None else _parse(path, source)

    def _library_file(self, path: Path, kind: LibraryKind) -> None:
        from tshoot.authoring.glossary import parse_glossary
        from tshoot.authoring.settings import parse_settings

        source = self._read(path)
        if source is None:
            return
        parsed = parse_settings(source, str(path)) if kind == "settings" else parse_glossary(source, str(path))
        self._own += 1
        self._sources[str(path)] = parsed.text
        self.findings += parsed.diagnostics

    def _translation(self, path: Path) -> None:
        """Translations are not read; a tree that is named like one should not go unnoticed."""
        from tshoot.authoring.findings import quote
        from tshoot.model.diagnostic import Diagnostic, Span

        source = self._read(path)
        parsed = None if source is None else _parse(path, source)
        if parsed and parsed.tree and "tree" in parsed.places:
            name = path.name.removesuffix(path.suffix)
            message = (
                f"by its name, the file is a translation of {quote(name.rpartition('.')[0])}, and is not read"
            )
            hint = f"if it is a tree of its own, call it {quote(name.replace('.', '-') + path.suffix)}"
            self.findings.append(Diagnostic(str(path), Span(), "warning", "unread-file", message, hint))

    def _read(self, path: Path) -> bytes | None:
        from tshoot.authoring.source import read_bytes
        from tshoot.model.diagnostic import Diagnostic, Span

        try:
            return read_bytes(path)
        except OSError as error:
            message = f"the file cannot be read: {error.strerror or error}"
            self.findings.append(Diagnostic(str(path), Span(), "error", "unread-file", message))
            return None

    def _test(self, path: Path) -> None:
        from tshoot.authoring.files import tree_of
        from tshoot.authoring.testlint import lint_tests
        from tshoot.authoring.treetest import parse_tests

        source = self._read(path)
        if source is None:
            return
        beside = tree_of(path)
        parsed = self._trees.get(str(beside)) or (self._tree(beside) if beside else None)
        if beside and parsed:
            self._beside[beside] = parsed
        tests = parse_tests(source, str(path))
        self._sources[str(path)] = tests.text
        self.findings += lint_tests(tests, parsed.tree if parsed else None)

    def finish(self, folders: Sequence[Path]) -> None:
        """Adds what is wrong between trees; a name that is not among them is looked for in the folders."""
        from tshoot.authoring.library import Library
        from tshoot.authoring.lint import lint_library

        others: Mapping[str, Parsed] = {}
        if not Library(self._trees, {}).has_all():
            others = self._others(folders)
        self.findings += lint_library(self._trees, others)
        self.findings.sort()

    def _others(self, folders: Sequence[Path]) -> dict[str, Parsed]:
        from tshoot.authoring.source import read_bytes

        read = {Path(path).resolve() for path in self._sources}
        found: dict[str, Parsed] = {}
        for path, kind in _files(folders, folders):
            if path.resolve() not in read and kind == "tree":
                try:
                    found[str(path)] = _parse(path, read_bytes(path))
                except OSError:
                    continue
        return found

    def text(self, form: str, color: bool) -> str:
        """The report in one of its forms."""
        from tshoot import __version__
        from tshoot.authoring.rule_list import descriptions
        from tshoot.render import diagnostics as render

        if form == "json":
            return render.to_json(self.findings) + "\n"
        if form == "sarif":
            return render.to_sarif(self.findings, descriptions(), __version__) + "\n"
        text = render.to_text(self.findings, self._sources, color)
        return (text + "\n" if text else "") + self._total() + "\n"

    def _total(self) -> str:
        counts = {"error": 0, "warning": 0, "info": 0}
        for finding in self.findings:
            counts[finding.severity] += 1
        trees = _counted(len(self._trees), "tree")
        if self._own and not self._trees:
            trees = _counted(self._own, "file")
        if not self.findings:
            return f"{trees}, nothing to say."
        return f"{trees}: {_counted(counts['error'], 'error')}, {_counted(counts['warning'], 'warning')}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _parse(path: Path, source: bytes) -> Parsed:
    from tshoot.authoring.parse import parse_tree

    return parse_tree(source, str(path))


def _files(paths: Iterable[Path], library: Iterable[Path]) -> Iterator[tuple[Path, FileKind]]:
    """Each file with its kind."""
    from tshoot.authoring.files import kind_of, yaml_files

    tops = {folder.resolve() for folder in library}
    for path in paths:
        folder = path if path.is_dir() else path.parent
        # What lies somewhere below a library is not at its top, wherever one begins to look.
        below = not tops.isdisjoint(folder.resolve().parents)
        for file in yaml_files(path) if path.is_dir() else (path,):
            yield file, kind_of(file, None if below else folder)


def _context_folders(paths: Sequence[Path], library: Iterable[Path]) -> list[Path]:
    """Where names of trees are looked for: the folders of the files, and the library."""
    return list(dict.fromkeys([*(path.parent for path in paths if not path.is_dir()), *library]))


def _wants_color() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
