"""Repairs that an editor can offer: the nearest spelling that a finding names, and what `tshoot lint --fix` does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tshoot.authoring.editing.workspace import Workspace
from tshoot.authoring.edits import Edit
from tshoot.authoring.findings import quote
from tshoot.authoring.fixing import safe_repairs
from tshoot.authoring.quoting import scalar
from tshoot.authoring.source import split_lines
from tshoot.model.diagnostic import Diagnostic

_NEAREST = re.compile(r"did you mean '((?:[^'\\]|\\.)+)'\?\Z")


def offers(
    workspace: Workspace, path: Path, found: Sequence[Diagnostic]
) -> Iterator[tuple[Diagnostic, str, tuple[Edit, ...]]]:
    """The repairs of these findings of a file, each with what to call it; first those that are words to choose."""
    text = workspace.text(path)
    lines, others = split_lines(text), list[Diagnostic]()
    for one in found:
        if mended := spelling(one, lines):
            yield one, f"Write {mended[1]} in place of {mended[0]}", (Edit(one.span, mended[1]),)
        else:
            others.append(one)
    is_tree = workspace.kind(path) == "tree"
    for repair in safe_repairs(text, str(path), others, workspace.looking_again(path), is_tree):
        yield repair.finding, f"Repair: {repair.says}", repair.edits


def spelling(finding: Diagnostic, lines: Sequence[str]) -> tuple[str, str] | None:
    """The word that is wrong and what to write in its place; nothing where the finding names no spelling."""
    near = _NEAREST.search(finding.hint)
    span = finding.span
    if near is None or "\\" in near[1] or span.end_line != span.line or span.line > len(lines):
        return None
    written = lines[span.line - 1][span.column - 1 : span.end_column - 1]
    mark = written[:1] if len(written) > 1 and written[:1] in "\"'" and written[-1:] == written[:1] else ""
    word = written[1:-1] if mark else written
    # What stands there must be what the finding is about.
    if not word or quote(word) not in finding.message:
        return None
    return written, f"{mark}{near[1]}{mark}" if mark else scalar(near[1], flow=True)
