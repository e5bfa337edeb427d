"""`tshoot doctor`: whether everything that tshoot needs is here and sound, and what to do where it is not."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tshoot.errors import TshootError
from tshoot.language.clean import clean

if TYPE_CHECKING:
    from tshoot.store.catalogue import Catalogue, TreeEntry

NAME = "doctor"
HELP = "Check this installation: versions, folders, database, terminal."
UNUSABLE = 3

Level = Literal["ok", "note", "problem"]

_PACKAGES = ("textual", "rich", "pyyaml", "rapidfuzz", "psutil")
_NOT_RUN = ("internet", "load")
"""Checks that reach out of this computer or take their time."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    area: str
    name: str
    level: Level
    text: str
    hint: str = ""
    """What to do; empty when there is nothing to do."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")


def run(args: argparse.Namespace) -> int:
    """Look at everything; 0, or 3 when cases cannot be kept."""
    state, trees = getattr(args, "state", None), tuple(getattr(args, "trees", None) or ())
    findings = [*_versions(), *_sqlite(), *_paths(state), *_cases(state)]
    findings += [*_trees(state, trees), *_terminal(), *_checks()]
    usable = not any(found.area == "cases" and found.level == "problem" for found in findings)
    sys.stdout.write(_as_json(findings, usable) if getattr(args, "json", False) else _as_text(findings))
    return 0 if usable else UNUSABLE


def _as_json(findings: list[Finding], usable: bool) -> str:
    import json

    return json.dumps({"usable": usable, "findings": [asdict(found) for found in findings]}, indent=2) + "\n"


def _as_text(findings: list[Finding]) -> str:
    lines: list[str] = []
    area = ""
    for found in findings:
        if found.area != area:
            lines += ["", found.area.capitalize()] if lines else [found.area.capitalize()]
            area = found.area
        lines.append(f"  {found.level:<8} {found.name}: {clean(found.text)}")
        lines += [f"           {clean(found.hint)}"] if found.hint else []
    problems = sum(found.level == "problem" for found in findings)
    many = f"{problems} problems" if problems > 1 else "1 problem"
    return "\n".join([*lines, "", f"{many} found." if problems else "Everything that tshoot needs is here.", ""])


def _versions() -> Iterator[Finding]:
    from importlib.metadata import PackageNotFoundError, version

    from tshoot import __version__

    yield Finding("versions", "tshoot", "ok", __version__)
    yield Finding("versions", "python", "ok", f"{sys.version.split()[0]} ({sys.executable})")
    for package in _PACKAGES:
        try:
            yield Finding("versions", package, "ok", version(package))
        except PackageNotFoundError:
            yield Finding("versions", package, "problem", "is missing", "Install tshoot again.")


def _sqlite() -> Iterator[Finding]:
    import sqlite3

    from tshoot.store.database import wal_bug

    version = sqlite3.sqlite_version
    if wal_bug(sqlite3.sqlite_version_info):
        hint = (
            "It can lose data when two programs clean up at once. tshoot avoids that; SQLite 3.51.3 is free of it."
        )
        yield Finding("versions", "sqlite", "note", f"{version} has a known bug (WAL reset)", hint)
    else:
        yield Finding("versions", "sqlite", "ok", version)


def _paths(state: str | None) -> Iterator[Finding]:
    from tshoot.store.catalogue_db import FILE_NAME as catalogue
    from tshoot.store.paths import log_file, state_folder

    try:
        folder = state_folder(state)
    except TshootError:
        return  # said once, with the cases
    yield Finding("places", "data folder", "ok", str(folder) + ("" if folder.exists() else " (not made yet)"))
    yield Finding("places", "catalogue of trees", "ok", str(folder / catalogue))
    log = log_file(folder)
    yield Finding("places", "log of failures", "ok", str(log) + ("" if log.exists() else " (empty)"))


def _cases(state: str | None) -> Iterator[Finding]:
    from tshoot.store.cases import FILE_NAME
    from tshoot.store.paths import state_folder

    try:
        path = state_folder(state) / FILE_NAME
        if path.exists():
            yield from _database(path)
        elif _can_be_made(path.parent):
            yield Finding("cases", "database", "ok", f"{path} is made with your first case")
        else:
            hint = "Give yourself write access to it, or name another folder with --state."
            yield Finding("cases", "database", "problem", f"tshoot may not write to {path.parent}.", hint)
    except TshootError as error:
        yield _failure("cases", "database", error)
    except OSError as error:
        yield Finding(
            "cases", "database", "problem", f"It cannot be looked at: {error.strerror}.", "Check the folder."
        )


def _database(path: Path) -> Iterator[Finding]:
    from tshoot.store.cases import CaseStore
    from tshoot.store.database import Database

    # Opening it as every start does brings it to this version's shape, or says why that cannot be.
    CaseStore(path.parent, patience=2.0).close()
    with closing(Database(path, patience=2.0)) as database:
        cases = database.rows("SELECT count(*) FROM cases")[0][0]
        size = f"{path.stat().st_size / 1000:,.0f} kB"
        yield Finding(
            "cases",
            "database",
            "ok",
            f"{path} ({cases} case{'s' if cases != 1 else ''}, {size}, schema {database.version()})",
        )
        damage = database.findings()
        if damage:
            hint = "Copy the file away, then bring back a copy from before the damage."
            yield Finding("cases", "integrity", "problem", "; ".join(damage[:3]), hint)
        else:
            yield Finding("cases", "integrity", "ok", "no damage found")
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        hint = "Give yourself write access to it, or name another folder with --state."
        yield Finding("cases", "writing", "problem", f"tshoot may not write to {path.parent}.", hint)


def _can_be_made(folder: Path) -> bool:
    there = next((place for place in (folder, *folder.parents) if place.exists()), None)
    return bool(there and there.is_dir() and os.access(there, os.W_OK | os.X_OK))


def _failure(area: str, name: str, error: TshootError) -> Finding:
    return Finding(area, name, "problem", error.sentence, error.hint)


def _trees(state: str | None, trees: tuple[str, ...]) -> Iterator[Finding]:
    from tshoot.store.catalogue import Catalogue
    from tshoot.store.paths import state_folder, tree_folders

    try:
        folders = tree_folders(trees)
        for folder in folders:
            yield Finding("trees", "library", "ok", str(folder))
        with closing(Catalogue(folders, state_folder(state))) as catalogue:
            entries = catalogue.entries()
            beside = list(_beside_trees(catalogue))
    except TshootError as error:
        yield _failure("trees", "library", error)
        return
    yield from _sound_and_broken(entries)
    yield from beside


def _sound_and_broken(entries: Sequence[TreeEntry]) -> Iterator[Finding]:
    broken = [entry.id for entry in entries if entry.broken]
    sound = len(entries) - len(broken)
    if sound:
        yield Finding("trees", "sound", "ok", f"{sound} tree{'s' if sound > 1 else ''}")
    else:
        yield Finding("trees", "sound", "problem", "no tree can be walked", "Name another folder with --trees.")
    if broken:
        more = f" and {len(broken) - 5} more" if len(broken) > 5 else ""
        yield Finding(
            "trees", "broken", "problem", ", ".join(broken[:5]) + more, "`tshoot lint` says what is wrong."
        )


def _beside_trees(catalogue: Catalogue) -> Iterator[Finding]:
    """What the library says beside its trees."""
    settings, terms = catalogue.settings(), len(catalogue.glossary().terms)
    names = len(settings.aliases)
    kept = "are kept" if settings.learn else "are not kept"
    known = f"{names} name{'s' if names != 1 else ''} with other words; confirmed wordings {kept}"
    yield Finding("trees", "settings", "ok", known)
    yield Finding("trees", "glossary", "ok", f"{terms} term{'s' if terms != 1 else ''}")
    for _, mistakes in catalogue.library_problems():
        first = mistakes[0]
        more = f", and {len(mistakes) - 1} more" if len(mistakes) > 1 else ""
        hint = "What is sound in it is used. `tshoot trees --problems` says what is wrong."
        text = f"{first.path}:{first.span.line}: {first.message}{more}"
        yield Finding("trees", Path(first.path).stem, "problem", text, hint)


def _terminal() -> Iterator[Finding]:
    there = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    term = os.environ.get("TERM", "")
    if not there:
        yield Finding(
            "terminal", "kind", "note", "none: input or output is redirected", "tshoot speaks line by line."
        )
    elif os.name == "posix" and term in ("", "dumb", "unknown"):
        yield Finding("terminal", "kind", "note", term or "not named", "tshoot speaks line by line.")
    else:
        yield Finding("terminal", "kind", "ok", term or "console")
    yield _size(there)
    yield Finding("terminal", "colours", "ok", _colours(term))
    encoding = (sys.stdout.encoding or "unknown").lower()
    if encoding.replace("-", "") == "utf8":
        yield Finding("terminal", "encoding", "ok", encoding)
    else:
        yield Finding(
            "terminal", "encoding", "note", encoding, "Some characters will look wrong. Set a UTF-8 locale."
        )
    inside = {"tmux": "TMUX", "screen": "STY", "ssh": "SSH_CONNECTION"}
    if within := [name for name, variable in inside.items() if os.environ.get(variable)]:
        yield Finding("terminal", "inside", "ok", ", ".join(within))


def _size(there: bool) -> Finding:
    columns, rows = shutil.get_terminal_size()
    if there and (columns < 40 or rows < 20):
        hint = "The chat needs 40 x 20; 80 x 24 is comfortable."
        return Finding("terminal", "size", "note", f"{columns} x {rows}", hint)
    return Finding("terminal", "size", "ok", f"{columns} x {rows}")


def _colours(term: str) -> str:
    if os.environ.get("NO_COLOR"):
        return "none (NO_COLOR is set)"
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "16 million"
    return "256" if "256" in term else "16 or fewer"


def _checks() -> Iterator[Finding]:
    """Runs the quick ones; what they find is the person's own business and is not shown."""
    from concurrent.futures import ThreadPoolExecutor

    from tshoot.checks.run import names, run

    quick = [name for name in names() if name not in _NOT_RUN]
    with ThreadPoolExecutor(len(quick)) as pool:
        results = dict(zip(quick, pool.map(lambda name: run(name, {}, deadline=5.0), quick), strict=True))
    for name in names():
        if name not in results:
            yield Finding("checks", name, "ok", "not tried here")
        elif results[name].status == "done":
            yield Finding("checks", name, "ok", "works here")
        else:
            yield Finding("checks", name, "note", results[name].sentence, "Trees ask you instead.")
