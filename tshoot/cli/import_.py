"""`tshoot import`: a flowchart of another tool as a first tree to work on."""

from __future__ import annotations

import argparse
import codecs
import sys
from pathlib import Path

from tshoot.errors import UsageError

HELP = "Make a first tree of a flowchart: Mermaid, Twine's Twee 3, or a table of question, answer, next."
FORMATS = ("mermaid", "twee", "csv")
_LONGEST = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The chart, and where the tree goes."""
    parser.add_argument("file", metavar="FILE", help="the flowchart")
    parser.add_argument(
        "--format", choices=FORMATS, help="what it is; told from its name and its beginning otherwise"
    )
    parser.add_argument("--name", help="the tree's id; the file's name otherwise")
    parser.add_argument(
        "-o", "--out", metavar="DIR", help="write the tree and its test there; otherwise it is printed"
    )
    parser.add_argument("--report", metavar="FILE", help="write the report to a file")


def run(args: argparse.Namespace) -> int:
    """Convert; 0 when everything was carried over, 1 when something was not."""
    from tshoot.authoring.importing.tree import convert, format_of
    from tshoot.authoring.naming import slug
    from tshoot.cli.writing import write_new

    path = Path(args.file)
    text, notes = _read(path)
    kind = args.format or format_of(path.name, text)
    if "<tw-storydata" in text:
        raise UsageError(
            "This is a story that Twine has published as a page.",
            "In Twine, choose Build, then Export As Twee, and import that file.",
        )
    if not kind:
        raise UsageError("It is not clear what kind of flowchart this is.", "Add --format mermaid, twee or csv.")
    name = slug(args.name or path.name.partition(".")[0]) or "imported"
    found = convert(text, kind, name, notes)
    files: dict[Path, str] = {}
    if found.tree and args.out:
        folder = _folder(args.out)
        files[folder / f"{name}.yaml"] = found.tree
        if found.tests:
            files[folder / f"{name}.test.yaml"] = found.tests
    if args.report:
        files[Path(args.report)] = found.report
    write_new(files)
    _say(files, found.report, found.tree if not args.out else "", bool(args.report))
    return 0 if found.lossless else 1


def _say(files: dict[Path, str], report: str, tree: str, reported: bool) -> None:
    """The tree on standard output, where it goes to no file; then the report beside it."""
    from tshoot.language.clean import clean

    sys.stdout.write(tree)
    beside = sys.stderr if tree else sys.stdout
    beside.write("".join(f"Written: {clean(str(path), limit=_LONGEST)}\n" for path in files))
    if not reported:
        beside.write(report)


def _folder(given: str) -> Path:
    from tshoot.language.clean import clean

    folder = Path(given)
    if not folder.is_dir():
        shown = clean(given, limit=_LONGEST)
        raise UsageError(f"There is no folder {shown}.", "Make it first, or name another one with --out.")
    return folder


def _read(path: Path) -> tuple[str, list[str]]:
    """The text, and what is to be said about how it was read: spreadsheets write more than UTF-8."""
    from tshoot.authoring.source import MAX_BYTES, read_bytes
    from tshoot.language.clean import clean

    shown = clean(str(path), limit=_LONGEST)
    try:
        source = read_bytes(path)
    except OSError as error:
        raise UsageError(f"The file {shown} cannot be read: {error.strerror}.", "Name a flowchart.") from error
    if len(source) > MAX_BYTES:
        raise UsageError(f"The file {shown} has more than {MAX_BYTES:,} bytes.", "Import it in parts.")
    if source[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return source.decode("utf-16", "replace"), []
    try:
        return source.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        note = "the file is not UTF-8: it was read as Windows-1252, so look at letters with accents"
        return source.decode("cp1252", "replace"), [note]
