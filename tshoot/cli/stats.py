"""`tshoot stats`: what the cases of this data folder tell authors; so far, the phrases that were misread."""

from __future__ import annotations

import argparse
import json
import sys

from tshoot.store.cases import CaseStore
from tshoot.store.paths import state_folder

HELP = "Say what the cases tell authors: the phrases that people had to put right, to add to means or symptoms."

MISREAD = "Phrases that were read wrongly, for the `means` of an option or the `symptoms` of a tree:"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tshoot stats`."""
    parser.add_argument("--tree", default="", metavar="TREE", help="only what is about this tree")
    parser.add_argument("--json", action="store_true", help="as a JSON object")


def run(args: argparse.Namespace) -> int:
    """Print them; 0 also where there are none."""
    from tshoot.cli.wordings import MISREAD_KEYS, misread, misread_table

    with CaseStore(state_folder(args.state)) as store:
        rows = misread(store, args.tree)
    if args.json:
        found = [dict(zip(MISREAD_KEYS, row, strict=True)) for row in rows]
        sys.stdout.write(json.dumps({"misread": found}, indent=1) + "\n")
    elif rows:
        sys.stdout.write(f"{MISREAD}\n\n{misread_table(rows)}")
    else:
        sys.stdout.write("Nobody has put a reading right yet.\n")
    return 0
