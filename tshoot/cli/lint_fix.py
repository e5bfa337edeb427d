"""`tshoot lint --fix` and `--diff`: safe repairs, written or shown."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.cli.lint_output import counted
from tshoot.cli.lint_report import Report
from tshoot.render.diagnostics import visible

if TYPE_CHECKING:
    from tshoot.authoring.fixing import Fixed
    from tshoot.cli.lint_choice import Choice

_ENDS = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


class Repairs:
    """The repaired files of a report."""

    def __init__(self, report: Report, choice: Choice) -> None:
        self.files = dict(_repaired(report, choice))
        self._before = {path: report.source_of(path) for path in self.files}

    @property
    def sources(self) -> dict[str, bytes]:
        """The repaired content of each file."""
        return {path: fixed.text.encode("utf-8") for path, fixed in self.files.items()}

    def write(self) -> None:
        """Writes the files anew."""
        from tshoot.store.rewrite import rewrite

        for path, after in self.sources.items():
            rewrite(Path(path), self._before[path], after)

    def said(self, would: bool = False) -> str:
        """What was done, a line for each repair, and a total."""
        rows = [
            f"{visible(path)}:{one.finding.span.line}: {visible(one.says)} [{one.finding.rule}]"
            for path, fixed in self.files.items()
            for one in fixed.done
        ]
        total = f"{counted(len(rows), 'repair')} in {counted(len(self.files), 'file')}"
        if would:
            return f"{total}; nothing is written.\n"
        return "".join(
            f"{row}\n" for row in (*rows, f"{total}." if rows else "There is nothing to repair safely.")
        )

    def diff(self) -> str:
        """The repairs as a patch."""
        terminal = sys.stdout.isatty()
        return "".join(
            f"{visible(line.rstrip(chr(10) + chr(13)))}\n" if terminal else line
            for path, fixed in self.files.items()
            for line in _diff(path, self._before[path].decode("utf-8"), fixed.text)
        )


def _repaired(report: Report, choice: Choice) -> Iterator[tuple[str, Fixed]]:
    from tshoot.authoring.fixing import fixed
    from tshoot.authoring.source import MAX_BYTES

    for path in sorted({item.path for item in choice.of(report.findings)}):
        source = report.source_of(path)
        if len(source) > MAX_BYTES:
            continue  # it was not read to its end
        try:
            text = source.decode("utf-8")
        except UnicodeDecodeError:
            continue
        made = fixed(text, path, report.looking_again(path), report.kinds[path] == "tree", choice.of)
        if made.done:
            yield path, made


def _diff(path: str, before: str, after: str) -> Iterator[str]:
    name = visible(Path(path).as_posix())
    for line in difflib.unified_diff(
        _lines(before), _lines(after), f"a/{name.lstrip('/')}", f"b/{name.lstrip('/')}"
    ):
        yield line
        if not line.endswith(("\n", "\r")):
            yield "\n\\ No newline at end of file\n"


def _lines(text: str) -> Sequence[str]:
    return [line for line in _ENDS.split(text) if line]
