"""What the files of a library have in common: `settings.yaml` and `glossary.yaml`, beside its trees."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from tshoot.authoring.context import Context
from tshoot.authoring.fields import Fields
from tshoot.authoring.files import LibraryKind
from tshoot.authoring.findings import Findings, quote
from tshoot.authoring.items import Item, Pairs, Scalar
from tshoot.authoring.reader import read
from tshoot.language.aliases import LONGEST, MOST_WORDS, phrase_key
from tshoot.model.diagnostic import Diagnostic, Span

T = TypeVar("T")

VERSION = 1
"""The version of both languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFile(Generic[T]):
    """What came of a file: all of it that is sound, and everything that is wrong with it."""

    path: str
    value: T
    diagnostics: tuple[Diagnostic, ...]
    text: str = ""


def parse_file(
    source: bytes | str,
    path: str,
    kind: LibraryKind,
    keys: Sequence[str],
    make: Callable[[Fields | None, bool], T],
) -> ParsedFile[T]:
    """Parses a file of a library; `make` gets its keys, and whether something of it could not be read."""
    findings = Findings(path)
    file = read(source, findings, time.monotonic)
    # The reader knows trees alone.
    findings.all = [replace(one, message=one.message.replace("in a tree", "in this file")) for one in findings.all]
    if not isinstance(file.root, Pairs):
        if not findings.all:
            _not_a_mapping(findings, file.root, kind)
        value = make(None, True)
    else:
        known = len(findings.all)
        fields = Fields(Context(findings), _without_tree(file.root, findings, kind), "", "the file", keys, Span())
        _version(fields, kind)
        value = make(fields, file.broken)
        if file.broken:
            # What the rest would have said is not known.
            del findings.all[known:]
    return ParsedFile(path=path, value=value, diagnostics=tuple(sorted(findings.all)), text=file.text)


def _not_a_mapping(findings: Findings, root: Item | None, kind: str) -> None:
    what = "is empty" if root is None else "is not a mapping of keys and values"
    findings.error(Span(), "missing-key", f"the file {what}", f"begin with '{kind}: {VERSION}'")


def _without_tree(root: Pairs, findings: Findings, kind: str) -> Pairs:
    """A tree under a name that is taken gets one finding, in place of one for each of its keys."""
    pairs = {pair.key.text: pair for pair in root.pairs}
    tree = pairs.get("tree")
    if tree is None or kind in pairs:
        return root
    message = f"by its name, the file holds the {kind} of the library, and is not read as a tree"
    findings.error(tree.key.span, "conflict", message, f"give it another name, such as '{kind}-tree.yaml'")
    version = Scalar(str(VERSION), True, tree.key.span)
    return Pairs((replace(tree, key=replace(tree.key, text=kind), value=version),), root.span)


def _version(fields: Fields, kind: str) -> None:
    item = fields.item(kind)
    right = f"write '{kind}: {VERSION}'"
    if item is None:
        fields.lacks(kind, f"begin with '{kind}: {VERSION}'")
    elif not (isinstance(item, Scalar) and item.value == VERSION and item.value is not True):
        fields.wrong(kind, item, f"the version {VERSION} of its language", right)


class Phrases:
    """The names and other words of a file: each is told from the others, and stands only once."""

    def __init__(self, names: Sequence[str]) -> None:
        self._owners: dict[tuple[str, ...], str] = {}
        for name in names:
            self._owners.setdefault(phrase_key(name), name)
        self._names = dict(self._owners)

    def take_name(self, fields: Fields, name: str) -> bool:
        """Whether a name can be used; what speaks against it is found."""
        if not _fits(fields, name, name):
            return False
        first = self._names[phrase_key(name)]
        if first != name:
            message = f"{fields.noun} has {quote(name)} and {quote(first)}, which are the same words"
            span = fields.context.places.get("@" + fields.path(name), fields.span)
            fields.context.error(span, "conflict", message, "join the two")
        return first == name

    def take(self, fields: Fields, where: str, phrase: str, name: str) -> bool:
        """Whether other words for a name can be used; what speaks against them is found."""
        if not _fits(fields, where, phrase):
            return False
        key = phrase_key(phrase)
        owner = self._owners.setdefault(key, name)
        if owner == name and key != phrase_key(name):
            return True
        if owner == name:
            message = f"{fields.noun} has {quote(phrase)} for {quote(name)}, which are the same words"
            span = fields.context.places.get(fields.path(where), fields.span)
            fields.context.findings.warning(span, "no-effect", message, "delete it")
        else:
            message = f"has {quote(phrase)} for {quote(name)}, and it means {quote(owner)} already"
            fields.bad(where, message, "delete one of them", "conflict")
        return False


def _fits(fields: Fields, where: str, phrase: str) -> bool:
    key = phrase_key(phrase)
    if len(phrase) > LONGEST or len(key) > MOST_WORDS:
        message = f"has {quote(phrase)}, expected at most {LONGEST} characters and {MOST_WORDS} words"
        fields.bad(where, message, "shorten it")
        return False
    if not key:
        fields.bad(where, f"has {quote(phrase)}, which holds no word", "write it in words")
    return bool(key)
