"""`tshoot run TREE`: walk one tree."""

from __future__ import annotations

import argparse

from tshoot.cli.chat import converse
from tshoot.cli.options import add_face

HELP = "Walk one tree, by its id or its file."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tshoot run`."""
    parser.add_argument("tree", metavar="TREE", help="a tree's id, such as wifi; `tshoot trees` lists them")
    parser.add_argument("--problem", default="", metavar="WORDS", help="what is wrong, in the person's own words")
    add_face(parser)


def run(args: argparse.Namespace) -> int:
    """Walk the tree; 0: resolved, 1: unresolved but recorded."""
    return converse(args, tree=args.tree, problem=args.problem)
