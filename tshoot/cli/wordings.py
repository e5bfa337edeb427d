"""`tshoot wordings`: the phrases that people have confirmed, and the readings that they put right."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from tshoot.cli.options import add_sub
from tshoot.cli.tree_files import open_catalogue
from tshoot.errors import UsageError
from tshoot.language.clean import clean
from tshoot.store.cases import CaseStore
from tshoot.store.paths import state_folder

if TYPE_CHECKING:
    from tshoot.model.case import CaseHeader
    from tshoot.model.event import Event
    from tshoot.render.wordings import ForTree
    from tshoot.store.catalogue import Catalogue
    from tshoot.store.wordings import Wording

HELP = (
    "List, edit, switch, export or forget learned wordings, or list misread ones. Without more words: list them."
)

HEAD = ("ID", "Times", "Used", "Tree", "For", "Wording")
LIMITS = (6, 5, 4, 14, 20, 60)
MISREAD_HEAD = ("Times", "Tree", "Node", "Read as", "Meant", "Words")
MISREAD_KEYS = ("times", "tree", "node", "text", "read", "meant")
Misread = tuple[int, str, str, str, str, str]
"""How often, tree, node, redacted words, what they were read as, and what was meant."""
MISREAD_LIMITS = (5, 12, 12, 12, 12, 60)
"""Columns at most this wide."""

NOT_USED = "They are not used: `learn: true` is not set in settings.yaml."
NOT_KEPT = "None are kept: `learn: true` is not set in settings.yaml."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One sub-command for each thing to do with wordings."""
    parser.set_defaults(action="list", tree="", json=False)
    parsers = parser.add_subparsers(dest="action", metavar="list|edit|remove|off|on|forget|export|misread")
    listing = add_sub(parsers, "list", "the wordings that people have confirmed")
    listing.add_argument("--tree", default="", metavar="TREE", help="only those of this tree")
    listing.add_argument("--json", action="store_true", help="as a JSON array")
    edit = _numbered(parsers, "edit", "put other words in place of a wording")
    edit.add_argument("text", nargs="+", metavar="TEXT", help="the words")
    _numbered(parsers, "remove", "take a wording away; said again, it is learned again")
    _numbered(parsers, "off", "no longer use a wording, and keep it")
    _numbered(parsers, "on", "use a wording")
    forget = add_sub(parsers, "forget", "take all wordings away")
    forget.add_argument("--yes", action="store_true", help="do not ask")
    export = add_sub(parsers, "export", "the used ones as YAML, to paste into trees")
    export.add_argument("--tree", default="", metavar="TREE", help="only those of this tree")
    misread = add_sub(parsers, "misread", "readings that people put right, over all cases")
    misread.add_argument("--tree", default="", metavar="TREE", help="only those of this tree")
    misread.add_argument("--json", action="store_true", help="as a JSON array")


def _numbered(
    parsers: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help: str
) -> argparse.ArgumentParser:
    parser = add_sub(parsers, name, help)
    parser.add_argument("id", type=_id, metavar="ID", help="its number in the list")
    return parser


