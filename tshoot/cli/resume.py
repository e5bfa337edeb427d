"""`tshoot resume [CASE]`: go on with a case."""

from __future__ import annotations

import argparse
from pathlib import Path

from tshoot.cli.chat import converse
from tshoot.cli.options import add_face
from tshoot.errors import UsageError
from tshoot.store.cases import CaseStore
from tshoot.store.paths import state_folder

HELP = "Go on with a case: your last unfinished one, one by its number, or one from an exported file."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tshoot resume`."""
    parser.add_argument("case", nargs="?", metavar="CASE", help="a case number or an exported file (JSON)")
    parser.add_argument(
        "--with", dest="tree", default="", metavar="TREE", help="for a case in a queue: the tree to go on with"
    )
    add_face(parser)


def run(args: argparse.Namespace) -> int:
    """Go on with the case."""
    if args.case is None:
        return converse(args, tree=args.tree, case=_latest(args))
    with CaseStore(state_folder(args.state)) as store:
        if args.case.endswith(".json") or Path(args.case).is_file():
            from tshoot.cli.exchange import import_file

            case = import_file(store, Path(args.case))
        else:
            case = store.resolve_number(args.case)
    return converse(args, tree=args.tree, case=case)


def _latest(args: argparse.Namespace) -> str:
    """The case that this person can go on with: an open one, for agents else one that waits."""
    from tshoot.conversation.opening import unfinished
    from tshoot.conversation.workplace import open_workplace

    workplace = open_workplace(args.state, args.trees, args.persona, args.language)
    try:
        header = unfinished(workplace)
        if header is None and args.persona == "agent":
            header = next(iter(workplace.store.headers(status="waiting", limit=1)), None)
    finally:
        workplace.close()
    if header is None:
        raise UsageError(
            "There is no unfinished case here.", "`tshoot cases list` shows all cases; `tshoot` begins a new one."
        )
    return header.case
