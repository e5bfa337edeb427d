"""`tshoot test --snapshot`: all texts of the trees beside what they were when somebody last looked at them."""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import Literal

from tshoot.cli.testfiles import Trees, tree_files
from tshoot.errors import StorageError, UsageError
from tshoot.model.record import record

SUFFIX = ".texts.md"
INDENT = " " * 6
MOST_ROWS = 60
"""Rows of one tree's differences, unless all are wanted."""

State = Literal["same", "new", "updated", "changed", "broken"]


@record(kw_only=True)
class Compared:
    """What came of comparing one tree."""

    tree: str
    path: str
    """The page of its texts."""
    state: State
    diff: tuple[str, ...] = ()


def compare(args: argparse.Namespace, paths: Sequence[Path]) -> int:
    """Compares each tree with its page; 1 where one has changed and is not updated, or a tree is broken."""
    files = list(dict.fromkeys(tree_files(paths)))
    pages = {file: _page(file, args.snapshot) for file in files}
    _refuse_doubles(pages)
    trees = Trees(())
    found = [_compare(trees, file, page, args.update) for file, page in pages.items()]
    if args.format == "json":
        rows = [{"tree": one.tree, "path": one.path, "state": one.state, "diff": one.diff} for one in found]
        _say([json.dumps(rows, indent=1)])
    else:
        for one in found:
            _say(_rows(one, args.verbose))
        _say([_total(found, args)])
    return 1 if any(one.state in ("changed", "broken") for one in found) else 0


def _page(file: Path, folder: str) -> Path:
    name = file.name.removesuffix(file.suffix) + SUFFIX
    return Path(folder) / name if folder else file.with_name(name)


def _refuse_doubles(pages: dict[Path, Path]) -> None:
    owners: dict[Path, Path] = {}
    for file, page in pages.items():
        if (other := owners.setdefault(page, file)) != file:
            raise UsageError(f"{other} and {file} would both be kept in {page}.", "Leave out the folder.")


def _compare(trees: Trees, file: Path, page: Path, update: bool) -> Compared:
    from tshoot.render.snapshot import to_markdown

    tree = trees.tree(file)
    if tree is None:
        return Compared(tree=str(file), path=str(file), state="broken")
    now, before = to_markdown(tree), _read(page)
    if before == now:
        return Compared(tree=tree.id, path=str(page), state="same")
    diff = tuple(_differences((before or "").splitlines(), now.splitlines()))
    if before is None or update:
        _write(page, now)
        return Compared(tree=tree.id, path=str(page), state="new" if before is None else "updated", diff=diff)
    return Compared(tree=tree.id, path=str(page), state="changed", diff=diff)


def _differences(before: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    """The rows that differ, each group below the heading that it stands under."""
    for row in islice(unified_diff(before, now, lineterm="", n=2), 2, None):
        if row.startswith("@@"):
            line = int(row.split("+")[1].split(",")[0].split(" ")[0])
            above = (text for text in reversed(now[: line + 2]) if text.startswith("#"))
            yield next(above, "#").lstrip("# ")
        else:
            yield f"  {row}".rstrip()


def _read(page: Path) -> str | None:
    """The page as it was kept; nothing where there is none."""
    try:
        return page.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StorageError(f"{page} cannot be read: {error.strerror or error}.") from error


def _write(page: Path, text: str) -> None:
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StorageError(
            f"{page} cannot be written: {error.strerror or error}.", "Name another folder."
        ) from error


def _rows(one: Compared, verbose: bool) -> list[str]:
    from tshoot.render.diagnostics import visible

    if one.state == "broken":
        path = visible(one.path)
        return [f"FAIL  {path}: the tree has errors", f"{INDENT}hint: tshoot lint {path}"]
    if one.state != "changed":
        said = {"same": "", "new": f" (new: {visible(one.path)})", "updated": " (updated)"}[one.state]
        return [f"ok    {visible(one.tree)}{said}"]
    shown = one.diff if verbose else one.diff[:MOST_ROWS]
    rows = [f"FAIL  {visible(one.tree)}: its texts are not those of {visible(one.path)}"]
    rows += [f"{INDENT}{visible(row)}".rstrip() for row in shown]
    more = len(one.diff) - len(shown)
    return [*rows, *([f"{INDENT}({more} rows more; --verbose shows them)"] if more > 0 else [])]


def _total(found: Sequence[Compared], args: argparse.Namespace) -> str:
    from tshoot.render.diagnostics import visible

    changed = sum(one.state == "changed" for one in found)
    broken = sum(one.state == "broken" for one in found)
    trees = "1 tree" if len(found) == 1 else f"{len(found)} trees"
    wrong = [f"{count} {word}" for count, word in ((changed, "changed"), (broken, "broken")) if count]
    if not wrong:
        return f"{trees}, all texts as they are kept."
    places = [*args.paths, "--snapshot", *([args.snapshot] if args.snapshot else []), "--update"]
    hint = f" Where the new texts are right: {visible(shlex.join(['tshoot', 'test', *places]))}" if changed else ""
    return f"{trees}, {', '.join(wrong)}.{hint}"


def _say(rows: Sequence[str]) -> None:
    sys.stdout.write("".join(f"{row}\n" for row in rows))
