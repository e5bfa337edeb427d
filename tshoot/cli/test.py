"""`tshoot test`: the tests that stand beside trees."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.cli.options import add_persona
from tshoot.errors import StorageError, UsageError

if TYPE_CHECKING:
    from tshoot.render.treetests_json import FileReport

NAME = "test"
HELP = "Run the tests that stand beside tree files."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and folders of trees or tests; default: the library")
    add("-v", "--verbose", action="store_true", help="show the conversation of tests that pass, too")
    add("--coverage", action="store_true", help="also list the nodes, ways and outcomes that no test takes")
    add("--fail-under", type=float, metavar="PERCENT", help="fail where the tests take less of the trees")
    add("--skip-untested", action="store_true", help="pass over files that have no tests beside them")
    add("--format", choices=("text", "json"), default="text", help="how to say it")
    add("--junit", metavar="FILE", help="also write the results as JUnit's XML")
    modes = parser.add_mutually_exclusive_group()
    modes.add_argument(
        "--random", type=int, metavar="N", help="in place of the tests: walk each tree at random, N times"
    )
    modes.add_argument(
        "--snapshot", nargs="?", const="", metavar="DIR",
        help="in place of the tests: compare all texts with those kept beside the trees, or in DIR",
    )  # fmt: skip
    modes.add_argument(
        "--write", action="store_true", help="walk the tree here, or with --case as in a case; keep it as a test"
    )
    add(
        "--seed", metavar="S", help="with --random: the same seed gives the same walks; 0 unless you say otherwise"
    )
    add("--update", action="store_true", help="with --snapshot: keep the present texts")
    add("--case", metavar="CASE", help="with --write: the case whose walk becomes the test")
    add("--name", metavar="NAME", help="with --write: the name of the test")
    add_persona(parser)


def run(args: argparse.Namespace) -> int:
    """Runs the tests, or what stands in their place; 1 when something is found."""
    from tshoot.store.paths import tree_folders

    _refuse_strays(args)
    library = tree_folders(args.trees or ())
    paths = _paths(args, library)
    if not _any_tree(paths):
        raise UsageError("There is no tree to test here.", "Name a tree file, or a folder of trees.")
    if args.write:
        from tshoot.cli.testwriting import write_test

        return write_test(args, paths, library)
    if args.random is not None:
        from tshoot.cli.testrandom import walk_at_random

        return walk_at_random(args, paths, library)
    if args.snapshot is not None:
        from tshoot.cli.testsnapshot import compare

        return compare(args, paths)
    return _run_tests(args, paths, library)


_PARTNERS = (("update", "snapshot"), ("case", "write"), ("name", "write"), ("seed", "random"))
"""Options that mean something with another one alone."""
_OF_TESTS = ("coverage", "fail_under", "junit")
"""Options that tell of tests, which the modes do not run."""
_MODES = ("random", "snapshot", "write")


def _refuse_strays(args: argparse.Namespace) -> None:
    """An option that would be passed over is a mistake: what it asks for does not happen."""
    given = {name for name, value in vars(args).items() if value is not None and value is not False}
    for name, mode in _PARTNERS:
        if name in given and mode not in given:
            raise UsageError(f"--{name} goes with --{mode} alone.", f"Add --{mode}, or leave it out.")
    mode = next((mode for mode in _MODES if mode in given), "")
    for name in _OF_TESTS:
        if mode and name in given:
            option = name.replace("_", "-")
            raise UsageError(f"--{option} tells of tests, and --{mode} runs none.", f"Leave out --{option}.")


def _any_tree(paths: Sequence[Path]) -> bool:
    """Whether there is a tree or a test in these places."""
    from tshoot.authoring.files import kind_of, yaml_files

    return any(
        not path.is_dir() or any(kind_of(file, path) in ("tree", "test") for file in yaml_files(path))
        for path in paths
    )


def _paths(args: argparse.Namespace, library: Sequence[Path]) -> list[Path]:
    """What was named: files, folders, and trees by their id."""
    if args.snapshot and not args.paths and _holds_trees(Path(args.snapshot)):
        # `--snapshot wifi.yaml` means this tree, not a folder for the texts.
        args.paths, args.snapshot = [args.snapshot], ""
    return [_path(name, library) for name in args.paths] or list(library)


def _holds_trees(path: Path) -> bool:
    from tshoot.authoring.files import SUFFIXES

    return path.suffix in SUFFIXES or (path.is_dir() and any(path.glob("*.y*ml")))


def _path(name: str, library: Sequence[Path]) -> Path:
    from tshoot.authoring.files import SUFFIXES
    from tshoot.render.diagnostics import visible

    path = Path(name)
    if path.exists():
        return path
    if "/" not in name:
        named = (folder / f"{name}{suffix}" for folder in library for suffix in SUFFIXES)
        if found := next((file for file in named if file.is_file()), None):
            return found
    hint = _nearest(path, library) or "Name a tree file, a folder, or a tree."
    raise UsageError(f"There is no file or folder {visible(name)}, and no tree of this name.", hint)


def _nearest(path: Path, library: Sequence[Path]) -> str:
    """What was most likely meant: a file beside it, or a tree of the library."""
    from tshoot.cli.tree_files import names_a_file, nearest_file
    from tshoot.render.diagnostics import visible

    in_place = names_a_file(path)
    near = nearest_file(path.stem, [path.parent] if in_place else library)
    return f"Did you mean {visible(str(near) if in_place else near.stem)}?" if near else ""


def _run_tests(args: argparse.Namespace, paths: Sequence[Path], library: Sequence[Path]) -> int:
    from tshoot.cli.testfiles import run_file, spread, test_files, untaken, untested

    if args.fail_under is not None and not 0 <= args.fail_under <= 100:
        raise UsageError("--fail-under takes a number from 0 to 100.", "Such as --fail-under 90.")
    covered = args.coverage or args.fail_under is not None
    reports = []
    ran = spread(
        partial(run_file, covered=covered), list(dict.fromkeys(test_files(paths, args.skip_untested))), library
    )
    others = spread(untaken, list(untested(paths)), library) if covered else ()
    for report in chain(ran, others):
        reports.append(report)
        if args.format == "text":
            _say(_rows(report, args.verbose, args.coverage))
    if args.junit:
        _write_junit(Path(args.junit), reports)
    short = _falls_short(reports, args.fail_under)
    if args.format == "json":
        from tshoot.render.treetests_json import to_json

        _say([to_json(reports, covered)])
    else:
        _say([*_total(reports, covered), *([short] if short else [])])
    return 1 if short or any(report.failed for report in reports) else 0


def _rows(report: FileReport, verbose: bool, covered: bool) -> list[str]:
    from tshoot.lines.terminal import columns
    from tshoot.render.diagnostics import to_text, visible
    from tshoot.render.treetests import WIDTH, coverage_rows, result_rows

    if report.refused:
        of_tree = report.tree_path and any(item.rule == "unknown-tree" for item in report.findings)
        hint = [f"    hint: tshoot lint {visible(report.tree_path)}"] if of_tree else []
        findings = to_text(report.findings, {report.path: report.text})
        return [f"FAIL  {visible(report.path)}", findings, *hint]
    width = min(columns(), WIDTH)
    rows = [row for one in report.results for row in result_rows(one, report.tree, report.path, verbose, width)]
    return rows + (
        coverage_rows(report.coverage, report.path != report.tree_path) if report.coverage and covered else []
    )


def _total(reports: Sequence[FileReport], covered: bool) -> list[str]:
    """How many tests there were, how many failed, and what they take of all trees."""
    from tshoot.authoring.testcoverage import total

    rows = [_verdict(reports)]
    found = [report.coverage for report in reports if report.coverage]
    if covered and len(found) > 1:
        rows.insert(0, f"      all trees: {total(found)}")
    return rows


def _verdict(reports: Sequence[FileReport]) -> str:
    """How many tests were run and failed, and of how many files none could be."""
    results = [result for report in reports for result in report.results]
    count, failed = len(results), sum(not result.passed for result in results)
    broken = sum(report.refused for report in reports)
    tests = "1 test" if count == 1 else f"{count} tests"
    verdict = f", {failed} failed." if failed else ", all passed." if count else ": nothing was tried."
    files = "1 file of tests" if broken == 1 else f"{broken} files of tests"
    ran = [f"{tests}{verdict}"] if count or not broken else []
    return " ".join([*ran, *([f"{files} could not be run."] if broken else [])])


def _falls_short(reports: Sequence[FileReport], bound: float | None) -> str:
    """That the tests take less than is asked for, as a sentence."""
    from tshoot.authoring.testcoverage import shown, total

    if bound and not any(report.coverage for report in reports):
        return f"No tree was tested; at least {bound:g} % are asked for."
    found = total(report.coverage for report in reports if report.coverage)
    if bound is None or found.percent >= bound:
        return ""
    tests = "The tests that pass take" if found.failed else "The tests take"
    share = f"{shown(found.percent)} % of nodes, ways and outcomes"
    return f"{tests} {share}; at least {bound:g} % are asked for."


def _write_junit(path: Path, reports: Sequence[FileReport]) -> None:
    from tshoot.render.treetests_json import to_junit

    try:
        path.write_text(to_junit(reports), encoding="utf-8", errors="replace")
    except OSError as error:
        raise StorageError(
            f"{path} cannot be written: {error.strerror or error}.", "Name another place."
        ) from error


def _say(rows: Sequence[str]) -> None:
    """The rows; at a terminal broken between words, unless they quote a file."""
    if sys.stdout.isatty():
        from tshoot.lines.terminal import columns

        width = columns()
        rows = [line for row in rows for line in ([row] if "\n" in row else _broken(row, width))]
    sys.stdout.write("".join(f"{row}\n" for row in rows))


def _broken(row: str, width: int) -> list[str]:
    """A row within the terminal; what follows stands below its text."""
    import re

    from tshoot.render.wrap import cell_width, wrap

    if cell_width(row) <= width:
        return [row]
    before = re.match(r"(?:ok|FAIL)? *", row)
    first = before[0] if before else ""
    return wrap(row[len(first) :], width, first=first)
