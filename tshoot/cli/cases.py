"""`tshoot cases`: list, show, note, export, import and delete cases."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from tshoot.cli.options import add_sub
from tshoot.errors import CaseBusy, UsageError
from tshoot.language.clean import clean
from tshoot.model.case import CaseHeader
from tshoot.store.cases import CaseStore
from tshoot.store.paths import state_folder

HELP = "List, show, note, export, import or delete cases. Without more words: list them."

HEAD = ("Case", "When", "Queue", "Status", "Title")
LIMITS = (9, 16, 14, 8, 60)
"""Columns at most this wide."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One sub-command for each thing to do with cases."""
    parser.set_defaults(action="list", status=None, queue=None, limit=50, json=False)
    parsers = parser.add_subparsers(dest="action", metavar="list|show|note|export|import|delete")
    listing = _sub(parsers, "list", "the latest cases")
    listing.add_argument("--status", choices=("open", "waiting", "closed"), help="only cases of this status")
    listing.add_argument("--queue", metavar="NAME", help="only cases in this queue")
    listing.add_argument("--limit", type=_count, default=50, metavar="N", help="at most so many; default: 50")
    listing.add_argument("--json", action="store_true", help="as a JSON array")
    show = _sub(parsers, "show", "all there is to know about a case", case=True)
    show.add_argument("--json", action="store_true", help="as JSON")
    note = _sub(parsers, "note", "add a note to a case", case=True)
    note.add_argument("text", nargs="+", metavar="TEXT", help="the note")
    note.add_argument(
        "--as", dest="persona", choices=("user", "agent"), default="user", help="who writes it; default: user"
    )
    export = _sub(parsers, "export", "write a case down, for another person or computer", case=True)
    export.add_argument("--format", choices=("markdown", "text", "json", "case"), help=_FORMATS)
    export.add_argument("--out", metavar="FILE", help="a file to write; default: standard output")
    export.add_argument("--force", action="store_true", help="write over a file that exists")
    taken = _sub(parsers, "import", "take in a case that was exported elsewhere")
    taken.add_argument("file", metavar="FILE", help="a file written with `--format case`")
    delete = _sub(parsers, "delete", "delete a case for good", case=True)
    delete.add_argument("--yes", action="store_true", help="do not ask")


_FORMATS = (
    "markdown, text, json: the summary; case: the whole case, to go on with elsewhere (default for .json files)"
)


def _sub(
    parsers: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help: str, *, case: bool = False
) -> argparse.ArgumentParser:
    parser = add_sub(parsers, name, help)
    if case:
        parser.add_argument("case", metavar="CASE", help="a case number, or its beginning")
    return parser


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= 1_000_000 and len(text) < 9):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is not a number from 1 to 1,000,000")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Carry out the sub-command."""
    if args.action == "note":
        return _note(args)
    actions: dict[str, Callable[[CaseStore, argparse.Namespace], int]] = {
        "show": _show,
        "export": _export,
        "import": _import,
        "delete": _delete,
    }
    with CaseStore(state_folder(args.state)) as store:
        return actions.get(args.action or "list", _list)(store, args)


def _list(store: CaseStore, args: argparse.Namespace) -> int:
    headers = store.headers(status=args.status, queue=args.queue, limit=args.limit)
    if args.json:
        import json

        sys.stdout.write(json.dumps([_data(header) for header in headers], indent=1) + "\n")
    elif headers:
        from tshoot.cli.tables import table

        sys.stdout.write(table(HEAD, [_row(header) for header in headers], LIMITS))
    elif args.status or args.queue:
        sys.stdout.write("No case is like that. `tshoot cases list` shows all of them.\n")
    else:
        sys.stdout.write("There are no cases yet. Type `tshoot` to say what is wrong.\n")
    return 0


def _data(header: CaseHeader) -> dict[str, object]:
    values = {name: getattr(header, name) for name in CaseHeader.__dataclass_fields__}
    return {name: clean(value) if isinstance(value, str) else value for name, value in values.items()}


