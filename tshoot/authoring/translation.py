"""Translations of trees (`wifi.es.yaml`): texts alone, laid out as in the tree, and what is wrong with them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tshoot.authoring.context import Context
from tshoot.authoring.fields import Fields
from tshoot.authoring.findings import Findings, did_you_mean, listing, quote
from tshoot.authoring.items import Hole, Item, Items, Pair, Pairs, Scalar
from tshoot.authoring.reader import read
from tshoot.authoring.translatable import Original, fingerprint, translatable
from tshoot.authoring.vocabulary.key import names
from tshoot.authoring.vocabulary.others import TRANSLATED, TRANSLATION
from tshoot.engine.placeholders import PlaceholderError, facts_in
from tshoot.model.diagnostic import Diagnostic, Span
from tshoot.model.tree import DecisionTree
from tshoot.model.wording import Wording

VERSION = 1
HEAD = names(TRANSLATION)
TOP = names(TRANSLATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedTranslation:
    """What came of a file."""

    path: str
    texts: Mapping[str, Original]
    """Path in the tree to its translation."""
    seen: Mapping[str, str]
    """Path to the fingerprint of the text that was translated."""
    diagnostics: tuple[Diagnostic, ...]
    stale: tuple[str, ...] = ()
    """Texts that are older than the original."""
    strange: tuple[str, ...] = ()
    """Texts that show other facts than the original."""
    text: str = ""
    places: Mapping[str, Span] = field(default_factory=dict)

    @property
    def usable(self) -> Mapping[str, Original]:
        """The texts that people are shown; what may be wrong by now is not among them: they read the original."""
        return {where: text for where, text in self.texts.items() if where not in (*self.stale, *self.strange)}


def parse_translation(source: bytes | str, path: str, tree: DecisionTree) -> ParsedTranslation:
    """Parses the translation of a tree; never raises."""
    findings = Findings(path)
    file = read(source, findings, time.monotonic)
    reader = _Reader(Context(findings), tree)
    if isinstance(file.root, Pairs):
        reader.file(file.root)
    elif not findings.all:
        findings.error(Span(), "missing-key", "the translation is empty", f"begin with 'translation: {VERSION}'")
    if not file.broken:
        reader.compare()
    places = reader.context.places
    return ParsedTranslation(
        path=path, texts=reader.texts, seen=reader.seen, diagnostics=tuple(sorted(findings.all)),
        stale=tuple(reader.stale), strange=tuple(reader.strange), text=file.text, places=places,
    )  # fmt: skip


class _Reader:
    """Reads one file beside its tree."""

    def __init__(self, context: Context, tree: DecisionTree) -> None:
        self.context = context
        self.texts: dict[str, Original] = {}
        self.seen: dict[str, str] = {}
        self.stale: list[str] = []
        self.strange: list[str] = []
        self._originals = translatable(tree)
        self._tree = tree

    def file(self, root: Pairs) -> None:
        """All of the file."""
        fields = Fields(self.context, root, "", "the translation", (*HEAD, *TOP), Span())
        version = fields.item("translation")
        if not (isinstance(version, Scalar) and version.value == VERSION and version.value is not True):
            fields.lacks(
                "translation", f"begin with 'translation: {VERSION}'"
            ) if version is None else fields.wrong(
                "translation", version, f"the version {VERSION} of its language", f"write 'translation: {VERSION}'"
            )
        self.seen = dict(fields.pairs("seen"))
        for pair in root.pairs:
            if pair.key.text in TOP:
                self._below(pair.key.text, pair)

    def _below(self, where: str, pair: Pair) -> None:
        """A text, or what stands below a key."""
        self.context.place(where, pair)
        if isinstance(pair.value, Hole):
            return
        original = self._originals.get(where)
        is_option = isinstance(pair.value, Pairs) and (f"{where}.means" in self._originals or ".options." in where)
        if original is not None and not is_option:
            self._text(where, pair.value, original)
        elif isinstance(pair.value, Pairs) and (is_option or self._has_below(where)):
            for inner in pair.value.pairs:
                name = inner.key.text
                self._below(where if is_option and name == "label" else f"{where}.{name}", inner)
        else:
            self._unknown(where, pair)

    def _has_below(self, where: str) -> bool:
        return any(path.startswith(f"{where}.") for path in self._originals)

    def _unknown(self, where: str, pair: Pair) -> None:
        parent = where.removesuffix(pair.key.text).rstrip(".")
        below = {path[len(parent) + 1 :].partition(".")[0] for path in self._originals if path.startswith(parent)}
        message = f"the tree has no text at {quote(where)}"
        hint = did_you_mean(pair.key.text, sorted(below - {""}))
        self.context.findings.warning(pair.key.span, "unknown-text", message, hint)

    def _text(self, where: str, item: Item, original: Original) -> None:
        if isinstance(original, tuple):
            items = item.items if isinstance(item, Items) else (item,)
            self.context.places |= {f"{where}.{index}": one.span for index, one in enumerate(items)}
            words = tuple(one.text.strip() for one in items if isinstance(one, Scalar) and one.text.strip())
            found: Original | None = words or None
        elif isinstance(item, Pairs):
            texts = {pair.key.text: self._scalar(pair.value) for pair in item.pairs}
            for pair in item.pairs:
                self.context.place(f"{where}.{pair.key.text}", pair)
            otherwise = texts.pop("else", "")
            found = Wording(otherwise, tuple((name, text) for name, text in texts.items() if text))
        else:
            text = self._scalar(item)
            found = Wording(text) if text else None
        if found:
            self.texts[where] = found

    def _scalar(self, item: Item) -> str:
        if isinstance(item, Scalar):
            return item.text.strip()
        if not isinstance(item, Hole):
            self.context.error(item.span, "bad-value", "a text is expected here", "write the translated text")
        return ""

    def compare(self) -> None:
        """Says which texts are missing, which are older than the original, and which show other facts."""
        findings = self.context.findings
        if missing := missing_in(self._originals, self.texts, self.seen):
            total = sum(isinstance(text, Wording) for text in self._originals.values())
            message = f"{len(missing)} of {total} texts are not translated: {listing(missing, 'and')}"
            hint = f"write them behind their keys; `tshoot translate {self._tree.id} LANGUAGE` adds keys that lack"
            findings.warning(Span(), "missing-translation", message, hint)
        for where, text in self.texts.items():
            original = self._originals[where]
            span = self.context.places.get(where, Span())
            if where in self.seen and self.seen[where] != fingerprint(original):
                message = f"the original of {quote(where)} has changed since it was translated"
                hint = f"it reads now: {quote(_first(original))}; then `tshoot translate` with --seen"
                findings.warning(span, "stale-translation", message, hint)
                self.stale.append(where)
            if (wanted := _shown_facts(original)) != (shown := _shown_facts(text)):
                message = f"the translation of {quote(where)} shows {_facts(shown)}, the original {_facts(wanted)}"
                findings.warning(span, "other-placeholders", message, "show the same facts, each in braces")
                self.strange.append(where)


def missing_in(
    originals: Mapping[str, Original], texts: Mapping[str, Original], seen: Mapping[str, str]
) -> tuple[str, ...]:
    """The texts that are not translated: what reads as the original counts as translated once it was seen."""
    return tuple(
        where
        for where, original in originals.items()
        if not isinstance(original, tuple)
        and (where not in texts or (texts[where] == original and where not in seen))
    )


def _first(text: Original) -> str:
    return ", ".join(text) if isinstance(text, tuple) else text.text or text.texts[0]


def _shown_facts(text: Original) -> frozenset[str]:
    """The facts that a text shows, in any of its variants."""
    return frozenset(name for one in (text if isinstance(text, tuple) else text.texts) for name in _names(one))


def _names(text: str) -> Iterator[str]:
    try:
        yield from (name for name, _ in facts_in(text))
    except PlaceholderError:
        yield text[:40]


def _facts(names: frozenset[str]) -> str:
    return listing(sorted(names), "and") or "no facts"
