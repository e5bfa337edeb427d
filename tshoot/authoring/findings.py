"""Collects the findings of one file, and words what is common to all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from tshoot.model.diagnostic import Diagnostic, Severity, Span

MAX_FINDINGS = 500
"""More would help nobody, and a hostile file could have a million."""

_LONGEST = 60
_CANDIDATES = 1000
_CLOSE_ENOUGH = 0.6


class Findings:
    """The findings about the file at `path`, in the order in which they are made."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.all: list[Diagnostic] = []

    def add(self, span: Span, severity: Severity, rule: str, message: str, hint: str = "") -> None:
        """Adds one finding."""
        if len(self.all) < MAX_FINDINGS:
            self.all.append(Diagnostic(self.path, span, severity, rule, message, hint))
        elif len(self.all) == MAX_FINDINGS:
            message = f"the file has more than {MAX_FINDINGS} findings; the others are not shown"
            self.all.append(Diagnostic(self.path, span, "error", "too-many", message))

    def change(self, span: Span, rule: str, message: str, hint: str) -> None:
        """Words a finding anew, now that more is known of its cause."""
        for index, found in enumerate(self.all):
            if (found.span, found.rule) == (span, rule):
                self.all[index] = replace(found, message=message, hint=hint)

    def error(self, span: Span, rule: str, message: str, hint: str = "") -> None:
        """Adds a finding without whose repair the tree cannot be walked."""
        self.add(span, "error", rule, message, hint)

    def warning(self, span: Span, rule: str, message: str, hint: str = "") -> None:
        """Adds a finding that a walk survives."""
        self.add(span, "warning", rule, message, hint)


def quote(text: str) -> str:
    """An author's word inside a sentence: in quotes, shortened, and visible in all its characters."""
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    if short.isprintable():
        return f"'{short}'"
    return "'" + "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in short) + "'"


def listing(words: Iterable[str], last: str = "or") -> str:
    """`'a', 'b' or 'c'`; the end of a long list is left out."""
    quoted = [quote(word) for word in islice(words, 13)]
    if len(quoted) > 12:
        return ", ".join(quoted[:12]) + ", …"
    return f" {last} ".join(part for part in (", ".join(quoted[:-1]), *quoted[-1:]) if part)


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The candidate that is spelled most like `word`, or nothing when none is near."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    known = [candidate[:_LONGEST] for candidate in islice(candidates, _CANDIDATES)]
    found = extractOne(
        word[:_LONGEST],
        known,
        scorer=OSA.normalized_similarity,
        processor=str.casefold,
        score_cutoff=_CLOSE_ENOUGH,
    )
    return found[0] if found else ""


def akin(word: str, candidates: Iterable[str]) -> str:
    """The nearest spelling, else the only candidate that begins with the word or that it begins with, part by part."""
    known = list(islice(candidates, _CANDIDATES))
    if near := nearest(word, known):
        return near
    parts = _parts(word)
    begun = [one for one in known if (mine := _parts(one)) and mine[: len(parts)] == parts[: len(mine)]]
    return begun[0] if len(begun) == 1 else ""


def _parts(word: str) -> list[str]:
    return [part for part in re.split(r"[-_.]", word.casefold()) if part]


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A hint with the nearest spelling, else with what there is to choose from."""
    known = list(islice(candidates, _CANDIDATES))
    if near := akin(word, known):
        return f"did you mean {quote(near)}?"
    return f"there is {listing(known, 'and')}" if known else ""


def once(found: Iterable[tuple[str, Diagnostic]]) -> Iterator[Diagnostic]:
    """One finding for each word that is wrong in several places: the first, which names the lines of the others."""
    by_word: dict[str, list[Diagnostic]] = {}
    for word, finding in found:
        by_word.setdefault(word, []).append(finding)
    for same in by_word.values():
        first, *others = sorted(same)
        lines = [str(line) for line in dict.fromkeys(one.span.line for one in others) if line != first.span.line]
        more = f"; also in {'line' if len(lines) == 1 else 'lines'} {_first_of(lines)}" if lines else ""
        yield replace(first, message=first.message + more) if more else first


def _first_of(lines: Sequence[str]) -> str:
    shown = [*lines[:5], f"{len(lines) - 5} more"] if len(lines) > 6 else lines
    return " and ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part)
