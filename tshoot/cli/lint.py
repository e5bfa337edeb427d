"""`tshoot lint`: everything that is wrong with tree files."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.cli.lint_choice import Choice, add_choice, explain
from tshoot.errors import UsageError

if TYPE_CHECKING:
    from tshoot.cli.lint_report import Report
    from tshoot.model.diagnostic import Diagnostic
    from tshoot.store.lint_cache import LintCache

NAME = "lint"
HELP = "Say what is wrong with tree files, all of it at once."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders of trees; default: the library"
    )
    parser.add_argument("--format", choices=("text", "json", "sarif"), default="text", help="default: text")
    add_choice(parser)
    parser.add_argument("--strict", action="store_true", help="warnings count as errors do for the exit code")
    parser.add_argument("--no-cache", action="store_true", help="look at every file anew")


def run(args: argparse.Namespace) -> int:
    """Lints the files and prints the findings; 0 without errors, 1 with some."""
    if args.explain is not None:
        return explain(args.explain)
    choice = Choice(args.select, args.ignore)
    report = looked_at(args)
    findings = choice.of(report.findings)
    sys.stdout.write(report.text(args.format, findings, wants_color()))
    return exit_code(findings, args.strict)


def looked_at(args: argparse.Namespace) -> Report:
    """The report about the files that were named."""
    from datetime import date

    from tshoot.cli.lint_report import Report
    from tshoot.store.paths import state_folder, tree_folders

    library = tree_folders(args.trees or ())
    paths = named_paths(args.paths) or list(library)
    today = date.today().isoformat()
    state = state_folder(args.state)

    def cache() -> LintCache:
        from tshoot.store.lint_cache import LintCache

        return LintCache(state, today)

    report = Report(None if args.no_cache else cache, today)
    gc.disable()  # what is read stays until the end
    try:
        report.look(paths, library)
    finally:
        gc.enable()
        report.close()
    return report


def named_paths(names: Iterable[str]) -> list[Path]:
    """The files and folders of these names, all of which exist."""
    from tshoot.render.diagnostics import visible

    if missing := [name for name in names if not Path(name).exists()]:
        raise UsageError(
            f"There is no file or folder {visible(missing[0])}.", "Name a tree file, or a folder of trees."
        )
    return [Path(name) for name in names]


def exit_code(findings: Iterable[Diagnostic], strict: bool) -> int:
    """1 with errors, and when it is strict also with warnings."""
    counting = ("error", "warning") if strict else ("error",)
    return 1 if any(item.severity in counting for item in findings) else 0


def wants_color() -> bool:
    """Whether the findings go to a terminal that shows colors."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
