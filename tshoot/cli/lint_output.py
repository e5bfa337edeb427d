"""How the findings of `tshoot lint` are shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tshoot.authoring.files import FileKind
    from tshoot.model.diagnostic import Diagnostic


def shown(form: str, findings: Sequence[Diagnostic], sources: Mapping[str, str], total: str) -> str:
    """The findings in one of the forms; `total` says how much was looked at."""
    from tshoot.lines.terminal import columns
    from tshoot.render import diagnostics as render

    if form == "json":
        return render.to_json(findings) + "\n"
    if form == "sarif":
        from tshoot import __version__
        from tshoot.authoring.rule_list import rule_texts
        from tshoot.render.sarif import to_sarif

        return to_sarif(findings, rule_texts(), __version__) + "\n"
    width = columns() if sys.stdout.isatty() else 0
    text = render.to_text(findings, sources, _wants_color(), width)
    return (text + "\n" if text else "") + _total(findings, total) + "\n"


def _total(findings: Sequence[Diagnostic], total: str) -> str:
    if not findings:
        return f"{total}, nothing to say." if total else "There is no tree to look at here."
    errors = sum(item.severity == "error" for item in findings)
    warnings = sum(item.severity == "warning" for item in findings)
    return f"{total}: {counted(errors, 'error')}, {counted(warnings, 'warning')}."


def looked_at(kinds: Collection[FileKind]) -> str:
    """How many files of which kind; those beside trees go without saying."""
    trees = sum(kind == "tree" for kind in kinds)
    if trees or not kinds:
        return counted(trees, "tree") if trees else ""
    files = counted(len(kinds), "file")
    return f"{files} of tests" if set(kinds) == {"test"} else files


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _wants_color() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
