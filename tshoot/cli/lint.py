"""`tshoot lint`: everything that is wrong with tree files."""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.cli.lint_choice import Choice, add_choice, explain
from tshoot.errors import UsageError

if TYPE_CHECKING:
    from tshoot.cli.lint_report import Cache, Report
    from tshoot.model.diagnostic import Diagnostic

NAME = "lint"
HELP = "Say what is wrong with tree files, and with what stands beside them."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders of trees; default: the library"
    )
    parser.add_argument("--format", choices=("text", "json", "sarif"), default="text", help="default: text")
    add_choice(parser)
    parser.add_argument("--fix", action="store_true", help="make the repairs that are safe")
    parser.add_argument("--diff", action="store_true", help="show those repairs as a patch, and write nothing")
    parser.add_argument("--watch", action="store_true", help="look again at each save, until Ctrl+C")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors do for the exit code")
    parser.add_argument("--no-cache", action="store_true", help="look at every file anew")


def run(args: argparse.Namespace) -> int:
    """Lints the files and prints the findings; 0 without errors, 1 with some."""
    if args.explain is not None:
        return explain(args.explain)
    choice = Choice(args.select, args.ignore)
    looking = _Looking(args)
    if args.watch:
        return _watch(args, looking, choice)
    report = looking.report()
    if report.empty and not report.findings:
        # A script would take silence for praise.
        raise UsageError("There is no tree to look at here.", "Name a tree file, or a folder of trees.")
    if args.fix or args.diff:
        return _repair(args, looking, report, choice)
    return _print(args, looking, report, choice)


class _Looking:
    """What is looked at, and with which cache."""

    def __init__(self, args: argparse.Namespace) -> None:
        from tshoot.store.paths import state_folder, tree_folders

        self.library = tree_folders(args.trees or ())
        self.paths = _named(args.paths) or list(self.library)
        self._whole = not args.paths
        self._state = None if args.no_cache else state_folder(args.state)

    def cache(self, today: str) -> Cache | None:
        """What was found before today's look."""
        from tshoot.store.lint_cache import LintCache

        return LintCache(self._state, today) if self._state else None

    def report(
        self, instead: Mapping[str, bytes] | None = None, memory: Callable[[str], Cache] | None = None
    ) -> Report:
        """The report on all of it; with `instead`, as if these files held that."""
        from datetime import date

        from tshoot.cli.lint_report import Report

        today = date.today().isoformat()
        opened = memory or self.cache
        report = Report(lambda: opened(today), today, instead)
        # What is read stays until the end; to look through it for garbage, now or at the exit, finds none.
        gc.unfreeze()
        gc.disable()
        try:
            report.look(self.paths, self.library)
        finally:
            gc.freeze()
            gc.enable()
            report.close()
        return report

    def shown(self, form: str, report: Report, findings: Sequence[Diagnostic]) -> str:
        """The findings in one of the forms; where nobody said what to look at, with what was looked at."""
        from tshoot.cli.lint_output import shown
        from tshoot.render.diagnostics import visible

        total = report.total()
        if not self._whole or not total:
            return shown(form, findings, report.texts, total)
        total += f" of the library ({', '.join(visible(str(folder)) for folder in self.library)})"
        more = "Yours: tshoot lint .\n" if form == "text" and self._own_trees_here() else ""
        return shown(form, findings, report.texts, total) + more

    def _own_trees_here(self) -> bool:
        """Whether trees may be here that are none of the library."""
        here = Path.cwd()
        return set(self.library).isdisjoint((here, *here.parents)) and any(here.glob("[!.]*.y*ml"))


def _print(args: argparse.Namespace, looking: _Looking, report: Report, choice: Choice) -> int:
    findings = choice.of(report.findings)
    sys.stdout.write(looking.shown(args.format, report, findings))
    return _exit_code(findings, args.strict)


def _repair(args: argparse.Namespace, looking: _Looking, report: Report, choice: Choice) -> int:
    from tshoot.cli.lint_fix import Repairs
    from tshoot.lines.streams import complain

    repairs = Repairs(report, choice)
    if args.diff:
        sys.stdout.write(repairs.diff())
        complain(repairs.said(would=True))
        return 1 if repairs.files else 0
    repairs.write()
    if args.format == "text":
        sys.stdout.write(repairs.said())
    else:
        complain(repairs.said())
    return _print(args, looking, looking.report(repairs.sources) if repairs.files else report, choice)


def _watch(args: argparse.Namespace, looking: _Looking, choice: Choice) -> int:
    from tshoot.cli.lint_files import context_folders
    from tshoot.cli.lint_watch import Memory, watch

    if args.fix or args.diff or args.format != "text":
        raise UsageError("--watch shows a report as text; it goes with neither --fix, --diff nor --format.")
    memories: dict[str, Memory] = {}

    def memory(today: str) -> Memory:
        return memories.setdefault(today, Memory(looking.cache(today)))

    def report() -> str:
        found = looking.report(memory=memory)
        return looking.shown("text", found, choice.of(found.findings))

    return watch(looking.paths, context_folders(looking.paths, looking.library), report, time.sleep)


def _named(names: Iterable[str]) -> list[Path]:
    """The files and folders of these names, all of which exist."""
    from tshoot.render.diagnostics import visible

    if missing := [name for name in names if not Path(name).exists()]:
        raise UsageError(
            f"There is no file or folder {visible(missing[0])}.", "Name a tree file, or a folder of trees."
        )
    return [Path(name) for name in names]


def _exit_code(findings: Iterable[Diagnostic], strict: bool) -> int:
    """1 with errors, and when it is strict also with warnings."""
    counting = ("error", "warning") if strict else ("error",)
    return 1 if any(item.severity in counting for item in findings) else 0
