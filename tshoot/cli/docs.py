"""`tshoot docs`: a library as a manual, to read or to print."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.authoring.files import LANGUAGE
from tshoot.cli.options import add_persona
from tshoot.errors import StorageError, UsageError
from tshoot.language.clean import clean

if TYPE_CHECKING:
    from tshoot.authoring.manual import Manual
    from tshoot.model.library import Term
    from tshoot.model.tree import DecisionTree

HELP = "Write the library as a manual: Markdown pages, or one HTML file that needs nothing else."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tshoot docs`."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="tree files and folders of trees; default: the library"
    )
    parser.add_argument("--format", choices=("markdown", "html"), help="default: html for a name in .html")
    parser.add_argument("--out", "-o", metavar="PLACE", help="a file for HTML, a folder for Markdown")
    parser.add_argument("--title", metavar="TEXT", help="what stands on its first page")
    parser.add_argument("--force", action="store_true", help="write over files that exist")
    parser.add_argument(
        "--language", metavar="CODE", default="", help="the language of translated trees, such as es"
    )
    add_persona(parser)


def run(args: argparse.Namespace) -> int:
    """Write it, and say where; 1 where no tree can be shown."""
    form = args.format or ("html" if str(args.out or "").endswith((".html", ".htm")) else "markdown")
    if form == "markdown" and not args.out:
        raise UsageError("Markdown has a page for each tree, so it needs a folder.", "Add one: --out manual")
    if args.language and not LANGUAGE.match(args.language):
        raise UsageError(
            f"{clean(args.language, limit=60)} is not the code of a language.", "Write it like es or pt-BR."
        )
    trees, terms, notes = _library(args)
    manual = _manual(args, trees, terms)
    for note in (*notes, *_not_shown(trees, manual), *_not_translated(manual, args.language)):
        sys.stderr.write(f"{note}\n")
    if not manual.chapters:
        sys.stdout.write("There is no tree to show.\n")
        return 1
    if form == "markdown":
        _write_pages(manual, Path(args.out), args.force)
    else:
        _write_html(manual, args.out, args.force)
    return 0


def _library(args: argparse.Namespace) -> tuple[list[DecisionTree], Sequence[Term], tuple[str, ...]]:
    """The trees that were asked for, the words that they share, and what could not be read."""
    from tshoot.cli.tree_files import library_trees, open_catalogue, trees_at

    if args.paths:
        return trees_at([Path(path) for path in args.paths], args.language)
    with closing(open_catalogue(args)) as catalogue:
        terms = catalogue.glossary().terms
    trees, broken = library_trees(args, args.language)
    return trees, terms, broken


def _manual(args: argparse.Namespace, trees: Sequence[DecisionTree], terms: Sequence[Term]) -> Manual:
    from tshoot.authoring.manual import manual_of

    return manual_of(
        trees, terms, persona=args.persona, title=args.title or "", others={tree.id: tree.title for tree in trees}
    )  # fmt: skip


def _not_shown(trees: Sequence[DecisionTree], manual: Manual) -> tuple[str, ...]:
    left = len(trees) - len(manual.chapters)
    if not left:
        return ()
    what = "1 tree that is" if left == 1 else f"{left} trees that are"
    return (f"Left out: {what} for agents, or not live. `--as agent` shows them too.",)


def _not_translated(manual: Manual, language: str) -> tuple[str, ...]:
    """That trees read as they were written, though another language was asked for."""
    codes = (language, language.partition("-")[0])
    others = [chapter.id for chapter in manual.chapters if chapter.language not in codes]
    if not language or not others:
        return ()
    named = ", ".join(clean(name, limit=60) for name in others[:5]) + (" and others" if len(others) > 5 else "")
    return (f"Without a translation into {language}, as they were written: {named}.",)


def _write_pages(manual: Manual, folder: Path, force: bool) -> None:
    from tshoot.cli.writing import write_shared
    from tshoot.render.manual_markdown import INDEX, to_markdown

    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{clean(str(folder), limit=200)} is a file.", "Name a folder for the pages.")
    files = to_markdown(manual)
    there = [path for path in files if (folder / path).exists()]
    if there and not force:
        raise UsageError(
            f"{clean(str(folder / there[0]), limit=200)} exists already, so nothing was written.",
            "Name another folder, or add --force to write over what is there.",
        )
    for path, text in files.items():
        try:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            shown = clean(str((folder / path).parent), limit=200)
            raise StorageError(
                f"The folder {shown} cannot be made: {error.strerror}.", "Name another place."
            ) from error
        write_shared(folder / path, text, force=force)
    sys.stdout.write(f"{len(files)} pages. Begin with {clean(str(folder / INDEX), limit=200)}\n")


def _write_html(manual: Manual, out: str | None, force: bool) -> None:
    from tshoot.render.manual_html import to_html

    if out is None:
        sys.stdout.write(to_html(manual))
        return
    from tshoot.cli.writing import write_shared

    write_shared(Path(out), to_html(manual), force=force)
    trees = "1 tree" if len(manual.chapters) == 1 else f"{len(manual.chapters)} trees"
    sys.stdout.write(f"{trees} in {clean(out, limit=200)}\n")