def _row(header: CaseHeader) -> tuple[str, ...]:
    from tshoot.cli.tables import local_time

    queue = header.queue or f"tier {header.tier}"
    title = header.title or header.problem
    return (header.case, local_time(header.updated), queue, header.status, title)


def _show(store: CaseStore, args: argparse.Namespace) -> int:
    sys.stdout.write(_summary(store, store.resolve_number(args.case), "json" if args.json else "shown"))
    return 0


def _summary(store: CaseStore, case: str, form: str) -> str:
    from tshoot.cli.exchange import session_of
    from tshoot.engine.summary import summarize
    from tshoot.lines.terminal import columns
    from tshoot.render import summary as render
    from tshoot.render.corrections import corrected

    session = session_of(store.load(case))
    summary = summarize(session, case)
    if form == "json":
        return render.to_json(summary)
    more = corrected(session)
    if form == "markdown":
        return render.to_markdown(summary, more)
    return render.to_text(summary, min(columns(), 78) if form == "shown" else 78, more)


def _note(args: argparse.Namespace) -> int:
    from tshoot.conversation.conversation import Conversation
    from tshoot.conversation.workplace import open_workplace

    workplace = open_workplace(args.state, args.trees, args.persona)
    try:
        case = workplace.store.resolve_number(args.case)
        if workplace.store.occupy(case):
            raise CaseBusy(
                f"Case {case} is open in another window, so the note was not added.",
                "Type /note and your words there, or close that window first.",
            )
        workplace.opened.add(case)
        conversation = Conversation(workplace, case, workplace.store.load(case).events)
        if conversation.note(" ".join(args.text)).kind != "told":
            raise UsageError(
                "The note is empty.", f"Type the words behind the number: tshoot cases note {case} WORDS"
            )
        conversation.close()
    finally:
        workplace.close()
    sys.stdout.write(f"Noted in case {case}.\n")
    return 0


def _export(store: CaseStore, args: argparse.Namespace) -> int:
    from tshoot.cli.exchange import export_case

    case = store.resolve_number(args.case)
    form = args.format or {".json": "case", ".txt": "text"}.get(Path(args.out or "").suffix.lower(), "markdown")
    text = export_case(store, case) if form == "case" else _summary(store, case, form)
    if not args.out:
        sys.stdout.write(text)
        return 0
    from tshoot.cli.writing import write_private

    write_private(Path(args.out), text, force=args.force)
    sys.stdout.write(f"Case {case} is in {clean(args.out, limit=200)}.\n")
    if form == "case":
        sys.stdout.write("To go on with it elsewhere: tshoot resume FILE\n")
    return 0


def _import(store: CaseStore, args: argparse.Namespace) -> int:
    from tshoot.cli.exchange import import_file

    case = import_file(store, Path(args.file))
    sys.stdout.write(f"Case {case} is here now. To go on with it: tshoot resume {case}\n")
    return 0


def _delete(store: CaseStore, args: argparse.Namespace) -> int:
    case = store.resolve_number(args.case)
    if not args.yes and not _is_sure(store.header(case)):
        sys.stdout.write("Nothing was deleted.\n")
        return 1
    if store.occupy(case):
        store.release(case)
        raise CaseBusy(
            f"Case {case} is open in another window, so it was not deleted.",
            f"Close that window, then type: tshoot cases delete {case}",
        )
    store.delete(case)
    sys.stdout.write(f"Case {case} is deleted.\n")
    return 0


def _is_sure(header: CaseHeader) -> bool:
    if not sys.stdin.isatty():
        raise UsageError(
            f"Deleting case {header.case} cannot be taken back, and there is nobody here to ask.",
            f"To delete it all the same: tshoot cases delete {header.case} --yes",
        )
    sys.stdout.write(f"{header.case}  {clean(header.title or header.problem, limit=60)}\n")
    sys.stdout.write("Delete it for good? It cannot be brought back. Type yes or no: ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().casefold() in ("yes", "y")
