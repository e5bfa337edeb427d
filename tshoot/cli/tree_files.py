"""A tree that somebody names by its id or its file, also one with mistakes; and all trees of a library."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.errors import TshootError, UnknownTree, UsageError
from tshoot.language.clean import clean
from tshoot.model.record import record
from tshoot.model.tree import DecisionTree

if TYPE_CHECKING:
    from tshoot.authoring.parse import Parsed
    from tshoot.model.library import Term
    from tshoot.store.catalogue import Catalogue


@record
class Named:
    """A tree as far as it could be read."""

    tree: DecisionTree | None
    note: str = ""
    """One sentence about its mistakes; empty: it has none that matter."""
    path: str = ""


def named_tree(name: str, args: argparse.Namespace) -> Named:
    """The tree of this id, or in this file; raises UnknownTree with the nearest name."""
    path = Path(name)
    if path.is_file():
        return _from_file(path)
    with closing(open_catalogue(args)) as catalogue:
        entry = catalogue.entry(name)
        if entry and not entry.broken and (tree := catalogue.tree(name)):
            return Named(tree, path=entry.path)
        if entry:
            return _from_source(catalogue.source(name) or "", entry.path)
        raise unknown(name, path, catalogue)


def open_catalogue(args: argparse.Namespace) -> Catalogue:
    """The library that was asked for."""
    from tshoot.store.catalogue import Catalogue
    from tshoot.store.paths import state_folder, tree_folders

    return Catalogue(tree_folders(args.trees or ()), state_folder(args.state))


def library_trees(args: argparse.Namespace, language: str = "") -> tuple[list[DecisionTree], tuple[str, ...]]:
    """All sound trees of the library, translated where they are, and a sentence about the others."""
    with closing(open_catalogue(args)) as catalogue:
        entries = catalogue.entries()
        sound = [entry for entry in entries if not entry.broken]
        trees = [
            _read_in(tree, Path(entry.path), language) for entry in sound if (tree := catalogue.tree(entry.id))
        ]
    return trees, left_out([entry.id for entry in entries if entry.broken])


def left_out(names: Sequence[str], command: str = "tshoot trees --problems") -> tuple[str, ...]:
    """A sentence about files that are not shown because of their mistakes."""
    if not names:
        return ()
    shown = ", ".join(clean(name, limit=60) for name in names[:5]) + (" and others" if len(names) > 5 else "")
    return (f"Left out, because of mistakes in the file: {shown}. `{command}` says all about them.",)


def parsed_file(path: Path) -> Parsed:
    """A tree file, read."""
    from tshoot.authoring.parse import parse_tree
    from tshoot.authoring.source import read_bytes

    try:
        return parse_tree(read_bytes(path), str(path))
    except OSError as error:
        shown = clean(str(path), limit=200)
        raise TshootError(
            f"The file {shown} cannot be read: {error.strerror or error}.", "Check its name."
        ) from error


def _from_file(path: Path) -> Named:
    return _named(parsed_file(path))


def _from_source(source: str, path: str) -> Named:
    from tshoot.authoring.parse import parse_tree

    return _named(parse_tree(source, path))


def _named(parsed: Parsed) -> Named:
    from tshoot.authoring.lint import mistakes

    errors = mistakes(parsed)
    path = clean(parsed.path, limit=200)
    if not errors:
        return Named(parsed.tree, path=parsed.path)
    count = "an error" if len(errors) == 1 else f"{len(errors)} errors"
    first = f"line {errors[0].span.line}: {clean(errors[0].message, limit=200)}"
    note = f"The file has {count}; {first}. `tshoot lint {path}` says more."
    return Named(parsed.tree, note, parsed.path)


def unknown(name: str, path: Path, catalogue: Catalogue) -> UsageError:
    """That a name is neither a tree nor a file, with the nearest of both."""
    from difflib import get_close_matches

    shown = clean(name, limit=60)
    if names_a_file(path):
        nearest = nearest_file(path.stem, [path.parent])
        hint = f"Did you mean {clean(str(nearest))}?" if nearest else "Name a tree file, or a tree."
        what = f"{shown} is a folder." if path.is_dir() else f"There is no file {shown}."
        return UsageError(what, hint)
    file = next((one for one in (f"{name}.yaml", f"{name}.yml") if Path(one).is_file()), "")
    if file:
        return UnknownTree(
            f"There is no tree called '{shown}'.", f"Did you mean the file {clean(file, limit=200)}?"
        )
    near = get_close_matches(name, [entry.id for entry in catalogue.entries()], 1)
    hint = f"Did you mean '{clean(near[0])}'?" if near else "`tshoot trees` lists all that are here."
    return UnknownTree(f"There is no tree called '{shown}'.", hint)


def names_a_file(path: Path) -> bool:
    """Whether somebody who wrote this meant a file, rather than the id of a tree."""
    return path.suffix in (".yaml", ".yml") or path.parent != Path()


def nearest_file(stem: str, folders: Iterable[Path]) -> Path | None:
    """The YAML file of these folders with the nearest name; its ending alone makes no two names alike."""
    from difflib import get_close_matches

    there = {one.stem: one for folder in folders for one in folder.glob("*.y*ml") if one.is_file()}
    near = get_close_matches(stem, there, 1)
    return there[near[0]] if near else None


def _read_in(tree: DecisionTree, file: Path, language: str) -> DecisionTree:
    if not language:
        return tree
    from tshoot.conversation.preview_library import in_language

    return in_language(tree, file, language)


def trees_at(paths: Sequence[Path], language: str = "") -> tuple[list[DecisionTree], list[Term], tuple[str, ...]]:
    """The sound trees in these files and folders, the terms of their glossaries, and a sentence about the others."""
    from tshoot.authoring.files import kind_of, yaml_files
    from tshoot.authoring.glossary import parse_glossary
    from tshoot.authoring.lint import is_sound
    from tshoot.authoring.source import read_bytes

    trees: dict[str, DecisionTree] = {}
    terms: list[Term] = []
    broken: list[str] = []
    for path in paths:
        if not path.exists():
            raise UsageError(
                f"There is no file or folder {clean(str(path), limit=200)}.",
                "Name a tree file, or a folder of trees.",
            )
        top = path if path.is_dir() else path.parent
        for file in yaml_files(path) if path.is_dir() else (path,):
            kind = kind_of(file, top)
            if kind == "glossary":
                terms += parse_glossary(read_bytes(file), str(file)).value.terms
            elif kind == "tree":
                parsed = parsed_file(file)
                if parsed.tree is None or not is_sound(parsed):
                    broken.append(file.name)
                else:
                    trees.setdefault(parsed.tree.id, _read_in(parsed.tree, file, language))
    return list(trees.values()), terms, left_out(broken, _lint_of(paths))


def _lint_of(paths: Sequence[Path]) -> str:
    """The command that says what is wrong in these files, whether the library has them or not."""
    return clean(shlex.join(["tshoot", "lint", *map(str, paths)]), limit=200)
