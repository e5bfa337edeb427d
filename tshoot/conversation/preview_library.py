"""The library of a preview: the tree that is being written, and those that it names; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from tshoot.authoring.files import SUFFIXES, LibraryKind
from tshoot.model.library import Glossary, Settings
from tshoot.model.tree import DecisionTree
from tshoot.store.catalogue import Catalogue
from tshoot.store.database import IN_MEMORY


class PreviewLibrary(Catalogue):
    """Gives the shown tree from memory and others from their files; compiles all of them only if it must."""

    def __init__(self, folders: Sequence[Path], state: Path) -> None:
        super().__init__(folders, state)
        self._path = IN_MEMORY
        self.shown: DecisionTree | None = None
        """The tree that is being written, as it is walked."""
        self._beside: dict[str, DecisionTree | None] = {}
        """The other trees that were asked for."""
        self._filed: set[str] = set()
        """Those that were in a file of their name."""
        self._parsed: dict[Path, tuple[bytes, DecisionTree | None]] = {}

    def show(self, tree: DecisionTree) -> None:
        """This is the tree of its id from now on."""
        self.shown = tree

    def forget(self) -> None:
        """Read the other trees anew."""
        self._beside = {}
        self._settings = self._glossary = None
        self.close()

    def tree(self, name: str) -> DecisionTree | None:
        """The shown tree, else the one of a file that is called so, else the one of a file that says so."""
        if self.shown and name == self.shown.id:
            return self.shown
        if name not in self._beside:
            self._beside[name] = self._by_file(name) or super().tree(name)
        return self._beside[name]

    def files(self) -> tuple[Path, ...]:
        """Where the other trees that were asked for are, or would be."""
        return tuple(path for name in self._beside for path in self._places(name))

    def renew(self) -> tuple[DecisionTree, ...]:
        """Read the other trees anew; those that are not as they were. One that is broken now stays as it was."""
        before = dict(self._beside)
        for name, old in before.items():
            gone = name in self._filed and not any(path.exists() for path in self._places(name))
            self._beside[name] = self._by_file(name) or (None if gone else old)
        found = ((tree, before[name]) for name, tree in self._beside.items())
        return tuple(tree for tree, old in found if tree and (old is None or old.digest != tree.digest))

    def source_by_digest(self, digest: str) -> str | None:
        """Nobody goes on with the walks of a preview, so they keep no versions of trees."""
        return None

    def settings(self) -> Settings:
        """The words of the folders' settings; nothing is learned here, and nothing learned is used."""
        if self._settings is None:
            from tshoot.authoring.settings import parse_settings
            from tshoot.store.library_files import merged_settings

            found = [parse_settings(source, str(path)).value for path, source in self._own("settings")]
            self._settings = Settings(merged_settings(found).aliases, learn=False)
        return self._settings

    def glossary(self) -> Glossary:
        """The terms that the folders explain."""
        if self._glossary is None:
            from tshoot.authoring.glossary import parse_glossary
            from tshoot.store.library_files import merged_glossary

            self._glossary = merged_glossary(
                [parse_glossary(source, str(path)).value for path, source in self._own("glossary")]
            )
        return self._glossary

    def _places(self, name: str) -> tuple[Path, ...]:
        return tuple(folder / f"{name}{suffix}" for folder in self._folders for suffix in SUFFIXES)

    def _by_file(self, name: str) -> DecisionTree | None:
        from tshoot.store.scan import is_tree_file

        for path in self._places(name):
            if is_tree_file(str(path.parent), path.name) and (source := _read(path)) is not None:
                tree = self._tree_in(path, source)
                if tree and tree.id == name:
                    self._filed.add(name)
                    return tree
        return None

    def _tree_in(self, path: Path, source: bytes) -> DecisionTree | None:
        """The tree of a file, if it can be walked; read again only where the file says something else."""
        from tshoot.authoring.lint import is_sound
        from tshoot.authoring.parse import parse_tree

        if path not in self._parsed or self._parsed[path][0] != source:
            parsed = parse_tree(source, str(path))
            self._parsed[path] = source, parsed.tree if is_sound(parsed) else None
        return self._parsed[path][1]

    def _own(self, kind: LibraryKind) -> list[tuple[Path, bytes]]:
        paths = [folder / f"{kind}{suffix}" for folder in self._folders for suffix in SUFFIXES]
        return [(path, source) for path in paths if (source := _read(path)) is not None]


def in_language(tree: DecisionTree, path: Path, language: str) -> DecisionTree:
    """A tree as its translation reads now; another version for each state of the translation."""
    from tshoot.authoring.translatable import translated
    from tshoot.authoring.translation import parse_translation

    stem = path.name.removesuffix(path.suffix)
    for code in dict.fromkeys(code for code in (language, language.partition("-")[0]) if code):
        for other in (path.with_name(f"{stem}.{code}{suffix}") for suffix in SUFFIXES):
            source = None if code == tree.language else _read(other)
            if source is not None:
                texts = parse_translation(source, str(other), tree).usable
                digest = f"{tree.digest}:{sha256(source).hexdigest()}"
                return replace(translated(tree, texts), language=code, digest=digest)
    return tree


def _read(path: Path) -> bytes | None:
    from tshoot.authoring.source import read_bytes

    try:
        return read_bytes(path)
    except (OSError, ValueError):  # a name in a tree may hold anything
        return None
