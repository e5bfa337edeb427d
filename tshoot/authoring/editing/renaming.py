"""Renaming nodes, fixes and facts: all places to change, proved by reading the changed files again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tshoot.authoring.editing.names import Name
from tshoot.authoring.editing.workspace import Workspace
from tshoot.authoring.edits import Edit, Places, applied
from tshoot.authoring.facts import name_mistake
from tshoot.authoring.findings import quote
from tshoot.authoring.fixes import ID_RULE, is_id
from tshoot.authoring.parsing_rules import PARSING_RULES
from tshoot.authoring.proof import values
from tshoot.authoring.source import split_lines, word_inside
from tshoot.authoring.translatable import fingerprint, translatable
from tshoot.authoring.translation import parse_translation
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import DecisionTree

_UNREAD = ("bad-condition", "bad-placeholder")

Changes = dict[Path, tuple[Edit, ...]]
"""What to change in each file."""


def can_rename(name: Name | None) -> bool:
    """Whether a name is one that can be renamed: that of a node, a fix, or a fact of one's own."""
    if name is None or name.kind not in ("node", "fact"):
        return False
    return name.kind == "node" or not (name.name in STANDARD_FACTS or name_mistake(name.name))


def rename(workspace: Workspace, path: Path, name: Name, new: str) -> Changes | str:
    """All places to change, or why the new name cannot be taken."""
    if not can_rename(name):
        known = name.kind == "fact"
        return (
            f"{quote(name.name)} is a name of tshoot's own"
            if known
            else "only nodes, fixes and facts can be renamed"
        )
    files = _knowing(workspace, path) if name.kind == "fact" else workspace.around(path)
    hidden = _hidden(workspace, files, name) if name.kind == "fact" else ""
    if wrong := _wrong_name(name, new) or _taken(files, name, new) or hidden:
        return wrong
    changes: Changes = {}
    for file, names in files.items():
        spans = [one.span for one in names if (one.kind, one.name) == (name.kind, name.name)]
        places = Places(workspace.text(file))
        for span in spans:
            if places.at(span) != name.name:
                return f"line {span.line} of {file.name} does not write {quote(name.name)} letter by letter"
        if spans:
            changes[file] = tuple(Edit(span, new) for span in dict.fromkeys(spans))
    _keep_seen(workspace, changes)
    unproved = _unproved(workspace, changes, name, new)
    return f"{unproved.name} would not say the same with this name" if unproved else changes


def _knowing(workspace: Workspace, path: Path) -> dict[Path, tuple[Name, ...]]:
    """The names of all trees of a library, their tests and translations: what one tree learns, the next one knows."""
    top = workspace.top(path)
    trees = [file for file in workspace.trees(path) if file.is_relative_to(top)]
    return {file: names for tree in (path, *trees) for file, names in workspace.around(tree).items()}


def _wrong_name(name: Name, new: str) -> str:
    if name.kind == "node":
        return "" if is_id(new) else f"a node {ID_RULE}"
    wrong = name_mistake(new)
    return f"the name of a fact {wrong}" if wrong else ""


def _taken(files: Mapping[Path, Iterable[Name]], name: Name, new: str) -> str:
    """Whether another thing is called so, or nothing is called by the old name."""
    same = [one for found in files.values() for one in found if one.kind == name.kind]
    defined = {one.name for one in same if one.defines or name.kind == "fact"}
    if new in defined or (name.kind == "fact" and new in STANDARD_FACTS):
        return f"there is a {name.kind} {quote(new)} already"
    return "" if name.name in defined else f"there is no node {quote(name.name)}"


def _hidden(workspace: Workspace, files: Iterable[Path], name: Name) -> str:
    """Which file may use a fact where it could not be read."""
    for file in files:
        if name.name in workspace.text(file):
            for one in workspace.own_findings(file):
                if one.severity == "error" and (one.rule in PARSING_RULES or one.rule in _UNREAD):
                    return f"a mistake in line {one.span.line} of {file.name} may hide names; put it right first"
    return ""


def _keep_seen(workspace: Workspace, changes: Changes) -> None:
    """A translation that was up to date stays so: what it has seen of an original is written anew."""
    for file in [file for file in changes if workspace.kind(file) == "translation"]:
        beside = workspace.tree_path(file)
        old = workspace.tree(beside).tree if beside else None
        new = _after(workspace, changes).tree(beside).tree if beside else None
        if old and new:
            changes[file] += tuple(_seen_anew(workspace.text(file), file, old, new))


def _seen_anew(text: str, file: Path, old: DecisionTree, new: DecisionTree) -> Iterator[Edit]:
    parsed, lines = parse_translation(text, str(file), old), split_lines(text.removeprefix("\ufeff"))
    for (where, before), after in zip(translatable(old).items(), translatable(new).values(), strict=True):
        seen, span = parsed.seen.get(where), parsed.places.get(f"seen.{where}")
        if seen == fingerprint(before) != fingerprint(after) and span:
            yield Edit(word_inside(lines, span, seen, 0, len(seen)), fingerprint(after))


def _after(workspace: Workspace, changes: Changes) -> Workspace:
    return workspace.with_texts({file: applied(workspace.text(file), edits) for file, edits in changes.items()})


def _unproved(workspace: Workspace, changes: Changes, name: Name, new: str) -> Path | None:
    """The first file that would say something else, up to the name."""
    after = _after(workspace, changes)
    for file in changes:
        wanted = [(one.kind, new if _is(one, name) else one.name) for one in workspace.names(file)]
        if (
            wanted != [(one.kind, one.name) for one in after.names(file)]
            or _masked(workspace.text(file), name.name, new) != _masked(after.text(file), name.name, new)
            or _rules(after, file) - _rules(workspace, file)
        ):
            return file
    return None


def _is(one: Name, name: Name) -> bool:
    return (one.kind, one.name) == (name.kind, name.name)


def _masked(text: str, *names: str) -> str:
    """All that a file says, without these names, and without what a translation has seen."""
    found = values(text)
    said = [pair for pair in found if pair[0] != "seen"] if isinstance(found, list) else found
    return re.sub(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, names))})(?![\w-])", "\0", repr(said))


def _rules(workspace: Workspace, file: Path) -> Counter[str]:
    return Counter(one.rule for one in workspace.own_findings(file))
