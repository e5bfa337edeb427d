"""Options that many commands share, and the choice of a face."""

from __future__ import annotations

import argparse
from typing import Literal, NoReturn

from tshoot.lines.terminal import columns, has_screen

WITH_VALUE = ("--trees", "--state", "--as", "--answers", "--format", "--limit", "--with", "--out", "-o", "--select",
              "--ignore", "--explain", "--language")  # fmt: skip
"""Options whose next word is their value."""

Face = Literal["screen", "plain", "json"]


class Parser(argparse.ArgumentParser):
    """Complains in a sentence, without repeating what a terminal would obey."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words, and where to read more; exit code 2."""
        from tshoot.language.clean import clean

        said = clean(message, limit=300)
        hint = self._nearest(said)
        more = f"`{self.prog} --help` says more."
        self.exit(2, f"tshoot: {said[:1].upper()}{said[1:]}.\n{hint}{more}\n")

    def _nearest(self, message: str) -> str:
        from difflib import get_close_matches

        _, _, unknown = message.partition("unrecognized arguments: ")
        option = unknown.partition(" ")[0].partition("=")[0]
        near = get_close_matches(option, self._option_string_actions, 1) if option.startswith("-") else []
        return f"Did you mean {near[0]}? " if near else ""


def new_parser(prog: str, description: str) -> argparse.ArgumentParser:
    """A parser whose help is as wide as the terminal, up to 100 columns.

    The width is given because argparse would import shutil for it at every option.
    """
    width = columns()
    return Parser(
        prog=prog,
        description=description,
        allow_abbrev=False,
        formatter_class=lambda prog: argparse.HelpFormatter(prog, width=width),
    )


def add_common(parser: argparse.ArgumentParser) -> None:
    """Where the trees and the cases are."""
    parser.add_argument(
        "--trees",
        action="append",
        default=[],
        metavar="DIR",
        help="a folder of trees in place of the shipped ones",
    )
    parser.add_argument("--state", metavar="DIR", help="a folder for cases in place of your data folder")


def add_sub(
    parsers: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help: str
) -> argparse.ArgumentParser:
    """A sub-command, which takes the common options behind its name too."""
    parser = parsers.add_parser(name, help=help, description=f"{help[0].upper()}{help[1:]}.", allow_abbrev=False)
    # Suppressed defaults leave alone what was given before the sub-command.
    parser.add_argument(
        "--trees",
        action="append",
        default=argparse.SUPPRESS,
        metavar="DIR",
        help="a folder of trees in place of the shipped ones",
    )
    parser.add_argument(
        "--state", default=argparse.SUPPRESS, metavar="DIR", help="a folder for cases in place of your data folder"
    )
    return parser


def add_persona(parser: argparse.ArgumentParser) -> None:
    """Who is at the keyboard."""
    parser.add_argument(
        "--as", dest="persona", choices=("user", "agent"), default="user",
        help="agent: walk all trees, with what to say aloud and internal notes",
    )  # fmt: skip


def add_face(parser: argparse.ArgumentParser) -> None:
    """How the conversation is shown."""
    faces = parser.add_mutually_exclusive_group()
    faces.add_argument(
        "--plain", action="store_true", help="line by line: for screen readers, pipes, simple terminals"
    )
    faces.add_argument("--json", action="store_true", help="JSON lines in and out: for bots and scripts")
    faces.add_argument("--answers", metavar="FILE", help="take the answers from a file, one a line")
    add_persona(parser)
    parser.add_argument(
        "--language",
        metavar="CODE",
        default="",
        help="the language of translated trees, such as es; default: yours",
    )


def face_of(args: argparse.Namespace) -> Face:
    """The face that was asked for, or the one that this terminal can show."""
    if args.json:
        return "json"
    if args.plain or args.answers or not has_screen():
        return "plain"
    return "screen"
