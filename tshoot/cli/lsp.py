"""`tshoot lsp`: tshoot's own findings, names and repairs in an editor, by the Language Server Protocol."""

from __future__ import annotations

import argparse
import sys

from tshoot.errors import TshootError, UsageError

HELP = "Serve an editor over standard input and output (Language Server Protocol)."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What editors commonly say."""
    parser.add_argument("--stdio", action="store_true", help="over standard input and output; it always is")


def run(args: argparse.Namespace) -> int:
    """Serve until the editor leaves."""
    from tshoot.store.paths import tree_folders

    if sys.stdin is not None and sys.stdin.isatty():
        raise UsageError(
            "`tshoot lsp` speaks to an editor over standard input and output, and this is a terminal.",
            "Name it in the settings of your editor.",
        )
    try:
        from tshoot.cli.lsp_server import serve
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise TshootError(
            "`tshoot lsp` needs the package pygls, which is not installed.",
            "Install it: pip install 'tshoot[lsp]'",
        ) from error
    serve(tree_folders(args.trees or ()))
    return 0
