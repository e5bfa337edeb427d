"""Answers to what an editor asks about a place: what it is, where it is defined, who uses it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tshoot.authoring.editing.hints import check_lines, fact_lines, kind_word, node_line, node_lines, tree_lines
from tshoot.authoring.editing.names import Name, targets
from tshoot.authoring.editing.workspace import Workspace
from tshoot.model.diagnostic import Span
from tshoot.model.record import record
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import DecisionTree, Try


@record
class Found:
    """A stretch of a file."""

    path: Path
    span: Span


@record
class Part:
    """One row of a file's outline."""

    name: str
    detail: str
    kind: str
    whole: Span
    own: Span
    parts: tuple[Part, ...] = ()


def name_at(workspace: Workspace, path: Path, line: int, column: int) -> Name | None:
    """The name at a place, counted from 1."""
    return next((name for name in workspace.names(path) if name.holds(line, column)), None)


def describe(workspace: Workspace, path: Path, name: Name) -> list[str]:
    """What a name stands for, in a few lines of an author's text."""
    return list(_described(workspace, path, name))


def _described(workspace: Workspace, path: Path, name: Name) -> Iterator[str]:
    beside = workspace.tree_path(path)
    tree = workspace.tree(beside).tree if beside else None
    if name.kind == "check":
        yield from check_lines(name.name)
    elif name.kind == "tree":
        found = next((p.tree for p in workspace.trees(path).values() if p.tree and p.tree.id == name.name), None)
        yield from tree_lines(found) if found else ()
    elif name.kind == "fact":
        fact = (tree.facts.get(name.name) if tree else None) or STANDARD_FACTS.get(name.name)
        yield from fact_lines(fact) if fact else ()
    elif tree and (node := tree.nodes.get(name.name)):
        yield from node_lines(node, (target for _, target in targets(node)))
    elif tree:
        fixes = (fix for node in tree.nodes.values() if isinstance(node, Try) for fix in node.fixes)
        yield from (f"{fix.id} (a fix): {fix.text.text}" for fix in fixes if fix.id == name.name)


def definitions(workspace: Workspace, path: Path, name: Name) -> list[Found]:
    """Where a name is defined."""
    if name.kind == "tree":
        return [
            Found(file, next((n.span for n in workspace.names(file) if n.kind == "tree" and n.defines), Span()))
            for file, parsed in workspace.trees(path).items()
            if parsed.tree and parsed.tree.id == name.name
        ]
    found = [one for one in _same(workspace.around(path), name, defining=True) if name.kind != "check"]
    return found[:1] if name.kind == "fact" else found


def references(workspace: Workspace, path: Path, name: Name, definition: bool = True) -> list[Found]:
    """Everywhere that a name stands: nodes and facts in their tree and its tests, trees and checks everywhere."""
    everywhere = name.kind in ("tree", "check")
    files = workspace.library(path) if everywhere else workspace.around(path)
    return [one for one in _same(files, name) if definition or one not in definitions(workspace, path, name)]


def _same(files: Mapping[Path, tuple[Name, ...]], name: Name, defining: bool = False) -> list[Found]:
    return [
        Found(file, one.span)
        for file, names in files.items()
        for one in names
        if (one.kind, one.name) == (name.kind, name.name) and (one.defines or not defining)
    ]


def outline(workspace: Workspace, path: Path) -> list[Part]:
    """The parts of a tree: its facts and nodes."""
    parsed = workspace.tree(path)
    if workspace.kind(path) != "tree" or not parsed.tree:
        return []
    return list(_parts(parsed.tree, parsed.places, parsed.text.count("\n") + 1))


def _parts(tree: DecisionTree, places: Mapping[str, Span], lines: int) -> Iterator[Part]:
    heads = sorted(span.line for where, span in places.items() if where.startswith("@") and span.column == 1)
    for title, kind, rows in (
        ("facts", "fact", [(name, fact.kind) for name, fact in tree.facts.items()]),
        ("nodes", "node", [(name, node_line(node)) for name, node in tree.nodes.items()]),
    ):
        if own := places.get(f"@{title}"):
            end = next((line for line in heads if line > own.line), lines + 1)
            spans = [
                (name, detail, places[f"@{title}.{name}"]) for name, detail in rows if f"@{title}.{name}" in places
            ]
            ends = [*(span.line for _, _, span in spans[1:]), end]
            parts = tuple(
                Part(
                    name,
                    detail,
                    _kind(tree, kind, name),
                    Span(span.line, span.column, max(last, span.line + 1), 1),
                    span,
                )
                for (name, detail, span), last in zip(spans, ends, strict=True)
            )
            yield Part(title, f"{len(parts)}", "group", Span(own.line, own.column, end, 1), own, parts)


def _kind(tree: DecisionTree, kind: str, name: str) -> str:
    return kind_word(tree.nodes[name]) if kind == "node" else kind
