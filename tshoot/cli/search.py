"""`tshoot search WORDS`: which trees fit a problem, and which of the words say so."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from tshoot.cli.options import add_persona
from tshoot.cli.tree_files import open_catalogue
from tshoot.errors import UsageError
from tshoot.language.clean import clean

if TYPE_CHECKING:
    from tshoot.language.symptoms import Ranked
    from tshoot.store.catalogue import TreeEntry

HELP = "Say which trees fit a problem in your own words. Exit code 1: none fits."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tshoot search`."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help="what is wrong")
    parser.add_argument("--json", action="store_true", help="as JSON")
    add_persona(parser)


def run(args: argparse.Namespace) -> int:
    """Print the trees, best first; 0: at least one fits, 1: none does."""
    from tshoot.language.symptoms import FITS

    text = clean(" ".join(args.words), limit=2000)
    if not text:
        raise UsageError("There are no words to search for.", "Say what is wrong, such as: tshoot search no sound")
    with closing(open_catalogue(args)) as catalogue:
        ranked = catalogue.search(text, persona=args.persona)
        entries = {entry.id: entry for entry in catalogue.entries()}
    fits = bool(ranked) and ranked[0].score >= FITS
    if args.json:
        _json(text, ranked, entries, fits)
    else:
        _list(ranked, entries, fits)
    return 0 if fits else 1


def _list(ranked: Sequence[Ranked], entries: Mapping[str, TreeEntry], fits: bool) -> None:
    if not fits:
        sys.stdout.write("No tree fits this.")
        sys.stdout.write(" The nearest are:\n\n" if ranked else " Try other words, or look at `tshoot trees`.\n")
    for place, one in enumerate(ranked, 1):
        entry = entries[one.tree]
        words = f"  ({clean(', '.join(one.words), limit=60)})" if one.words else ""
        sys.stdout.write(f"{place}. {clean(entry.title, limit=70)}\n")
        sys.stdout.write(f"   {clean(one.tree)}, tier {entry.tier}, {one.score:.2f}{words}\n")
    if fits:
        sys.stdout.write(f"\nTo walk the first one: tshoot run {clean(ranked[0].tree)}\n")


def _json(text: str, ranked: Sequence[Ranked], entries: Mapping[str, TreeEntry], fits: bool) -> None:
    import json

    hits = [
        {
            "tree": clean(one.tree),
            "title": clean(entries[one.tree].title),
            "tier": entries[one.tree].tier,
            "score": one.score,
            "words": [clean(word) for word in one.words],
        }
        for one in ranked
    ]
    sys.stdout.write(json.dumps({"text": text, "fits": fits, "trees": hits}, indent=1) + "\n")
