"""`tshoot translate TREE LANGUAGE`: the file of a translation, begun or brought up to date with its tree."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.errors import UsageError

if TYPE_CHECKING:
    from tshoot.authoring.translating import Written
    from tshoot.authoring.translation import ParsedTranslation
    from tshoot.model.tree import DecisionTree

HELP = "Begin the translation of a tree, or bring it up to date. Exit code 1: something is left to translate."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tshoot translate`."""
    parser.add_argument("tree", metavar="TREE", help="a tree file, or the id of a tree in the library")
    parser.add_argument("language", metavar="LANGUAGE", help="the code of the language, such as es or pt-BR")
    parser.add_argument(
        "--seen", action="store_true", help="you have read all of it: no text counts as missing or as out of date"
    )
    parser.add_argument("--check", action="store_true", help="only say what is left to do; write nothing")


def run(args: argparse.Namespace) -> int:
    """Writes the file beside the tree; 0: all is translated, 1: something is left to do."""
    from tshoot.authoring.files import LANGUAGE
    from tshoot.authoring.translating import written
    from tshoot.render.diagnostics import visible

    if not LANGUAGE.match(args.language):
        raise UsageError(
            f"{visible(args.language)} is not the code of a language.", "Write it like es, de or pt-BR."
        )
    file, tree = _tree(args)
    if tree.language == args.language:
        raise UsageError(f"The tree {visible(tree.id)} is written in {args.language} itself.")
    path = file.with_name(f"{file.stem}.{args.language}{file.suffix}")
    source = _source(path)
    made = written(tree, args.language, _before(path, source, tree), args.seen)
    if not args.check:
        _write(path, source, made.text)
    sys.stdout.write(_report(made, path, args.check))
    return 1 if made.missing or made.stale else 0


def _tree(args: argparse.Namespace) -> tuple[Path, DecisionTree]:
    from tshoot.authoring.parse import parse_tree
    from tshoot.authoring.source import read_bytes
    from tshoot.cli.tree_files import open_catalogue, unknown
    from tshoot.render.diagnostics import visible

    path = Path(args.tree)
    if not path.is_file():
        with closing(open_catalogue(args)) as catalogue:
            entry = catalogue.entry(args.tree)
            if entry is None:
                raise unknown(args.tree, path, catalogue)
        path = Path(entry.path)
    try:
        parsed = parse_tree(read_bytes(path), str(path))
    except OSError as error:
        raise UsageError(f"{visible(str(path))} cannot be read: {error.strerror or error}.") from error
    if parsed.tree is None or any(one.severity == "error" for one in parsed.diagnostics):
        shown = visible(str(path))
        raise UsageError(f"{shown} has mistakes.", f"Mend what `tshoot lint {shown}` says first.")
    return path, parsed.tree


def _source(path: Path) -> bytes | None:
    """The file as it stands, if it does."""
    from tshoot.authoring.source import read_bytes
    from tshoot.render.diagnostics import visible

    try:
        return read_bytes(path) if path.exists() else None
    except OSError as error:
        raise UsageError(f"{visible(str(path))} cannot be read: {error.strerror or error}.") from error


def _before(path: Path, source: bytes | None, tree: DecisionTree) -> ParsedTranslation | None:
    """The translation as it stands; one that cannot be read whole is not written over."""
    from tshoot.authoring.translation import parse_translation
    from tshoot.render.diagnostics import visible

    if source is None:
        return None
    parsed = parse_translation(source, str(path), tree)
    if any(one.severity == "error" for one in parsed.diagnostics):
        shown = visible(str(path))
        raise UsageError(f"{shown} has mistakes.", f"Mend what `tshoot lint {shown}` says first.")
    return parsed


def _write(path: Path, before: bytes | None, text: str) -> None:
    from tshoot.cli.writing import write_new
    from tshoot.store.rewrite import rewrite

    if before is None:
        write_new({path: text})
    else:
        rewrite(path, before, text.encode("utf-8"))


def _report(made: Written, path: Path, check: bool) -> str:
    from tshoot.render.diagnostics import visible

    lines = []
    for words, places in (
        ("1 text still reads as the original|{} texts still read as the original", made.missing),
        ("1 text is older than the original|{} texts are older than the original", made.stale),
        (
            "1 text was dropped: the tree has it no more|{} texts were dropped: the tree has them no more",
            made.gone,
        ),
    ):
        if places:
            one, _, many = words.partition("|")
            lines.append(f"{one if len(places) == 1 else many.format(len(places))}:")
            lines += [f"  {visible(place)}" for place in places[:20]]
            lines += [f"  and {len(places) - 20} more"] if len(places) > 20 else []
    if not made.missing and not made.stale:
        lines.append("All texts are translated.")
    if not check:
        lines.append(f"Written to {visible(str(path))}.")
    return "".join(f"{line}\n" for line in lines)
