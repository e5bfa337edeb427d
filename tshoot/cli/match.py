"""`tshoot match`: how a sentence is understood, and by which evidence.

With `--json`, JSON lines on standard input give a line each, in order:

    {"text": …}                          {"tree": id or null, "ranked": [{"tree", "score"} …], "why": …}
    {"text": …, "tree": …, "node": …}    {"kind": "option", "option": label, "key": …, "score", "why"}
                                         {"kind": "options", "options": [labels], "keys": […], "score", "why"}
                                         {"kind": "value", "value": …, "text": as it is shown}
                                         {"kind": "faq", "faq": index, "score", "why"}
                                         {"kind": "term", "term": name, "score", "why"}
                                         {"kind": "command", "command": …, "score", "why"}
                                         {"kind": "unclear", "candidates": [labels], "why"}
    anything else                        {"error": …}
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.cli.tree_files import open_catalogue
from tshoot.errors import TshootError, UsageError
from tshoot.store.paths import state_folder

if TYPE_CHECKING:
    from tshoot.cli.understanding import Understanding
    from tshoot.engine.state import Prompt
    from tshoot.store.catalogue import Catalogue

HELP = "Say how a sentence is understood: which tree it means, or with --tree and --node, which answer."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `tshoot match`."""
    parser.add_argument("text", nargs="?", metavar="SENTENCE", help="what a person says")
    parser.add_argument(
        "--json", action="store_true", help="JSON lines from standard input, a result line for each"
    )
    parser.add_argument("--tree", default="", metavar="TREE", help="the tree in which it is said")
    parser.add_argument("--node", default="", metavar="NODE", help="the question, or the fix, to which it is said")
    parser.add_argument(
        "--as", dest="persona", choices=("user", "agent"), default="agent",
        help="user: only the trees that a user may walk",
    )  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Print how it is understood; 0 also where it is not."""
    from tshoot.cli.understanding import Understanding

    if not args.json and not (args.text or "").strip():
        raise UsageError("There is no sentence.", 'Give one, such as: tshoot match "wifi keeps dropping"')
    if bool(args.tree) != bool(args.node):
        raise UsageError(
            "--tree and --node go together.", "They name the question to which the sentence is an answer."
        )
    state = state_folder(args.state)
    with ExitStack() as opened:
        catalogue = opened.enter_context(closing(open_catalogue(args)))
        understanding = Understanding(catalogue, args.persona, _taught(catalogue, state, opened))
        if args.json:
            return _batch(understanding)
        return _one(understanding, args)


def _taught(catalogue: Catalogue, state: Path, opened: ExitStack) -> Callable[[Prompt], Prompt] | None:
    """Adds what people here have meant by trees and options, as the chat does; nothing without cases."""
    from tshoot.conversation.wordings import taught
    from tshoot.store.cases import FILE_NAME, CaseStore
    from tshoot.store.confirmed import Confirmed

    if not (state / FILE_NAME).is_file():
        return None
    try:
        store = opened.enter_context(CaseStore(state))
    except TshootError:  # a sentence can be understood without the cases
        return None
    catalogue.learn_from(Confirmed(catalogue, store))
    return lambda prompt: taught(catalogue, store, prompt)


def _batch(understanding: Understanding) -> int:
    from tshoot.lines.wire import lines_of, prepare, send

    prepare(sys.stdin)
    for line in lines_of(sys.stdin):
        if line != "":
            send(sys.stdout, _result(understanding, line))
    return 0


def _result(understanding: Understanding, line: str | None) -> dict[str, object]:
    from tshoot.cli.understanding import NotAsked
    from tshoot.lines.wire import NotJson, parse

    if line is None:
        return {"error": "the line is too long"}
    try:
        data = parse(line)
    except NotJson:
        return {"error": "the line is not JSON"}
    if not isinstance(data, dict):
        return {"error": 'expected an object such as {"text": "…"}'}
    fields = {name: data.get(name) for name in ("text", "tree", "node")}
    for name, value in fields.items():
        if not isinstance(value, str) and (value is not None or name == "text"):
            return {"error": f"{name}: expected a text"}
    try:
        if fields["node"] is None:
            return understanding.problem(str(fields["text"]))
        return understanding.answer(str(fields["text"]), str(fields["tree"] or ""), str(fields["node"]))
    except NotAsked as error:
        return {"error": str(error)}


def _one(understanding: Understanding, args: argparse.Namespace) -> int:
    from tshoot.cli.understanding import NotAsked

    try:
        found = (
            understanding.answer_lines(args.text, args.tree, args.node)
            if args.node
            else understanding.problem_lines(args.text)
        )
        lines = list(found)
    except NotAsked as error:
        raise UsageError(f"{str(error)[0].upper()}{str(error)[1:]}.") from None
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0
