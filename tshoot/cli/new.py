"""`tshoot new`: a tree to begin with, and its test."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.errors import INTERRUPTED, UsageError

if TYPE_CHECKING:
    from tshoot.authoring.scaffold.parts import Shape
    from tshoot.authoring.scaffold.tree import Wanted
    from tshoot.cli.new_asking import Asker
    from tshoot.model.tree import Audience

HELP = "Begin a tree with its test, from a few questions."
AUDIENCES: tuple[Audience, ...] = ("user", "agent", "both")
SHAPES: tuple[Shape, ...] = ("checklist", "yes-no", "check")
CHECKS = ("wifi", "internet", "disk", "memory", "load", "uptime", "printer", "vpn", "clock")
_TIERS = range(1, 10)
_LONGEST = 200
_TITLE = "What is wrong, as a person would read it in a list?"
_TIER = "Which tier works with it? Tier 1 is the first line of support; the higher ones take over what it cannot solve."
_SUMMARY = "The first steps, then a person."
"""Lists show it beside the title, so it does not say that again."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Each question can be answered by an option."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="the tree's id, and its files' name")
    parser.add_argument("--title", help="what a person reads, as the problem")
    parser.add_argument("--symptom", action="append", help="what people say when they have it; repeatable")
    parser.add_argument("--summary", help="one line on what it covers")
    parser.add_argument(
        "--tier", type=int, choices=_TIERS, metavar="1-9", help="support level; 1 unless you say so"
    )
    parser.add_argument("--audience", choices=AUDIENCES, help="who may walk it")
    parser.add_argument("--area", help="a word to browse by, such as network")
    parser.add_argument("--owner", help="who keeps it right")
    parser.add_argument("--shape", choices=SHAPES, help="what it begins with")
    parser.add_argument(
        "--check", choices=CHECKS, metavar="CHECK", help="the check that it begins with; implies --shape check"
    )
    parser.add_argument("-o", "--out", metavar="DIR", help="the folder to write to; default: this one")
    parser.add_argument("--yes", action="store_true", help="ask nothing; take what is usual for the rest")


def run(args: argparse.Namespace) -> int:
    """Ask, then write both files; 0 when they are written."""
    from tshoot.authoring.scaffold.tree import tests_text, tree_text
    from tshoot.cli.writing import write_new
    from tshoot.language.clean import clean
    from tshoot.lines.streams import complain

    folder = Path(args.out or ".")
    try:
        wanted = _wanted(args, folder)
    except KeyboardInterrupt:
        complain("\nStopped. Nothing was written.\n")
        return INTERRUPTED
    paths = [folder / f"{wanted.name}.yaml", folder / f"{wanted.name}.test.yaml"]
    tree, test = (_schema(folder, kind) for kind in ("tree", "test"))
    write_new(dict(zip(paths, (tree_text(wanted, tree), tests_text(wanted, test)), strict=True)))
    shown = [clean(str(path), limit=_LONGEST) for path in paths]
    sys.stdout.write(f"Written: {shown[0]} and {shown[1]}\n")
    sys.stdout.write(f"Put your own steps in. Then:\n  tshoot lint {shown[0]}\n  tshoot test {shown[0]}\n")
    return 0


def _named(args: argparse.Namespace, folder: Path, ask: Asker) -> tuple[str, str]:
    """The id and the title. Without NAME, a person at a terminal is asked for both."""
    _look(folder)
    if args.name is not None:
        name = _free(folder, args.name)
        return name, ask.text(_TITLE, args.title, name.replace("-", " ").capitalize())
    if not (ask.asks and _at_a_terminal()):
        raise UsageError("The following arguments are required: NAME.", "`tshoot new --help` says more.")
    from tshoot.authoring.naming import slug, unused

    title = ask.clean(args.title or "") or ask.until(_TITLE, "", _title)
    near = slug(title)
    taken = {path.name.partition(".")[0] for path in folder.glob(f"{near}*.y*ml")} if near else set[str]()
    question = "How shall the tree be called? Its files get this name."
    return ask.until(question, near and unused(near, taken), lambda said: _free(folder, said)), title


def _title(said: str) -> str:
    if not said:
        raise UsageError("A tree needs a title.", "Such as: The printer does not print")
    return said


def _at_a_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def _free(folder: Path, given: str) -> str:
    """The id for what was given as NAME, if no file has it."""
    name = _name(given)
    for ending in (".yaml", ".yml", ".test.yaml", ".test.yml"):
        if (folder / f"{name}{ending}").exists():
            raise UsageError(f"The file {name}{ending} exists already; nothing was written.", "Take another name.")
    return name


def _name(given: str) -> str:
    """The id: letters, digits and '-'; a path is none."""
    from tshoot.authoring.naming import slug

    if any(mark in given for mark in ("/", "\\", "\0")) or given.startswith("."):
        raise UsageError("NAME is the name of a tree, not a path.", "Name the folder with --out DIR.")
    if name := slug(given.removesuffix(".yaml").removesuffix(".yml")):
        return name
    raise UsageError("There is no letter and no digit in NAME.", "Take a short one, such as printer-is-dark.")


def _look(folder: Path) -> None:
    """Refuse before anything is asked."""
    from tshoot.language.clean import clean

    if not folder.is_dir():
        shown = clean(str(folder), limit=_LONGEST)
        raise UsageError(f"There is no folder {shown}.", "Make it first, or name another one with --out.")


def _schema(folder: Path, kind: str) -> str:
    """The way from a folder to the schema, where one is near; empty where none is."""
    home = folder.resolve()
    for above in (home, *home.parents[:3]):
        if (above / "schema" / f"{kind}.schema.json").is_file():
            return Path(os.path.relpath(above, home), "schema", f"{kind}.schema.json").as_posix()
    return ""


def _wanted(args: argparse.Namespace, folder: Path) -> Wanted:
    from datetime import date, timedelta

    from tshoot.authoring.scaffold.parts import SHAPE_TEXTS
    from tshoot.authoring.scaffold.tree import Wanted
    from tshoot.cli.new_asking import Asker

    ask = Asker(args.yes)
    name, title = _named(args, folder, ask)
    symptoms = ask.texts(
        "What do people say when they have it? One a line, an empty line ends it.", args.symptom, title
    )
    summary = ask.text("What does the tree cover? Lists show it beside the title.", args.summary, _SUMMARY)
    tier = int(ask.word(_TIER, _given(args.tier), [str(tier) for tier in _TIERS], "1", "1 to 9"))
    usual: Audience = "both" if tier == 1 else "agent"
    audience: Audience = ask.word("Who may walk it?", args.audience, AUDIENCES, usual)
    area = ask.text("Which area does it belong to, in a word?", args.area, "general")
    owner = ask.text("Who keeps it right?", args.owner, "service-desk")
    begun: Shape | None = "check" if args.check else args.shape
    for name_of, text in SHAPE_TEXTS.items() if ask.asks and not begun else ():
        ask.say(f"  {name_of}: {text}")
    shape: Shape = ask.word("What does it begin with?", begun, SHAPES, "yes-no")
    check = ask.word("Which check?", args.check, CHECKS, "internet") if shape == "check" else "internet"
    review = (date.today() + timedelta(days=365)).isoformat()
    return Wanted(
        name=name, title=title, symptoms=symptoms, summary=summary, tier=tier, audience=audience,
        area=area, owner=owner, review_by=review, shape=shape, check=check,
    )  # fmt: skip


def _given(number: int | None) -> str | None:
    return None if number is None else str(number)
