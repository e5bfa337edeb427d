"""`tshoot run TREE`: walk one tree."""

from __future__ import annotations

import argparse
from pathlib import Path

from tshoot.cli.chat import converse
from tshoot.cli.options import add_face
from tshoot.errors import UsageError

SUFFIXES = (".yaml", ".yml")

HELP = "Walk one tree, by its id."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tshoot run`."""
    parser.add_argument("tree", metavar="TREE", help="a tree's id, such as wifi; `tshoot trees` lists them")
    parser.add_argument("--problem", default="", metavar="WORDS", help="what is wrong, in the person's own words")
    add_face(parser)


def run(args: argparse.Namespace) -> int:
    """Walk the tree; 0: resolved, 1: unresolved but recorded."""
    if not args.tree.strip():
        raise UsageError("The name of the tree is empty.", "`tshoot trees` lists all that are here.")
    file = Path(args.tree)
    if file.suffix in SUFFIXES and file.is_file():
        raise UsageError(
            f"{args.tree} is a file; a tree is named by its id, without the folder.",
            f"To walk it: tshoot run {file.stem} --trees {file.parent}",
        )
    return converse(args, tree=args.tree, problem=args.problem)
