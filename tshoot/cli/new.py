"""`tshoot new`: a tree to begin with, and its test."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tshoot.errors import UsageError

if TYPE_CHECKING:
    from tshoot.authoring.scaffold.parts import Shape
    from tshoot.authoring.scaffold.tree import Wanted
    from tshoot.model.tree import Audience

T = TypeVar("T", bound=str)

HELP = "Begin a tree with its test, from a few questions."
AUDIENCES: tuple[Audience, ...] = ("user", "agent", "both")
SHAPES: tuple[Shape, ...] = ("checklist", "yes-no", "check")
CHECKS = ("wifi", "internet", "disk", "memory", "load", "uptime", "printer", "vpn", "clock")
_TIERS = range(1, 10)
_LONGEST = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Each question can be answered by an option."""
    parser.add_argument("name", metavar="NAME", help="the tree's id, and its files' name")
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

    folder = Path(args.out or ".")
    name = _name(args.name)
    paths = [folder / f"{name}.yaml", folder / f"{name}.test.yaml"]
    _look(folder, name)
    wanted = _wanted(args, name)
    tree, test = (_schema(folder, kind) for kind in ("tree", "test"))
    write_new(dict(zip(paths, (tree_text(wanted, tree), tests_text(wanted, test)), strict=True)))
    shown = [clean(str(path), limit=_LONGEST) for path in paths]
    sys.stdout.write(f"Written: {shown[0]} and {shown[1]}\n")
    sys.stdout.write(f"Put your own steps in. Then:\n  tshoot lint {shown[0]}\n  tshoot test {shown[0]}\n")
    return 0


def _name(given: str) -> str:
    """The id: letters, digits and '-'; a path is none."""
    from tshoot.authoring.naming import slug

    if any(mark in given for mark in ("/", "\\", "\0")) or given.startswith("."):
        raise UsageError("NAME is the name of a tree, not a path.", "Name the folder with --out DIR.")
    if name := slug(given.removesuffix(".yaml").removesuffix(".yml")):
        return name
    raise UsageError("There is no letter and no digit in NAME.", "Take a short one, such as printer-is-dark.")


def _look(folder: Path, name: str) -> None:
    """Refuse before anything is asked."""
    from tshoot.language.clean import clean

    if not folder.is_dir():
        shown = clean(str(folder), limit=_LONGEST)
        raise UsageError(f"There is no folder {shown}.", "Make it first, or name another one with --out.")
    for ending in (".yaml", ".yml", ".test.yaml", ".test.yml"):
        if (folder / f"{name}{ending}").exists():
            raise UsageError(f"The file {name}{ending} exists already; nothing was written.", "Take another name.")


def _schema(folder: Path, kind: str) -> str:
    """The way from a folder to the schema, where one is near; empty where none is."""
    home = folder.resolve()
    for above in (home, *home.parents[:3]):
        if (above / "schema" / f"{kind}.schema.json").is_file():
            return Path(os.path.relpath(above, home), "schema", f"{kind}.schema.json").as_posix()
    return ""


def _wanted(args: argparse.Namespace, name: str) -> Wanted:
    from datetime import date, timedelta

    from tshoot.authoring.scaffold.parts import SHAPE_TEXTS
    from tshoot.authoring.scaffold.tree import Wanted

    ask = _Asker(args.yes)
    if ask.asks:
        ask.say("Enter takes what stands in brackets. Ctrl+C ends this, and nothing is written.")
    title = ask.text(
        "What is wrong, as a person would read it in a list?", args.title, name.replace("-", " ").capitalize()
    )
    symptoms = ask.texts(
        "What do people say when they have it? One a line, an empty line ends it.", args.symptom, title
    )
    tier = int(ask.word("Which tier works with it?", _given(args.tier), [str(tier) for tier in _TIERS], "1"))
    usual: Audience = "both" if tier == 1 else "agent"
    audience: Audience = ask.word("Who may walk it?", args.audience, AUDIENCES, usual)
    area = ask.text("Which area does it belong to, in a word?", args.area, "general")
    owner = ask.text("Who keeps it right?", args.owner, "service-desk")
    begun: Shape | None = "check" if args.check else args.shape
    for name_of, text in SHAPE_TEXTS.items() if ask.asks and not begun else ():
        ask.say(f"  {name_of}: {text}")
    shape: Shape = ask.word("What does it begin with?", begun, SHAPES, "yes-no")
    check = ask.word("Which check?", args.check, CHECKS, "internet") if shape == "check" else "internet"
    summary = ask.clean(args.summary or "") or f"{title}: the first steps, then a person."
    review = (date.today() + timedelta(days=365)).isoformat()
    return Wanted(
        name=name, title=title, symptoms=symptoms, summary=summary, tier=tier, audience=audience,
        area=area, owner=owner, review_by=review, shape=shape, check=check,
    )  # fmt: skip


def _given(number: int | None) -> str | None:
    return None if number is None else str(number)


class _Asker:
    """Asks line by line for what no option has answered."""

    def __init__(self, silent: bool) -> None:
        self.asks = not silent

    def clean(self, text: str) -> str:
        """A text that may stand in a tree."""
        from tshoot.language.clean import clean

        return clean(text, limit=_LONGEST)

    def say(self, text: str) -> None:
        """One line."""
        sys.stdout.write(f"{text}\n")

    def text(self, question: str, given: str | None, usual: str) -> str:
        """A text; the usual one for an empty line."""
        if given is not None:
            return self.clean(given) or usual
        return self._heard(f"{question} [{usual}]") or usual if self.asks else usual

    def texts(self, question: str, given: Sequence[str] | None, usual: str) -> tuple[str, ...]:
        """Texts, each once; the usual one where there are none."""
        found = [self.clean(text) for text in given or ()]
        if given is None and self.asks:
            line = self._heard(f"{question} [{usual}]")
            while line:
                found.append(line)
                line = self._heard("")
        return tuple(dict.fromkeys(text for text in found if text)) or (usual,)

    def word(self, question: str, given: T | None, allowed: Sequence[T], usual: T) -> T:
        """One of some words."""
        if given is not None or not self.asks:
            return given or usual
        while True:
            heard = self._heard(f"{question} {', '.join(allowed)} [{usual}]").casefold() or usual
            if found := next((word for word in allowed if word == heard), None):
                return found
            self.say(f"Please answer with one of these: {', '.join(allowed)}.")

    def _heard(self, question: str) -> str:
        if question:
            self.say(question)
        sys.stdout.write("> ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise UsageError("The answers ended early; nothing was written.", "Add --yes to take what is usual.")
        return self.clean(line)
