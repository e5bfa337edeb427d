"""The files that `tshoot lint` looks at, and where it looks for the trees that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tshoot.authoring.files import FileKind, beside, kind_of, yaml_files


def files_in(paths: Iterable[Path], library: Iterable[Path]) -> Iterator[tuple[Path, FileKind]]:
    """Each file with its kind; a tree that is named brings its tests and translations."""
    tops = {folder.resolve() for folder in library}
    for path in paths:
        folder = path if path.is_dir() else path.parent
        # What lies somewhere below a library is not at its top, wherever one begins to look.
        below = not tops.isdisjoint(folder.resolve().parents)
        for file in yaml_files(path) if path.is_dir() else (path, *beside(path)):
            yield file, kind_of(file, None if below else folder)


def context_folders(paths: Sequence[Path], library: Iterable[Path]) -> list[Path]:
    """Where names of trees are looked for: the folders of the files, and the library."""
    return list(dict.fromkeys([*(path.parent for path in paths if not path.is_dir()), *library]))
