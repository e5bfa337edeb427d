"""`tshoot complete WORDS`: what may stand where the last word begins; for the shells' completion scripts.

It runs at each press of the tab key, so it loads neither the commands nor their parsers: their options stand in a
table here. It reads the databases without changing them, and says nothing where anything is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

HELP = "What may stand where the last word begins; for completion scripts."

FILES = ("--trees", "--state", "--out", "--answers", "--junit", "--report")
"""Options whose value is a path: the shell completes it."""

COMMON = ("--trees", "--state", "--help")
_FACES = ("--plain", "--json", "--answers", "--as", "--language")

OPTIONS: dict[str, tuple[str, ...]] = {
    "": (*_FACES, "--version"),
    "run": (*_FACES, "--problem"),
    "resume": (*_FACES, "--with"),
    "cases": (),
    "cases list": ("--status", "--queue", "--limit", "--json"),
    "cases show": ("--json",),
    "cases note": ("--as",),
    "cases export": ("--format", "--out", "--force"),
    "cases import": (),
    "cases delete": ("--yes",),
    "wordings": (),
    "wordings list": ("--tree", "--json"),
    "wordings edit": (),
    "wordings remove": (),
    "wordings off": (),
    "wordings on": (),
    "wordings forget": ("--yes",),
    "wordings export": ("--tree",),
    "wordings misread": ("--tree", "--json"),
    "stats": ("--tree", "--json"),
    "trees": ("--json", "--problems"),
    "search": ("--json", "--as"),
    "match": ("--json", "--as", "--tree", "--node"),
    "lint": (
        "--format",
        "--select",
        "--ignore",
        "--explain",
        "--fix",
        "--diff",
        "--watch",
        "--strict",
        "--no-cache",
    ),
    "test": (
        "--as",
        "--case",
        "--coverage",
        "--fail-under",
        "--skip-untested",
        "--format",
        "--junit",
        "--name",
        "--random",
        "--seed",
        "--snapshot",
        "--update",
        "--verbose",
        "--write",
    ),
    "translate": ("--seen", "--check"),
    "diff": ("--format",),
    "graph": ("--format", "--out", "--force", "--cases", "--across"),
    "docs": ("--format", "--out", "--title", "--force", "--language", "--as"),
    "preview": ("--as", "--language", "--plain"),
    "new": (
        "--title",
        "--symptom",
        "--summary",
        "--tier",
        "--audience",
        "--area",
        "--owner",
        "--shape",
        "--check",
        "--out",
        "--yes",
    ),
    "import": ("--format", "--name", "--out", "--report"),
    "schema": (),
    "lsp": ("--stdio",),
    "doctor": ("--json",),
    "completion": (),
}
"""The options of each command, beside the common ones."""

CASES = ("list", "show", "note", "export", "import", "delete")
WORDINGS = ("list", "edit", "remove", "off", "on", "forget", "export", "misread")
BELOW = {"cases": CASES, "wordings": WORDINGS}
"""Commands with sub-commands."""
SCHEMAS = ("tree", "test", "settings", "glossary", "translation")
SHELLS = ("bash", "zsh", "fish")

VALUES: dict[str, tuple[str, ...]] = {
    "--as": ("user", "agent"),
    "--status": ("open", "waiting", "closed"),
    "import --format": ("mermaid", "twee", "csv"),
    "--audience": ("user", "agent", "both"),
    "--shape": ("checklist", "yes-no", "check"),
    "cases export --format": ("markdown", "text", "json", "case"),
    "graph --format": ("text", "mermaid", "dot", "svg"),
    "docs --format": ("markdown", "html"),
    "lint --format": ("text", "json", "sarif"),
    "diff --format": ("text", "json"),
    "test --format": ("text", "json"),
}
"""The values of options, by the option or by command and option."""

FREE = (
    "--language", "--select", "--ignore", "--explain", "--title",
    "--queue", "--limit", "--problem", "--node", "--fail-under",
    "--name", "--random", "--seed", "--symptom", "--summary", "--tier", "--area", "--owner",
)  # fmt: skip
"""Options with a value that cannot be guessed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words typed so far."""
    parser.add_argument("words", nargs="*", metavar="WORD")


def run(args: argparse.Namespace) -> int:
    """Print one candidate a line."""
    return complete(args.words)


def complete(words: Sequence[str]) -> int:
    """Print what may stand in place of the last of these words; never fails."""
    try:
        found = candidates(words[1:] if words[:1] == ["--"] else words)
    except Exception:  # at a press of the tab key nothing is better than a message in the middle of a line
        return 0
    # One with blanks or control bytes could not be typed as it is.
    sys.stdout.write("".join(f"{one}\n" for one in found if one.isprintable() and " " not in one))
    return 0


def candidates(words: Sequence[str]) -> list[str]:
    """What may stand in place of the last word."""
    *before, last = words or ("",)
    command, given = _command(before)
    option = before[-1] if before else ""
    if option in _with_value():
        return _starting(_values(command, option, before), last)
    if last.startswith("-"):
        return _starting((*OPTIONS.get(command, ()), *COMMON), last)
    return _starting(_positionals(command, given, before), last)


def _starting(found: Iterable[str], last: str) -> list[str]:
    return [one for one in found if one.startswith(last) or one.lower().startswith(last.lower())]


def _with_value() -> frozenset[str]:
    words = ("--as", "--status", "--format", "--with", "--tree", "--case", "--audience", "--shape")
    return frozenset((*FILES, *FREE, *words))


def _command(before: Sequence[str]) -> tuple[str, int]:
    """The command among the words, and how many words follow it that are no options."""
    plain: list[str] = []
    value_next = False
    for word in before:
        if value_next or word.startswith("-"):
            value_next = not value_next and word in _with_value()
        else:
            plain.append(word)
    if len(plain) > 1 and plain[1] in BELOW.get(plain[0], ()):
        return f"{plain[0]} {plain[1]}", len(plain) - 2
    if plain and plain[0] in OPTIONS:
        return plain[0], len(plain) - 1
    return "", len(plain)


def _values(command: str, option: str, before: Sequence[str]) -> Iterable[str]:
    if option in ("--with", "--tree"):
        return _trees(before)
    if option == "--case":
        return _cases(before)
    return VALUES.get(f"{command} {option}") or VALUES.get(option) or ()


def _positionals(command: str, given: int, before: Sequence[str]) -> Iterable[str]:
    if given:
        return ()
    sources: dict[str, Callable[[], Iterable[str]]] = {
        "": lambda: [name for name in OPTIONS if name and " " not in name],
        "run": lambda: _trees(before),
        "graph": lambda: _trees(before),
        "resume": lambda: _cases(before),
        "cases": lambda: CASES,
        "cases show": lambda: _cases(before),
        "cases note": lambda: _cases(before),
        "cases export": lambda: _cases(before),
        "cases delete": lambda: _cases(before),
        "wordings": lambda: WORDINGS,
        **dict.fromkeys(
            (f"wordings {name}" for name in ("edit", "remove", "off", "on")), lambda: _wordings(before)
        ),
        "completion": lambda: SHELLS,
        "schema": lambda: SCHEMAS,
    }
    return sources[command]() if command in sources else ()


def _trees(before: Sequence[str]) -> list[str]:
    """The trees that were in the library when it was last looked at."""
    from tshoot.store.paths import tree_folders

    given = [word for option, word in pairwise(before) if option == "--trees"]
    folders = [str(folder) for folder in tree_folders(given)]
    marks = ",".join("?" * len(folders))
    sql = f"SELECT DISTINCT tree FROM files WHERE NOT broken AND folder IN ({marks}) ORDER BY tree"  # noqa: S608
    return _column(_state(before) / "catalogue.db", sql, folders)


def _cases(before: Sequence[str]) -> list[str]:
    """The latest cases."""
    return _column(_state(before) / "cases.db", "SELECT number FROM cases ORDER BY updated DESC LIMIT 50")


def _wordings(before: Sequence[str]) -> list[str]:
    """The numbers of the learned wordings."""
    return _column(_state(before) / "cases.db", "SELECT id FROM wordings ORDER BY id")


def _state(before: Sequence[str]) -> Path:
    from tshoot.store.paths import state_folder

    given = [word for option, word in pairwise(before) if option == "--state"]
    return state_folder(given[-1] if given else None)


def _column(path: Path, sql: str, values: Sequence[str] = ()) -> list[str]:
    """The first column of a database that is only looked at."""
    if not path.is_file():
        return []
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=0.05)) as connection:
        return [str(row[0]) for row in connection.execute(sql, values)]
