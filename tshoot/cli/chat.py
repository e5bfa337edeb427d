"""`tshoot`, `tshoot run` and `tshoot resume`: a conversation in the face that fits."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tshoot.cli.options import Face, add_face, face_of

if TYPE_CHECKING:
    from tshoot.conversation.workplace import Workplace
    from tshoot.lines.glance import Glance

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
    glance = _glance(args, tree) if face == "screen" and not (case or problem) else None
    try:
        from tshoot.conversation.workplace import open_workplace

        workplace = open_workplace(args.state, args.trees, args.persona, args.language)
        try:
            return _faced(workplace, args, face, glance, tree=tree, case=case, problem=problem)
        finally:
            workplace.close()
    finally:
        if glance:
            glance.undo()


def _glance(args: argparse.Namespace, tree: str) -> Glance:
    """The picture of the last such start, painted before anything large is loaded."""
    from tshoot.lines.glance import Glance
    from tshoot.store.paths import state_folder, tree_folders
    from tshoot.store.translations import wanted_language

    folders = tree_folders(args.trees)
    language = wanted_language(args.language)
    translation = folders[0] / f"{tree}.{language}.yaml"
    made_from = (
        [folders[0] / f"{tree}.yaml", *([translation] if translation.exists() else [])] if tree else folders
    )
    what = [tree, args.persona, language, *map(str, folders)]
    glance = Glance(state_folder(args.state), what, made_from)
    glance.paint()
    return glance


def _faced(
    workplace: Workplace, args: argparse.Namespace, face: Face, glance: Glance | None, *, tree: str, case: str,
    problem: str,
) -> int:  # fmt: skip
    if face == "screen":
        from tshoot.tui.app import run_chat

        return run_chat(workplace, tree=tree, case=case, problem=problem, glance=glance)
    if face == "json":
        from tshoot.lines.jsonl import run_json

        return run_json(workplace, sys.stdin, sys.stdout, tree=tree, case=case, problem=problem)
    from tshoot.lines.plain import run_plain

    return run_plain(workplace, answers=args.answers, tree=tree, case=case, problem=problem)
