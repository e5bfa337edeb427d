"""`tshoot graph`: a picture of a tree, or the map of a library."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.errors import UsageError

if TYPE_CHECKING:
    from tshoot.authoring.picture import Picture
    from tshoot.render.graph_text import Signs

HELP = "Draw a tree, or the map of a library: in the terminal, for Mermaid or Graphviz, or as SVG."
FORMATS = ("text", "mermaid", "dot", "svg")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tshoot graph`."""
    parser.add_argument("tree", nargs="?", metavar="TREE", help="a tree of the library, or a tree file")
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text, for this terminal")
    parser.add_argument("--out", "-o", metavar="FILE", help="write it to a file")
    parser.add_argument("--force", action="store_true", help="write over a file that exists")
    parser.add_argument(
        "--cases", action="store_true", help="how often each way was taken, and where people gave up"
    )  # fmt: skip
    parser.add_argument(
        "--across", action="store_true", help="all trees of the library, and what leads from which"
    )


def run(args: argparse.Namespace) -> int:
    """Draw it; 1 where the file holds nothing that can be drawn."""
    if args.across and args.tree:
        raise UsageError("--across draws the whole library, so it takes no tree.", "Leave out one of the two.")
    if not args.across and not args.tree:
        raise UsageError(
            "Name a tree, or ask for the map of the library with --across.", "`tshoot trees` lists the trees."
        )
    if args.across and args.cases:
        raise UsageError("--cases counts over one tree.", "Name a tree: tshoot graph TREE --cases")
    picture = _library(args) if args.across else _tree(args)
    if picture is None:
        return 1
    text = _drawn(picture, args)
    if args.out is None:
        sys.stdout.write(text)
    else:
        from tshoot.cli.writing import write_shared

        write_shared(Path(args.out), text, force=args.force)
    return 0


def _library(args: argparse.Namespace) -> Picture:
    from tshoot.authoring.library_map import map_of
    from tshoot.cli.tree_files import library_trees

    trees, broken = library_trees(args)
    return replace(map_of(trees), notes=broken)


def _tree(args: argparse.Namespace) -> Picture | None:
    from tshoot.authoring.picture import picture_of
    from tshoot.cli.tree_files import named_tree

    found = named_tree(args.tree, args)
    if found.tree is None:
        sys.stdout.write(f"There is nothing to draw yet.\n{found.note}\n")
        return None
    picture = picture_of(found.tree)
    if found.note:
        picture = replace(picture, notes=(f"It is drawn as far as it goes. {found.note}",))
    if args.cases:
        from tshoot.authoring.picture_counts import with_counts
        from tshoot.cli.counting import tally_of

        picture = with_counts(picture, tally_of(found.tree, args))
    return picture


def _drawn(picture: Picture, args: argparse.Namespace) -> str:
    """The drawing; those that cannot show the notes say them beside."""
    if args.format == "text":
        return _text(picture, args)
    for note in picture.notes:
        sys.stderr.write(f"{note}\n")
    if args.format == "mermaid":
        from tshoot.render.graph_mermaid import to_mermaid

        return to_mermaid(picture)
    from tshoot.render.graph_dot import to_dot

    if args.format == "dot":
        return to_dot(picture)
    from tshoot.render.graph_svg import to_svg

    return to_svg(to_dot(picture), picture.title)


def _text(picture: Picture, args: argparse.Namespace) -> str:
    from tshoot.lines.terminal import columns
    from tshoot.render.graph_map import map_to_text
    from tshoot.render.graph_text import to_text

    here = args.out is None
    render = map_to_text if args.across else to_text
    return render(picture, width=columns() if here else 80, signs=_signs(here), color=here and _wants_color())


def _signs(here: bool) -> Signs:
    """Plain signs for a terminal, or an encoding, that has no others."""
    from tshoot.render.graph_text import ASCII, Signs

    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "").replace("_", "")
    simple = sys.stdout.isatty() and os.environ.get("TERM") == "dumb"
    return ASCII if here and (simple or encoding not in ("utf8", "utf16", "cp65001")) else Signs()


def _wants_color() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
