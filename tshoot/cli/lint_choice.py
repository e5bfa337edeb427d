"""Which rules of `tshoot lint` are wanted: `--select`, `--ignore`, `--explain`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tshoot.errors import UsageError

if TYPE_CHECKING:
    from tshoot.model.diagnostic import Diagnostic

ALL = "all"

ALWAYS = frozenset({"yaml-characters", "yaml-limit", "yaml-syntax", "unread-file", "too-many"})
"""What keeps a file from being read: while it is there, silence about other rules would mean nothing."""


class Choice:
    """The rules whose findings are shown."""

    def __init__(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> None:
        self._select = frozenset(_named(select))
        self._ignore = frozenset(_named(ignore))
        if unreadable := sorted(ALWAYS & self._ignore):
            raise UsageError(
                f"'{unreadable[0]}' cannot be left out: a file that cannot be read has no other findings.",
                "Name single files in place of the folder.",
            )

    def of(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Those of the findings that are wanted."""
        if not self._select and not self._ignore:
            return list(findings)
        return [item for item in findings if self._wants(item)]

    def _wants(self, item: Diagnostic) -> bool:
        if item.rule in ALWAYS and item.severity == "error":
            return True
        return item.rule not in self._ignore and (not self._select or item.rule in self._select)


def add_choice(parser: argparse.ArgumentParser) -> None:
    """The options that name rules."""
    parser.add_argument(
        "--select", action="append", default=[], metavar="RULES", help="show the findings of these rules alone"
    )
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="RULES", help="leave out the findings of these rules"
    )
    parser.add_argument(
        "--explain", metavar="RULE", help="say what a rule asks for, with an example; 'all' lists the rules"
    )


def explain(rule: str) -> int:
    """Prints what a rule says of itself, or the list of all."""
    from tshoot.authoring.rule_list import rule_texts
    from tshoot.lines.terminal import columns
    from tshoot.render.rule_manual import in_text, overview

    texts = rule_texts()
    if rule == ALL:
        sys.stdout.write(overview(texts.values()))
        return 0
    (name,) = _named([rule]) or [""]
    sys.stdout.write(in_text(texts[name], min(columns(), 100)))
    return 0


def _named(words: Sequence[str]) -> list[str]:
    """The rules that options name, separated by commas."""
    names = [name.strip() for word in words for name in word.split(",") if name.strip()]
    if words and not names:
        raise UsageError("No rule is named.", "`tshoot lint --explain all` lists the rules.")
    if not names:
        return []
    from tshoot.authoring.rule_list import rule_texts

    known = rule_texts()
    for name in names:
        if name not in known:
            raise _unknown(name, known)
    return names


def _unknown(name: str, known: Iterable[str]) -> UsageError:
    from tshoot.authoring.findings import nearest, quote

    rules = list(known)
    near = nearest(name, rules) or next((rule for rule in rules if name in rule), "")
    hint = f"Did you mean {quote(near)}? " if near else ""
    return UsageError(f"There is no rule {quote(name)}.", f"{hint}`tshoot lint --explain all` lists the rules.")
