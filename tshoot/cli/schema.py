"""`tshoot schema`: the JSON Schema of what authors write, for editors."""

from __future__ import annotations

import argparse
import sys

HELP = "Print the JSON Schema of tree files, for completion and hover texts in editors."
FILES = ("tree", "test", "settings", "glossary", "translation")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which kind of file."""
    parser.add_argument("kind", nargs="?", choices=FILES, default="tree", help="kind of file; default: tree")


def run(args: argparse.Namespace) -> int:
    """Print the schema; always 0."""
    sys.stdout.write(schema_text(args.kind))
    return 0


def schema_text(kind: str) -> str:
    """The schema of a kind of file, as it is shipped."""
    import json

    from tshoot.authoring.schema.others import SCHEMAS

    return json.dumps(SCHEMAS[kind](), indent=1, ensure_ascii=False) + "\n"
