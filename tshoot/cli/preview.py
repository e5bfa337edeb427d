"""`tshoot preview FILE`: walk a tree while it is being written."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "Walk a tree while you edit its file: every save is followed. Nothing here becomes a case."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tshoot preview`."""
    parser.add_argument("file", metavar="FILE", help="the file of a tree, such as decision_trees/wifi.yaml")
    parser.add_argument(
        "--as", dest="persona", choices=("user", "agent"), default=None,
        help="who walks; default: user, and agent where the tree is for agents",
    )  # fmt: skip
    parser.add_argument(
        "--language",
        metavar="CODE",
        default="",
        help="walk the translation, such as es; default: as it is written",
    )
    parser.add_argument(
        "--plain", action="store_true", help="line by line: for screen readers and simple terminals"
    )


def run(args: argparse.Namespace) -> int:
    """Open the preview; 0 when the author leaves it."""
    from tshoot.conversation.previewing import Preview
    from tshoot.lines.terminal import has_screen
    from tshoot.store.paths import state_folder, tree_folders

    preview = Preview(
        Path(args.file), tree_folders(args.trees), state_folder(args.state), args.persona, args.language
    )
    try:
        if args.plain or not has_screen():
            from tshoot.lines.previewing import run_plain_preview

            return run_plain_preview(preview)
        from tshoot.tui.preview_app import run_preview

        return run_preview(preview)
    finally:
        preview.close()
