"""`tshoot trees`: what is in the library."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from tshoot.cli.tree_files import open_catalogue
from tshoot.language.clean import clean
from tshoot.store.paths import tree_folders

if TYPE_CHECKING:
    from tshoot.model.diagnostic import Diagnostic
    from tshoot.store.catalogue import Catalogue, TreeEntry

HELP = "List the trees of the library, and the files that cannot be walked."

HEAD = ("Tree", "Tier", "For", "Area", "Title")
LIMITS = (24, 4, 6, 12, 60)
SHOWN_BROKEN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tshoot trees`."""
    parser.add_argument("--json", action="store_true", help="as a JSON array")
    parser.add_argument("--problems", action="store_true", help="all that keeps files from being walked, in full")


def run(args: argparse.Namespace) -> int:
    """Print the list; broken files are named, and are no failure."""
    with closing(open_catalogue(args)) as catalogue:
        if args.problems:
            return _problems(catalogue)
        entries = catalogue.entries()
        if args.json:
            return _json(catalogue, entries)
        sound = [entry for entry in entries if not entry.broken]
        if sound:
            _list(sound)
        else:
            folders = ", ".join(clean(str(folder)) for folder in tree_folders(args.trees))
            sys.stdout.write(f"There are no trees in {folders}.\n")
        _broken(catalogue.all_problems())
        _mistaken([problems for _, problems in catalogue.library_problems()])
    return 0


def _list(entries: Sequence[TreeEntry]) -> None:
    from tshoot.cli.tables import table

    rows = [(one.id, str(one.tier), one.audience, one.area, _title(one)) for one in sorted(entries, key=_place)]
    sys.stdout.write(table(HEAD, rows, LIMITS))
    sys.stdout.write("\nTo walk one: tshoot run TREE. To find one: tshoot search WORDS\n")


def _place(entry: TreeEntry) -> tuple[int, str, str]:
    return entry.tier, entry.area, entry.id


def _title(entry: TreeEntry) -> str:
    return entry.title if entry.status == "live" else f"({entry.status}) {entry.title}"


def _broken(problems: Sequence[Diagnostic]) -> None:
    """The first reason for each file."""
    first: dict[str, Diagnostic] = {}
    for problem in problems:
        if problem.severity == "error":
            first.setdefault(problem.path, problem)
    if not first:
        return
    verb = "file cannot" if len(first) == 1 else "files cannot"
    sys.stdout.write(f"\n{len(first)} {verb} be walked:\n")
    for problem in list(first.values())[:SHOWN_BROKEN]:
        sys.stdout.write(f"  {clean(problem.path)}:{problem.span.line}: {clean(problem.message, limit=300)}\n")
    if len(first) > SHOWN_BROKEN:
        sys.stdout.write(f"  and {len(first) - SHOWN_BROKEN} more\n")
    sys.stdout.write("`tshoot trees --problems` says all about them.\n")


def _mistaken(files: Sequence[Sequence[Diagnostic]]) -> None:
    """The first mistake in each file that is no tree; the rest of it is in use."""
    if not files:
        return
    sys.stdout.write("\nMistakes beside the trees; what is sound in these files is used:\n")
    for problem, *_ in files:
        sys.stdout.write(f"  {clean(problem.path)}:{problem.span.line}: {clean(problem.message, limit=300)}\n")
    sys.stdout.write("`tshoot trees --problems` says all about them.\n")


def _problems(catalogue: Catalogue) -> int:
    from tshoot.render.diagnostics import to_text

    problems = catalogue.all_problems()
    sources = {entry.path: catalogue.source(entry.id) or "" for entry in catalogue.entries() if entry.broken}
    for source, mistakes in catalogue.library_problems():
        problems += mistakes
        sources[mistakes[0].path] = source
    sys.stdout.write(
        f"{to_text(problems, sources)}\n" if problems else "Every file of the library can be walked.\n"
    )
    return 0


def _json(catalogue: Catalogue, entries: Sequence[TreeEntry]) -> int:
    import json

    reasons: dict[str, list[str]] = {}
    for problem in catalogue.all_problems():
        reasons.setdefault(problem.path, []).append(f"{problem.span.line}: {clean(problem.message)}")
    rows = [{**_data(entry), "problems": reasons.get(entry.path, [])} for entry in entries]
    sys.stdout.write(json.dumps(rows, indent=1) + "\n")
    return 0


def _data(entry: TreeEntry) -> dict[str, object]:
    values = {name: getattr(entry, name) for name in type(entry).__dataclass_fields__}
    return {name: clean(value) if isinstance(value, str) else value for name, value in values.items()}
