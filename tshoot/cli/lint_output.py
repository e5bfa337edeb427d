"""How the findings of `tshoot lint` are shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tshoot.model.diagnostic import Diagnostic


def shown(form: str, findings: Sequence[Diagnostic], sources: Mapping[str, str], total: str) -> str:
    """The findings in one of the forms; `total` says how much was looked at."""
    from tshoot.render import diagnostics as render

    if form == "json":
        return render.to_json(findings) + "\n"
    if form == "sarif":
        from tshoot import __version__
        from tshoot.authoring.rule_list import rule_texts
        from tshoot.render.sarif import to_sarif

        return to_sarif(findings, rule_texts(), __version__) + "\n"
    text = render.to_text(findings, sources, _wants_color())
    return (text + "\n" if text else "") + _total(findings, total) + "\n"


def _total(findings: Sequence[Diagnostic], total: str) -> str:
    if not findings:
        return "There is no tree to look at here." if total == "0 trees" else f"{total}, nothing to say."
    errors = sum(item.severity == "error" for item in findings)
    warnings = sum(item.severity == "warning" for item in findings)
    return f"{total}: {counted(errors, 'error')}, {counted(warnings, 'warning')}."


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _wants_color() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
