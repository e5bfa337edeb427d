"""Repairs that are safe to make without asking: for each finding the edits, where there are any."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tshoot.authoring.edits import Edit, Places
from tshoot.authoring.facts import FACT_KEYS, KINDS
from tshoot.authoring.fixes import FIX_KEYS
from tshoot.authoring.ignoring import BAD, UNUSED
from tshoot.authoring.leaving import LEAVING
from tshoot.authoring.nodes import COMMON, END_KINDS, KEYS
from tshoot.authoring.options import OPTION_KEYS
from tshoot.authoring.parse import TREE_KEYS
from tshoot.authoring.remarks import Ignore, ignores
from tshoot.authoring.source import TYPOGRAPHIC, WIDE
from tshoot.authoring.treetest import TEST_KEYS
from tshoot.model.diagnostic import Diagnostic, Span
from tshoot.model.record import record

WORDS = frozenset({
    *TREE_KEYS, *(key for keys in KEYS.values() for key in keys), *KEYS, *COMMON, *LEAVING, *FACT_KEYS, *KINDS,
    *FIX_KEYS, *OPTION_KEYS, *END_KINDS, *TEST_KEYS, "q", "also", "a", "at", "else", "user", "agent", "both",
    "draft", "live", "retired", "low", "medium", "high", "critical", "cost", "written", "tests",
})  # fmt: skip
"""Words of the language: a spelling is clear when none of the others is as near."""

_MEANT = re.compile(r"did you mean '([^']+)'\?")
_GLUED = re.compile(r"([\w .-]*\w):(?=\S)")
_SPELLED = ("unknown-key", "unknown-kind", "unknown-type", "bad-value", BAD)
_SHORT = 4
"""Words of this length may differ in one letter, longer ones in two."""


@record
class Repair:
    """What would repair one finding."""

    finding: Diagnostic
    edits: tuple[Edit, ...]
    says: str
    """What it does, in a few words."""


def repairs(text: str, findings: Iterable[Diagnostic], rules: Iterable[str] = ()) -> Iterator[Repair]:
    """The repairs of those findings that words and signs alone decide."""
    places = Places(text)
    found = list(findings)
    names = frozenset(rules)
    for item in found:
        if item.rule in _SPELLED:
            yield from _spelling(places, item, names if item.rule == BAD else WORDS)
        elif item.rule == "yaml-quotes":
            yield from _quotes(places, item)
        elif item.rule == "yaml-key" and (glued := _GLUED.match(places.at(item.span))):
            here = Span(item.span.line, item.span.column, item.span.line, item.span.column + glued.end())
            yield Repair(item, (Edit(here, glued[0] + " "),), "a space behind the ':'")
        elif item.rule == "yaml-characters" and (wide := places.at(item.span)).strip(f" {WIDE}") == "":
            yield Repair(item, (Edit(item.span, " " * len(wide)),), "plain spaces")
    yield from _remarks(text, [item for item in found if item.rule == UNUSED])


def _spelling(places: Places, item: Diagnostic, known: frozenset[str]) -> Iterator[Repair]:
    meant = _MEANT.search(item.hint)
    written = places.at(item.span)
    word = written.strip("\"'")
    if meant and word and _clear(word, meant[1], known):
        yield Repair(item, (Edit(item.span, written.replace(word, meant[1])),), f"'{word}' becomes '{meant[1]}'")


def _clear(word: str, meant: str, known: frozenset[str]) -> bool:
    """Whether the word can be a slip of this one alone."""
    from rapidfuzz.distance import OSA

    allowed = 1 if len(word) <= _SHORT else 2
    far = OSA.distance(word.casefold(), meant.casefold())
    nearer = (
        other for other in known if other != meant and OSA.distance(word.casefold(), other.casefold()) <= far
    )
    return meant in known and far <= allowed and not any(True for _ in nearer)


def _quotes(places: Places, item: Diagnostic) -> Iterator[Repair]:
    """Typographic quotes around a whole value of one line."""
    written = places.at(item.span)
    inner = written[1:-1]
    if not TYPOGRAPHIC.fullmatch(written) or "\n" in written or "\r" in written or "\\" in inner:
        return
    mark = next((mark for mark in "\"'" if mark not in inner), "")
    if mark:
        yield Repair(item, (Edit(item.span, mark + inner + mark),), "straight quotes")


def _remarks(text: str, unused: list[Diagnostic]) -> Iterator[Repair]:
    """Remarks without the rules that they ignore in vain; all findings of one remark are one repair."""
    spans: Mapping[Span, Diagnostic] = {item.span: item for item in unused}
    if not spans:
        return
    for remark in ignores(text):
        gone = [span for _, span in remark.names if span in spans]
        if gone:
            left = [name for name, span in remark.names if span not in spans]
            for span in gone[:1]:
                edit = _shorter(text, remark, left) if left else _without(text, remark)
                yield Repair(spans[span], (edit,), "a remark that ignores nothing is gone")


def _shorter(text: str, remark: Ignore, left: list[str]) -> Edit:
    first, last = remark.names[0][1], remark.names[-1][1]
    return Edit(Span(first.line, first.column, last.end_line, last.end_column), ", ".join(left))


def _without(text: str, remark: Ignore) -> Edit:
    """The whole remark with the blanks before it; alone on its line, with the line. Other words in it stay."""
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    line = lines[remark.span.line - 1]
    number, start, end = remark.span.line, remark.span.column, remark.span.end_column
    if rest := line[end - 1 :].strip():
        return Edit(Span(number, start, number, end), "#" if not rest.startswith("#") else "")
    before = line[: start - 1]
    if before.strip() or number == len(lines):
        return Edit(Span(number, len(before.rstrip()) + 1, number, len(line) + 1), "")
    return Edit(Span(number, 1, number + 1, 1), "")
