"""`tshoot diff OLD NEW`: what is different for people between two versions of trees."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.errors import UsageError

if TYPE_CHECKING:
    from tshoot.authoring.changes import Walk
    from tshoot.model.tree import DecisionTree
    from tshoot.render.changes import CaseTouched, TreeDifference

NAMELESS = "standard-input"
"""What a tree is called that comes from there and does not say."""
HELP = "Say what is different for people between two versions of a tree, or of a folder of trees."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tshoot diff`."""
    parser.add_argument(
        "old",
        metavar="OLD",
        help="a tree file, a folder, the name of a tree in the library, or - for standard input",
    )
    parser.add_argument("new", metavar="NEW", help="the same, or a file beside which the tests stand")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(args: argparse.Namespace) -> int:
    """Prints the differences; 0: there are none, 1: there are some."""
    from tshoot.lines.terminal import columns
    from tshoot.render import changes as render

    versions = _Versions(args)
    old, new = versions.read(args.old), versions.read(args.new)
    if len(old) == len(new) == 1:  # two files are two versions of one tree, whatever they are called
        (before,), (after,) = old.values(), new.values()
        before, after = before.named_as(after), after.named_as(before)
        old, new = {after.tree.id: before}, {after.tree.id: after}
    found = [
        difference for name in {**new, **old} if (difference := versions.compare(old.get(name), new.get(name)))
    ]
    sys.stdout.write(render.to_json(found) + "\n" if args.format == "json" else render.to_text(found, columns()))
    return 1 if found else 0


class _Version:
    """One version of a tree, and the file that it stands in."""

    def __init__(self, tree: DecisionTree, path: Path | None) -> None:
        self.tree = tree
        self.path = path

    def named_as(self, other: _Version) -> _Version:
        """From standard input, a tree that does not say its id is called as the other one."""
        if self.path or self.tree.id != NAMELESS:
            return self
        return _Version(replace(self.tree, id=other.tree.id), None)


class _Versions:
    """Reads versions and compares them, with the tests and cases of this computer."""

    def __init__(self, args: argparse.Namespace) -> None:
        from tshoot.store.paths import state_folder, tree_folders

        self._args = args
        self._library = tree_folders(args.trees)
        self._state = state_folder(args.state)

    def read(self, name: str) -> Mapping[str, _Version]:
        """The trees that a word on the command line stands for, by their ids."""
        from tshoot.authoring.files import kind_of, yaml_files

        path = Path(name)
        if name == "-":
            from tshoot.authoring.source import MAX_BYTES

            return self._one(getattr(sys.stdin, "buffer", sys.stdin).read(MAX_BYTES + 1), None)
        if path.is_dir():
            files = [file for file in yaml_files(path) if kind_of(file, path) == "tree"]
            found = [version for file in files for version in self._one(_bytes(file), file).values()]
            return {version.tree.id: version for version in found}
        if path.exists():
            return self._one(_bytes(path), path)
        return self._of_library(name)

    def _of_library(self, name: str) -> Mapping[str, _Version]:
        from tshoot.cli.tree_files import open_catalogue, unknown

        with closing(open_catalogue(self._args)) as catalogue:
            entry, tree = catalogue.entry(name), catalogue.tree(name)
            if tree is None or entry is None:
                raise unknown(name, Path(name), catalogue)
        return {tree.id: _Version(tree, Path(entry.path))}

    def _one(self, source: bytes | str, path: Path | None) -> Mapping[str, _Version]:
        from tshoot.authoring.parse import parse_tree
        from tshoot.render.diagnostics import visible

        parsed = parse_tree(source, str(path) if path else f"{NAMELESS}.yaml")
        if parsed.tree is None:
            raise UsageError(
                f"{visible(str(path)) if path else 'Standard input'} cannot be read as a tree.",
                f"`tshoot lint {visible(str(path))}` says why."
                if path
                else "Save it to a file: `tshoot lint` says why.",
            )
        return {parsed.tree.id: _Version(parsed.tree, path)}

    def compare(self, old: _Version | None, new: _Version | None) -> TreeDifference | None:
        """What is different; nothing where people notice nothing."""
        from tshoot.authoring.changes import changes
        from tshoot.render.changes import TreeDifference

        only = new or old
        assert only is not None
        if old is None or new is None:
            return TreeDifference(
                tree=only.tree.id, title=only.tree.title, kind="added" if new else "removed",
                cases=() if new else self._cases(only.tree, gone=True),
            )  # fmt: skip
        found = changes(old.tree, new.tree)
        if not found:
            return None
        walks, problem = self._walks(new)
        return TreeDifference(
            tree=new.tree.id, title=new.tree.title, kind="changed", changes=found, walks=walks, tests=problem,
            cases=self._cases(new.tree),
        )  # fmt: skip

    def _walks(self, version: _Version) -> tuple[tuple[Walk, ...], str]:
        """What the tests beside the new version take, or why that is not known."""
        from tshoot.authoring.changes import Walk
        from tshoot.authoring.files import test_of
        from tshoot.authoring.testlint import lint_tests
        from tshoot.authoring.testrun import run_test
        from tshoot.authoring.treetest import parse_tests
        from tshoot.cli.testfiles import Trees, summary
        from tshoot.conversation.hearing import hear
        from tshoot.render.diagnostics import visible

        beside = test_of(version.path) if version.path else None
        if beside is None or version.path is None:
            return (), "there are none beside the new version."
        parsed, trees = parse_tests(_bytes(beside), str(beside)), Trees(self._library).beside(version.path.parent)
        if any(finding.severity == "error" for finding in lint_tests(parsed, version.tree)):
            return (), f"they do not fit the new version; `tshoot lint {visible(str(beside))}` says why."
        found = []
        for test in parsed.tests:
            result = run_test(test, version.tree, trees, hear, summary)
            found.append(Walk(test.name, frozenset(result.path), result.taken, result.passed))
        return tuple(found), ""

    def _cases(self, tree: DecisionTree, gone: bool = False) -> tuple[CaseTouched, ...]:
        """The open cases of this computer that walk another version, or any one where the tree is gone."""
        from tshoot.conversation.touched import standing, touched
        from tshoot.render.changes import CaseTouched
        from tshoot.store.cases import FILE_NAME, CaseStore

        if not (self._state / FILE_NAME).exists():  # looking makes no database
            return ()
        with CaseStore(self._state) as store:
            found = standing(store, tree.id) if gone else touched(store, tree)
            return tuple(CaseTouched(one.case, one.node, one.lost) for one in found)


def _bytes(path: Path) -> bytes:
    from tshoot.authoring.source import read_bytes
    from tshoot.render.diagnostics import visible

    try:
        return read_bytes(path)
    except OSError as error:
        raise UsageError(f"{visible(str(path))} cannot be read: {error.strerror or error}.") from error