def _id(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is not the number of a wording")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Carry out the sub-command."""
    actions: dict[str, Callable[[CaseStore, argparse.Namespace], int]] = {
        "edit": _edit,
        "remove": _remove,
        "off": _switch,
        "on": _switch,
        "forget": _forget,
        "export": _export,
        "misread": _misread,
    }
    with CaseStore(state_folder(args.state)) as store:
        return actions.get(args.action or "list", _list)(store, args)


# Listing


def _list(store: CaseStore, args: argparse.Namespace) -> int:
    found = store.wordings.listed(args.tree)
    if args.json:
        _write_json([_data(one) for one in found])
        return 0
    from tshoot.cli.tables import table

    used = _is_consented(args)
    if found:
        sys.stdout.write(table(HEAD, [_row(one) for one in found], LIMITS))
        sys.stdout.write("" if used else f"{NOT_USED}\n")
    elif args.tree:
        sys.stdout.write("No wordings are kept for this tree. `tshoot wordings list` shows all of them.\n")
    else:
        sys.stdout.write(f"There are no wordings yet.{'' if used else f' {NOT_KEPT}'}\n")
    return 0


def _write_json(rows: Sequence[dict[str, object]]) -> None:
    import json

    sys.stdout.write(json.dumps(rows, indent=1) + "\n")


def _data(one: Wording) -> dict[str, object]:
    values = {name: getattr(one, name) for name in type(one).__dataclass_fields__}
    return {name: clean(value) if isinstance(value, str) else value for name, value in values.items()}


def _row(one: Wording) -> tuple[str, ...]:
    place = f"{one.node}: {one.option}" if one.node else "the tree"
    return (str(one.id), str(one.times), "no" if one.off else "yes", one.tree, place, one.text)


def _is_consented(args: argparse.Namespace) -> bool:
    from tshoot.conversation.wordings import consents

    with closing(open_catalogue(args)) as catalogue:
        return consents(catalogue)


# Changing


def _edit(store: CaseStore, args: argparse.Namespace) -> int:
    text = store.wordings.edit(args.id, " ".join(args.text))
    sys.stdout.write(f"Wording {args.id} is now “{clean(text)}”.\n")
    return 0


def _remove(store: CaseStore, args: argparse.Namespace) -> int:
    store.wordings.remove(args.id)
    sys.stdout.write(f"Wording {args.id} is gone.\n")
    return 0


def _switch(store: CaseStore, args: argparse.Namespace) -> int:
    store.wordings.switch(args.id, on=args.action == "on")
    sys.stdout.write(f"Wording {args.id} is {'used from now on' if args.action == 'on' else 'no longer used'}.\n")
    return 0


def _forget(store: CaseStore, args: argparse.Namespace) -> int:
    count = len(store.wordings.listed())
    if not args.yes and count and not _is_sure(count):
        sys.stdout.write("Nothing was forgotten.\n")
        return 1
    count = store.wordings.forget()
    sys.stdout.write(f"{count} {'wording is' if count == 1 else 'wordings are'} forgotten.\n")
    return 0


def _is_sure(count: int) -> bool:
    if not sys.stdin.isatty():
        raise UsageError(
            "Forgetting all wordings cannot be taken back, and there is nobody here to ask.",
            "To forget them all the same: tshoot wordings forget --yes",
        )
    sys.stdout.write(f"Forget {count} {'wording' if count == 1 else 'wordings'} for good? Type yes or no: ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().casefold() in ("yes", "y")


# For authors


def _export(store: CaseStore, args: argparse.Namespace) -> int:
    from tshoot.render.wordings import to_yaml

    names = dict.fromkeys(one.tree for one in store.wordings.listed(args.tree) if not one.off)
    with closing(open_catalogue(args)) as catalogue:
        text = to_yaml(_for_tree(store, catalogue, name) for name in names)
    sys.stdout.write(text or "# There are no wordings to paste.\n")
    return 0


def _for_tree(store: CaseStore, catalogue: Catalogue, name: str) -> ForTree:
    from tshoot.model.tree import Ask, Check
    from tshoot.render.wordings import ForTree

    nodes = dict.fromkeys(one.node for one in store.wordings.listed(name) if one.node)
    means = {node: found for node in nodes if (found := store.wordings.means_at(name, node))}
    tree = catalogue.tree(name)
    # A tree that is not here may be elsewhere: then the questions are taken to have options.
    placed = [node for node in means if tree is None or isinstance(tree.nodes.get(node), Ask | Check)]
    return ForTree(
        name,
        store.wordings.phrases_by_tree().get(name, ()),
        {node: means[node] for node in placed},
        {node: options for node, options in means.items() if node not in placed},
    )


def misread(store: CaseStore, tree: str = "") -> list[Misread]:
    """The readings that people put right, the most frequent first, of all trees or of one."""
    found = Counter(one for one in _corrected(store) if tree in ("", one[0]))
    return [(times, *one) for one, times in found.most_common()]


def misread_table(rows: Sequence[Misread]) -> str:
    """They as a table."""
    from tshoot.cli.tables import table

    lines = [
        (str(times), tree, node or "(opening)", read, meant, text) for times, tree, node, text, read, meant in rows
    ]
    return table(MISREAD_HEAD, lines, MISREAD_LIMITS)


def _misread(store: CaseStore, args: argparse.Namespace) -> int:
    rows = misread(store, args.tree)
    if args.json:
        _write_json([dict(zip(MISREAD_KEYS, row, strict=True)) for row in rows])
    elif rows:
        sys.stdout.write(misread_table(rows))
    else:
        sys.stdout.write("Nobody has put a reading right yet.\n")
    return 0


def _corrected(store: CaseStore) -> Iterator[tuple[str, str, str, str, str]]:
    """Tree, node, redacted words, what they were read as, and what was meant; one for each time."""
    from tshoot.engine.corrections import corrections
    from tshoot.language.redact import GAP, redacted

    for header, events in store.corrected():
        known = tuple(_personal(header, events))
        for one in corrections(events):
            if (text := redacted(one.text, known).strip()) not in ("", GAP):
                yield tuple(clean(part) for part in (one.tree, one.node, text, one.read, one.meant))  # type: ignore[misc]


def _personal(header: CaseHeader, events: Sequence[Event]) -> Iterator[str]:
    """What the events say of the person; the trees, which may name more, are not read for it."""
    from tshoot.conversation.wordings import PERSONAL
    from tshoot.model.event import Answered, Learned, Started

    yield header.requester
    for event in events:
        match event:
            case Started(facts=facts):
                yield from (str(facts[name]) for name in PERSONAL if name in facts)
            case Learned(fact=name, value=value) if name in PERSONAL:
                yield str(value)
            case Answered(node=node, value=value) if node.removeprefix("fact:") in PERSONAL:
                yield str(value)
