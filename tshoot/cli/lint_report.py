"""What `tshoot lint` finds in files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tshoot.authoring.files import FileKind, LibraryKind, tree_of
from tshoot.authoring.library import Library, Member
from tshoot.cli.lint_files import context_folders, files_in
from tshoot.cli.lint_output import looked_at
from tshoot.model.diagnostic import Diagnostic, Span

if TYPE_CHECKING:
    from tshoot.authoring.parse import Parsed
    from tshoot.store.lint_kept import Kept


WORTH_IT = 20
"""Files from which on the cache is asked."""


class Cache(Protocol):
    """What was found before."""

    def get(self, keys: Iterable[bytes]) -> dict[bytes, Kept]:
        """What is known of these files."""

    def put(self, made: Mapping[bytes, Kept]) -> None:
        """Keeps what was found."""

    def close(self) -> None:
        """Lets go of it."""


class Report:
    """The files that were read, and the findings about them."""

    def __init__(
        self, open_cache: Callable[[], Cache | None], today: str, instead: Mapping[str, bytes] | None = None
    ) -> None:
        self._open_cache = open_cache
        self._today = today
        self._instead = instead or {}
        """What files hold that are not written yet."""
        self._sources: dict[str, bytes] = {}
        self.kinds: dict[str, FileKind] = {}
        """What each file is."""
        self._trees: dict[str, Member] = {}
        self._others: dict[str, Member] = {}
        self.findings: list[Diagnostic] = []

    def look(self, paths: Sequence[Path], library: Sequence[Path]) -> None:
        """Reads the files, each by itself, and looks at them together."""
        from tshoot.authoring.ignoring import heed
        from tshoot.authoring.lint import lint_library

        self._read(files_in(paths, library))
        if not Library(self._trees, {}).has_all():
            self._others = self._named(context_folders(paths, library))
        self.findings += lint_library(self._trees, self._others)
        speaking = {path for path, source in self._sources.items() if b"tshoot:" in source}
        kept = [item for item in self.findings if item.path not in speaking]
        for path in speaking:
            kept += heed(path, self.text_of(path), (item for item in self.findings if item.path == path))
        self.findings = sorted(kept)

    def _read(self, files: Iterable[tuple[Path, FileKind]]) -> None:
        trees: dict[str, bytes] = {}
        tests: list[Path] = []
        for path, kind in files:
            if str(path) in self.kinds:
                continue
            self.kinds[str(path)] = kind
            if (source := self._source(path)) is None:
                continue
            self._sources[str(path)] = source
            if kind == "tree":
                trees[str(path)] = source
            elif kind == "test":
                tests.append(path)
            elif kind == "translation":
                self.findings += self._translation(path, source)
            else:
                self.findings += _library_file(path, source, kind)
        for name, kept in self._linted(trees).items():
            self.findings += _at(name, kept)
            if member := _member(name, kept, trees[name]):
                self._trees[name] = member
        self._tests(tests)

    def _source(self, path: Path) -> bytes | None:
        from tshoot.authoring.source import read_bytes

        try:
            return self._instead[str(path)] if str(path) in self._instead else read_bytes(path)
        except OSError as error:
            message = f"the file cannot be read: {error.strerror or error}"
            self.findings.append(Diagnostic(str(path), Span(), "error", "unread-file", message))
            return None

    @cached_property
    def _cache(self) -> Cache | None:
        return self._open_cache()

    def _cache_for(self, files: int) -> Cache | None:
        """Opening it costs more than looking at a few files."""
        return self._cache if files >= WORTH_IT else None

    def _linted(self, trees: Mapping[str, bytes]) -> dict[str, Kept]:
        """What is found in each tree file by itself."""
        from tshoot.store.lint_kept import key_of
        from tshoot.store.lint_many import lint_many

        cache = self._cache_for(len(trees))
        if cache is None:
            return lint_many(trees, self._today)
        keys = {path: key_of("tree", path, source) for path, source in trees.items()}
        known = cache.get(keys.values())
        made = lint_many({path: trees[path] for path in trees if keys[path] not in known}, self._today)
        cache.put({keys[path]: kept for path, kept in made.items()})
        return {path: made.get(path) or known[keys[path]] for path in trees}

    def _tests(self, paths: Sequence[Path]) -> None:
        from tshoot.store.lint_kept import Kept, key_of

        cache = self._cache_for(len(paths))

        made: dict[bytes, Kept] = {}
        keys: dict[Path, bytes] = {}
        for path in paths:
            beside = tree_of(path)
            source = self._sources.get(str(beside)) or (beside and self._source_beside(beside)) or b""
            keys[path] = key_of("test", str(path), self._sources[str(path)], source)
        known = cache.get(keys.values()) if cache else {}
        for path, key in keys.items():
            kept = known.get(key)
            if kept is None:
                kept = made[key] = Kept("", self._test(path, self._sources[str(path)]))
            self.findings += _at(str(path), kept)
        if cache:
            cache.put(made)

    def _test(self, path: Path, source: bytes) -> tuple[Diagnostic, ...]:
        from tshoot.authoring.parse import parse_tree
        from tshoot.authoring.testlint import lint_tests
        from tshoot.authoring.treetest import parse_tests

        beside = tree_of(path)
        member = self._trees.get(str(beside))
        tree = member.tree if member else None
        if beside and not member and (of := self._source_beside(beside)) is not None:
            tree = parse_tree(of, str(beside)).tree
        tests = parse_tests(source, str(path))
        if tree is None and str(beside) in self._sources:
            return tests.diagnostics  # that its tree is broken is said of the tree
        return lint_tests(tests, tree)

    def _source_beside(self, path: Path) -> bytes | None:
        from tshoot.authoring.source import read_bytes

        try:
            return self._instead[str(path)] if str(path) in self._instead else read_bytes(path)
        except OSError:
            return None  # said where the tree itself is looked at

    def _translation(self, path: Path, source: bytes) -> tuple[Diagnostic, ...]:
        """What is wrong with a translation; a tree that is named like one should not go unnoticed."""
        from tshoot.authoring.files import translated_by
        from tshoot.authoring.findings import quote
        from tshoot.authoring.parse import parse_tree
        from tshoot.authoring.translation import parse_translation

        parsed = parse_tree(source, str(path))
        name = path.name.removesuffix(path.suffix)
        if parsed.tree and "tree" in parsed.places:
            message = (
                f"by its name, the file is a translation of {quote(name.rpartition('.')[0])}, and holds a tree"
            )
            hint = f"if it is a tree of its own, call it {quote(name.replace('.', '-') + path.suffix)}"
            return (Diagnostic(str(path), Span(), "warning", "unread-file", message, hint),)
        original = translated_by(path)
        of = self._source_beside(original) if original else None
        if original and of is not None and (tree := parse_tree(of, str(original)).tree):
            return parse_translation(source, str(path), tree).diagnostics
        return ()

    def _named(self, folders: Sequence[Path]) -> dict[str, Member]:
        """Trees that may be named, and about which nothing is said."""
        read = {Path(path).resolve() for path in self._sources}
        sources = {}
        for path, kind in files_in(folders, folders):
            if kind == "tree" and path.resolve() not in read and (source := self._source_beside(path)) is not None:
                sources[str(path)] = source
        made = {path: _member(path, kept, sources[path]) for path, kept in self._linted(sources).items()}
        return {path: member for path, member in made.items() if member}

    def looking_again(self, path: str) -> Callable[[str], list[Diagnostic]]:
        """What all findings about this file would be, if it held another text."""

        def look(text: str) -> list[Diagnostic]:
            from tshoot.authoring.ignoring import heed

            source = text.encode("utf-8", "surrogateescape")
            found = self._alone(Path(path), self.kinds[path], source)
            if self.kinds[path] == "tree" and b"tshoot:" in source:
                found = (*found, *self._together(path, source))
            return sorted(heed(path, text, found))

        return look

    def _alone(self, path: Path, kind: FileKind, source: bytes) -> tuple[Diagnostic, ...]:
        from tshoot.authoring.lint import lint_tree
        from tshoot.authoring.parse import parse_tree

        if kind == "tree":
            return lint_tree(parse_tree(source, str(path)), str(path), self._today)
        if kind == "test":
            return self._test(path, source)
        return self._translation(path, source) if kind == "translation" else _library_file(path, source, kind)

    def _together(self, path: str, source: bytes) -> Iterator[Diagnostic]:
        """What is found between this file and the others: a remark may ignore it."""
        from tshoot.authoring.lint import lint_library
        from tshoot.authoring.parse import parse_tree

        files: dict[str, Parsed | Member] = {**self._trees, path: parse_tree(source, path)}
        return (item for item in lint_library(files, self._others) if item.path == path)

    @property
    def empty(self) -> bool:
        """Whether there was nothing to look at."""
        return not self.kinds

    def total(self) -> str:
        """How many files of which kind were looked at."""
        return looked_at(self.kinds.values())

    def source_of(self, path: str) -> bytes:
        """What the file holds."""
        return self._sources.get(path, b"")

    def close(self) -> None:
        """Lets go of the cache."""
        if "_cache" in self.__dict__ and self._cache:
            self._cache.close()

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts of all files, each made when it is asked for."""
        return _Texts(self._sources)

    def text_of(self, path: str) -> str:
        """The text of a file, as far as it is one."""
        return self.texts.get(path, "")


class _Texts(Mapping[str, str]):
    def __init__(self, sources: Mapping[str, bytes]) -> None:
        self._sources = sources

    def __getitem__(self, path: str) -> str:
        return self._sources[path].decode("utf-8", "replace").removeprefix("\ufeff")

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


def _library_file(path: Path, source: bytes, kind: LibraryKind) -> tuple[Diagnostic, ...]:
    from tshoot.authoring.glossary import parse_glossary
    from tshoot.authoring.settings import parse_settings

    parsed = parse_settings(source, str(path)) if kind == "settings" else parse_glossary(source, str(path))
    return parsed.diagnostics


def _at(path: str, kept: Kept) -> tuple[Diagnostic, ...]:
    from tshoot.store.lint_kept import moved

    return moved(path, kept.findings)


def _member(path: str, kept: Kept, source: bytes) -> Member | None:
    from tshoot.store.lint_kept import member_of

    return member_of(path, kept, source)
