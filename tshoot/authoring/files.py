"""Which files of a folder are trees, which are tests or translations of trees, and which are the library's own."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

LibraryKind = Literal["settings", "glossary"]
FileKind = Literal["tree", "test", "translation"] | LibraryKind

SUFFIXES = (".yaml", ".yml")
LIBRARY_FILES: dict[str, LibraryKind] = {
    kind + suffix: kind for kind in get_args(LibraryKind) for suffix in SUFFIXES
}

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
"""What the code of a language looks like."""


def library_kind(path: str) -> LibraryKind | None:
    """What a file of the library's own is, by its path below the top of the library; None for all others."""
    return LIBRARY_FILES.get(path)


def kind_of(path: Path, top: Path | None = None) -> FileKind:
    """What a file is, by its name: `wifi.test.yaml` is a test, `wifi.es.yaml` a translation of `wifi.yaml`.

    `settings.yaml` and `glossary.yaml` belong to the library where they stand at its top, and are trees elsewhere.
    """
    if top is not None and path.parent == top and (own := library_kind(path.name)):
        return own
    name, _, last = path.name.removesuffix(path.suffix).rpartition(".")
    if not name:
        return "tree"
    if last == "test":
        return "test"
    beside = any(path.with_name(name + suffix).exists() for suffix in SUFFIXES)
    return "translation" if beside and LANGUAGE.match(last) else "tree"


def yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files in a folder and below, in order; hidden folders and files are left out."""
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        # A name tells more quickly than a look; only what is named like a tree is looked at.
        found += [Path(place, name) for name in names if name.endswith(SUFFIXES) and not name.startswith(".")]
    yield from (path for path in sorted(found) if path.is_file())


def test_of(tree: Path) -> Path | None:
    """The file of tests beside a tree."""
    return _beside(tree, tree.name.removesuffix(tree.suffix) + ".test")


def tree_of(test: Path) -> Path | None:
    """The tree beside a file of tests."""
    return _beside(test, test.name.removesuffix(test.suffix).removesuffix(".test"))


def translated_by(path: Path) -> Path | None:
    """The tree beside a translation."""
    return _beside(path, path.name.removesuffix(path.suffix).rpartition(".")[0])


def translations_of(tree: Path) -> tuple[Path, ...]:
    """The translations beside a tree."""
    stem = tree.name.removesuffix(tree.suffix)
    try:
        near = sorted(path for path in tree.parent.iterdir() if path.name.startswith(f"{stem}."))
    except OSError:
        return ()
    found = (path for path in near if path.suffix in SUFFIXES and kind_of(path) == "translation")
    return tuple(path for path in found if translated_by(path) == tree)


def beside(tree: Path) -> tuple[Path, ...]:
    """The tests and translations beside a tree."""
    tests = test_of(tree)
    return (*((tests,) if tests else ()), *translations_of(tree))


def _beside(path: Path, name: str) -> Path | None:
    found = (path.with_name(name + suffix) for suffix in SUFFIXES)
    return next((file for file in found if file.is_file()), None)
