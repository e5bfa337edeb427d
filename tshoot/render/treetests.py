"""What came of the tests of trees, for people: the conversation, and what was expected beside what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from tshoot.authoring.testcoverage import Coverage
from tshoot.authoring.testreport import Difference, Line, folded
from tshoot.authoring.testrun import TestResult
from tshoot.render.diagnostics import visible
from tshoot.render.wrap import wrap

WIDTH = 80
INDENT = " " * 6
_LABEL = 10
_LATEST = 12
"""Lines of a conversation that are shown before a difference; the others with `--verbose`."""
_ROWS = 3
"""Rows of one text, unless all is shown."""
_PAGE = 24
"""Rows of a text of several lines, unless all is shown."""
_LONGEST = 600
"""Characters of a text that is found in place of another."""


def conversation(lines: Sequence[Line], everything: bool = False, width: int = WIDTH) -> list[str]:
    """The conversation of a walk; its latest part, unless everything is wanted."""
    hidden = 0 if everything else max(len(lines) - _LATEST, 0)
    rows = [f"{INDENT}({hidden} lines before; --verbose shows them)"] if hidden else []
    for line in lines[hidden:]:
        rows += _line(line, None if everything else _ROWS, width)
    return rows


def _line(line: Line, most: int | None, width: int) -> list[str]:
    text = f"{line.node}: {line.text}" if line.node else line.text
    rows = _labelled(line.who, text, most, width)
    if line.choices:
        rows += _labelled("", " / ".join(line.choices), most, width)
    if line.read:
        rows += _labelled("", f"(read as {line.read})", most, width)
    if most is None:
        rows += [row for text in line.more for row in _labelled("", f"({text})", most, width)]
    return rows


def differences(found: Iterable[Difference], everything: bool = False, width: int = WIDTH) -> list[str]:
    """What came otherwise: expected beside found, a sentence where nothing is compared."""
    rows: list[str] = []
    for one in found:
        sentence = one.what or one.sentence
        rows += wrap(visible(folded(sentence[:1].upper() + sentence[1:])), width, first=INDENT)
        if one.what:
            rows += _compared("expected", one.expected or "nothing", everything, width)
            rows += _compared("found", one.found or "nothing like it", everything, width)
    return rows


def _compared(label: str, text: str, everything: bool, width: int) -> list[str]:
    """One side of a difference: a text of several lines, such as a summary, stays one."""
    lines = [visible(line.rstrip()) for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        return _labelled(label, text if everything else text[:_LONGEST], None if everything else _ROWS * 2, width)
    first = f"{INDENT}{label.ljust(_LABEL)}"
    rows = wrap("\n".join(lines), width, first=first)
    hidden = 0 if everything or len(rows) <= _PAGE + 1 else len(rows) - _PAGE
    more = f"{' ' * len(first)}({hidden} lines more; --verbose shows them)"
    return [*rows[:-hidden], more] if hidden else rows


def _labelled(label: str, text: str, most: int | None, width: int) -> list[str]:
    first = f"{INDENT}{label.ljust(_LABEL)}"
    rows = wrap(visible(folded(text)), width, first=first)
    if most is not None and len(rows) > most:
        rows = [*islice(rows, most - 1), f"{rows[most - 1][: width - 2]} …"]
    return rows


def result_rows(result: TestResult, tree: str, path: str, verbose: bool = False, width: int = WIDTH) -> list[str]:
    """One test: a row where it passes, else the conversation up to the difference."""
    rows = [f"{'ok  ' if result.passed else 'FAIL'}  {visible(tree)}: {visible(result.test.name)}"]
    if result.passed and not verbose:
        return rows
    if not result.passed:
        rows.append(f"{INDENT}{visible(path)}:{result.test.line}")
    rows += conversation(result.lines, verbose, width) or [f"{INDENT}Nothing was asked."]
    return rows if result.passed else [*rows, "", *differences(result.differences, verbose, width)]


def coverage_rows(found: Coverage, tested: bool = True) -> list[str]:
    """What the tests of a tree take, and each thing that they do not; of a tree without tests that is all of it."""
    if not tested:
        return [f"{INDENT}{visible(found.tree)}: no tests; {found}"]
    rows = [f"{INDENT}{visible(found.tree)}: {found}"]
    if found.failed:
        failing = "the test that fails" if found.failed == 1 else f"the {found.failed} tests that fail"
        rows.append(f"{INDENT}  not counted: {failing}")
    return rows + [f"{INDENT}  not taken: {visible(one)}" for one in found.missing]
