"""Conditions and computed facts that cannot be read."""

import re
from collections.abc import Iterator

from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import expressions
from tshoot.engine.expressions import ExpressionError, parse
from tshoot.model.diagnostic import Diagnostic

ID = "bad-condition"
DESCRIPTION = "Conditions and computed facts can be read."

_ASSIGNED = re.compile(r"(?<![=!<>])=(?!=)")
_EXAMPLE = "compare facts, as in os == 'Windows' and not known(ssid)"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about expressions that are none."""
    for item in expressions(subject.tree):
        try:
            parse(item.source)
        except ExpressionError as error:
            span = subject.inside(item.where, item.source, error.column, 1)
            message = f"{subject.noun(item.where)}: {error.message}"
            hint = "write '==' to compare" if _ASSIGNED.search(item.source) else _EXAMPLE
            yield subject.finding(ID, span, message, hint)
