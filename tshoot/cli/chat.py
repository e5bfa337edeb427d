"""`tshoot`, `tshoot run` and `tshoot resume`: a conversation in the face that fits."""

from __future__ import annotations

import argparse
import sys

from tshoot.cli.options import add_face, face_of
from tshoot.conversation.workplace import open_workplace

HELP = "From “something is wrong” to “it works”, or to a hand-off. Say what is wrong; tshoot asks one thing at a time."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of bare `tshoot`."""
    parser.add_argument("problem", nargs="?", default="", help="what is wrong, in your own words")
    add_face(parser)


def run(args: argparse.Namespace) -> int:
    """Open the chat."""
    return converse(args, problem=args.problem)


def converse(args: argparse.Namespace, *, tree: str = "", case: str = "", problem: str = "") -> int:
    """One conversation: on a tree, on a case, or from the opening question."""
    face = face_of(args)
    workplace = open_workplace(args.state, args.trees, args.persona)
    try:
        if face == "screen":
            from tshoot.tui.app import run_chat

            return run_chat(workplace, tree=tree, case=case, problem=problem)
        if face == "json":
            from tshoot.lines.jsonl import run_json

            return run_json(workplace, sys.stdin, sys.stdout, tree=tree, case=case, problem=problem)
        from tshoot.lines.plain import run_plain

        return run_plain(workplace, answers=args.answers, tree=tree, case=case, problem=problem)
    finally:
        workplace.close()
